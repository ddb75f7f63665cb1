/** @file Datasets mixed with each other, row by row. */
import { checkDatasets } from "./concatenate-datasets";
import { Dataset } from "./dataset";
import { type InterleaveOptions, interleavedRows } from "./methods/interleave-rows";
import { stackedTables } from "./methods/join-tables";
import type { AnyDataset, RowIn } from "./row-types";
import { rowsAt } from "./table";

const CALLER = "interleaveDatasets";

/**
 * Rows of several datasets in turn, or drawn with probabilities; a seed draws what it draws in Python.
 *
 * Python: `datasets.interleave_datasets`.
 *
 * @example
 * ```ts
 * const mixed = interleaveDatasets([portuguese, spanish], { probabilities: [0.7, 0.3], seed: 42 });
 * ```
 */
export function interleaveDatasets<One extends AnyDataset>(
  datasets: readonly One[],
  options: InterleaveOptions = {},
): Dataset<RowIn<One>> {
  checkDatasets(CALLER, datasets);
  const lengths = datasets.map(({ table }) => table.numRows);
  const rows = interleavedRows(CALLER, lengths, options);
  const stacked = stackedTables(
    CALLER,
    datasets.map(({ table }) => table),
  );
  const mixed = rowsAt(stacked, rows);
  return new Dataset(mixed.columns, mixed.indices);
}
