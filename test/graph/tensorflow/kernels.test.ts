/** @file Every operation computes on TensorFlow.js what it computes on onnxruntime, and TensorFlow's gradient is our rule's. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { findProjectRoot } from "../../../src/core/project-root";
import { defaultRng } from "../../../src/core/random";
import { Graph, type Value } from "../../../src/graph/graph";
import { linearCrossEntropy } from "../../../src/graph/losses/linear-cross-entropy";
import { add, divide, maximum, minimum, multiply } from "../../../src/graph/operations/arithmetic";
import { and, equal, greater, greaterOrEqual, lessOrEqual, not, where } from "../../../src/graph/operations/comparison";
import { cumulativeSum } from "../../../src/graph/operations/cumulative-sum";
import { cast, sign } from "../../../src/graph/operations/elementwise";
import { expand } from "../../../src/graph/operations/expand";
import { gather, gatherElements } from "../../../src/graph/operations/gather";
import { concat, pad, slice } from "../../../src/graph/operations/join";
import { integers, scalar } from "../../../src/graph/operations/operand";
import { reduceMax, reduceMean, reduceSum, reduceSumSquare } from "../../../src/graph/operations/reduce";
import { reshape } from "../../../src/graph/operations/reshape";
import { scatterAddElements } from "../../../src/graph/operations/scatter";
import { indicesWhere, unique } from "../../../src/graph/operations/select";
import { range, sizeOf } from "../../../src/graph/operations/sizes";
import { softmax } from "../../../src/graph/operations/softmax";
import { GraphRunner } from "../../../src/graph/tensorflow/graph-runner";
import { kernelNames } from "../../../src/graph/tensorflow/kernel-table";
import { dropoutMask } from "../../../src/graph/tensorflow/kernels/dropout";
import { type LoadedTensorFlow, loadTensorFlow } from "../../../src/graph/tensorflow/load-tensorflow";
import { lossGradients, planLoss } from "../../../src/graph/tensorflow/loss-gradients";
import type { Feeds } from "../../../src/graph/training/training-session";
import { relativeDistance } from "../../models/goldens";
import { runForward } from "../../models/run-forward";
import { type Build, lossOf, OPERATION_CASES } from "../operation-cases";

/** The "cpu" backend's error function is a polynomial that is 1.5e-7 off. */
const NEAR = 2e-6;
const BACKENDS = ["auto", "never"] as const;

test("every operation that a graph can hold has a kernel", () => {
  const root = join(findProjectRoot(__dirname), "src", "graph");
  const emitted = new Set<string>();
  for (const folder of ["operations", "composites", "losses"]) {
    for (const file of readdirSync(join(root, folder))) {
      // Operations' names are the only texts in these files that begin with a capital and are one word.
      for (const [, name = ""] of readFileSync(join(root, folder, file), "utf8").matchAll(/"([A-Z][A-Za-z]+)"/g)) {
        emitted.add(name);
      }
    }
  }
  assert.ok(emitted.size > 50, "the operations' names are found");
  assert.deepEqual([...emitted].sort(), kernelNames());
});

/** The head of a vocabulary of 7, in so many pieces, with an ignored row. */
function head(chunks: number, smoothing: number): Build {
  return (p, graph) =>
    linearCrossEntropy(
      {
        hidden: p("x", [5, 3]),
        weight: p("w", [7, 3]),
        bias: p("b", [7]),
        labels: integers(graph, [6, 0, -100, 3, 3]),
      },
      { chunks, labelSmoothing: smoothing },
    );
}

const GRADIENT_CASES = [
  ...OPERATION_CASES,
  { operation: "LinearCrossEntropy", name: "in one piece", build: head(1, 0) },
  { operation: "LinearCrossEntropy", name: "in three pieces, smoothed", build: head(3, 0.2) },
];

