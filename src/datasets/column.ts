/** @file One column of a dataset, whatever its memory looks like. */
import type { Feature } from "./feature";

/** One value of a column, in JavaScript: a single value, a list of them, or an object of them. */
export type Cell = string | number | bigint | boolean | Date | Uint8Array | null | Cell[] | { [name: string]: Cell };

/** A column: its type, its length, and its values by index. Columns are never changed; datasets share them. */
export interface Column {
  /** The type. */
  readonly feature: Feature;
  /** How many rows it has. */
  readonly length: number;
  /** How many of its values are missing. */
  readonly nullCount: number;
  /** The value at `index`, which must be from 0 to `length - 1`. */
  get(index: number): Cell;
}
