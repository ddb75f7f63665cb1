/** @file One column of a dataset, whatever its memory looks like. */
import type { Value } from "./value";

/** One value of a column, in JavaScript. */
export type Cell = string | number | bigint | boolean | Date | null;

/** A column: its type, its length, and its values by index. Columns are never changed; datasets share them. */
export interface Column {
  /** The type. */
  readonly feature: Value;
  /** How many rows it has. */
  readonly length: number;
  /** How many of its values are missing. */
  readonly nullCount: number;
  /** The value at `index`, which must be from 0 to `length - 1`. */
  get(index: number): Cell;
}
