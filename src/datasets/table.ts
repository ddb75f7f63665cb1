/** @file What a dataset is made of: columns, and which of their rows it has in which order. */
import { listNames } from "../core/suggest";
import type { Column } from "./column";
import { DatasetError } from "./dataset-error";

/** Columns by name and an order of their rows. Methods take one and give another; none changes one. */
export interface Table {
  /** The columns by name, all of one length. */
  readonly columns: ReadonlyMap<string, Column>;
  /** Which of the columns' rows there are, in order; all of them where it is undefined. */
  readonly indices: Uint32Array | undefined;
  /** How many rows there are. */
  readonly numRows: number;
}

/** A table of these columns; a DatasetError where they differ in length. */
export function makeTable(columns: ReadonlyMap<string, Column>, indices?: Uint32Array): Table {
  const lengths = new Set([...columns.values()].map((column) => column.length));
  if (lengths.size > 1) {
    const list = [...columns].map(([name, column]) => `\`${name}\` has ${column.length}`).join(", ");
    throw new DatasetError("unequal-lengths", `The columns have different numbers of rows: ${list}.`, {
      hint: "Every column needs one value a row; use null for a missing one.",
    });
  }
  const [length = 0] = lengths;
  return { columns, indices, numRows: indices?.length ?? length };
}

/** The column of that name; a DatasetError that lists the names where there is none. */
export function columnOf(table: Table, name: string): Column {
  const column = table.columns.get(name);
  if (column !== undefined) return column;
  throw new DatasetError("unknown-column", `There is no column \`${String(name)}\`.`, {
    column: String(name),
    hint: listNames("columns", String(name), [...table.columns.keys()]),
  });
}

/** The rows at these places, which must exist. */
export function rowsAt(table: Table, rows: Uint32Array): Table {
  const { indices } = table;
  return { ...table, indices: composed(indices, rows), numRows: rows.length };
}

/** The rows from `start` up to but without `end`, which must exist. */
export function rowsBetween(table: Table, start: number, end: number): Table {
  const { indices } = table;
  if (start === 0 && end === table.numRows) return table;
  const rows = indices?.subarray(start, end) ?? consecutive(start, end);
  return { ...table, indices: rows, numRows: rows.length };
}

/** The places `rows` of what `indices` shows. */
export function composed(indices: Uint32Array | undefined, rows: Uint32Array): Uint32Array {
  if (indices === undefined) return rows;
  const places = new Uint32Array(rows.length);
  for (let row = 0; row < rows.length; row++) places[row] = indices[rows[row] ?? 0] ?? 0;
  return places;
}

/** The numbers from `start` up to but without `end`. */
export function consecutive(start: number, end: number): Uint32Array {
  const rows = new Uint32Array(Math.max(0, end - start));
  for (let row = 0; row < rows.length; row++) rows[row] = start + row;
  return rows;
}
