/** @file Functions of one tensor, element by element, on TensorFlow.js. */
import { failed, inputOf, type Kernel, type KernelCall, type Tensor, type TensorFlow } from "../kernel";
import { DTYPES } from "../tensors";

type Unary = (tf: TensorFlow, x: Tensor) => Tensor;

function unary(compute: Unary): Kernel {
  return (call) => compute(call.tf, inputOf(call, 0));
}

function gelu(call: KernelCall): Tensor {
  const { tf, node } = call;
  const x = inputOf(call, 0);
  const half = tf.mul(x, 0.5);
  if (node.attributes.approximate !== "tanh") return tf.mul(half, tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1));
  const cubic = tf.mul(tf.add(tf.mul(tf.square(x), 0.044715), 1), x);
  return tf.mul(half, tf.add(tf.tanh(tf.mul(cubic, Math.sqrt(2 / Math.PI))), 1));
}

function cast(call: KernelCall): Tensor {
  const { to } = call.node.attributes;
  if (to !== "float32" && to !== "int64" && to !== "int32" && to !== "bool") {
    throw failed(call.node, "the setting `to` is no element type");
  }
  return call.tf.cast(inputOf(call, 0), DTYPES[to]);
}

/** By operation. */
export const ELEMENTWISE: Readonly<Record<string, Kernel>> = {
  Abs: unary((tf, x) => tf.abs(x)),
  Cast: cast,
  Cos: unary((tf, x) => tf.cos(x)),
  Erf: unary((tf, x) => tf.erf(x)),
  Exp: unary((tf, x) => tf.exp(x)),
  Gelu: gelu,
  Log: unary((tf, x) => tf.log(x)),
  Neg: unary((tf, x) => tf.neg(x)),
  Reciprocal: unary((tf, x) => tf.reciprocal(x)),
  Relu: unary((tf, x) => tf.relu(x)),
  Sigmoid: unary((tf, x) => tf.sigmoid(x)),
  Sign: unary((tf, x) => tf.sign(x)),
  Sin: unary((tf, x) => tf.sin(x)),
  Softplus: unary((tf, x) => tf.softplus(x)),
  Sqrt: unary((tf, x) => tf.sqrt(x)),
  Tanh: unary((tf, x) => tf.tanh(x)),
};
