/** @file Which share of the predictions is right. */
import { readPair } from "./class-pair";
import { rowAt, type Targets } from "./values";

/** Options of {@link accuracyScore}. */
export interface AccuracyOptions {
  /** `"share"` is a number from 0 to 1, `"count"` how many are right. @default "share" */
  normalize?: "share" | "count";
}

/**
 * The share of examples whose prediction is right. Where an example can have several labels, all must be right.
 *
 * Python: `sklearn.metrics.accuracy_score`.
 *
 * @param yTrue The true classes: numbers or names.
 * @param yPred The predicted ones, or rows of logits, of which the largest counts.
 * @example
 * ```ts
 * accuracyScore([0, 1, 2, 2], [0, 1, 1, 2]); // 0.75
 * accuracyScore([1, 0], [[0.1, 0.9], [2, -1]]); // 1
 * ```
 * @throws TypeError or RangeError when the lengths differ, nothing is given, or a label is NaN.
 */
export function accuracyScore(yTrue: Targets, yPred: Targets, options: AccuracyOptions = {}): number {
  const pair = readPair("accuracyScore", yTrue, yPred);
  let right = 0;
  const count = pair.kind === "classes" ? pair.truth.length : pair.truth.count;
  for (let index = 0; index < count; index++) {
    const same =
      pair.kind === "classes"
        ? pair.truth[index] === pair.predicted[index]
        : rowAt(pair.truth, index).every((value, column) => value === rowAt(pair.predicted, index)[column]);
    if (same) right++;
  }
  return options.normalize === "count" ? right : right / count;
}
