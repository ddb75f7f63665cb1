/** @file Comparisons and choices on TensorFlow.js. */
import { inputOf, type Kernel, type Tensor, type TensorFlow } from "../kernel";

type Compare = (tf: TensorFlow, first: Tensor, second: Tensor) => Tensor;

function compare(compute: Compare): Kernel {
  return (call) => compute(call.tf, inputOf(call, 0), inputOf(call, 1));
}

/** By operation. */
export const COMPARISON: Readonly<Record<string, Kernel>> = {
  And: compare((tf, first, second) => tf.logicalAnd(first, second)),
  Equal: compare((tf, first, second) => tf.equal(first, second)),
  Greater: compare((tf, first, second) => tf.greater(first, second)),
  GreaterOrEqual: compare((tf, first, second) => tf.greaterEqual(first, second)),
  LessOrEqual: compare((tf, first, second) => tf.lessEqual(first, second)),
  Not: (call) => call.tf.logicalNot(inputOf(call, 0)),
  Where: (call) => call.tf.where(inputOf(call, 0), inputOf(call, 1), inputOf(call, 2)),
};
