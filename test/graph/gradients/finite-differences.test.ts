import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultRng } from "../../../src/core/random";
import { differentiableOperations } from "../../../src/graph/gradients/rules";
import { Graph, type Value } from "../../../src/graph/graph";
import { add, divide, multiply, subtract } from "../../../src/graph/operations/arithmetic";
import { greater, where } from "../../../src/graph/operations/comparison";
import { dropout } from "../../../src/graph/operations/dropout";
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
} from "../../../src/graph/operations/elementwise";
import { expand } from "../../../src/graph/operations/expand";
import { gather, gatherElements } from "../../../src/graph/operations/gather";
import { gemm } from "../../../src/graph/operations/gemm";
import { concat, pad, slice } from "../../../src/graph/operations/join";
import { layerNormalization } from "../../../src/graph/operations/layer-normalization";
import { matMul } from "../../../src/graph/operations/mat-mul";
import { integers } from "../../../src/graph/operations/operand";
import { reduceMean, reduceSum } from "../../../src/graph/operations/reduce";
import { reshape, squeeze, transpose, unsqueeze } from "../../../src/graph/operations/reshape";
import { scatterAddRows } from "../../../src/graph/operations/scatter";
import { logSoftmax, softmax } from "../../../src/graph/operations/softmax";
import { type RunRequest, runForward } from "../../models/run-forward";

/** A result to differentiate, of parameters that `p` makes: by default between -1.2 and 1.2, away from 0. */
type Build = (p: (name: string, shape: readonly number[]) => Value, graph: Graph) => Value;

interface Case {
  operation: string;
  name: string;
  build: Build;
  /** Where the function is smooth and defined: only positive parameters. */
  positive?: boolean;
}

const cases: readonly Case[] = [
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
      (transB): Case => ({
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

/** Operations whose rule is held to something better than finite differences, and where. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  Dropout: "below: its mask is random",
  LinearCrossEntropy: "test/graph/losses: PyTorch's cross-entropy",
};

test("every operation with a gradient rule has a case here", () => {
  const covered = new Set([...cases.map(({ operation }) => operation), ...Object.keys(ELSEWHERE)]);
  assert.deepEqual(
    differentiableOperations().filter((operation) => !covered.has(operation)),
    [],
  );
});

for (const [index, { operation, name, build, positive }] of cases.entries()) {
  test(`${operation} ${name}: the gradient is that of finite differences`, async () => {
    const { graph, weights } = lossOf(build, index, positive ?? false);
    const { gradients } = await runForward(graph, { weights, inputs: {}, outputs: [], gradients: "all" });
    // Along the gradient itself the slope is the gradient's length, the direction in which rounding matters least.
    for (const [parameter, gradient] of gradients) {
      const length = Math.hypot(...gradient);
      if (operation === "Where" && parameter === "c") continue;
      assert.ok(length > 0, `${parameter} has no gradient`);
      const slope = await slopeAlong(
        { build, seed: index, positive: positive ?? false },
        weights,
        parameter,
        gradient,
        length,
      );
      assert.ok(
        Math.abs(slope - length) <= 3e-3 * length,
        `${parameter}: finite differences give ${slope}, the rule gives ${length}`,
      );
    }
  });
}

test("dropout's gradient goes where its mask let the value through", async () => {
  const graph = new Graph("dropout");
  const x = graph.parameter("x", [1000]);
  const kept = graph.output("kept", dropout(x, 0.25));
  graph.output("loss", reduceSum(kept));
  const weights = new Map([["x", { data: new Float32Array(1000).fill(1), shape: [1000] }]]);
  const { outputs, gradients } = await runForward(graph, { weights, inputs: {}, gradients: "all" });
  const out = outputs.get("kept")?.data ?? new Float32Array();
  assert.deepEqual(gradients.get("x"), out);
  const share = out.filter((value) => value === 0).length / 1000;
  assert.ok(share > 0.15 && share < 0.35, `a quarter should be dropped, but ${share} was`);
  assert.ok(out.every((value) => value === 0 || Math.abs(value - 4 / 3) < 1e-6));
});

test("a symbolic shape goes forward and back", async () => {
  const graph = new Graph("symbolic");
  const ids = graph.input("ids", "int64", ["batch", "sequence"]);
  const table = graph.parameter("table", [6, 4]);
  const rows = reshape(gather(table, reshape(ids, ["batch*sequence"])), ["batch", "sequence", 2, 2]);
  const swapped = transpose(rows, [0, 2, 1, 3]);
  const scores = softmax(matMul(swapped, transpose(rows, [0, 2, 3, 1])));
  const joined = reshape(transpose(matMul(scores, swapped), [0, 2, 1, 3]), ["batch*sequence", 4]);
  graph.output("loss", reduceMean(multiply(joined, joined)));
  const rng = defaultRng(5);
  const data = Float32Array.from({ length: 24 }, () => rng.random() - 0.5);
  for (const [batch, sequence] of [
    [2, 3],
    [1, 1],
    [3, 5],
  ] as const) {
    const shape = [batch, sequence];
    const inputs = { ids: { shape, data: Array.from({ length: batch * sequence }, (_, place) => (place * 7) % 6) } };
    const at = async (values: Float32Array): Promise<number> => {
      const { outputs } = await runForward(graph, {
        weights: new Map([["table", { data: values, shape: [6, 4] }]]),
        inputs,
      });
      return outputs.get("loss")?.data[0] ?? Number.NaN;
    };
    const { gradients } = await runForward(graph, {
      weights: new Map([["table", { data, shape: [6, 4] }]]),
      inputs,
      outputs: [],
      gradients: "all",
    });
    const gradient = gradients.get("table") ?? new Float32Array();
    const length = Math.hypot(...gradient);
    const step = (size: number) => data.map((value, place) => value + (size * (gradient[place] ?? 0)) / length);
    const slope = ((await at(step(0.01))) - (await at(step(-0.01)))) / 0.02;
    assert.ok(Math.abs(slope - length) < 5e-3 * length, `${shape}: ${slope} and ${length}`);
  }
});

function lossOf(build: Build, seed: number, positive: boolean) {
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

async function slopeAlong(
  of: { build: Build; seed: number; positive: boolean },
  weights: RunRequest["weights"],
  parameter: string,
  gradient: Float32Array,
  length: number,
): Promise<number> {
  const at = async (size: number): Promise<number> => {
    const moved = new Map(
      [...weights].map(([name, { data, shape }]) => [name, { data: Float32Array.from(data), shape }]),
    );
    const values = moved.get(parameter)?.data ?? new Float32Array();
    for (const [place, value] of gradient.entries()) values[place] = (values[place] ?? 0) + (size * value) / length;
    const { graph } = lossOf(of.build, of.seed, of.positive);
    const { outputs } = await runForward(graph, { weights: moved, inputs: {} });
    return outputs.get("loss")?.data[0] ?? Number.NaN;
  };
  const central = async (size: number): Promise<number> => ((await at(size)) - (await at(-size))) / (2 * size);
  // Richardson's extrapolation takes the second-order error away, so that the step may be large enough for float32.
  return (4 * (await central(0.02)) - (await central(0.04))) / 3;
}
