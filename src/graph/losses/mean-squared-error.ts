/** @file Mean squared error, the loss of regression. */
import { formatShape, sameShape } from "../dimension";
import type { Value } from "../graph";
import { divide, multiply, subtract } from "../operations/arithmetic";
import { shapeError } from "../operations/operand";
import { reduceMean, reduceSum } from "../operations/reduce";
import { meanOf } from "./loss-mean";

/** Options of {@link meanSquaredError}. */
export interface MeanSquaredErrorOptions {
  /** What the sum of the rows' means is divided by, a float32 scalar. By default the number of rows. */
  divisor?: Value;
}

/**
 * The mean of the squared differences of two float32 `[n, values]`, a scalar.
 *
 * Python: `torch.nn.functional.mse_loss(predictions, targets)`.
 */
export function meanSquaredError(predictions: Value, targets: Value, options: MeanSquaredErrorOptions = {}): Value {
  if (predictions.rank !== 2 || !sameShape(predictions.shape, targets.shape)) {
    const shapes = `${formatShape(predictions.shape)} and ${formatShape(targets.shape)}`;
    throw shapeError(predictions.graph, "meanSquaredError", `it takes [n, values] twice, but got ${shapes}`);
  }
  const difference = subtract(predictions, targets);
  const squares = multiply(difference, difference);
  if (options.divisor === undefined) return reduceMean(squares);
  return meanOf(divide(reduceSum(reduceMean(squares, { axes: [1] })), options.divisor), options.divisor);
}
