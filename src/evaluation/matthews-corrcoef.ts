/** @file Correlation between truth and prediction, which a majority guess cannot raise. */
import { countConfusions } from "./confusion-matrix";
import type { Targets } from "./values";

/**
 * Matthews' correlation coefficient: 1 is perfect, 0 no better than chance, -1 the opposite of the truth.
 *
 * Python: `sklearn.metrics.matthews_corrcoef`. 0 where one side holds a single class.
 *
 * @param yTrue The true classes: numbers or names.
 * @param yPred The predicted ones, or rows of logits, of which the largest counts.
 * @example
 * ```ts
 * matthewsCorrcoef([1, 1, 1, 0], [1, 0, 1, 1]); // -0.3333333333333333
 * ```
 * @throws TypeError or RangeError when the lengths differ, nothing is given, or a label is NaN.
 */
export function matthewsCorrcoef(yTrue: Targets, yPred: Targets): number {
  const { matrix } = countConfusions("matthewsCorrcoef", yTrue, yPred, undefined);
  let [all, right, product, truthSquares, guessSquares] = [0, 0, 0, 0, 0];
  matrix.forEach((row, index) => {
    const truth = row.reduce((sum, count) => sum + count, 0);
    const guessed = matrix.reduce((sum, other) => sum + (other[index] ?? 0), 0);
    all += truth;
    right += row[index] ?? 0;
    product += truth * guessed;
    truthSquares += truth ** 2;
    guessSquares += guessed ** 2;
  });
  const spread = (all ** 2 - guessSquares) * (all ** 2 - truthSquares);
  return spread === 0 ? 0 : (right * all - product) / Math.sqrt(spread);
}
