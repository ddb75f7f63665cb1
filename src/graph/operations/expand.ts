/** @file Repeating a tensor along axes of size 1. */
import { canonical, formatShape, type Shape, sameShape } from "../dimension";
import type { Value } from "../graph";
import { broadcastShapes, only, shapeError } from "./operand";
import { shapeTensor } from "./sizes";

/** The tensor broadcast to `shape`. ONNX: Expand. */
export function expand(x: Value, shape: Shape): Value {
  const target = shape.map(canonical);
  if (sameShape(x.shape, target)) return x;
  if (!sameShape(broadcastShapes(x.graph, "Expand", x.shape, target), target)) {
    throw shapeError(x.graph, "Expand", `${x} cannot be broadcast to ${formatShape(target)}`);
  }
  const inputs = [x, shapeTensor(x.graph, target)];
  return only(x.graph.node({ operation: "Expand", inputs, outputs: [{ type: x.type, shape: target }] }));
}
