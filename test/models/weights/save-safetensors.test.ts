import assert from "node:assert/strict";
import { chmodSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { openRepository } from "../../../src/hub/repository";
import { saveSafetensors, type TensorToSave } from "../../../src/models/weights/save-safetensors";
import { openWeights } from "../../../src/models/weights/weights";
import { temporaryFolder } from "./fixtures";

const floats = (count: number, start = 0): Float32Array =>
  Float32Array.from({ length: count }, (_, index) => start + index / 3);
const five = (): Map<string, TensorToSave> =>
  new Map(["a", "b", "c", "d", "e"].map((name, index) => [name, { data: floats(10, index), shape: [2, 5] }]));

test("one file: what was written is read back, integers and lazy tensors too", async () => {
  const folder = join(temporaryFolder(), "new", "folder");
  const tensors = new Map<string, TensorToSave>([
    ["bytes", { data: Uint8Array.of(1, 2, 3), shape: [3] }],
    ["weight", { data: floats(6), shape: [2, 3] }],
    ["ids", { data: BigInt64Array.of(5n, -5n), shape: [2] }],
    ["lazy", { data: async () => floats(4, 9), shape: [4] }],
    ["view", { data: floats(9).subarray(3, 5), shape: [2, 1] }],
    ["scalar", { data: Float32Array.of(2), shape: [] }],
    ["empty", { data: new Float32Array(), shape: [0, 3] }],
    ["__proto__", { data: Float32Array.of(7), shape: [1] }],
  ]);
  const saved = await saveSafetensors(folder, tensors);
  assert.deepEqual(saved, { files: ["model.safetensors"], totalSize: 3 + 24 + 16 + 16 + 8 + 4 + 4 });
  assert.deepEqual(readdirSync(folder), ["model.safetensors"]);
  const weights = await openWeights(await openRepository(folder));
  assert.deepEqual(weights.metadata, { format: "pt" });
  assert.deepEqual(weights.names().sort(), [...tensors.keys()].sort());
  for (const [name, { data, shape }] of tensors) {
    const wanted = typeof data === "function" ? await data() : data;
    assert.deepEqual(await weights.read(name), { data: wanted, shape }, name);
  }
  await weights.close();
  // The format asks that elements lie at multiples of their size.
  assert.equal((8 + readFileSync(join(folder, "model.safetensors")).readUInt32LE(0)) % 8, 0);
});

test("shards are filled in order, with the names and the index of Hugging Face", async () => {
  const folder = temporaryFolder();
  const tensors = five().set("big", { data: floats(50), shape: [50] });
  const { files } = await saveSafetensors(folder, tensors, { maxShardSize: 100 });
  // Python's split_torch_state_dict_into_shards: the large one gets its own file as soon as it comes, "e" waits for the end.
  const index = JSON.parse(readFileSync(join(folder, "model.safetensors.index.json"), "utf8"));
  const shard = (number: number): string => `model-0000${number}-of-00004.safetensors`;
  assert.deepEqual(index, {
    metadata: { total_size: 400 },
    weight_map: { a: shard(1), b: shard(1), big: shard(3), c: shard(2), d: shard(2), e: shard(4) },
  });
  assert.deepEqual(files, [1, 2, 3, 4].map(shard).concat("model.safetensors.index.json"));
  const weights = await openWeights(await openRepository(folder));
  for (const [name, { data }] of tensors) assert.deepEqual((await weights.read(name)).data, data);
  await weights.close();
});

test("an earlier save's files go only when the new one is whole", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "config.json"), "{}");
  await saveSafetensors(folder, five(), { maxShardSize: 40 });
  assert.equal(readdirSync(folder).length, 7);
  const before = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "hex")]);
  const failing = five();
  failing.set("c", { data: () => Promise.reject(new Error("the engine stopped")), shape: [10] });
  for (const maxShardSize of ["5GB", 40, 80]) {
    await assert.rejects(saveSafetensors(folder, failing, { maxShardSize }), /the engine stopped/);
    assert.deepEqual(
      readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "hex")]),
      before,
    );
  }
  failing.set("c", { data: () => floats(9), shape: [10] });
  await assert.rejects(saveSafetensors(folder, failing), { name: "WeightsError", code: "tensor-invalid", tensor: "c" });
  await saveSafetensors(folder, five(), { maxShardSize: 80 });
  assert.equal(readdirSync(folder).filter((name) => name.includes("-of-00003")).length, 3);
  assert.equal(readdirSync(folder).length, 5);
  await saveSafetensors(folder, five());
  assert.deepEqual(readdirSync(folder).sort(), ["config.json", "model.safetensors"]);
});

test("a folder that cannot be written to keeps what it has", { skip: process.getuid?.() === 0 }, async () => {
  const folder = temporaryFolder();
  await saveSafetensors(folder, five());
  chmodSync(folder, 0o500);
  await assert.rejects(saveSafetensors(folder, five(), { maxShardSize: 40 }), { code: "EACCES" });
  chmodSync(folder, 0o700);
  assert.deepEqual(readdirSync(folder), ["model.safetensors"]);
});

test("tensors that cannot be written are refused before anything is", async () => {
  const folder = join(temporaryFolder(), "none");
  const tensor = { data: floats(2), shape: [2] };
  const wrong: [RegExp, [string, TensorToSave][]][] = [
    [/keeps for itself/, [["__metadata__", tensor]]],
    [
      /different names.*"a"/,
      [
        ["a", tensor],
        ["a", tensor],
      ],
    ],
    [/as many values.*"b".*\[3\].*2/, [["b", { data: floats(2), shape: [3] }]]],
    [/whole sizes/, [["c", { data: floats(2), shape: [-1, -2] }]]],
  ];
  for (const [message, tensors] of wrong) {
    await assert.rejects(saveSafetensors(folder, tensors), (error: unknown) => {
      assert.ok(error instanceof RangeError);
      assert.match(error.message, message);
      return true;
    });
  }
  assert.throws(() => readdirSync(folder));
});

test("a shard's size that is no size is refused", async () => {
  const tensors = new Map([["weight", { data: Float32Array.of(1), shape: [1] }]]);
  for (const maxShardSize of ["5 parsecs", 0, -1, Number.NaN]) {
    await assert.rejects(saveSafetensors("never-written", tensors, { maxShardSize }), RangeError, String(maxShardSize));
  }
});
