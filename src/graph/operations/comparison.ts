/** @file Comparisons and choices, element by element. None has a gradient but `where`. */

import type { Operand, Value } from "../graph";
import { broadcastShapes, only, pairwise, requireType, scalar, valuesOf } from "./operand";

/** Where the two are equal. ONNX: Equal. */
export function equal(first: Operand, second: Operand): Value {
  return pairwise("Equal", first, second, "bool");
}

/** Where `first > second`. ONNX: Greater. */
export function greater(first: Operand, second: Operand): Value {
  return pairwise("Greater", first, second, "bool");
}

/** Where `first >= second`. ONNX: GreaterOrEqual. */
export function greaterOrEqual(first: Operand, second: Operand): Value {
  return pairwise("GreaterOrEqual", first, second, "bool");
}

/** Where `first <= second`. ONNX: LessOrEqual. */
export function lessOrEqual(first: Operand, second: Operand): Value {
  return pairwise("LessOrEqual", first, second, "bool");
}

/** Where both hold. ONNX: And. */
export function and(first: Value, second: Value): Value {
  requireType("And", first, "bool");
  return pairwise("And", first, second, "bool");
}

/** Where it does not hold. ONNX: Not. */
export function not(condition: Value): Value {
  requireType("Not", condition, "bool");
  return only(
    condition.graph.node({
      operation: "Not",
      inputs: [condition],
      outputs: [{ type: "bool", shape: condition.shape }],
    }),
  );
}

/** `yes` where the condition holds, `no` elsewhere; all three are broadcast. ONNX: Where. */
export function where(condition: Value, yes: Operand, no: Operand): Value {
  requireType("Where", condition, "bool");
  const { graph } = condition;
  const numbers = typeof yes === "number" && typeof no === "number";
  const operands = numbers ? [scalar(graph, yes), scalar(graph, no)] : valuesOf("Where", [yes, no]);
  const [left, right] = operands as [Value, Value];
  requireType("Where", right, left.type);
  const chosen = broadcastShapes(graph, "Where", left.shape, right.shape);
  const shape = broadcastShapes(graph, "Where", condition.shape, chosen);
  return only(
    graph.node({ operation: "Where", inputs: [condition, left, right], outputs: [{ type: left.type, shape }] }),
  );
}
