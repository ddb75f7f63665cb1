/** @file The calibration error as one number. */
import { type CalibrationOptions, calibrate } from "./calibration";
import type { Scores, Targets } from "./values";

/**
 * How far a model's confidence is from its accuracy, averaged over the examples by bins of confidence: 0 is best.
 *
 * @param yTrue The true classes.
 * @param yProba A row of probabilities for each example, or for two classes the probability of the second.
 * @example
 * ```ts
 * expectedCalibrationError([0, 1], [[0.75, 0.25], [0.25, 0.75]]); // 0.25
 * ```
 * @throws RangeError when a number is no probability, a row does not add up to 1, or a class has no column.
 */
export function expectedCalibrationError(yTrue: Targets, yProba: Scores, options: CalibrationOptions = {}): number {
  return calibrate("expectedCalibrationError", yTrue, yProba, options).expectedCalibrationError;
}
