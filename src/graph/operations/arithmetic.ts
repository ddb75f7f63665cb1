/** @file Arithmetic of two tensors, broadcast as in NumPy. */
import type { Operand, Value } from "../graph";
import { broadcastShapes, only, requireType, valuesOf } from "./operand";

/** `first + second`, broadcast. ONNX: Add. */
export function add(first: Operand, second: Operand): Value {
  return binary("Add", first, second);
}

/** `first - second`, broadcast. ONNX: Sub. */
export function subtract(first: Operand, second: Operand): Value {
  return binary("Sub", first, second);
}

/** `first * second`, broadcast. ONNX: Mul. */
export function multiply(first: Operand, second: Operand): Value {
  return binary("Mul", first, second);
}

/** `first / second`, broadcast. ONNX: Div. */
export function divide(first: Operand, second: Operand): Value {
  return binary("Div", first, second);
}

/** The smaller of each pair, broadcast. ONNX: Min. Has no gradient. */
export function minimum(first: Operand, second: Operand): Value {
  return binary("Min", first, second);
}

/** The greater of each pair, broadcast. ONNX: Max. Has no gradient. */
export function maximum(first: Operand, second: Operand): Value {
  return binary("Max", first, second);
}

function binary(operation: string, first: Operand, second: Operand): Value {
  const [left, right] = valuesOf(operation, [first, second]) as [Value, Value];
  requireType(operation, right, left.type);
  const shape = broadcastShapes(left.graph, operation, left.shape, right.shape);
  return only(left.graph.node({ operation, inputs: [left, right], outputs: [{ type: left.type, shape }] }));
}
