/** @file Precision: of what was predicted, how much is right. */
import { type AveragedScoreOptions, averagedScore } from "./averaged-scores";
import type { Targets } from "./values";

/**
 * Precision: which share of the examples that were given a class belong to it.
 *
 * Python: `sklearn.metrics.precision_score`.
 *
 * @param yTrue The true classes, or rows of 0 and 1 where an example can have several labels.
 * @param yPred The predicted ones in the same form, or rows of logits, of which the largest counts.
 * @example
 * ```ts
 * precisionScore([0, 1, 1, 0], [1, 1, 1, 0]); // 0.6666666666666666
 * precisionScore([0, 1, 2, 2], [0, 1, 1, 2], { average: "macro" }); // 0.8333333333333334
 * ```
 * @throws TypeError or RangeError when the lengths differ, a label is NaN, or `"binary"` meets more than two classes.
 */
export function precisionScore(yTrue: Targets, yPred: Targets, options: AveragedScoreOptions = {}): number {
  return averagedScore("precisionScore", "precision", yTrue, yPred, options);
}
