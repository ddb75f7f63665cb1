/** @file A few rows of each class, for training where labels are dear. */
import { argumentRangeError } from "../core/errors";
import type { Dataset } from "../datasets/dataset";
import { TrainingError } from "./training-error";

/** Options of {@link sampleDataset}. */
export interface SampleDatasetOptions {
  /** The column of classes. @default "label" */
  labelColumn?: string;
  /** How many rows of each class; a class that has fewer gives all. @default 8 */
  numSamples?: number;
  /** A whole number from 0 on: the same seed gives the same rows. @default the operating system's randomness */
  seed?: number;
}

/**
 * So many rows of each class, in random order. Python: `setfit.sample_dataset`, with other random numbers.
 *
 * Rows without a class are left out. Throws a TrainingError `data-empty` where no row has one, and a DatasetError for an unknown
 * column.
 *
 * @example
 * ```ts
 * const few = sampleDataset(train, { labelColumn: "score", numSamples: 8, seed: 42 });
 * few.numRows; // 88, with 11 classes of at least 8 rows
 * ```
 */
export function sampleDataset<Row extends object>(
  dataset: Dataset<Row>,
  options: SampleDatasetOptions = {},
): Dataset<Row> {
  const { labelColumn = "label", numSamples = 8, seed } = options;
  if (!Number.isSafeInteger(numSamples) || numSamples < 1) {
    const rule = "be a whole number of at least 1";
    throw argumentRangeError({ function: "sampleDataset", parameter: "numSamples", rule, value: numSamples });
  }
  const mixed = dataset.shuffle(seed === undefined ? {} : { seed });
  const counts = new Map<unknown, number>();
  const rows: number[] = [];
  for (const [row, label] of mixed.column(labelColumn as keyof Row & string).entries()) {
    if (label === null || label === undefined) continue;
    const count = counts.get(label) ?? 0;
    if (count >= numSamples) continue;
    counts.set(label, count + 1);
    rows.push(row);
  }
  if (rows.length > 0) return mixed.select(rows);
  throw new TrainingError("data-empty", `No row has a class in \`${labelColumn}\`.`, { column: labelColumn });
}
