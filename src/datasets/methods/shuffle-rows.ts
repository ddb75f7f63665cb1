/** @file Rows in random order: NumPy's for a seed. */
import { defaultRng } from "../../core/random";
import { rowsAt, type Table } from "../table";

/** Options of `Dataset.shuffle`. */
export interface ShuffleOptions {
  /** A whole number from 0 on: the same seed gives the same order, that of Python's `datasets`. */
  seed?: number;
}

/** The table's rows in random order. */
export function shuffleRows(table: Table, options: ShuffleOptions): Table {
  const order = defaultRng(options.seed).permutation(table.numRows);
  return rowsAt(table, order);
}
