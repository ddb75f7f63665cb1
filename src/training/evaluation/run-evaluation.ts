/** @file Running a model over a data set: the mean loss, and what it said of each row. */
import { Progress } from "../../core/progress";
import { isTensorLike, plainTensor } from "../../models/input-tensor";
import { hasLabels, type ModelInputs } from "../../models/model-inputs";
import { ModelTensor } from "../../models/model-tensor";
import type { PreTrainedModel } from "../../models/pretrained-model";
import { type RowBatch, TfDataset } from "../batches/tf-dataset";
import type { TrainingBatches } from "../loop/training-batches";
import { TrainingError } from "../training-error";
import { EvaluationOutput, joined } from "./evaluation-output";

/** Batches to run a model on: of a data set, or anything that gives them. */
export type EvaluationData = TfDataset | TrainingBatches | readonly ModelInputs[];

/** Options of {@link runEvaluation}. */
export interface EvaluationOptions {
  /** Whether logits are kept, or the loss alone. @default "logits" */
  collect?: "logits" | "loss";
  /** What work that takes over a second is called. @default "Evaluating" */
  label?: string;
  /** Whether work that takes over a second says how far it has come. @default "show" */
  progress?: "show" | "hide";
  signal?: AbortSignal;
}

/**
 * Runs a model over all batches, also in the middle of its training.
 *
 * The loss is the mean of the batches' losses, each weighted by its rows, as in Python's Trainer and in Keras. Texts of a
 * length run together where no loss hangs on which rows share a batch.
 *
 * @throws TrainingError `data-empty` where there is no batch.
 */
export async function runEvaluation(
  model: PreTrainedModel,
  data: EvaluationData,
  options: EvaluationOptions = {},
): Promise<EvaluationOutput> {
  const { collect = "logits", label = "Evaluating", signal } = options;
  const progress = options.progress === "hide" ? undefined : new Progress({ label, ...totalOf(data) });
  const logits: { tensor: ModelTensor; rows: ArrayLike<number> }[] = [];
  const labels: { tensor: ModelTensor; rows: ArrayLike<number> }[] = [];
  let [numRows, labelled, lossSum] = [0, 0, 0];
  const kind = { logits: collect === "logits" ? "all" : "none", ...(signal === undefined ? {} : { signal }) } as const;
  const source = rowBatches(model, data);
  let next = source.next();
  for (;;) {
    const { done, value } = await next;
    if (done === true) break;
    signal?.throwIfAborted();
    const { rows, inputs } = value;
    const running = model.forward(inputs, hasLabels(inputs) ? kind : { ...kind, logits: "all" });
    // The next batch is padded while the engine computes this one. What goes wrong with it is told when its turn comes.
    next = source.next();
    next.catch(() => undefined);
    const output = await running;
    const count = rows.length;
    numRows += count;
    if (output.has("loss")) {
      labelled += count;
      lossSum += output.loss.item() * count;
    }
    const given = inputs.labels;
    if (collect === "logits" && output.has("logits")) logits.push({ tensor: output.logits, rows });
    if (collect === "logits" && given !== undefined) {
      const { data: values, dims } = plainTensor("labels", given);
      labels.push({ tensor: new ModelTensor(Float32Array.from(values), dims), rows });
    }
    progress?.advance();
  }
  progress?.finish();
  if (numRows === 0) {
    throw new TrainingError("data-empty", "There is no batch to run the model on.", {
      hint: "Look at the number of rows of the data set, and whether `dropRemainder` leaves out its only batch.",
    });
  }
  return new EvaluationOutput({
    logits: logits.length === 0 ? new ModelTensor(new Float32Array(), [0]) : joined(logits, numRows),
    labels: labels.length === 0 ? undefined : joined(labels, numRows),
    loss: labelled === 0 ? undefined : lossSum / labelled,
    numRows,
  });
}

async function* rowBatches(model: PreTrainedModel, data: EvaluationData): AsyncGenerator<RowBatch> {
  if (data instanceof TfDataset) {
    yield* model.head === "sequence-classification" ? data.byLength() : data.inOrder();
    return;
  }
  let start = 0;
  for await (const inputs of "epoch" in data ? data.epoch(0) : data) {
    const count = rowCount(inputs);
    yield { rows: Uint32Array.from({ length: count }, (_, index) => start + index), inputs };
    start += count;
  }
}

function rowCount({ input_ids: ids }: ModelInputs): number {
  if (isTensorLike(ids)) return ids.dims.length === 1 ? 1 : (ids.dims[0] ?? 0);
  return Array.isArray(ids) && Array.isArray(ids[0]) ? ids.length : 1;
}

function totalOf(data: EvaluationData): { total?: number } {
  return data.length === undefined ? {} : { total: data.length };
}
