/** @file The batched matrix product. */
import { formatShape, sameDimension } from "../dimension";
import type { Value } from "../graph";
import { broadcastShapes, only, requireType, shapeError } from "./operand";

/**
 * `first @ second` over the last two axes; the axes before them are broadcast. ONNX: MatMul.
 *
 * Shapes: `[…, n, k]` and `[…, k, m]` give `[…, n, m]`.
 */
export function matMul(first: Value, second: Value): Value {
  requireType("MatMul", first, "float32");
  requireType("MatMul", second, "float32");
  const { graph } = first;
  const [rows, inner] = first.shape.slice(-2);
  const [otherInner, columns] = second.shape.slice(-2);
  if (rows === undefined || inner === undefined || otherInner === undefined || columns === undefined) {
    throw shapeError(
      graph,
      "MatMul",
      `both need two axes or more: ${formatShape(first.shape)} and ${formatShape(second.shape)}`,
    );
  }
  if (!sameDimension(inner, otherInner)) {
    throw shapeError(
      graph,
      "MatMul",
      `${formatShape(first.shape)} and ${formatShape(second.shape)} have inner axes ${inner} and ${otherInner}`,
    );
  }
  const outer = broadcastShapes(graph, "MatMul", first.shape.slice(0, -2), second.shape.slice(0, -2));
  const shape = [...outer, rows, columns];
  return only(graph.node({ operation: "MatMul", inputs: [first, second], outputs: [{ type: "float32", shape }] }));
}
