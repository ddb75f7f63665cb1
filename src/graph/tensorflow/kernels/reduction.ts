/** @file Sums, means and maxima along axes on TensorFlow.js. */
import { inputOf, type Kernel, type KernelCall, numberOf, type Tensor, type TensorFlow } from "../kernel";

type Reduce = (tf: TensorFlow, x: Tensor, axes: number[], keep: boolean) => Tensor;

function reduction(compute: Reduce): Kernel {
  return (call: KernelCall) => {
    const x = inputOf(call, 0);
    const result = compute(call.tf, x, [...call.list(1)], numberOf(call, "keepdims") === 1);
    return result.dtype === x.dtype ? result : call.tf.cast(result, x.dtype);
  };
}

function cumulativeSum(call: KernelCall): Tensor {
  return call.tf.cumsum(inputOf(call, 0), call.list(1)[0] ?? 0);
}

/** By operation. */
export const REDUCTION: Readonly<Record<string, Kernel>> = {
  CumSum: cumulativeSum,
  ReduceMax: reduction((tf, x, axes, keep) => tf.max(x, axes, keep)),
  ReduceMean: reduction((tf, x, axes, keep) => tf.mean(x, axes, keep)),
  ReduceSum: reduction((tf, x, axes, keep) => tf.sum(x, axes, keep)),
  ReduceSumSquare: reduction((tf, x, axes, keep) => tf.sum(tf.square(x), axes, keep)),
};
