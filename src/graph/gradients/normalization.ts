/** @file Gradients of softmax, its logarithm, and layer normalization. */

import type { Value } from "../graph";
import { add, multiply, subtract } from "../operations/arithmetic";
import { exp } from "../operations/elementwise";
import { reduceMean, reduceSum } from "../operations/reduce";
import type { GradientRule } from "./gradient";
import { sumToShape } from "./sum-to-shape";

/** Softmax: dx = y (g - Σ g y). */
export const softmaxRule: GradientRule = ({ node, gradient }) => {
  const [y] = node.outputs as [Value];
  const weighted = multiply(gradient, y);
  const total = reduceSum(weighted, { axes: [node.attributes.axis as number], keepDims: true });
  return [subtract(weighted, multiply(y, total))];
};

/** LogSoftmax: dx = g - e^y Σ g. */
export const logSoftmaxRule: GradientRule = ({ node, gradient }) => {
  const [y] = node.outputs as [Value];
  const total = reduceSum(gradient, { axes: [node.attributes.axis as number], keepDims: true });
  return [subtract(gradient, multiply(exp(y), total))];
};

/**
 * Layer normalization, from the mean and the inverse deviation that the forward operation gave:
 * with x̂ the normalized input and d = g · scale, dx = (d - mean(d) - x̂ mean(d x̂)) / deviation.
 */
export const layerNormalizationRule: GradientRule = ({ node, gradient, needs }) => {
  const [x, scale, bias] = node.inputs as [Value, Value, Value];
  const [, mean, inverse] = node.outputs as [Value, Value, Value];
  const normalized = multiply(subtract(x, mean), inverse);
  const byScale = needs(1) ? sumToShape(multiply(gradient, normalized), scale.shape) : undefined;
  const byBias = needs(2) ? sumToShape(gradient, bias.shape) : undefined;
  if (!needs(0)) return [undefined, byScale, byBias];
  const d = multiply(gradient, scale);
  const ofMean = reduceMean(d, { axes: [-1], keepDims: true });
  const ofDeviation = multiply(normalized, reduceMean(multiply(d, normalized), { axes: [-1], keepDims: true }));
  return [multiply(subtract(d, add(ofDeviation, ofMean)), inverse), byScale, byBias];
};
