/** @file Gradients of the matrix products. */

import type { Value } from "../graph";
import { gemm } from "../operations/gemm";
import { matMul } from "../operations/mat-mul";
import { reduceSum } from "../operations/reduce";
import { reshape, transpose } from "../operations/reshape";
import type { GradientRule } from "./gradient";
import { sumToShape } from "./sum-to-shape";

/** d(A B): dA = G Bᵀ and dB = Aᵀ G, summed over broadcast axes. */
export const matMulRule: GradientRule = ({ node, gradient, needs }) => {
  const [a, b] = node.inputs as [Value, Value];
  return [
    needs(0) ? sumToShape(matMul(gradient, lastTwoExchanged(b)), a.shape) : undefined,
    needs(1) ? sumToShape(matMul(lastTwoExchanged(a), gradient), b.shape) : undefined,
  ];
};

/** d(A B + c) for every combination of transposed operands, without an explicit transpose. */
export const gemmRule: GradientRule = ({ node, gradient, needs }) => {
  const [a, b, bias] = node.inputs as [Value, Value, Value | undefined];
  const transA = node.attributes.transA === 1;
  const transB = node.attributes.transB === 1;
  return [
    needs(0) ? byFirst(gradient, b, transA, transB) : undefined,
    needs(1) ? bySecond(gradient, a, transA, transB) : undefined,
    bias !== undefined && needs(2) ? byBias(gradient, bias) : undefined,
  ];
};

function byFirst(gradient: Value, b: Value, transA: boolean, transB: boolean): Value {
  if (transA) return gemm(b, gradient, undefined, { transA: transB, transB: true });
  return gemm(gradient, b, undefined, { transB: !transB });
}

function bySecond(gradient: Value, a: Value, transA: boolean, transB: boolean): Value {
  if (transB) return gemm(gradient, a, undefined, { transA: true, transB: transA });
  return gemm(a, gradient, undefined, { transA: !transA });
}

function byBias(gradient: Value, bias: Value): Value {
  if (bias.rank === 1 && bias.shape[0] === gradient.shape[1]) return reduceSum(gradient, { axes: [0] });
  const sum = sumToShape(gradient, bias.shape);
  return bias.rank === 2 ? sum : reshape(sum, bias.shape);
}

function lastTwoExchanged(x: Value): Value {
  const order = x.shape.map((_, axis) => axis);
  return transpose(x, [...order.slice(0, -2), x.rank - 1, x.rank - 2]);
}
