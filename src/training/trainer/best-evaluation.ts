/** @file Which evaluation of a training was the best one. */
import { listNames } from "../../core/suggest";
import type { TrainingArguments } from "../arguments/training-arguments";
import { TrainingError } from "../training-error";

/** An evaluation that was better than all before. */
export interface Best {
  readonly metric: number;
  /** The number of updates that were done. */
  readonly step: number;
}

/** The metric that decides, as the metrics have it: `"eval_loss"`; undefined where none does. */
export function decidingMetric({ metricForBestModel }: TrainingArguments): string | undefined {
  if (metricForBestModel === null) return undefined;
  return metricForBestModel.startsWith("eval_") ? metricForBestModel : `eval_${metricForBestModel}`;
}

/** The deciding metric's value in an evaluation; an error where the evaluation has none. */
export function decidingValue(args: TrainingArguments, metrics: Readonly<Record<string, number>>): number | undefined {
  const name = decidingMetric(args);
  if (name === undefined) return undefined;
  const value = metrics[name];
  if (value !== undefined) return value;
  throw new TrainingError("metric-missing", `The evaluation has no \`${name}\`, by which the best model is chosen.`, {
    hint: `Let \`computeMetrics\` return it, or pass another \`metricForBestModel\`. ${listNames("metrics", name, Object.keys(metrics))}`,
  });
}

/** Whether a value is better than the best so far. */
export function isBetter(args: TrainingArguments, value: number, best: number | undefined): boolean {
  if (Number.isNaN(value)) return false;
  if (best === undefined) return true;
  return args.greaterIsBetter === true ? value > best : value < best;
}
