/** @file How far off predictions are on average. */
import { checkSameLength, readNumbers, type Scores } from "./values";

/**
 * The mean distance between prediction and truth, in the unit of the numbers.
 *
 * Python: `sklearn.metrics.mean_absolute_error`.
 *
 * @param yTrue The true numbers.
 * @param yPred The predicted ones; a regression model's logits of shape [examples, 1] are taken as well.
 * @example
 * ```ts
 * meanAbsoluteError([7, 5, 9], [6, 5, 7]); // 1
 * ```
 * @throws TypeError or RangeError when the lengths differ, nothing is given, or a number is not finite.
 */
export function meanAbsoluteError(yTrue: Scores, yPred: Scores): number {
  return meanOf("meanAbsoluteError", yTrue, yPred, Math.abs);
}

/** The mean of what `cost` makes of each difference. */
export function meanOf(caller: string, yTrue: unknown, yPred: unknown, cost: (difference: number) => number): number {
  const truth = readNumbers({ function: caller, parameter: "yTrue" }, yTrue);
  const place = { function: caller, parameter: "yPred" };
  const predicted = readNumbers(place, yPred);
  checkSameLength(place, predicted.length, truth.length);
  return truth.reduce((sum, value, index) => sum + cost(value - (predicted[index] ?? 0)), 0) / truth.length;
}
