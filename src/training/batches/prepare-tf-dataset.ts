/** @file From a data set to the batches that a model is trained on. */
import { argumentRangeError, argumentTypeError } from "../../core/errors";
import { defaultRng } from "../../core/random";
import { Dataset } from "../../datasets/dataset";
import type { PreTrainedModel } from "../../models/pretrained-model";
import type { PreTrainedTokenizerFast } from "../../tokenizers/pre-trained-tokenizer-fast";
import { TrainingError } from "../training-error";
import type { AnyDataset } from "./any-dataset";
import type { CollateFn } from "./data-collator";
import { DataCollatorWithPadding } from "./data-collator-with-padding";
import { DefaultDataCollator } from "./default-data-collator";
import { TfDataset } from "./tf-dataset";
import { trainingColumns } from "./training-columns";

/** Options of `model.prepareTfDataset`. */
export interface PrepareTfDatasetOptions {
  /** How many rows a batch has. @default 8 */
  batchSize?: number;
  /** Whether each epoch has an order of its own; `false` for data to evaluate on. @default true */
  shuffle?: boolean;
  /** Where that order starts. @default the operating system's randomness */
  seed?: number;
  /** What pads each batch to its longest text. */
  tokenizer?: PreTrainedTokenizerFast;
  /** What makes a batch of rows, in place of `tokenizer`. */
  collateFn?: CollateFn;
  /** Whether a last batch that is not full is left out. @default the same as `shuffle` */
  dropRemainder?: boolean;
  /** Whether texts of similar length come into one batch, which saves padding. @default false */
  groupByLength?: boolean;
}

/**
 * A data set as batches for a model: only the columns that it reads, `label` as `labels`, each batch padded to its longest text.
 *
 * @throws TrainingError that names the column and the row: no `input_ids`, a text that is too long, a label that is missing, no
 * number or out of range.
 */
export function prepareTfDataset(
  model: PreTrainedModel,
  dataset: AnyDataset,
  options: PrepareTfDatasetOptions = {},
): TfDataset {
  const caller = "model.prepareTfDataset";
  const { batchSize = 8, shuffle = true, seed, tokenizer, groupByLength = false } = options;
  if (!(dataset instanceof Dataset)) {
    const next = "Of a DatasetDict, pass one split: `dataset.train`.";
    throw argumentTypeError({ function: caller, parameter: "dataset", rule: "be a Dataset", value: dataset, next });
  }
  if (!Number.isSafeInteger(batchSize) || batchSize < 1) {
    const rule = "be a whole number of at least 1";
    throw argumentRangeError({ function: caller, parameter: "batchSize", rule, value: batchSize });
  }
  if (seed !== undefined && (!Number.isSafeInteger(seed) || seed < 0)) {
    const rule = "be a whole number from 0 to 2^53 - 1";
    throw argumentRangeError({ function: caller, parameter: "seed", rule, value: seed });
  }
  if (dataset.numRows === 0) {
    throw new TrainingError("data-empty", "The data set has no rows.", {
      hint: "Look at what `filter` or `select` left of it.",
    });
  }
  const { names, labels, lengths } = trainingColumns(model, dataset);
  const collateFn =
    options.collateFn ??
    (tokenizer === undefined ? new DefaultDataCollator() : new DataCollatorWithPadding({ tokenizer }));
  return new TfDataset({
    dataset,
    columns: names,
    labels,
    lengths,
    batchSize,
    shuffle,
    seed: seed ?? defaultRng().integers(0, 2 ** 32),
    groupByLength,
    dropRemainder: options.dropRemainder ?? shuffle,
    collateFn,
  });
}
