/** @file Softmax and its logarithm. */
import type { Value } from "../graph";
import { axisOf, only, requireType } from "./operand";

/** `e^x / Σ e^x` along an axis, without overflow. ONNX: Softmax. */
export function softmax(x: Value, axis = -1): Value {
  return along("Softmax", x, axis);
}

/** `log(softmax(x))` along an axis, without overflow. ONNX: LogSoftmax. */
export function logSoftmax(x: Value, axis = -1): Value {
  return along("LogSoftmax", x, axis);
}

function along(operation: string, x: Value, axis: number): Value {
  requireType(operation, x, "float32");
  const attributes = { axis: axisOf(operation, x, axis) };
  return only(x.graph.node({ operation, inputs: [x], attributes, outputs: [{ type: "float32", shape: x.shape }] }));
}
