/** @file Sums, means and maxima along axes. */
import type { Dimension } from "../dimension";
import type { Value } from "../graph";
import { axisOf, integers, only, requireType } from "./operand";

/** Options of the reductions. */
export interface ReduceOptions {
  /** Which axes to reduce; negative ones count from the back. By default all. */
  axes?: readonly number[];
  /**
   * Whether a reduced axis stays, with size 1.
   * @default false
   */
  keepDims?: boolean;
}

/** The sum. ONNX: ReduceSum. */
export function reduceSum(x: Value, options: ReduceOptions = {}): Value {
  return reduce("ReduceSum", x, options);
}

/** The mean. ONNX: ReduceMean. */
export function reduceMean(x: Value, options: ReduceOptions = {}): Value {
  return reduce("ReduceMean", x, options);
}

/** The greatest. ONNX: ReduceMax. Has no gradient. */
export function reduceMax(x: Value, options: ReduceOptions = {}): Value {
  return reduce("ReduceMax", x, options);
}

/** The sum of squares. ONNX: ReduceSumSquare. Has no gradient. */
export function reduceSumSquare(x: Value, options: ReduceOptions = {}): Value {
  return reduce("ReduceSumSquare", x, options);
}

function reduce(operation: string, x: Value, options: ReduceOptions): Value {
  requireType(operation, x, "float32", "int64");
  const axes = (options.axes ?? x.shape.map((_, axis) => axis)).map((axis) => axisOf(operation, x, axis));
  const keep = options.keepDims ?? false;
  const shape: Dimension[] = [];
  for (const [axis, dimension] of x.shape.entries()) {
    if (!axes.includes(axis)) shape.push(dimension);
    else if (keep) shape.push(1);
  }
  return only(
    x.graph.node({
      operation,
      inputs: [x, integers(x.graph, axes)],
      attributes: { keepdims: keep ? 1 : 0 },
      outputs: [{ type: x.type, shape }],
    }),
  );
}
