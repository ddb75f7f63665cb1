/** @file The losses and their gradients are PyTorch's, and bad shapes are refused. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { differentiate } from "../../../src/graph/gradients/differentiate";
import { Graph, type GraphNode, type Value } from "../../../src/graph/graph";
import { GraphError } from "../../../src/graph/graph-error";
import { binaryCrossEntropy } from "../../../src/graph/losses/binary-cross-entropy";
import { crossEntropy } from "../../../src/graph/losses/cross-entropy";
import { defaultChunks, linearCrossEntropy } from "../../../src/graph/losses/linear-cross-entropy";
import { meanSquaredError } from "../../../src/graph/losses/mean-squared-error";
import { lowerGraph } from "../../../src/graph/onnx/lower-graph";
import { add, multiply } from "../../../src/graph/operations/arithmetic";
import { type FedTensor, runForward } from "../../models/run-forward";

interface LossCase {
  name: string;
  kind: "cross-entropy" | "binary" | "mean-squared-error" | "linear";
  options: { labelSmoothing?: number };
  tensors: Record<string, { shape: number[]; data: number[] }>;
  loss: number | "nan";
  gradients: Record<string, { data: number[] }>;
}

const file = join(__dirname, "../../fixtures/graph/losses.json");
const { cases } = JSON.parse(readFileSync(file, "utf8")) as { cases: LossCase[] };

/** What becomes a parameter, so that its gradient can be asked for. */
const TRAINED = new Set(["logits", "hidden", "weight", "bias"]);

function build(item: LossCase, chunks: number, around: (loss: Value) => Value = (loss) => loss): Graph {
  const graph = new Graph("loss");
  const values = new Map<string, Value>();
  for (const [name, { shape }] of Object.entries(item.tensors)) {
    const whole = name === "labels" && (item.kind === "cross-entropy" || item.kind === "linear");
    const value = TRAINED.has(name)
      ? graph.parameter(name, shape)
      : graph.input(name, whole ? "int64" : "float32", shape);
    values.set(name, value);
  }
  const need = (name: string): Value => values.get(name) ?? assert.fail(name);
  const divisor = values.get("divisor");
  const weights = values.get("class_weights");
  const shared = { ...item.options, ...(divisor === undefined ? {} : { divisor }) };
  let loss: Value;
  if (item.kind === "linear") {
    const inputs = { hidden: need("hidden"), weight: need("weight"), bias: values.get("bias"), labels: need("labels") };
    loss = linearCrossEntropy(inputs, { ...shared, chunks });
  } else if (item.kind === "cross-entropy") {
    const options = weights === undefined ? shared : { ...shared, classWeights: weights };
    loss = crossEntropy(need("logits"), need("labels"), options);
  } else if (item.kind === "binary") {
    loss = binaryCrossEntropy(need("logits"), need("labels"), weights === undefined ? {} : { posWeight: weights });
  } else loss = meanSquaredError(need("logits"), need("labels"));
  graph.output("loss", around(loss));
  return graph;
}

function fed(item: LossCase): { weights: Map<string, FedTensor>; inputs: Record<string, FedTensor> } {
  return { weights: new Map(Object.entries(item.tensors)), inputs: item.tensors };
}

function near(ours: ArrayLike<number> | undefined, golden: readonly (number | "nan")[], what: string): void {
  assert.equal(ours?.length, golden.length, what);
  const scale = Math.max(1e-3, ...golden.map((item) => Math.abs(Number(item) || 0)));
  for (const [index, item] of golden.entries()) {
    const own = ours?.[index] ?? Number.POSITIVE_INFINITY;
    if (item === "nan") assert.ok(Number.isNaN(own), `${what}: ${own}, but PyTorch gives NaN`);
    else assert.ok(Math.abs(own - item) <= 2e-6 * scale, `${what}[${index}]: ${own}, but PyTorch gives ${item}`);
  }
}

for (const item of cases) {
  for (const chunks of item.kind === "linear" ? [1, 2, 3, 20] : [1]) {
    test(`${item.kind}: ${item.name}, ${chunks} at once`, async () => {
      const graph = build(item, chunks);
      const plain = await runForward(graph, fed(item));
      near(plain.outputs.get("loss")?.data, [item.loss], "the loss without gradients");
      const found = await runForward(build(item, chunks), {
        ...fed(item),
        gradients: Object.keys(item.gradients),
      });
      near(found.outputs.get("loss")?.data, [item.loss], "the loss");
      for (const [name, { data }] of Object.entries(item.gradients)) near(found.gradients.get(name), data, name);
    });
  }
}

