// The oracles are Python's safetensors, transformers and huggingface_hub: they must read what is written and cached here.
import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { runProgram } from "../../src/cli/lab-program";
import { openRepository } from "../../src/hub/repository";
import { saveSafetensors, type TensorToSave } from "../../src/models/weights/save-safetensors";
import { openWeights } from "../../src/models/weights/weights";
import { startSmallHub } from "../hub/small-hub";
import { root, skipWithout, venvProgram } from "./interop-support";

const folder = mkdtempSync(join(tmpdir(), "caderno-weights-python-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const sizes: [string, number][] = [
  ["b", 10],
  ["a", 10],
  ["huge", 100],
  ["c", 5],
  ["d", 20],
  ["e", 1],
  ["f", 25],
  ["g", 1],
];
const limit = 100;

async function oracle(step: "make" | "read"): Promise<Record<string, unknown>> {
  writeFileSync(join(folder, "task.json"), JSON.stringify({ step, sizes, limit }));
  const script = join(root, "test/interop/weights_oracle.py");
  const { state, stdout, stderr } = await runProgram(venvProgram("python"), [script, folder], { timeoutMs: 200_000 });
  assert.equal(state, "ok", stderr);
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Record<string, unknown>;
}

test("Python reads the weights that are saved and the files that are cached here", {
  skip: skipWithout("python"),
}, async () => {
  const types: [string, TensorToSave][] = [
    ["float", { data: Float32Array.of(0.5, -1, 2), shape: [3, 1] }],
    ["int64", { data: BigInt64Array.of(-7n), shape: [] }],
    ["int32", { data: Int32Array.of(1, 2), shape: [1, 2] }],
    ["ação", { data: Uint8Array.of(255), shape: [1] }],
    ["empty", { data: new Float32Array(), shape: [0, 2] }],
  ];
  await saveSafetensors(join(folder, "types"), types, { metadata: { format: "pt", author: "Ada" } });
  const made = await oracle("make");
  assert.deepEqual(made.types, {
    __metadata__: { format: "pt", author: "Ada" },
    float: ["torch.float32", [3, 1], [0.5, -1, 2]],
    int64: ["torch.int64", [], [-7]],
    int32: ["torch.int32", [1, 2], [1, 2]],
    ação: ["torch.uint8", [1], [255]],
    empty: ["torch.float32", [0, 2], []],
  });

  const sharded = join(folder, "sharded");
  const zeros = sizes.map(([name, size]): [string, TensorToSave] => [
    name,
    { data: new Float32Array(size), shape: [size] },
  ]);
  await saveSafetensors(sharded, zeros, { maxShardSize: limit });
  const index = JSON.parse(readFileSync(join(sharded, "model.safetensors.index.json"), "utf8"));
  assert.deepEqual(index.weight_map, made.split);

  const bert = await openWeights(await openRepository(join(folder, "bert")));
  const tensors = new Map<string, TensorToSave>();
  for (const name of bert.names()) {
    const { data, shape } = await bert.read(name);
    tensors.set(name, { data, shape });
  }
  await bert.close();
  await saveSafetensors(join(folder, "bert-ours"), tensors, { maxShardSize: 700 });
  assert.ok(readdirSync(join(folder, "bert-ours")).length > 3);
  copyFileSync(join(folder, "bert", "config.json"), join(folder, "bert-ours", "config.json"));

  const bytes = Buffer.from("weights");
  const hub = await startSmallHub({ "ada/tiny": { files: { "config.json": "{}", "onnx/weights.bin": bytes } } });
  try {
    const cacheFolder = join(folder, "cache");
    await (await openRepository("ada/tiny", { endpoint: hub.endpoint, cacheFolder })).path("onnx/weights.bin");
  } finally {
    await hub.close();
  }
  const read = await oracle("read");
  assert.deepEqual(read.missing, []);
  assert.equal(read.same, true);
  assert.deepEqual(read.cached, [bytes.toString("hex"), "blobs"]);
  assert.equal(read["not cached"], true);

  mkdirSync(join(folder, "half"));
  copyFileSync(join(folder, "bert.bin"), join(folder, "half", "pytorch_model.bin"));
  const half = await openWeights(await openRepository(join(folder, "half")));
  assert.equal(half.info("embeddings.word_embeddings.weight").dtype, "F16");
  assert.deepEqual(half.names().sort(), [...tensors.keys()].sort());
  await half.close();
});
