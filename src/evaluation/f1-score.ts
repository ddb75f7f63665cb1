/** @file F1: precision and recall in one number. */
import { type AveragedScoreOptions, averagedScore } from "./averaged-scores";
import type { Targets } from "./values";

/**
 * F1: the harmonic mean of precision and recall, which is high only where both are.
 *
 * Python: `sklearn.metrics.f1_score`.
 *
 * @param yTrue The true classes, or rows of 0 and 1 where an example can have several labels.
 * @param yPred The predicted ones in the same form, or rows of logits, of which the largest counts.
 * @example
 * ```ts
 * f1Score([0, 1, 1, 0], [1, 1, 1, 0]); // 0.8
 * f1Score([0, 1, 2, 2], [0, 1, 1, 2], { average: "macro" }); // 0.7777777777777777
 * ```
 * @throws TypeError or RangeError when the lengths differ, a label is NaN, or `"binary"` meets more than two classes.
 */
export function f1Score(yTrue: Targets, yPred: Targets, options: AveragedScoreOptions = {}): number {
  return averagedScore("f1Score", "fScore", yTrue, yPred, options);
}
