/** @file Columns renamed, removed, chosen and added, without touching the others. */
import { argumentTypeError } from "../../core/errors";
import type { Column } from "../column";
import { DatasetError } from "../dataset-error";
import { columnOf, makeTable, type Table } from "../table";
import { ViewColumn } from "../view-column";

/** The table without these columns. */
export function withoutColumns(table: Table, caller: string, names: unknown): Table {
  const removed = new Set(nameList(caller, names));
  for (const name of removed) columnOf(table, name);
  return { ...table, columns: new Map([...table.columns].filter(([name]) => !removed.has(name))) };
}

/** The table with these columns only, in this order. */
export function onlyColumns(table: Table, names: unknown): Table {
  const chosen = nameList("Dataset.selectColumns", names);
  return { ...table, columns: new Map(chosen.map((name) => [name, columnOf(table, name)])) };
}

/** The table with some columns under new names, each at its old position. */
export function renamedColumns(table: Table, caller: string, names: unknown): Table {
  if (names === null || typeof names !== "object" || Array.isArray(names)) {
    const rule = "be an object from old names to new ones";
    throw argumentTypeError({ function: caller, parameter: "names", rule, value: names });
  }
  const changes = new Map<string, unknown>(Object.entries(names));
  for (const [old, name] of changes) {
    columnOf(table, old);
    if (typeof name === "string" && name !== "") continue;
    const rule = "be a name that is not empty";
    throw argumentTypeError({ function: caller, parameter: `names.${old}`, rule, value: name });
  }
  const columns = new Map<string, Column>();
  for (const [old, column] of table.columns) {
    const name = changes.has(old) ? String(changes.get(old)) : old;
    if (columns.has(name)) throw twice(name);
    columns.set(name, column);
  }
  return { ...table, columns };
}

/** The table with one more column, which has a value for each row. */
export function withColumn(table: Table, name: string, column: Column): Table {
  if (typeof name !== "string") {
    throw argumentTypeError({ function: "Dataset.addColumn", parameter: "name", rule: "be a name", value: name });
  }
  if (table.columns.has(name)) throw twice(name);
  if (table.columns.size > 0 && column.length !== table.numRows) {
    throw new DatasetError(
      "unequal-lengths",
      `Column \`${name}\` has ${column.length} values, but the dataset has ${table.numRows} rows.`,
      { column: name, hint: "Every column needs one value a row; use null for a missing one." },
    );
  }
  return makeTable(new Map([...columnsInOrder(table), [name, column]]));
}

/** The columns with their rows in the table's order, so that new ones can stand beside them. Nothing is copied. */
export function columnsInOrder(table: Table): ReadonlyMap<string, Column> {
  const { indices } = table;
  if (indices === undefined) return table.columns;
  return new Map([...table.columns].map(([name, column]) => [name, new ViewColumn(column, indices)]));
}

/** One name or several as a list. */
export function nameList(caller: string, names: unknown): readonly string[] {
  const list: unknown[] = Array.isArray(names) ? names : [names];
  for (const name of list) {
    if (typeof name === "string") continue;
    throw argumentTypeError({
      function: caller,
      parameter: "names",
      rule: "be a name or a list of names",
      value: names,
    });
  }
  return list as string[];
}

function twice(name: string): DatasetError {
  return new DatasetError("duplicate-column", `There would be two columns \`${name}\`.`, {
    column: name,
    hint: "Choose another name, or remove the other column first.",
  });
}
