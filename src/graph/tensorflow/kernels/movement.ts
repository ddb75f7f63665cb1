/** @file Operations that move numbers and compute none, on TensorFlow.js. */
import { inputOf, type Kernel, type KernelCall, numberOf, type Tensor } from "../kernel";

function reshape(call: KernelCall): Tensor {
  return call.tf.reshape(inputOf(call, 0), call.shape);
}

function transpose(call: KernelCall): Tensor {
  const { perm } = call.node.attributes;
  return call.tf.transpose(inputOf(call, 0), Array.isArray(perm) ? [...perm] : undefined);
}

function concat({ tf, node, inputs }: KernelCall): Tensor {
  const { axis } = node.attributes;
  return tf.concat(
    inputs.flatMap((input) => input ?? []),
    typeof axis === "number" ? axis : 0,
  );
}

function slice(call: KernelCall): Tensor {
  const x = inputOf(call, 0);
  const { axis, start, end } = call.node.dimensions;
  const place = axis === undefined ? (call.list(3)[0] ?? 0) : call.size(axis);
  const length = x.shape[place] ?? 0;
  // As ONNX has it: what lies outside is left out.
  const first = Math.min(start === undefined ? (call.list(1)[0] ?? 0) : call.size(start), length);
  const last = Math.min(end === undefined ? (call.list(2)[0] ?? 0) : call.size(end), length);
  const begin = x.shape.map((_, index) => (index === place ? first : 0));
  const size = x.shape.map((whole, index) => (index === place ? Math.max(0, last - first) : whole));
  return call.tf.slice(x, begin, size);
}

function pad(call: KernelCall): Tensor {
  const x = inputOf(call, 0);
  const { axis, before, after } = call.node.dimensions;
  const place = call.size(axis ?? 0);
  const pads = x.shape.map((_, index): [number, number] =>
    index === place ? [call.size(before ?? 0), call.size(after ?? 0)] : [0, 0],
  );
  return call.tf.pad(x, pads);
}

function shape(call: KernelCall): Tensor {
  const sizes = inputOf(call, 0).shape.slice(numberOf(call, "start"), numberOf(call, "end"));
  return call.tf.tensor1d(sizes, "int32");
}

/** By operation. */
export const MOVEMENT: Readonly<Record<string, Kernel>> = {
  Concat: concat,
  Expand: (call) => call.tf.broadcastTo(inputOf(call, 0), call.shape),
  Pad: pad,
  Range: (call) => call.tf.range(0, call.shape[0] ?? 0, 1, "int32"),
  Reshape: reshape,
  Shape: shape,
  Slice: slice,
  Squeeze: reshape,
  Transpose: transpose,
  Unsqueeze: reshape,
};
