/** @file Undoing a broadcast: the gradient of a tensor that was repeated is the sum over its copies. */
import { formatShape, type Shape, sameDimension, sameShape } from "../dimension";
import type { Value } from "../graph";
import { reduceSum } from "../operations/reduce";
import { reshape } from "../operations/reshape";

/** `gradient` summed over the axes along which a tensor of `shape` was broadcast. */
export function sumToShape(gradient: Value, shape: Shape): Value {
  if (sameShape(gradient.shape, shape)) return gradient;
  const added = gradient.rank - shape.length;
  const axes = gradient.shape.flatMap((dimension, axis) => {
    const own = axis < added ? undefined : shape[axis - added];
    return own !== undefined && sameDimension(own, dimension) ? [] : [axis];
  });
  const sum = axes.length === 0 ? gradient : reduceSum(gradient, { axes, keepDims: true });
  return formatShape(sum.shape) === formatShape(shape) ? sum : reshape(sum, shape);
}
