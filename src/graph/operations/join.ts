/** @file Joining tensors, cutting pieces out of them and padding them. */
import { addDimensions, type Dimension, formatShape, sameShape, subtractDimensions } from "../dimension";
import type { Value } from "../graph";
import { axisOf, integers, only, scalar, shapeError } from "./operand";
import { shapeTensor, sizeOf } from "./sizes";

/** The tensors one after another along an axis. ONNX: Concat. */
export function concat(values: readonly Value[], axis: number): Value {
  const [first] = values;
  if (first === undefined) throw new RangeError("concat: `values` must hold one value or more, but got none.");
  const place = axisOf("Concat", first, axis);
  const others = (value: Value) => value.shape.filter((_, index) => index !== place);
  for (const value of values) {
    if (value.rank !== first.rank || !sameShape(others(value), others(first))) {
      throw shapeError(first.graph, "Concat", `${first} and ${value} along axis ${place}`);
    }
  }
  const total = addDimensions(...values.map((value) => value.shape[place] ?? 0));
  const shape = first.shape.map((axis, index): Dimension => (index === place ? total : axis));
  return only(
    first.graph.node({
      operation: "Concat",
      inputs: [...values],
      attributes: { axis: place },
      outputs: [{ type: first.type, shape }],
    }),
  );
}

/** The part from `start` (included) to `end` (excluded) along an axis; both count from the front. ONNX: Slice. */
export function slice(x: Value, axis: number, start: Dimension, end: Dimension): Value {
  const place = axisOf("Slice", x, axis);
  const { graph } = x;
  const length = subtractDimensions(end, start);
  if (typeof length === "number" && length < 0) {
    throw shapeError(graph, "Slice", `from ${start} to ${end} along axis ${place} of ${x}`);
  }
  const shape = x.shape.map((axis, index): Dimension => (index === place ? length : axis));
  const inputs = [x, sizeOf(graph, start), sizeOf(graph, end), integers(graph, [place])];
  return only(
    graph.node({
      operation: "Slice",
      inputs,
      dimensions: { axis: place, start, end },
      outputs: [{ type: x.type, shape }],
    }),
  );
}

/** `x` with so many zeros before and after it along an axis. ONNX: Pad. */
export function pad(x: Value, axis: number, before: Dimension, after: Dimension): Value {
  const place = axisOf("Pad", x, axis);
  const { graph } = x;
  const zeros = x.shape.map((): Dimension => 0);
  const pads = [...zeros, ...zeros];
  pads[place] = before;
  pads[x.rank + place] = after;
  const shape = x.shape.map((axis, index): Dimension => (index === place ? addDimensions(axis, before, after) : axis));
  if (shape.length === 0) throw shapeError(graph, "Pad", `a scalar has no axis: ${formatShape(x.shape)}`);
  const inputs = [x, shapeTensor(graph, pads), scalar(graph, 0, x.type)];
  return only(
    graph.node({
      operation: "Pad",
      inputs,
      dimensions: { axis: place, before, after },
      outputs: [{ type: x.type, shape }],
    }),
  );
}
