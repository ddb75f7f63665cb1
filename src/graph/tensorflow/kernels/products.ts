/** @file Matrix products on TensorFlow.js. */
import { inputOf, type Kernel, type KernelCall, numberOf, type Tensor, type TensorFlow } from "../kernel";

function gemm(call: KernelCall): Tensor {
  const { tf, inputs } = call;
  const product = tf.matMul(
    inputOf(call, 0),
    inputOf(call, 1),
    numberOf(call, "transA") === 1,
    numberOf(call, "transB") === 1,
  );
  const bias = inputs[2];
  return bias === undefined ? product : tf.add(product, bias);
}

function matMul(call: KernelCall): Tensor {
  const { tf } = call;
  const first = inputOf(call, 0);
  const second = inputOf(call, 1);
  if (first.rank === 2 && second.rank === 2) return tf.matMul(first, second);
  const outer = call.shape.slice(0, -2);
  if (second.rank === 2) {
    // One large product in place of many small ones.
    const rows = tf.reshape(first, [-1, first.shape.at(-1) ?? 1]);
    return tf.reshape(tf.matMul(rows, second), call.shape);
  }
  return tf.matMul(spread(tf, first, outer), spread(tf, second, outer));
}

/** The leading axes as they are in the result: TensorFlow.js broadcasts them too, but its gradient does not sum over them. */
function spread(tf: TensorFlow, x: Tensor, outer: readonly number[]): Tensor {
  const shape = [...outer, ...x.shape.slice(-2)];
  if (x.rank === shape.length && shape.every((axis, index) => axis === x.shape[index])) return x;
  return tf.broadcastTo(x, shape);
}

/** By operation. */
export const PRODUCTS: Readonly<Record<string, Kernel>> = { Gemm: gemm, MatMul: matMul };
