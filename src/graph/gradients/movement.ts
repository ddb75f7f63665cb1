/** @file Gradients of operations that move numbers: reshape, transpose, expand, concat, slice, pad. */
import { addDimensions, type Dimension, subtractDimensions } from "../dimension";
import type { Value } from "../graph";
import { pad, slice } from "../operations/join";
import { reshape, transpose } from "../operations/reshape";
import type { GradientRule } from "./gradient";
import { sumToShape } from "./sum-to-shape";

/** Reshape, Squeeze and Unsqueeze: the gradient takes the input's shape again. */
export const reshapeRule: GradientRule = ({ node, gradient }) => [reshape(gradient, (node.inputs[0] as Value).shape)];

/** Transpose: the gradient goes through the inverse order. */
export const transposeRule: GradientRule = ({ node, gradient }) => {
  const order = node.attributes.perm as readonly number[];
  return [
    transpose(
      gradient,
      order.map((_, axis) => order.indexOf(axis)),
    ),
  ];
};

/** Expand: the copies' gradients are summed. */
export const expandRule: GradientRule = ({ node, gradient }) => [sumToShape(gradient, (node.inputs[0] as Value).shape)];

/** Concat: each input gets its part of the gradient. */
export const concatRule: GradientRule = ({ node, gradient, needs }) => {
  const axis = node.attributes.axis as number;
  let start: Dimension = 0;
  return node.inputs.map((input, index) => {
    const end = addDimensions(start, (input as Value).shape[axis] ?? 0);
    const part = needs(index) ? slice(gradient, axis, start, end) : undefined;
    start = end;
    return part;
  });
};

/** Slice: what was left out got nothing. */
export const sliceRule: GradientRule = ({ node, gradient }) => {
  const [x] = node.inputs as [Value];
  const { axis, start, end } = node.dimensions as { axis: number; start: Dimension; end: Dimension };
  return [pad(gradient, axis, start, subtractDimensions(x.shape[axis] ?? 0, end))];
};

/** Pad: the zeros get nothing. */
export const padRule: GradientRule = ({ node, gradient }) => {
  const [x] = node.inputs as [Value];
  const { axis, before } = node.dimensions as { axis: number; before: Dimension };
  return [slice(gradient, axis, before, addDimensions(before, x.shape[axis] ?? 0))];
};
