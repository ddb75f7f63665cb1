/** @file Layer normalization, softmax and its logarithm on TensorFlow.js. */
import { fractionOf, inputOf, type Kernel, type KernelCall, numberOf, type Tensor } from "../kernel";

function layerNormalization(call: KernelCall): readonly Tensor[] {
  const { tf } = call;
  const x = inputOf(call, 0);
  const mean = tf.mean(x, -1, true);
  const centred = tf.sub(x, mean);
  const variance = tf.mean(tf.square(centred), -1, true);
  const inverseDeviation = tf.rsqrt(tf.add(variance, fractionOf(call, "epsilon")));
  const normalized = tf.mul(centred, inverseDeviation);
  return [tf.add(tf.mul(normalized, inputOf(call, 1)), inputOf(call, 2)), mean, inverseDeviation];
}

/** TensorFlow.js has both along the last axis only. */
function alongAxis(compute: (call: KernelCall, x: Tensor) => Tensor): Kernel {
  return (call) => {
    const x = inputOf(call, 0);
    const axis = numberOf(call, "axis");
    const last = x.rank - 1;
    if (axis === last) return compute(call, x);
    const order = x.shape.map((_, index) => (index === axis ? last : index === last ? axis : index));
    return call.tf.transpose(compute(call, call.tf.transpose(x, order)), order);
  };
}

/** By operation. */
export const NORMALIZATION: Readonly<Record<string, Kernel>> = {
  LayerNormalization: layerNormalization,
  LogSoftmax: alongAxis(({ tf }, x) => tf.logSoftmax(x)),
  Softmax: alongAxis(({ tf }, x) => tf.softmax(x)),
};
