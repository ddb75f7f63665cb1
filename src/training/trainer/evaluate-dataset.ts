/** @file Running a model over a data set and measuring what it says, with the names of Python's metrics. */
import type { PreTrainedModel } from "../../models/pretrained-model";
import type { TrainingArguments } from "../arguments/training-arguments";
import type { TfDataset } from "../batches/tf-dataset";
import type { EvaluationOutput } from "../evaluation/evaluation-output";
import { runEvaluation } from "../evaluation/run-evaluation";
import { TrainingError } from "../training-error";
import type { TrainerLog } from "./python-log";
import { smoothedLoss } from "./smoothed-loss";
import { speedMetrics } from "./speed-metrics";
import type { ComputeMetrics } from "./trainer-options";

/** Options of {@link measured}. */
export interface MeasuredOptions {
  args: TrainingArguments;
  computeMetrics: ComputeMetrics | undefined;
  /** Whether the logits are wanted whatever is measured. */
  collect: "logits" | "loss";
  /** What the metrics' names begin with: `"eval"`. */
  prefix: string;
  signal: AbortSignal | undefined;
}

/** The model's answers and what they are worth: `eval_loss`, the metrics that were computed, the speed. */
export async function measured(
  model: PreTrainedModel,
  batches: TfDataset,
  { args, computeMetrics, collect, prefix, signal }: MeasuredOptions,
): Promise<{ output: EvaluationOutput; metrics: TrainerLog }> {
  const begin = performance.now();
  const epsilon = args.labelSmoothingFactor;
  const needsLogits = collect === "logits" || computeMetrics !== undefined || epsilon > 0;
  const output = await runEvaluation(model, batches, {
    collect: needsLogits ? "logits" : "loss",
    ...(signal === undefined ? {} : { signal }),
  });
  const { logits, labels, loss } = output;
  const metrics: Record<string, number> = {};
  const own =
    computeMetrics === undefined || labels === undefined
      ? {}
      : await computeMetrics({ predictions: logits, labelIds: labels });
  for (const [name, value] of Object.entries(own)) {
    if (typeof value !== "number") throw notANumber(name, value);
    metrics[name.startsWith(`${prefix}_`) ? name : `${prefix}_${name}`] = value;
  }
  const smoothed = epsilon > 0 && labels !== undefined && logits.dims.length === labels.dims.length + 1;
  const value = smoothed ? smoothedLoss(logits, labels, epsilon, model.head === "causal-lm") : loss;
  const seconds = (performance.now() - begin) / 1000;
  const speed = speedMetrics(prefix, { seconds, samples: output.numRows, steps: batches.length });
  return { output, metrics: { ...(value === undefined ? {} : { [`${prefix}_loss`]: value }), ...metrics, ...speed } };
}

function notANumber(name: string, value: unknown): TrainingError {
  return new TrainingError(
    "metric-invalid",
    `\`computeMetrics\` gave ${typeof value} for \`${name}\`, which is no number.`,
    {
      hint: "Let it return numbers by name: `{ accuracy: 0.81 }`.",
    },
  );
}
