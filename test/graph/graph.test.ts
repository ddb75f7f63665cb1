import assert from "node:assert/strict";
import { test } from "node:test";
import { differentiate } from "../../src/graph/gradients/differentiate";
import { Graph } from "../../src/graph/graph";
import { lowerGraph } from "../../src/graph/onnx/lower-graph";
import { add, maximum, multiply } from "../../src/graph/operations/arithmetic";
import { gelu } from "../../src/graph/operations/elementwise";
import { gather } from "../../src/graph/operations/gather";
import { gemm } from "../../src/graph/operations/gemm";
import { concat, slice } from "../../src/graph/operations/join";
import { matMul } from "../../src/graph/operations/mat-mul";
import { reduceSum } from "../../src/graph/operations/reduce";
import { reshape, transpose } from "../../src/graph/operations/reshape";

test("shapes follow through operations, symbols and all", () => {
  const graph = new Graph("shapes");
  const x = graph.input("x", "float32", ["batch", "sequence", 12]);
  const heads = transpose(reshape(x, ["batch", "sequence", 3, 4]), [0, 2, 1, 3]);
  assert.deepEqual(heads.shape, ["batch", 3, "sequence", 4]);
  const scores = matMul(heads, transpose(heads, [0, 1, 3, 2]));
  assert.deepEqual(scores.shape, ["batch", 3, "sequence", "sequence"]);
  assert.deepEqual(reshape(x, ["sequence*batch", 12]).shape, ["batch*sequence", 12]);
  assert.deepEqual(concat([x, x], 1).shape, ["batch", "2*sequence", 12]);
  assert.deepEqual(slice(x, 1, 0, "sequence-1").shape, ["batch", "sequence-1", 12]);
  assert.deepEqual(add(x, graph.input("bias", "float32", [12])).shape, ["batch", "sequence", 12]);
});

test("a shape that does not fit is refused where it is built, with the place in the model", () => {
  const graph = new Graph("wrong");
  const x = graph.input("x", "float32", ["batch", 3]);
  const weight = graph.parameter("weight", [2, 4]);
  assert.throws(
    () => graph.scope("layer.0", () => graph.scope("attention", () => gemm(x, weight, undefined, { transB: true }))),
    {
      name: "GraphError",
      code: "shape-mismatch",
      node: "layer.0/attention/Gemm",
      operation: "Gemm",
      message: /layer\.0\/attention\/Gemm: .*\[batch, 3\] and \[2, 4\] .*inner axes 3 and 4/,
    },
  );
  assert.throws(() => add(x, graph.input("y", "float32", ["sequence", 3])), /\[batch, 3\] and \[sequence, 3\]/);
  assert.throws(() => reshape(x, ["batch", 4]), /cannot become \[batch, 4\]/);
  assert.throws(() => gather(weight, x), { code: "type-mismatch" });
});

test("names are taken once, parameters are tied by asking again", () => {
  const graph = new Graph("names");
  const weight = graph.parameter("weight", [2, 2]);
  assert.equal(graph.parameter("weight", [2, 2]), weight);
  assert.throws(() => graph.parameter("weight", [2, 3]), { code: "state-conflict" });
  assert.throws(() => graph.input("weight", "float32", [2]), { code: "name-taken" });
  assert.throws(() => graph.input("a b", "float32", [2]), { code: "name-invalid" });
  assert.throws(() => graph.requireOutput("logit"), { code: "output-missing" });
});

test("values of two graphs do not mix", () => {
  const x = new Graph("one").input("x", "float32", [2]);
  const y = new Graph("two").input("y", "float32", [2]);
  assert.throws(() => add(x, y), { code: "graph-mismatch" });
});

test("equal small constants are one value, and 0 is not -0", () => {
  const graph = new Graph("constants");
  const number = (value: number) => graph.constant({ type: "float32", shape: [], data: Float32Array.of(value) });
  assert.equal(number(2), number(2));
  assert.notEqual(number(0), number(-0));
});

test("a frozen parameter costs no node", () => {
  const build = (wanted: readonly string[]): number => {
    const graph = new Graph("frozen");
    let x = graph.input("x", "float32", ["batch", 4]);
    for (const name of ["a", "b", "c"]) x = gelu(gemm(x, graph.parameter(name, [4, 4])));
    const loss = graph.output("loss", reduceSum(x));
    const before = graph.nodes.length;
    differentiate(
      loss,
      wanted.map((name) => graph.parameters.get(name) ?? loss),
    );
    return graph.nodes.length - before;
  };
  const [all, upper, top] = [build(["a", "b", "c"]), build(["b", "c"]), build(["c"])];
  assert.ok(top < upper && upper < all, `${top} < ${upper} < ${all}`);
  // The lowest of three layers needs no gradient by its input: from it on, every layer costs the same.
  assert.equal(all - upper, upper - top);
});

test("what cannot be differentiated says so", () => {
  const graph = new Graph("no-rule");
  const x = graph.parameter("x", [3]);
  assert.throws(() => differentiate(reduceSum(maximum(x, 0)), [x]), { code: "gradient-missing", operation: "Max" });
  assert.throws(() => differentiate(x, [x]), { code: "loss-not-scalar" });
});

test("lowering keeps only what the outputs need and writes outputs in place of copies", () => {
  const graph = new Graph("pruned");
  const x = graph.input("x", "float32", ["batch", 2]);
  graph.input("unused", "float32", ["batch"]);
  const y = multiply(x, 2);
  multiply(y, 3);
  graph.output("y", y);
  graph.output("again", y);
  const { model, inputs } = lowerGraph(graph);
  assert.deepEqual(inputs, ["x"]);
  assert.deepEqual(
    model.graph.nodes.map(({ operation, outputs }) => [operation, ...outputs]),
    [
      ["Mul", "y"],
      ["Identity", "again"],
    ],
  );
});
