/** @file Root-mean-square normalization, Llama's layer normalization without a mean and a bias. */

import type { Value } from "../../graph/graph";
import { add, divide, multiply } from "../../graph/operations/arithmetic";
import { sqrt } from "../../graph/operations/elementwise";
import { reduceMean } from "../../graph/operations/reduce";

/**
 * `x / sqrt(mean(x²) + epsilon) * weight` over the last axis (Zhang and Sennrich 2019).
 *
 * Shapes: `x` is `[…, hidden]`, `weight` is `[hidden]`.
 */
export function rmsNormalization(x: Value, weight: Value, epsilon: number): Value {
  const size = sqrt(add(reduceMean(multiply(x, x), { axes: [-1], keepDims: true }), epsilon));
  return multiply(divide(x, size), weight);
}
