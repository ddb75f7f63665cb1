/** @file Recall: of what is there, how much was found. */
import { type AveragedScoreOptions, averagedScore } from "./averaged-scores";
import type { Targets } from "./values";

/**
 * Recall: which share of the examples of a class were given it.
 *
 * Python: `sklearn.metrics.recall_score`.
 *
 * @param yTrue The true classes, or rows of 0 and 1 where an example can have several labels.
 * @param yPred The predicted ones in the same form, or rows of logits, of which the largest counts.
 * @example
 * ```ts
 * recallScore([0, 1, 1, 1], [1, 1, 1, 0]); // 0.6666666666666666
 * recallScore(["fair", "unfair"], ["fair", "fair"], { posLabel: "unfair" }); // 0
 * ```
 * @throws TypeError or RangeError when the lengths differ, a label is NaN, or `"binary"` meets more than two classes.
 */
export function recallScore(yTrue: Targets, yPred: Targets, options: AveragedScoreOptions = {}): number {
  return averagedScore("recallScore", "recall", yTrue, yPred, options);
}
