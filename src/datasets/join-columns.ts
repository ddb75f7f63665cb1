/** @file Columns of one type, one after the other, as one column. */
import * as arrow from "apache-arrow";
import { ArrowColumn } from "./arrow-column";
import { copiedColumn } from "./arrow-copy";
import type { Column } from "./column";

/** The columns' rows in one column. All must have the same type; Arrow's memory is shared, other kinds are copied. */
export function joinColumns(columns: readonly Column[]): Column {
  const [first] = columns;
  if (first === undefined) throw new TypeError("There is no column to join.");
  if (columns.length === 1) return first;
  const chunks = columns.flatMap((column) => arrowColumn(column).vector.data.filter((chunk) => chunk.length > 0));
  return chunks.length === 0 ? first : new ArrowColumn(new arrow.Vector(chunks), first.feature);
}

/** The column in Arrow's memory, copied where it is not there. */
export function arrowColumn(column: Column): ArrowColumn {
  if (column instanceof ArrowColumn) return column;
  return copiedColumn("", column, undefined);
}
