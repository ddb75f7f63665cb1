// The oracle is Python: the files were written by its safetensors and torch.save, and expected.json is what it reads from them.
import assert from "node:assert/strict";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { openRepository } from "../../../src/hub/repository";
import { SafetensorsFile } from "../../../src/models/weights/safetensors-file";
import type { TensorFile } from "../../../src/models/weights/tensor-file";
import { TorchFile } from "../../../src/models/weights/torch-file";
import { openWeights } from "../../../src/models/weights/weights";
import { WeightsError } from "../../../src/models/weights/weights-error";
import { expected, FIXTURES, type ToldTensor, temporaryFolder, told, write } from "./fixtures";

async function readAll(file: TensorFile): Promise<Record<string, ToldTensor>> {
  const all: Record<string, ToldTensor> = {};
  for (const name of file.tensors.keys()) all[name] = told(await file.read(name));
  await file.close();
  return all;
}

test("safetensors of every type are read as Python reads them, bit for bit", async () => {
  const file = await SafetensorsFile.open(join(FIXTURES, "types.safetensors"), "types.safetensors");
  assert.deepEqual(file.metadata, { format: "pt" });
  assert.deepEqual([...file.tensors.keys()].sort(), Object.keys(expected().types).sort());
  assert.deepEqual(await readAll(file), expected().types);
});

test("torch.save's zip of every type is read as Python reads it", async () => {
  assert.deepEqual(await readAll(await TorchFile.open(join(FIXTURES, "types.bin"), "types.bin")), expected().types);
});

test("transposed, strided, repeated and shared tensors of torch.save come in row-major order", async () => {
  assert.deepEqual(await readAll(await TorchFile.open(join(FIXTURES, "views.pt"), "views.pt")), expected().views);
});

test("the format of torch.save from before 2020 is read", async () => {
  const file = await TorchFile.open(join(FIXTURES, "legacy.bin"), "legacy.bin");
  assert.deepEqual(await readAll(file), { ...expected().types, ...expected().views });
});

test("a checkpoint's weights are found below its state_dict", async () => {
  const file = await TorchFile.open(join(FIXTURES, "checkpoint.pt"), "checkpoint.pt");
  assert.deepEqual(await readAll(file), expected().checkpoint);
});

test("the weights of a folder are chosen in Python's order, or PyTorch's first", async () => {
  const folder = temporaryFolder();
  copyFileSync(join(FIXTURES, "views.pt"), join(folder, "pytorch_model.bin"));
  const repository = await openRepository(folder);
  const first = await openWeights(repository);
  assert.equal(first.format, "pytorch");
  await first.close();
  copyFileSync(join(FIXTURES, "types.safetensors"), join(folder, "model.safetensors"));
  const weights = await openWeights(repository);
  assert.deepEqual(weights.files, ["model.safetensors"]);
  assert.deepEqual(weights.info("f16"), { dtype: "F16", shape: [5], byteLength: 10 });
  assert.deepEqual(told(await weights.read("f32")), expected().types.f32);
  assert.equal(weights.has("whole"), false);
  assert.throws(
    () => weights.info("f23"),
    (error: unknown) => error instanceof WeightsError && error.code === "tensor-missing" && /f23/.test(error.message),
  );
  await weights.close();
  await weights.close();
  await assert.rejects(weights.read("f32"), { name: "WeightsError", code: "closed" });
  const torch = await openWeights(repository, { fromPt: true });
  assert.deepEqual(torch.files, ["pytorch_model.bin"]);
  await torch.close();
});

test("shards are found through their index, which cannot lead out of the folder or lie", async () => {
  const folder = temporaryFolder();
  copyFileSync(join(FIXTURES, "types.safetensors"), join(folder, "a.safetensors"));
  const repository = await openRepository(folder);
  const index = (weight_map: unknown): string =>
    write(folder, "model.safetensors.index.json", JSON.stringify({ weight_map }));
  index({ f32: "a.safetensors", i8: "a.safetensors" });
  const weights = await openWeights(repository);
  assert.deepEqual(weights.names(), ["f32", "i8"]);
  assert.deepEqual(told(await weights.read("i8")), expected().types.i8);
  await weights.close();
  for (const name of [
    "../a.safetensors",
    "/etc/passwd",
    "a/../../x.bin",
    "..\\x.bin",
    "config.json",
    7,
    null,
    ".x.bin",
  ]) {
    index({ f32: name });
    await assert.rejects(openWeights(repository), { name: "WeightsError", code: "index-invalid" }, String(name));
  }
  for (const wrong of [[], "x", null, undefined]) {
    index(wrong);
    await assert.rejects(openWeights(repository), { code: "index-invalid" });
  }
  index({ other: "a.safetensors" });
  await assert.rejects(openWeights(repository), { code: "index-invalid", tensor: "other" });
  index({ f32: "b.safetensors" });
  await assert.rejects(openWeights(repository), { name: "RepositoryError", code: "file-missing" });
});

test("a folder without weights says what was wanted and what is there", async () => {
  const folder = temporaryFolder();
  write(folder, "config.json", "{}");
  await assert.rejects(openWeights(await openRepository(folder)), (error: unknown) => {
    assert.ok(error instanceof WeightsError);
    assert.match(`${error.message} ${error.hint}`, /no weights.*pytorch_model\.bin.*config\.json/s);
    return true;
  });
});
