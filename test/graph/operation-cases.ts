/** @file Every differentiable operation in use, for whatever must hold of each: its gradient, and the same on every engine. Tests only. */
import { defaultRng } from "../../src/core/random";
import { Graph, type Value } from "../../src/graph/graph";
import { add, divide, multiply, subtract } from "../../src/graph/operations/arithmetic";
import { greater, where } from "../../src/graph/operations/comparison";
import {
  absolute,
  cast,
  cosine,
  erf,
  exp,
  gelu,
  log,
  negate,
  reciprocal,
  relu,
  sigmoid,
  sine,
  softplus,
  sqrt,
  tanh,
} from "../../src/graph/operations/elementwise";
import { expand } from "../../src/graph/operations/expand";
import { gather, gatherElements } from "../../src/graph/operations/gather";
import { gemm } from "../../src/graph/operations/gemm";
import { concat, pad, slice } from "../../src/graph/operations/join";
import { layerNormalization } from "../../src/graph/operations/layer-normalization";
import { matMul } from "../../src/graph/operations/mat-mul";
import { integers } from "../../src/graph/operations/operand";
import { reduceMean, reduceSum } from "../../src/graph/operations/reduce";
import { reshape, squeeze, transpose, unsqueeze } from "../../src/graph/operations/reshape";
import { scatterAddRows } from "../../src/graph/operations/scatter";
import { logSoftmax, softmax } from "../../src/graph/operations/softmax";

/** A result to differentiate, of parameters that `p` makes: by default between -1.2 and 1.2, away from 0. */
export type Build = (p: (name: string, shape: readonly number[]) => Value, graph: Graph) => Value;

/** One operation in one use. */
export interface OperationCase {
  operation: string;
  name: string;
  build: Build;
  /** Where the function is smooth and defined: only positive parameters. */
  positive?: boolean;
}

