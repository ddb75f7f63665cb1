/** @file Gradients of choosing between two tensors, and of dropout. */

import type { Value } from "../graph";
import { multiply } from "../operations/arithmetic";
import { where } from "../operations/comparison";
import { cast } from "../operations/elementwise";
import type { GradientRule } from "./gradient";
import { sumToShape } from "./sum-to-shape";

/** Where: each side gets the gradient where it was chosen. */
export const whereRule: GradientRule = ({ node, gradient, needs }) => {
  const [condition, yes, no] = node.inputs as [Value, Value, Value];
  return [
    undefined,
    needs(1) ? sumToShape(where(condition, gradient, 0), yes.shape) : undefined,
    needs(2) ? sumToShape(where(condition, 0, gradient), no.shape) : undefined,
  ];
};

/** Dropout: the elements that were kept pass their gradient on, scaled as they were. */
export const dropoutRule: GradientRule = ({ node, gradient }) => {
  const [x, rate] = node.inputs as [Value, Value];
  const [, mask] = node.outputs as [Value, Value];
  const probability = Number(x.graph.constantData(rate)?.data[0] ?? 0);
  return [multiply(gradient, multiply(cast(mask, "float32"), 1 / (1 - probability)))];
};