for (const native of BACKENDS) {
  describe(`loss and gradients, native: ${native}`, () => {
    for (const [index, { operation, name, build, ...more }] of GRADIENT_CASES.entries()) {
      test(`${operation} ${name}`, async () => {
        const positive = "positive" in more && more.positive === true;
        const theirs = lossOf(build, index, positive);
        const expected = await runForward(theirs.graph, { weights: theirs.weights, inputs: {}, gradients: "all" });
        const loaded = await loadTensorFlow({ native });
        const { graph, weights } = lossOf(build, index, positive);
        const found = differentiated(loaded, graph, weights);
        const loss = expected.outputs.get("loss")?.data[0] ?? Number.NaN;
        assert.ok(Math.abs(found.loss - loss) <= NEAR * Math.max(1, Math.abs(loss)), `${found.loss} and ${loss}`);
        assert.ok(expected.gradients.size > 0);
        for (const [parameter, gradient] of expected.gradients) {
          const zeros = new Float32Array(gradient.length);
          const distance = relativeDistance(found.gradients.get(parameter) ?? zeros, gradient);
          assert.ok(distance <= NEAR, `${parameter}: ${distance} away`);
        }
      });
    }
  });
}

function differentiated(
  { tf }: LoadedTensorFlow,
  graph: Graph,
  weights: ReadonlyMap<string, { data: Float32Array; shape: readonly number[] }>,
): { loss: number; gradients: Map<string, Float32Array> } {
  const before = tf.memory().numTensors;
  const variables = new Map(
    [...weights].map(([name, { data, shape }]) => [name, tf.tidy(() => tf.variable(tf.tensor(data, [...shape])))]),
  );
  const trained = [...variables.keys()];
  const { loss, gradients } = lossGradients(tf, planLoss(graph, trained), variables, trained, {
    feeds: {},
    dropoutSeed: 0,
  });
  const numbers = new Map([...gradients].map(([name, tensor]) => [name, Float32Array.from(tensor.dataSync())]));
  for (const tensor of [...gradients.values(), ...variables.values()]) tensor.dispose();
  assert.equal(tf.memory().numTensors, before, "tensors are left in memory");
  return { loss, gradients: numbers };
}

/** What has no gradient, or depends on what only the run knows. `x` is `[rows, 3]` and `ids` `[rows]`. */
const FORWARD: Readonly<Record<string, (x: Value, ids: Value) => Value>> = {
  Min: (x) => minimum(x, 0.1),
  Max: (x) => maximum(x, slice(x, 1, 0, 1)),
  Equal: (_, ids) => equal(ids, 2),
  Greater: (x) => greater(x, 0),
  GreaterOrEqual: (_, ids) => greaterOrEqual(ids, 2),
  LessOrEqual: (_, ids) => lessOrEqual(ids, 2),
  "And, Not": (x) => and(greater(x, -0.3), not(greater(x, 0.3))),
  "Where of whole numbers": (_, ids) => where(equal(ids, 2), scalar(ids.graph, -1, "int64"), ids),
  Sign: (x) => sign(x),
  "CumSum of floats": (x) => cumulativeSum(x, 1),
  "CumSum of whole numbers": (_, ids) => cumulativeSum(ids, 0),
  ReduceMax: (x) => reduceMax(x, { axes: [1] }),
  ReduceSumSquare: (x) => reduceSumSquare(x),
  "ReduceSum of whole numbers": (_, ids) => reduceSum(ids, { keepDims: true }),
  "Cast to whole numbers": (x) => cast(multiply(x, 5), "int64"),
  "Cast to bool": (_, ids) => cast(ids, "bool"),
  "Div of whole numbers, towards 0": (_, ids) => divide(add(ids, -3), 2),
  "Range of a dimension": (_, ids) => range(ids.graph, "rows"),
  "Shape as a number": (x) => multiply(x, reshape(cast(sizeOf(x.graph, "rows"), "float32"), [])),
  "Pad of whole numbers by a dimension": (_, ids) => pad(ids, 0, 1, "rows"),
  "Slice by a dimension": (x) => slice(concat([x, x], 0), 0, "rows", "2*rows"),
  "Expand to a dimension": (x) => expand(reduceMean(x, { axes: [0], keepDims: true }), ["rows", 3]),
  "Gather of bools": (x, ids) => gather(reshape(greater(slice(x, 1, 0, 1), 0), ["rows"]), minimum(ids, 0)),
  "Gather from the back": (x, ids) => gather(x, add(minimum(ids, 0), -1)),
  "GatherElements from the back": (x, ids) => gatherElements(x, reshape(add(minimum(ids, 1), -1), ["rows", 1]), 1),
  ScatterElements: (x, ids) => scatterAddElements(x, reshape(minimum(ids, 2), ["rows", 1]), slice(x, 1, 0, 1), 1),
  "NonZero, and what hangs on its size": (x, ids) => {
    const rows = indicesWhere(greater(ids, 1));
    const picked = gather(x, rows);
    return add(picked, expand(scalar(x.graph, 2), picked.shape));
  },
  "Unique values": (_, ids) => unique(ids).values,
  "Unique places": (_, ids) => unique(ids).inverse,
  "Softmax of a mask": (x) => softmax(where(greater(x, 0), x, -3.4028234663852886e38)),
};

