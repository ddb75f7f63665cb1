/** @file Arithmetic of two tensors on TensorFlow.js. */
import { inputOf, type Kernel, type Tensor, type TensorFlow } from "../kernel";

type Binary = (tf: TensorFlow, first: Tensor, second: Tensor) => Tensor;

function binary(compute: Binary): Kernel {
  return (call) => compute(call.tf, inputOf(call, 0), inputOf(call, 1));
}

/** ONNX divides whole numbers towards 0, TensorFlow.js towards minus infinity. */
function divide(tf: TensorFlow, first: Tensor, second: Tensor): Tensor {
  if (first.dtype !== "int32") return tf.div(first, second);
  return tf.mul(tf.mul(tf.sign(first), tf.sign(second)), tf.floorDiv(tf.abs(first), tf.abs(second)));
}

/** By operation. */
export const ARITHMETIC: Readonly<Record<string, Kernel>> = {
  Add: binary((tf, first, second) => tf.add(first, second)),
  Sub: binary((tf, first, second) => tf.sub(first, second)),
  Mul: binary((tf, first, second) => tf.mul(first, second)),
  Div: binary(divide),
  Min: binary((tf, first, second) => tf.minimum(first, second)),
  Max: binary((tf, first, second) => tf.maximum(first, second)),
};
