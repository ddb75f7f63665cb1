/** @file Running sums. */
import type { Value } from "../graph";
import { axisOf, only, requireType, scalar } from "./operand";

/** The sum of each element and those before it along an axis. ONNX: CumSum. Has no gradient. */
export function cumulativeSum(x: Value, axis: number): Value {
  requireType("CumSum", x, "float32", "int64");
  const place = axisOf("CumSum", x, axis);
  const inputs = [x, scalar(x.graph, place, "int64")];
  return only(x.graph.node({ operation: "CumSum", inputs, outputs: [{ type: x.type, shape: x.shape }] }));
}
