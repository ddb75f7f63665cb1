/** @file How far off predictions are, far misses counting more. */
import { meanOf } from "./mean-absolute-error";
import type { Scores } from "./values";

/**
 * The mean of the squared distances between prediction and truth.
 *
 * Python: `sklearn.metrics.mean_squared_error`.
 *
 * @param yTrue The true numbers.
 * @param yPred The predicted ones; a regression model's logits of shape [examples, 1] are taken as well.
 * @example
 * ```ts
 * meanSquaredError([7, 5, 9], [6, 5, 7]); // 1.6666666666666667
 * ```
 * @throws TypeError or RangeError when the lengths differ, nothing is given, or a number is not finite.
 */
export function meanSquaredError(yTrue: Scores, yPred: Scores): number {
  return meanOf("meanSquaredError", yTrue, yPred, (difference) => difference ** 2);
}
