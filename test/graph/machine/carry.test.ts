// The oracle is arithmetic by hand: a program that appends to what it is given, and tensors whose numbers say where they belong.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Graph } from "../../../src/graph/graph";
import { Machine } from "../../../src/graph/machine/machine";
import type { TensorData } from "../../../src/graph/machine/program";
import { encodeOnnx } from "../../../src/graph/onnx/encode-onnx";
import { lowerGraph } from "../../../src/graph/onnx/lower-graph";
import { concat } from "../../../src/graph/operations/join";
import { reduceSum } from "../../../src/graph/operations/reduce";

/** `kept` is `past` with `x` behind it, `[rows, length, 2]`; `sum` is the sum of each row. */
function appending(): Graph {
  const graph = new Graph("append");
  const past = graph.input("past", "float32", ["rows", "length", 2]);
  const x = graph.input("x", "float32", ["rows", "added", 2]);
  const all = graph.output("kept", concat([past, x], 1));
  graph.output("sum", reduceSum(all, { axes: [1, 2] }));
  return graph;
}

const x = (rows: number, ...data: number[]): TensorData => ({
  ...{ type: "float32", dims: [rows, data.length / rows / 2, 2], data: Float32Array.from(data) },
});

for (const copyFree of ["auto", "off"] as const) {
  let machine: Machine;
  before(async () => {
    machine = await Machine.create({ where: "main", threads: 1, copyFree });
    const graph = appending();
    const stop = machine.copyFree === "on" ? { stopOutput: "stop" } : {};
    const { model } = lowerGraph(graph, stop);
    const outputs = [...graph.outputs].map(([name, { type, shape }]) => ({ name, type, shape }));
    await machine.load({ name: "append", model: encodeOnnx(model), state: [], updates: [], outputs, ...stop });
  });
  after(() => machine.close());

  const open = (name: string, rows: number): Promise<void> =>
    machine.openCarry(name, {
      tensors: [{ input: "past", output: "kept" }],
      begin: [rows, 0, 2],
      rowAxis: 0,
      lengthAxis: 1,
    });
  const run = async (name: string, feed: TensorData, use: { rows?: number[]; length?: number } = {}, fetch = ["sum"]) =>
    machine.run("append", { x: feed }, { fetch, carry: { name, ...use } });
  const numbers = (tensor: TensorData | undefined): number[] => Array.from(tensor?.data ?? [], Number);

  test(`a carry grows from run to run, is cut and reordered (copy-free: ${copyFree})`, async () => {
    await open("a", 2);
    assert.deepEqual(numbers((await run("a", x(2, 1, 2, 10, 20))).sum), [3, 30]);
    assert.deepEqual(numbers((await run("a", x(2, 3, 4, 5, 6, 30, 40, 50, 60))).sum), [21, 210]);
    const { kept } = await run("a", x(2, 7, 8, 70, 80), { length: 2 }, ["kept"]);
    assert.deepEqual(kept?.dims, [2, 3, 2]);
    assert.deepEqual(numbers(kept), [1, 2, 3, 4, 7, 8, 10, 20, 30, 40, 70, 80]);
    const more = await run("a", x(3, 0, 0, 1, 1, 2, 2), { rows: [1, 0, 1] }, ["kept"]);
    assert.deepEqual(
      numbers(more.kept),
      [10, 20, 30, 40, 70, 80, 0, 0, 1, 2, 3, 4, 7, 8, 1, 1, 10, 20, 30, 40, 70, 80, 2, 2],
    );
    const fewer = await run("a", x(1, 9, 9), { rows: [1], length: 1 }, ["kept"]);
    assert.deepEqual(numbers(fewer.kept), [1, 2, 9, 9]);
    for (let step = 0; step < 40; step++) await run("a", x(1, 1, 1));
    assert.deepEqual(numbers((await run("a", x(1, 0, 0))).sum), [21 + 80]);
  });

  test(`what a run returns is the caller's, and carries are apart (copy-free: ${copyFree})`, async () => {
    await open("b", 1);
    await open("c", 1);
    const { kept } = await run("b", x(1, 1, 2), {}, ["kept"]);
    if (kept?.type === "float32") kept.data.fill(100);
    assert.deepEqual(numbers((await run("b", x(1, 3, 4))).sum), [10]);
    assert.deepEqual(numbers((await run("c", x(1, 5, 6))).sum), [11]);
  });

  test(`a run that fails leaves the carry as it was (copy-free: ${copyFree})`, async () => {
    await open("d", 2);
    await run("d", x(2, 1, 1, 2, 2));
    await assert.rejects(run("d", x(3, 1, 1, 1, 1, 1, 1)), { code: "feed-mismatch" });
    await assert.rejects(run("d", x(2, 0, 0, 0, 0), { rows: [0, 2] }), /row must be from 0 to 1, but got 2/);
    await assert.rejects(run("d", x(2, 0, 0, 0, 0), { length: 5 }), /length must be from 0 to 1, but got 5/);
    assert.deepEqual(numbers((await run("d", x(2, 0, 0, 0, 0))).sum), [2, 4]);
    await machine.closeCarry("d");
    await assert.rejects(run("d", x(2, 1, 1, 2, 2)), { code: "state-missing" });
  });
}