/** A case or more for every operation with a gradient rule. */
export const OPERATION_CASES: readonly OperationCase[] = [
  { operation: "Abs", name: "away from 0", build: (p) => absolute(p("x", [3, 4])) },
  { operation: "Add", name: "broadcast both ways", build: (p) => add(p("x", [3, 1, 4]), p("y", [2, 1])) },
  { operation: "Add", name: "with a number", build: (p) => add(3, p("y", [2, 5])) },
  { operation: "Cast", name: "float to float", build: (p) => cast(p("x", [4]), "float32") },
  {
    operation: "Concat",
    name: "three along axis 1",
    build: (p) => concat([p("x", [2, 1]), p("y", [2, 3]), p("z", [2, 2])], 1),
  },
  { operation: "Cos", name: "", build: (p) => cosine(p("x", [3, 4])) },
  { operation: "Div", name: "broadcast", build: (p) => divide(p("x", [3, 4]), p("y", [4])) },
  { operation: "Div", name: "number over a scalar", build: (p) => divide(2, p("y", [])) },
  { operation: "Erf", name: "", build: (p) => erf(p("x", [3, 4])) },
  { operation: "Exp", name: "", build: (p) => exp(p("x", [3, 4])) },
  { operation: "Expand", name: "two axes", build: (p) => expand(p("x", [3, 1]), [2, 3, 4]) },
  {
    operation: "Gather",
    name: "rows, some twice",
    build: (p, g) => gather(p("x", [5, 3]), integers(g, [4, 0, 4, 4, 2])),
  },
  { operation: "Gather", name: "along axis 1", build: (p, g) => gather(p("x", [2, 5, 3]), integers(g, [1, 1, 4]), 1) },
  { operation: "Gather", name: "one fixed slice", build: (p, g) => gather(p("x", [2, 5, 3]), integers(g, [1]), 1) },
  {
    operation: "Gather",
    name: "the last slice, counted from the back, without its axis",
    build: (p, g) =>
      gather(p("x", [2, 5, 3]), g.constant({ type: "int64", shape: [], data: BigInt64Array.of(-1n) }), 1),
  },
  {
    operation: "Gather",
    name: "rows of what was computed",
    build: (p, g) => gather(tanh(p("x", [5, 3])), integers(g, [4, 0, 4])),
  },
  {
    operation: "GatherElements",
    name: "one a row, and twice the same",
    build: (p, g) =>
      gatherElements(
        p("x", [2, 4]),
        g.constant({ type: "int64", shape: [2, 3], data: BigInt64Array.of(3n, 3n, 0n, 1n, 2n, 1n) }),
        1,
      ),
  },
  { operation: "Gelu", name: "exact", build: (p) => gelu(p("x", [3, 4])) },
  { operation: "Gelu", name: "tanh", build: (p) => gelu(p("x", [3, 4]), "tanh") },
  ...([false, true] as const).flatMap((transA) =>
    ([false, true] as const).map(
      (transB): OperationCase => ({
        operation: "Gemm",
        name: `transA ${transA}, transB ${transB}`,
        build: (p) =>
          gemm(p("x", transA ? [4, 3] : [3, 4]), p("y", transB ? [5, 4] : [4, 5]), p("b", [5]), { transA, transB }),
      }),
    ),
  ),
  { operation: "Gemm", name: "bias of one column", build: (p) => gemm(p("x", [3, 4]), p("y", [4, 5]), p("b", [3, 1])) },
  {
    operation: "LayerNormalization",
    name: "three axes",
    build: (p) => layerNormalization(p("x", [2, 3, 5]), p("s", [5]), p("b", [5]), 1e-5),
  },
  { operation: "Log", name: "", build: (p) => log(p("x", [3, 4])), positive: true },
  { operation: "LogSoftmax", name: "", build: (p) => logSoftmax(p("x", [3, 4])) },
  { operation: "MatMul", name: "matrices", build: (p) => matMul(p("x", [3, 4]), p("y", [4, 2])) },
  { operation: "MatMul", name: "batches, broadcast", build: (p) => matMul(p("x", [2, 1, 3, 4]), p("y", [3, 4, 2])) },
  { operation: "Mul", name: "broadcast", build: (p) => multiply(p("x", [3, 4]), p("y", [3, 1])) },
  { operation: "Mul", name: "by itself", build: (p) => multiply(p("x", [3, 4]), p("x", [3, 4])) },
  { operation: "Neg", name: "", build: (p) => negate(p("x", [3, 4])) },
  { operation: "Pad", name: "both ends", build: (p) => pad(p("x", [2, 3]), 1, 2, 1) },
  { operation: "Reciprocal", name: "", build: (p) => reciprocal(p("x", [3, 4])) },
  {
    operation: "ReduceMean",
    name: "last axis kept",
    build: (p) => reduceMean(p("x", [3, 4]), { axes: [-1], keepDims: true }),
  },
  { operation: "ReduceMean", name: "two axes", build: (p) => reduceMean(p("x", [3, 4, 2]), { axes: [0, 2] }) },
  { operation: "ReduceSum", name: "all", build: (p) => reduceSum(p("x", [3, 4])) },
  { operation: "ReduceSum", name: "first axis", build: (p) => reduceSum(p("x", [3, 4]), { axes: [0] }) },
  { operation: "Relu", name: "", build: (p) => relu(p("x", [3, 4])) },
  { operation: "Reshape", name: "", build: (p) => reshape(p("x", [3, 4]), [2, 6]) },
  {
    operation: "ScatterND",
    name: "table and rows",
    build: (p, g) =>
      scatterAddRows(
        p("x", [4, 3]),
        g.constant({ type: "int64", shape: [3, 1], data: BigInt64Array.of(2n, 0n, 2n) }),
        p("y", [3, 3]),
      ),
  },
  { operation: "Sigmoid", name: "", build: (p) => sigmoid(p("x", [3, 4])) },
  { operation: "Sin", name: "", build: (p) => sine(p("x", [3, 4])) },
  { operation: "Slice", name: "middle", build: (p) => slice(p("x", [2, 5]), 1, 1, 4) },
  { operation: "Softmax", name: "last axis", build: (p) => softmax(p("x", [3, 4])) },
  { operation: "Softmax", name: "middle axis", build: (p) => softmax(p("x", [2, 3, 4]), 1) },
  { operation: "Softplus", name: "", build: (p) => softplus(p("x", [3, 4])) },
  { operation: "Sqrt", name: "", build: (p) => sqrt(p("x", [3, 4])), positive: true },
  { operation: "Squeeze", name: "", build: (p) => squeeze(p("x", [3, 1, 4]), [1]) },
  { operation: "Sub", name: "broadcast", build: (p) => subtract(p("x", [4]), p("y", [3, 4])) },
  { operation: "Tanh", name: "", build: (p) => tanh(p("x", [3, 4])) },
  { operation: "Transpose", name: "three axes", build: (p) => transpose(p("x", [2, 3, 4]), [2, 0, 1]) },
  { operation: "Unsqueeze", name: "", build: (p) => unsqueeze(p("x", [3, 4]), [0, 2]) },
  {
    operation: "Where",
    name: "both sides broadcast",
    build: (p) => where(greater(p("c", [3, 4]), 0), p("x", [4]), p("y", [3, 1])),
  },
];

/** A case's graph, whose output `loss` weighs every element of the result differently, with the parameters' values. */
export function lossOf(
  build: Build,
  seed: number,
  positive: boolean,
): { graph: Graph; weights: Map<string, { data: Float32Array; shape: readonly number[] }> } {
  const rng = defaultRng(seed);
  const graph = new Graph("case");
  const weights = new Map<string, { data: Float32Array; shape: readonly number[] }>();
  const parameter = (name: string, shape: readonly number[]): Value => {
    if (!weights.has(name)) {
      const size = shape.reduce((product, axis) => product * axis, 1);
      const draw = (): number => (0.3 + 0.9 * rng.random()) * (positive || rng.random() < 0.5 ? 1 : -1);
      weights.set(name, { shape, data: Float32Array.from({ length: size }, draw) });
    }
    return graph.parameter(name, shape);
  };
  const result = build(parameter, graph);
  const size = result.shape.reduce((product: number, axis) => product * Number(axis), 1);
  // A random weight for each element of the result: every entry of the Jacobian counts, and none alike.
  const mixed = graph.constant({
    type: "float32",
    shape: result.shape.map(Number),
    data: Float32Array.from({ length: size }, () => rng.random() - 0.3),
  });
  graph.output("loss", reduceSum(multiply(result, mixed)));
  return { graph, weights };
}
