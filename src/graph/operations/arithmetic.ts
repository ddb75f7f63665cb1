/** @file Arithmetic of two tensors, broadcast as in NumPy. */
import type { Operand, Value } from "../graph";
import { pairwise } from "./operand";

/** `first + second`, broadcast. ONNX: Add. */
export function add(first: Operand, second: Operand): Value {
  return pairwise("Add", first, second);
}

/** `first - second`, broadcast. ONNX: Sub. */
export function subtract(first: Operand, second: Operand): Value {
  return pairwise("Sub", first, second);
}

/** `first * second`, broadcast. ONNX: Mul. */
export function multiply(first: Operand, second: Operand): Value {
  return pairwise("Mul", first, second);
}

/** `first / second`, broadcast. ONNX: Div. */
export function divide(first: Operand, second: Operand): Value {
  return pairwise("Div", first, second);
}

/** The smaller of each pair, broadcast. ONNX: Min. Has no gradient. */
export function minimum(first: Operand, second: Operand): Value {
  return pairwise("Min", first, second);
}

/** The greater of each pair, broadcast. ONNX: Max. Has no gradient. */
export function maximum(first: Operand, second: Operand): Value {
  return pairwise("Max", first, second);
}
