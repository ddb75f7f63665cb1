import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultRng } from "../../../src/core/random";
import { differentiableOperations } from "../../../src/graph/gradients/rules";
import { Graph } from "../../../src/graph/graph";
import { multiply } from "../../../src/graph/operations/arithmetic";
import { dropout } from "../../../src/graph/operations/dropout";
import { gather } from "../../../src/graph/operations/gather";
import { matMul } from "../../../src/graph/operations/mat-mul";
import { reduceMean, reduceSum } from "../../../src/graph/operations/reduce";
import { reshape, transpose } from "../../../src/graph/operations/reshape";
import { softmax } from "../../../src/graph/operations/softmax";
import { type RunRequest, runForward } from "../../models/run-forward";
import { type Build, lossOf, OPERATION_CASES } from "../operation-cases";

/** Operations whose rule is held to something better than finite differences, and where. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  Dropout: "below: its mask is random",
  LinearCrossEntropy: "test/graph/losses: PyTorch's cross-entropy",
};

test("every operation with a gradient rule has a case here", () => {
  const covered = new Set([...OPERATION_CASES.map(({ operation }) => operation), ...Object.keys(ELSEWHERE)]);
  assert.deepEqual(
    differentiableOperations().filter((operation) => !covered.has(operation)),
    [],
  );
});

for (const [index, { operation, name, build, positive }] of OPERATION_CASES.entries()) {
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
