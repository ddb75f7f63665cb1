/** @file Operations that move no number: reshape, transpose, new and removed axes. */
import { canonical, type Dimension, formatShape, multiplyDimensions, type Shape, sameDimension } from "../dimension";
import type { Value } from "../graph";
import { axisOf, integers, only, shapeError } from "./operand";
import { shapeTensor } from "./sizes";

/** The same numbers in the same order under another shape. ONNX: Reshape. */
export function reshape(x: Value, shape: Shape): Value {
  const target = shape.map(canonical);
  if (!sameDimension(multiplyDimensions(...x.shape), multiplyDimensions(...target))) {
    throw shapeError(x.graph, "Reshape", `${x} cannot become ${formatShape(target)}`);
  }
  const inputs = [x, fixedTarget(x, target) ?? shapeTensor(x.graph, target)];
  return only(x.graph.node({ operation: "Reshape", inputs, outputs: [{ type: x.type, shape: target }] }));
}

/** The axes in another order; by default reversed. ONNX: Transpose. */
export function transpose(x: Value, order?: readonly number[]): Value {
  const axes = order ?? x.shape.map((_, index) => x.rank - 1 - index);
  if (axes.length !== x.rank || new Set(axes.map((axis) => axisOf("Transpose", x, axis))).size !== x.rank) {
    throw shapeError(x.graph, "Transpose", `the order [${axes.join(", ")}] does not name each axis of ${x} once`);
  }
  const shape = axes.map((axis): Dimension => x.shape[axis] ?? 1);
  return only(
    x.graph.node({
      operation: "Transpose",
      inputs: [x],
      attributes: { perm: axes },
      outputs: [{ type: x.type, shape }],
    }),
  );
}

/** New axes of size 1 at these places of the result. ONNX: Unsqueeze. */
export function unsqueeze(x: Value, axes: readonly number[]): Value {
  const rank = x.rank + axes.length;
  const places = axes.map((axis) => (axis < 0 ? axis + rank : axis));
  if (
    new Set(places).size !== places.length ||
    places.some((axis) => !Number.isInteger(axis) || axis < 0 || axis >= rank)
  ) {
    throw shapeError(x.graph, "Unsqueeze", `[${axes.join(", ")}] are not new axes for ${x}`);
  }
  const kept = [...x.shape];
  const shape = Array.from({ length: rank }, (_, axis): Dimension => (places.includes(axis) ? 1 : (kept.shift() ?? 1)));
  const inputs = [x, integers(x.graph, places)];
  return only(x.graph.node({ operation: "Unsqueeze", inputs, outputs: [{ type: x.type, shape }] }));
}

/** Without these axes, which must be of size 1. ONNX: Squeeze. */
export function squeeze(x: Value, axes: readonly number[]): Value {
  const places = axes.map((axis) => axisOf("Squeeze", x, axis));
  for (const place of places) {
    if (x.shape[place] !== 1) throw shapeError(x.graph, "Squeeze", `axis ${place} of ${x} is not 1`);
  }
  const shape = x.shape.filter((_, axis) => !places.includes(axis));
  const inputs = [x, integers(x.graph, places)];
  return only(x.graph.node({ operation: "Squeeze", inputs, outputs: [{ type: x.type, shape }] }));
}

/** The target as constants, 0 for an axis that is kept and one -1, where that says it all: the run then computes no shape. */
function fixedTarget(x: Value, target: Shape): Value | undefined {
  let open = 0;
  const list = target.map((axis, index) => {
    if (typeof axis === "number") return axis;
    const kept = x.shape[index];
    if (kept !== undefined && sameDimension(kept, axis)) return 0;
    open++;
    return -1;
  });
  // ONNX reads 0 as "keep", and cannot tell -1 when an axis is empty.
  if (open > 1 || target.includes(0)) return undefined;
  return integers(x.graph, list);
}
