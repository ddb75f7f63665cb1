/** @file Tables one below the other, or side by side. */
import { describeValue } from "../../core/errors";
import type { Column } from "../column";
import { columnFromValues } from "../column-from-values";
import { DatasetError } from "../dataset-error";
import { type Feature, featureText, sameFeature } from "../feature";
import { joinColumns } from "../join-columns";
import { makeTable, type Table } from "../table";
import { Value } from "../value";
import { columnsInOrder } from "./change-columns";

/**
 * The tables' rows, one table after the other. A column that a table lacks is null there.
 *
 * Columns of one name must have one type; only a column of nothing but missing values goes with any.
 */
export function stackedTables(caller: string, tables: readonly Table[]): Table {
  const filled = tables.filter((table) => table.numRows > 0);
  const [first] = filled.length > 0 ? filled : tables;
  if (first === undefined || filled.length <= 1) return first ?? makeTable(new Map());
  const types = commonTypes(caller, filled);
  const columns = new Map<string, Column>();
  for (const [name, feature] of types) {
    const parts = filled.map((table) => {
      const column = table.columns.get(name);
      if (column !== undefined && sameFeature(column.feature, feature)) return column;
      return columnFromValues(name, new Array<null>(lengthOf(table)).fill(null), feature);
    });
    columns.set(name, joinColumns(parts));
  }
  return makeTable(columns, stackedIndices(filled));
}

/** The tables' columns, one table's after the other's. All must have the same number of rows. */
export function joinedTables(caller: string, tables: readonly Table[]): Table {
  const filled = tables.filter((table) => table.numRows > 0);
  const [first] = filled.length > 0 ? filled : tables;
  if (first === undefined || filled.length <= 1) return first ?? makeTable(new Map());
  const columns = new Map<string, Column>();
  for (const [position, table] of filled.entries()) {
    if (table.numRows !== first.numRows) {
      throw new DatasetError(
        "unequal-lengths",
        `${caller}: the datasets have different numbers of rows: ${filled.map(({ numRows }) => numRows).join(", ")}.`,
        { hint: "Side by side, every dataset needs the same rows; `select` or `take` some." },
      );
    }
    for (const [name, column] of columnsInOrder(table)) {
      if (columns.has(name)) {
        throw new DatasetError(
          "duplicate-column",
          `${caller}: dataset ${position} has a column \`${name}\`, as one before it does.`,
          {
            column: name,
            hint: "Rename or remove one of them first.",
          },
        );
      }
      columns.set(name, column);
    }
  }
  return makeTable(columns);
}

/** How many rows a table's columns have, whatever its order shows of them. */
function lengthOf(table: Table): number {
  const [column] = table.columns.values();
  return column?.length ?? 0;
}

function stackedIndices(tables: readonly Table[]): Uint32Array | undefined {
  if (tables.every(({ indices }) => indices === undefined)) return undefined;
  const all = new Uint32Array(tables.reduce((sum, { numRows }) => sum + numRows, 0));
  let row = 0;
  let offset = 0;
  for (const table of tables) {
    for (let position = 0; position < table.numRows; position++) {
      all[row++] = (table.indices === undefined ? position : (table.indices[position] ?? 0)) + offset;
    }
    offset += lengthOf(table);
  }
  return all;
}

function commonTypes(caller: string, tables: readonly Table[]): Map<string, Feature> {
  const types = new Map<string, Feature>();
  for (const [position, table] of tables.entries()) {
    for (const [name, { feature }] of table.columns) {
      const before = types.get(name);
      if (before === undefined || isNull(before)) types.set(name, feature);
      else if (!isNull(feature) && !sameFeature(before, feature)) {
        throw new DatasetError(
          "different-types",
          `${caller}: column \`${name}\` is ${featureText(feature)} in dataset ${position}, but ${featureText(before)} before.`,
          { column: name, hint: `Give it one type first, for example by \`castColumn(${describeValue(name)}, …)\`.` },
        );
      }
    }
  }
  return types;
}

/** Whether a column of this type holds nothing but missing values. */
function isNull(feature: Feature): boolean {
  return feature instanceof Value && feature.dtype === "null";
}
