/** @file One more column, one more row. */
import { argumentTypeError } from "../../core/errors";
import { listNames } from "../../core/suggest";
import type { Column } from "../column";
import { columnFromValues } from "../column-from-values";
import { DatasetError } from "../dataset-error";
import type { Feature } from "../feature";
import { makeTable, type Table } from "../table";
import { withColumn } from "./change-columns";
import { stackedTables } from "./join-tables";

/** Options of `Dataset.addColumn`. */
export interface AddColumnOptions {
  /** The column's type. @default inferred from the values */
  feature?: Feature;
}

/** The table with one more column. */
export function addedColumn(table: Table, name: string, values: ArrayLike<unknown>, options: AddColumnOptions): Table {
  const isList = Array.isArray(values) || (ArrayBuffer.isView(values) && !((values as unknown) instanceof DataView));
  if (!isList) {
    throw argumentTypeError({ function: "Dataset.addColumn", parameter: "values", rule: "be a list", value: values });
  }
  return withColumn(table, name, columnFromValues(name, Array.from(values), options.feature));
}

/** The table with one more row at its end. */
export function addedItem(table: Table, item: unknown): Table {
  if (item === null || typeof item !== "object" || Array.isArray(item)) {
    const rule = "be an object with a value for each column";
    throw argumentTypeError({ function: "Dataset.addItem", parameter: "item", rule, value: item });
  }
  const names = [...table.columns.keys()];
  const columns = new Map<string, Column>();
  for (const [name, value] of Object.entries(item)) {
    const column = table.columns.get(name);
    if (column === undefined && names.length > 0) {
      throw new DatasetError("unknown-column", `Dataset.addItem: there is no column \`${name}\`.`, {
        column: name,
        hint: `${listNames("columns", name, names)} A new column comes by \`addColumn\`.`,
      });
    }
    const isEmpty = column === undefined || column.nullCount === column.length;
    columns.set(name, columnFromValues(name, [value], isEmpty ? undefined : column.feature));
  }
  return stackedTables("Dataset.addItem", [table, makeTable(columns)]);
}
