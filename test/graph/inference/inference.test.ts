// The oracle is arithmetic that can be done by hand; each session's weights must not be seen by another's.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mock, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Graph } from "../../../src/graph/graph";
import { openInference } from "../../../src/graph/inference/open-inference";
import { leaseMachine } from "../../../src/graph/inference/shared-machine";
import { multiply } from "../../../src/graph/operations/arithmetic";
import { gemm } from "../../../src/graph/operations/gemm";

const feeds = { x: { type: "float32", dims: [1, 2], data: Float32Array.of(1, 2) } } as const;

function linear(factor: number): Graph {
  const graph = new Graph("linear");
  const x = graph.input("x", "float32", ["batch", 2]);
  const weight = graph.parameter("weight", [2, 2]);
  graph.output("y", multiply(gemm(x, weight, undefined, { transB: true }), factor));
  return graph;
}

const weight = (...data: number[]) => new Map([["weight", { shape: [2, 2], data: Float32Array.from(data) }]]);

test("sessions on one machine keep their weights and programs apart", async () => {
  const [first, second] = await Promise.all([openInference("onnx"), openInference("onnx")]);
  await first.write(weight(1, 0, 0, 1));
  await second.write(weight(1, 1, 2, 2));
  assert.deepEqual([...((await first.run("a", () => linear(1), feeds)).y?.data ?? [])], [1, 2]);
  assert.deepEqual([...((await second.run("a", () => linear(1), feeds)).y?.data ?? [])], [3, 6]);
  assert.deepEqual([...((await first.run("b", () => linear(10), feeds)).y?.data ?? [])], [10, 20]);
  await first.write(weight(0, 1, 1, 0));
  assert.deepEqual([...((await first.run("a", () => linear(1), feeds)).y?.data ?? [])], [2, 1]);
  assert.deepEqual([...((await first.read(["weight"])).get("weight")?.data ?? [])], [0, 1, 1, 0]);
  await first.close();
  assert.deepEqual([...((await second.run("a", () => linear(1), feeds)).y?.data ?? [])], [3, 6]);
  await assert.rejects(
    first.run("a", () => linear(1), feeds),
    { code: "closed" },
  );
  await second.close();
  await second.close();
});

test("packed weights give the same numbers, also after they were replaced", async () => {
  const folder = mkdtempSync(join(tmpdir(), "caderno-inference-"));
  const { TMPDIR } = process.env;
  process.env.TMPDIR = folder;
  const session = await openInference("onnx", "packed");
  await session.write(weight(1, 1, 2, 2));
  const run = async () => [...((await session.run("a", () => linear(1), feeds)).y?.data ?? [])];
  assert.deepEqual(await run(), [3, 6]);
  await session.write(weight(0, 1, 1, 0));
  assert.deepEqual(await run(), [2, 1]);
  assert.deepEqual([...((await session.read(["weight"])).get("weight")?.data ?? [])], [0, 1, 1, 0]);
  await session.close();
  assert.ok(!readdirSync(folder).some((name) => name.startsWith("caderno-")));
  rmSync(folder, { recursive: true });
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  await assert.rejects(openInference("onnx", "tight" as never), { name: "RangeError", message: /"tight"/ });
});

test("a graph is built once for each key, and again after its weights were dropped and given", async () => {
  const session = await openInference("onnx");
  let built = 0;
  const build = () => {
    built++;
    return linear(1);
  };
  await session.write(weight(1, 0, 0, 1), { transfer: true });
  await session.run("a", build, feeds);
  await session.run("a", build, { ...feeds, more: feeds.x });
  assert.equal(built, 1);
  await session.drop(["weight"]);
  await assert.rejects(session.run("a", build, feeds), { code: "state-missing" });
  await session.write(weight(2, 0, 0, 2));
  assert.deepEqual([...((await session.run("a", build, feeds)).y?.data ?? [])], [2, 4]);
  await session.close();
});

test("a graph that cannot be loaded is tried anew", async () => {
  const session = await openInference("onnx");
  await session.write(weight(1, 0, 0, 1));
  const broken = () => {
    throw new RangeError("broken");
  };
  await assert.rejects(session.run("a", broken, feeds), /broken/);
  assert.deepEqual([...((await session.run("a", () => linear(1), feeds)).y?.data ?? [])], [1, 2]);
  await session.close();
});

test("TensorFlow computes, or says in a line that onnx does", async () => {
  const log = mock.method(console, "log", () => undefined);
  const session = await openInference("tensorflow");
  log.mock.restore();
  const lines = log.mock.calls.map(({ arguments: [line] }) => String(line));
  if (session.engine === "onnx") assert.match(lines.join("\n"), /engine "onnx" works in its place/);
  else assert.deepEqual(lines, []);
  await session.write(weight(1, 1, 2, 2));
  assert.deepEqual([...((await session.run("a", () => linear(1), feeds)).y?.data ?? [])], [3, 6]);
  await session.close();
});

test("an unknown engine is refused by name", async () => {
  await assert.rejects(openInference("cuda" as never), { name: "RangeError", message: /"cuda"/ });
});

test("a session that nobody holds any more gives its weights back", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const { machine, release } = await leaseMachine();
  const held = async (): Promise<number> => {
    // The error lists the states that there are.
    const message = await machine.readState(["none"]).then(
      () => "",
      (error: Error) => error.message,
    );
    return message.split("model-").length - 1;
  };
  const forget = async (): Promise<void> => {
    const session = await openInference("onnx");
    await session.write(weight(1, 0, 0, 1));
    await session.run("a", () => linear(1), feeds);
  };
  const before = await held();
  await forget();
  assert.equal(await held(), before + 1);
  for (let round = 0; round < 100 && (await held()) > before; round++) {
    collect();
    await setTimeout(10);
  }
  assert.equal(await held(), before);
  await release();
});
