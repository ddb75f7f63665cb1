/** @file The metrics that `compile` knows by name, and functions in their place. */
import { argumentTypeError } from "../../core/errors";
import { listNames } from "../../core/suggest";
import type { EvaluationOutput } from "../evaluation/evaluation-output";
import { TrainingError } from "../training-error";

/** A metric of one's own: a number, or several by name. */
export type KerasMetricFunction = (output: EvaluationOutput) => number | Readonly<Record<string, number>>;

/** The metrics that have a name. */
export type KerasMetricName = "accuracy" | "mae" | "mse";

/** A metric as `loadMetric` gives it: something that computes from classes. */
export interface ComputedMetric {
  readonly name: string;
  compute(inputs: { predictions: number[]; references: number[] }): object;
}

/** A metric by name, as a function, or as `loadMetric` gives it. */
export type KerasMetric = KerasMetricName | KerasMetricFunction | ComputedMetric;

const NAMED: Readonly<Record<KerasMetricName, (output: EvaluationOutput) => number>> = {
  accuracy,
  mae: (output) => meanOf(output, (difference) => Math.abs(difference)),
  mse: (output) => meanOf(output, (difference) => difference * difference),
};

/** Refuses what is no metric. */
export function checkMetrics(metrics: readonly KerasMetric[]): void {
  for (const metric of metrics) {
    if (typeof metric === "function" || isComputed(metric)) continue;
    if (typeof metric === "string" && Object.hasOwn(NAMED, metric)) continue;
    throw argumentTypeError({
      function: "model.compile",
      parameter: "metrics",
      rule: "hold names of metrics, functions or what `loadMetric` gives",
      value: metric,
      next: listNames("metrics", String(metric), Object.keys(NAMED)),
    });
  }
}

/** The numbers of all metrics, by name; a function's number has the function's name. */
export function measure(metrics: readonly KerasMetric[], output: EvaluationOutput): Record<string, number> {
  const found: Record<string, number> = {};
  for (const metric of metrics) {
    if (typeof metric === "string") {
      found[metric] = NAMED[metric](output);
      continue;
    }
    const { predictions, references } = output;
    const value = isComputed(metric) ? numbersOf(metric.compute({ predictions, references })) : metric(output);
    if (typeof value === "number") found[metric.name || "metric"] = value;
    else Object.assign(found, value);
  }
  return found;
}

function isComputed(metric: unknown): metric is ComputedMetric {
  return typeof metric === "object" && metric !== null && "compute" in metric && typeof metric.compute === "function";
}

function numbersOf(result: object): Record<string, number> {
  return Object.fromEntries(Object.entries(result).filter(([, value]) => typeof value === "number"));
}

/** Keras: `SparseCategoricalAccuracy`, and `BinaryAccuracy` of labels that do not exclude one another. */
function accuracy(output: EvaluationOutput): number {
  const { logits, labels } = output;
  if (labels === undefined) throw noLabels();
  const references = output.references;
  if (labels.dims.length === logits.dims.length) {
    const right = references.filter((label, place) => label > 0.5 === (logits.data[place] ?? 0) > 0).length;
    return right / references.length;
  }
  const { predictions } = output;
  let [right, counted] = [0, 0];
  for (const [place, label] of references.entries()) {
    if (label === -100) continue;
    counted++;
    if (label === predictions[place]) right++;
  }
  return right / counted;
}

function meanOf({ logits, labels, references }: EvaluationOutput, distance: (difference: number) => number): number {
  if (labels === undefined) throw noLabels();
  return (
    references.reduce((sum, label, place) => sum + distance((logits.data[place] ?? Number.NaN) - label), 0) /
    references.length
  );
}

function noLabels(): TrainingError {
  return new TrainingError("labels-missing", "There are no labels to measure by.", {
    hint: "Prepare a data set that has a column `labels`.",
  });
}
