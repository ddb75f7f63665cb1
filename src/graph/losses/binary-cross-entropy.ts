/** @file Binary cross-entropy of logits: each label for itself, true or not. */
import { formatShape, sameShape } from "../dimension";
import type { Value } from "../graph";
import { add, divide, multiply, subtract } from "../operations/arithmetic";
import { negate, softplus } from "../operations/elementwise";
import { shapeError } from "../operations/operand";
import { reduceMean, reduceSum } from "../operations/reduce";
import { meanOf } from "./loss-mean";

/** Options of {@link binaryCrossEntropy}. */
export interface BinaryCrossEntropyOptions {
  /** How much a true label counts beside a false one, float32 `[labels]`. By default 1. */
  posWeight?: Value;
  /** What the sum of the rows' means is divided by, a float32 scalar. By default the number of rows. */
  divisor?: Value;
}

/**
 * The binary cross-entropy of logits against targets from 0 to 1, both float32 `[n, labels]`: the mean over all, a scalar.
 *
 * It does not overflow, however large the logits.
 * Python: `torch.nn.functional.binary_cross_entropy_with_logits(logits, targets, pos_weight=…)`.
 */
export function binaryCrossEntropy(logits: Value, targets: Value, options: BinaryCrossEntropyOptions = {}): Value {
  if (logits.rank !== 2 || !sameShape(logits.shape, targets.shape)) {
    const shapes = `${formatShape(logits.shape)} and ${formatShape(targets.shape)}`;
    throw shapeError(logits.graph, "binaryCrossEntropy", `it takes [n, labels] twice, but got ${shapes}`);
  }
  // -z log σ(x) w - (1 - z) log(1 - σ(x)), with -log σ(x) = softplus(-x).
  const falseness = multiply(subtract(1, targets), logits);
  const surprise = softplus(negate(logits));
  const { posWeight } = options;
  const scale = posWeight === undefined ? undefined : add(multiply(subtract(posWeight, 1), targets), 1);
  const losses = add(falseness, scale === undefined ? surprise : multiply(scale, surprise));
  if (options.divisor === undefined) return reduceMean(losses);
  return meanOf(divide(reduceSum(reduceMean(losses, { axes: [1] })), options.divisor), options.divisor);
}
