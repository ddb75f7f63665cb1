/** @file Metrics over the batches that a model is trained on, as Keras shows them beside the loss. */
import type { Feeds, StepResult } from "../../graph/training/training-session";
import { ModelTensor } from "../../models/model-tensor";
import { EvaluationOutput, joined } from "../evaluation/evaluation-output";
import type { BatchMetrics } from "../loop/training-options";
import { type KerasMetric, measure } from "./metrics";

/** Gathers what a classifier said of each batch, and measures it when asked. */
export class TrainingMetrics implements BatchMetrics {
  readonly fetch: readonly string[] = ["logits"];
  readonly #metrics: readonly KerasMetric[];
  #logits: { tensor: ModelTensor; rows: ArrayLike<number> }[] = [];
  #labels: { tensor: ModelTensor; rows: ArrayLike<number> }[] = [];
  #numRows = 0;

  constructor(metrics: readonly KerasMetric[]) {
    this.#metrics = metrics;
  }

  add(feeds: Feeds, outputs: StepResult["outputs"]): void {
    const { logits } = outputs;
    const { labels } = feeds;
    if (logits?.type !== "float32" || labels === undefined) return;
    const count = logits.dims[0] ?? 0;
    const rows = Uint32Array.from({ length: count }, (_, index) => this.#numRows + index);
    this.#logits.push({ tensor: new ModelTensor(logits.data, logits.dims), rows });
    const numbers = Float32Array.from(labels.data as ArrayLike<number | bigint>, Number);
    this.#labels.push({ tensor: new ModelTensor(numbers, labels.dims), rows });
    this.#numRows += count;
  }

  take(): Record<string, number> {
    if (this.#numRows === 0) return {};
    const output = new EvaluationOutput({
      logits: joined(this.#logits, this.#numRows),
      labels: joined(this.#labels, this.#numRows),
      loss: undefined,
      numRows: this.#numRows,
    });
    this.#logits = [];
    this.#labels = [];
    this.#numRows = 0;
    return measure(this.#metrics, output);
  }
}
