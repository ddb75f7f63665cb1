/** @file Many values at once, column by column: as lists, as rows, as batches. */
import type { Column } from "./column";
import { composed, type Table } from "./table";
import { ViewColumn } from "./view-column";

/** Rows are read in blocks of this many, so that a walk over a large dataset holds few of them as objects. */
export const BLOCK_ROWS = 1024;

/** The values of rows `start` up to but without `end` of a column, in the order of `indices`. */
export function readValues(column: Column, indices: Uint32Array | undefined, start: number, end: number): unknown[] {
  if (column instanceof ViewColumn) {
    const rows = indices === undefined ? column.indices : composed(column.indices, indices.subarray(start, end));
    return indices === undefined
      ? readValues(column.base, rows, start, end)
      : readValues(column.base, rows, 0, rows.length);
  }
  const values = new Array<unknown>(Math.max(0, end - start));
  if (indices === undefined) for (let row = start; row < end; row++) values[row - start] = column.get(row);
  else for (let row = start; row < end; row++) values[row - start] = column.get(indices[row] ?? 0);
  return values;
}

/** The rows from `start` up to but without `end`, as objects. */
export function readRows(table: Table, start: number, end: number): Record<string, unknown>[] {
  const names = [...table.columns.keys()];
  const lists = [...table.columns.values()].map((column) => readValues(column, table.indices, start, end));
  const rows = new Array<Record<string, unknown>>(Math.max(0, end - start));
  for (let row = 0; row < rows.length; row++) {
    const values: Record<string, unknown> = {};
    for (let position = 0; position < names.length; position++) {
      setProperty(values, names[position] ?? "", lists[position]?.[row]);
    }
    rows[row] = values;
  }
  return rows;
}

/** The columns' values from row `start` up to but without `end`, by name. */
export function readBatch(table: Table, start: number, end: number): Record<string, unknown[]> {
  const batch: Record<string, unknown[]> = {};
  for (const [name, column] of table.columns) setProperty(batch, name, readValues(column, table.indices, start, end));
  return batch;
}

/** Sets a property whatever its name is: an assignment to `__proto__` would change the prototype instead. */
export function setProperty(target: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== "__proto__") target[name] = value;
  else Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true });
}
