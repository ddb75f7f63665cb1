/** @file What `fit` is given, as the loop takes it: batches, labels that must be there, weights of classes. */
import { argumentRangeError, argumentTypeError } from "../../core/errors";
import { hasLabels } from "../../models/model-inputs";
import type { PreTrainedModel } from "../../models/pretrained-model";
import { TfDataset } from "../batches/tf-dataset";
import type { EvaluationData } from "../evaluation/run-evaluation";
import type { TrainingBatches } from "../loop/training-batches";
import { TrainingError } from "../training-error";

/** How much the rows of each class count, by its number. */
export type ClassWeight = Readonly<Record<number, number>> | readonly number[];

/** Batches by epoch. @param offset Added to the epoch's number wherever an order hangs on it. */
export function fitBatches(data: EvaluationData, offset: number): TrainingBatches {
  if (!("epoch" in data)) return { length: data.length, epoch: (_, skip = 0) => data.slice(skip) };
  return { length: data.length, epoch: (epoch, skip) => data.epoch(Math.max(0, epoch + offset), skip) };
}

/** Refuses data that is no data, and data without labels. */
export function requireLabels(model: PreTrainedModel, data: EvaluationData, method: string): void {
  const isData = typeof data === "object" && data !== null && ("epoch" in data || Array.isArray(data));
  if (!isData) {
    throw argumentTypeError({
      function: `model.${method}`,
      parameter: "data",
      rule: "be batches",
      value: data,
      next: "`model.prepareTfDataset(dataset, { tokenizer })` makes them of a data set.",
    });
  }
  if (data instanceof TfDataset) {
    const { columnNames } = data.dataset;
    const answers = columnNames.includes("start_positions") && columnNames.includes("end_positions");
    if (data.labelColumn !== undefined || (model.head === "question-answering" && answers) || hasOwnLabels(data))
      return;
    throw new TrainingError("labels-missing", "The data set has no column `labels`, nor `label`.", {
      hint: `Rename the one that has them: \`dataset.renameColumn("score", "labels")\`. Columns: ${columnNames.join(", ")}.`,
      column: "labels",
    });
  }
  if (Array.isArray(data) && data[0] !== undefined && !hasLabels(data[0])) {
    throw new TrainingError("labels-missing", "The batches have no `labels`.", {
      hint: "Give them beside `input_ids`: `{ input_ids, attention_mask, labels }`.",
    });
  }
}

/** The weights of all classes in order; 1 for those that are not named. */
export function classWeights(model: PreTrainedModel, given: ClassWeight): number[] {
  const classes = model.config.numLabels;
  const weights = new Array<number>(classes).fill(1);
  for (const [key, weight] of Object.entries(given)) {
    const number = Number(key);
    if (Number.isInteger(number) && number >= 0 && number < classes && Number.isFinite(weight) && weight >= 0) {
      weights[number] = weight;
      continue;
    }
    throw argumentRangeError({
      function: "model.fit",
      parameter: `classWeight[${key}]`,
      rule: `be a number of at least 0 for a class from 0 to ${classes - 1}`,
      value: weight,
    });
  }
  return weights;
}

/** Whether a collator of one's own makes the labels. */
function hasOwnLabels(data: TfDataset): boolean {
  const first = data.firstRow();
  return first !== undefined && hasLabels(first.inputs);
}