for (const native of BACKENDS) {
  describe(`forward, native: ${native}`, () => {
    for (const [name, build] of Object.entries(FORWARD)) {
      test(name, async () => {
        const { tf } = await loadTensorFlow({ native });
        for (const rows of [1, 6]) {
          const make = (): Graph => {
            const graph = new Graph("case");
            const [x, ids] = [graph.input("x", "float32", ["rows", 3]), graph.input("ids", "int64", ["rows"])];
            graph.output("result", build(x, ids));
            return graph;
          };
          const rng = defaultRng(rows);
          const x = Float32Array.from({ length: rows * 3 }, () => rng.random() - 0.5);
          const ids = Array.from({ length: rows }, (_, row) => (row * 5 + 2) % 4);
          const expected = await runForward(make(), {
            weights: new Map(),
            inputs: { x: { data: x, shape: [rows, 3] }, ids: { data: ids, shape: [rows] } },
          });
          const feeds: Feeds = {
            x: { type: "float32", dims: [rows, 3], data: x },
            ids: { type: "int64", dims: [rows], data: BigInt64Array.from(ids, BigInt) },
          };
          const before = tf.memory().numTensors;
          const { result } = new GraphRunner(tf, new Map()).run("case", make, feeds);
          assert.equal(tf.memory().numTensors, before, "tensors are left in memory");
          const theirs = expected.outputs.get("result");
          assert.deepEqual(result?.dims, theirs?.shape);
          assert.equal(result?.type, make().outputs.get("result")?.type);
          const ours = Float32Array.from(result?.data ?? [], Number);
          assert.ok(relativeDistance(ours, theirs?.data ?? []) <= NEAR, `${ours} and ${theirs?.data}`);
        }
      });
    }
  });
}

test("a dropout mask drops its share, scales the rest, and is the same for the same seed only", () => {
  const mask = dropoutMask(100_000, 0.3, 7);
  const dropped = mask.filter((value) => value === 0).length / mask.length;
  assert.ok(Math.abs(dropped - 0.3) < 0.005, `${dropped} was dropped`);
  assert.ok(mask.every((value) => value === 0 || value === Math.fround(1 / 0.7)));
  assert.deepEqual(dropoutMask(100_000, 0.3, 7), mask);
  const other = dropoutMask(100_000, 0.3, 8);
  const agree = other.filter((value, place) => value === mask[place]).length / mask.length;
  assert.ok(Math.abs(agree - (0.49 + 0.09)) < 0.01, `nearby seeds agree in ${agree}`);
});