function ancestorsOf(node: GraphNode): Set<GraphNode> {
  const found = new Set<GraphNode>();
  const open = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const { producer } of next.inputs.flatMap((input) => input ?? [])) {
      if (producer === undefined || found.has(producer)) continue;
      found.add(producer);
      open.push(producer);
    }
  }
  return found;
}

describe("a LinearCrossEntropy node", () => {
  const linear = cases.find(({ name }) => name === "linear") ?? assert.fail("the fixture has no linear case");

  test("stands for itself in the graph and for ONNX's operations in the model", () => {
    const graph = build(linear, 2);
    const composites = graph.nodes.filter(({ domain }) => domain === "caderno");
    assert.deepEqual(
      composites.map(({ operation }) => operation),
      ["LinearCrossEntropy"],
    );
    const { model } = lowerGraph(graph);
    assert.ok(model.graph.nodes.every((node) => (node.domain ?? "") === ""));
    // Lowering again adds nothing.
    const before = graph.nodes.length;
    lowerGraph(graph);
    assert.equal(graph.nodes.length, before);
  });

  test("is computed once where its gradients are: one softmax for each piece", () => {
    const graph = build(linear, 3);
    return runForward(graph, { ...fed(linear), gradients: "all" }).then(() => {
      const made = graph.nodes.filter(({ operation }) => operation === "LogSoftmax");
      assert.equal(made.length, 3);
    });
  });

  test("begins a piece when the gradients of the one before are done", () => {
    const graph = build(linear, 3);
    const wanted = [...graph.parameters.values()];
    differentiate(graph.requireOutput("loss"), wanted);
    const pieces = graph.nodes.filter(({ operation }) => operation === "LogSoftmax");
    const weights = graph.nodes.filter(({ operation, attributes }) => operation === "Gemm" && attributes.transA === 1);
    assert.equal(weights.length, 3);
    for (const [index, piece] of pieces.entries()) {
      const before = ancestorsOf(piece);
      assert.deepEqual(
        weights.map((node) => before.has(node)),
        weights.map((_, other) => other < index),
      );
    }
  });

  test("gives only the gradients that are wanted", async () => {
    for (const name of ["hidden", "weight", "bias"]) {
      const graph = build(linear, 2);
      const found = await runForward(graph, { ...fed(linear), gradients: [name] });
      assert.deepEqual([...found.gradients.keys()], [name]);
      near(found.gradients.get(name), linear.gradients[name]?.data ?? [], name);
    }
  });

  test("can be part of a larger loss, scaled, squared and read by what was built before", async () => {
    const weight = linear.gradients.weight?.data ?? [];
    const value = Number(linear.loss);
    const parts = [
      { make: (loss: Value) => multiply(loss, 3), loss: 3 * value, slope: 3 },
      { make: (loss: Value) => multiply(loss, loss), loss: value * value, slope: 2 * value },
      { make: (loss: Value) => add(multiply(loss, 0.5), 1), loss: 0.5 * value + 1, slope: 0.5 },
    ];
    for (const { make, loss, slope } of parts) {
      const found = await runForward(build(linear, 2, make), { ...fed(linear), gradients: ["weight"] });
      near(found.outputs.get("loss")?.data, [loss], "the larger loss");
      near(
        found.gradients.get("weight"),
        weight.map((item) => item * slope),
        "its gradient",
      );
    }
  });

  test("has one piece for 8,000 words", () => {
    assert.deepEqual([2, 8_000, 8_001, 30_522, 50_257, 1_000_000].map(defaultChunks), [1, 1, 2, 4, 7, 8]);
  });
});

describe("refusals", () => {
  const graph = new Graph("refused");
  const logits = graph.input("logits", "float32", ["n", 5]);
  const labels = graph.input("labels", "int64", ["n"]);
  const others = graph.input("others", "int64", ["m"]);

  test("rows that differ", () => {
    assert.throws(() => crossEntropy(logits, others), { code: "shape-mismatch", message: /\[n, 5\] and \[m\]/ });
    assert.throws(() => meanSquaredError(logits, graph.input("targets", "float32", ["n", 4])), GraphError);
    assert.throws(() => binaryCrossEntropy(logits, labels), GraphError);
  });

  test("labels that are no whole numbers", () => {
    assert.throws(() => crossEntropy(logits, graph.input("floats", "float32", ["n"])), { code: "type-mismatch" });
  });

  test("smoothing and pieces out of range", () => {
    assert.throws(() => crossEntropy(logits, labels, { labelSmoothing: 1 }), /labelSmoothing.*but got 1/);
    const weight = graph.parameter("weight", [7, 5]);
    assert.throws(() => linearCrossEntropy({ hidden: logits, weight, labels }, { chunks: 0 }), /chunks.*but got 0/);
    assert.throws(() => linearCrossEntropy({ hidden: logits, weight, labels: others }), { code: "shape-mismatch" });
  });
});
