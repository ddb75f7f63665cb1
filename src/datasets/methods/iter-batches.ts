/** @file Rows in batches. */
import { argumentRangeError } from "../../core/errors";
import { readBatch } from "../read-values";
import type { Table } from "../table";
import { checkCount } from "./select-rows";

/** Options of `Dataset.iter`. */
export interface IterOptions {
  /** How many rows a batch has. */
  batchSize: number;
  /**
   * Whether a last batch that is not full is left out.
   * @default false
   */
  dropLastBatch?: boolean;
}

/** The table's rows, `batchSize` at a time. A wrong option is an error at once and not when the first batch is asked for. */
export function iterBatches(table: Table, options: IterOptions): IterableIterator<Record<string, unknown[]>> {
  const size = checkCount("Dataset.iter", "batchSize", options?.batchSize);
  if (size === 0) {
    throw argumentRangeError({ function: "Dataset.iter", parameter: "batchSize", rule: "be at least 1", value: 0 });
  }
  const end = options.dropLastBatch ? Math.floor(table.numRows / size) * size : table.numRows;
  return batches(table, size, end);
}

function* batches(table: Table, size: number, end: number): IterableIterator<Record<string, unknown[]>> {
  for (let start = 0; start < end; start += size) yield readBatch(table, start, Math.min(end, start + size));
}
