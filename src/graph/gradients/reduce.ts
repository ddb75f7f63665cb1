/** @file Gradients of sums and means. */
import { type Dimension, multiplyDimensions } from "../dimension";
import type { Value } from "../graph";
import { divide, multiply } from "../operations/arithmetic";
import { cast } from "../operations/elementwise";
import { expand } from "../operations/expand";
import { reshape } from "../operations/reshape";
import { sizeOf } from "../operations/sizes";
import type { GradientRule } from "./gradient";

/** ReduceSum: each summand gets the sum's gradient. */
export const reduceSumRule: GradientRule = ({ node, gradient }) => [
  spread(gradient, node.inputs[0] as Value, axesOf(node.inputs)),
];

/** ReduceMean: each element gets its share of the mean's gradient. */
export const reduceMeanRule: GradientRule = ({ node, gradient }) => {
  const [x] = node.inputs as [Value];
  const axes = axesOf(node.inputs);
  const count = multiplyDimensions(...axes.map((axis) => x.shape[axis] ?? 1));
  const share =
    typeof count === "number"
      ? multiply(gradient, 1 / count)
      : divide(gradient, cast(reshape(sizeOf(x.graph, count), []), "float32"));
  return [spread(share, x, axes)];
};

function spread(gradient: Value, x: Value, axes: readonly number[]): Value {
  const kept = x.shape.map((axis, index): Dimension => (axes.includes(index) ? 1 : axis));
  return expand(reshape(gradient, kept), x.shape);
}

function axesOf(inputs: readonly (Value | undefined)[]): readonly number[] {
  const [x, axes] = inputs as [Value, Value];
  return Array.from(x.graph.constantData(axes)?.data ?? [], Number);
}
