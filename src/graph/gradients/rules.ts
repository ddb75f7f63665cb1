/** @file Which rule differentiates which operation. */
import type { GraphNode } from "../graph";
import { addRule, divideRule, multiplyRule, subtractRule } from "./arithmetic";
import { dropoutRule, whereRule } from "./choice";
import {
  absoluteRule,
  castRule,
  cosineRule,
  erfRule,
  expRule,
  geluRule,
  logRule,
  negateRule,
  reciprocalRule,
  reluRule,
  sigmoidRule,
  sineRule,
  softplusRule,
  sqrtRule,
  tanhRule,
} from "./elementwise";
import { gatherElementsRule, gatherRule, scatterAddRowsRule } from "./gather";
import type { GradientRule } from "./gradient";
import { linearCrossEntropyRule } from "./linear-cross-entropy";
import { gemmRule, matMulRule } from "./mat-mul";
import { concatRule, expandRule, padRule, reshapeRule, sliceRule, transposeRule } from "./movement";
import { layerNormalizationRule, logSoftmaxRule, softmaxRule } from "./normalization";
import { reduceMeanRule, reduceSumRule } from "./reduce";

const RULES: Readonly<Record<string, GradientRule>> = {
  Abs: absoluteRule,
  Add: addRule,
  Cast: castRule,
  Concat: concatRule,
  Cos: cosineRule,
  Div: divideRule,
  Dropout: dropoutRule,
  Erf: erfRule,
  Exp: expRule,
  Expand: expandRule,
  Gather: gatherRule,
  GatherElements: gatherElementsRule,
  Gelu: geluRule,
  Gemm: gemmRule,
  LayerNormalization: layerNormalizationRule,
  LinearCrossEntropy: linearCrossEntropyRule,
  Log: logRule,
  LogSoftmax: logSoftmaxRule,
  MatMul: matMulRule,
  Mul: multiplyRule,
  Neg: negateRule,
  Pad: padRule,
  Reciprocal: reciprocalRule,
  ReduceMean: reduceMeanRule,
  ReduceSum: reduceSumRule,
  Relu: reluRule,
  Reshape: reshapeRule,
  ScatterND: scatterAddRowsRule,
  Sigmoid: sigmoidRule,
  Sin: sineRule,
  Slice: sliceRule,
  Softmax: softmaxRule,
  Softplus: softplusRule,
  Sqrt: sqrtRule,
  Squeeze: reshapeRule,
  Sub: subtractRule,
  Tanh: tanhRule,
  Transpose: transposeRule,
  Unsqueeze: reshapeRule,
  Where: whereRule,
};

/** The rule of a node's operation; undefined for operations that have no gradient. */
export function ruleOf(node: GraphNode): GradientRule | undefined {
  return Object.hasOwn(RULES, node.operation) ? RULES[node.operation] : undefined;
}

/** The operations that can be differentiated, for tests and documentation. */
export function differentiableOperations(): readonly string[] {
  return Object.keys(RULES);
}
