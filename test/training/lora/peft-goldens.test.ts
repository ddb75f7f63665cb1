/** @file Adapters that Python's peft wrote give its logits here, merged or not, exported, saved again; and train as in PyTorch. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { createTensorFlowTrainingSession } from "../../../src/graph/tensorflow/tensorflow-training-session";
import { createOnnxTrainingSession } from "../../../src/graph/training/onnx-training-session";
import type { TrainingPlan } from "../../../src/graph/training/training-session";
import { AutoModelForSequenceClassification } from "../../../src/models/auto/auto-model";
import type { ModelInputs } from "../../../src/models/model-inputs";
import type { PreTrainedModel } from "../../../src/models/pretrained-model";
import { SafetensorsFile } from "../../../src/models/weights/safetensors-file";
import { PeftModel } from "../../../src/training/lora/peft-model";
import { distance, LORA_CASES, LORA_FIXTURES, type LoraGolden, loraGolden, openBase } from "./lora-goldens";

const folder = mkdtempSync(join(tmpdir(), "caderno-lora-"));
after(() => rmSync(folder, { recursive: true, force: true }));

async function logitsOf(model: PreTrainedModel, { input_ids, attention_mask }: LoraGolden): Promise<number[]> {
  const { logits } = await model.forward({ input_ids, attention_mask });
  return [...(logits?.data ?? [])];
}

/** Where the mask is 0 a decoder's logits mean nothing. */
function seen(logits: readonly number[], { attention_mask }: LoraGolden): number[] {
  const places = attention_mask.flat();
  if (logits.length % places.length !== 0 || logits.length / attention_mask.length < 20) return [...logits];
  const width = logits.length / places.length;
  return logits.filter((_, index) => places[Math.floor(index / width)] === 1);
}

for (const name of LORA_CASES) {
  test(`${name}: peft's logits, saved again, merged, and what is trained`, async () => {
    const golden = loraGolden(name);
    const base = await openBase(golden.base);
    const before = await logitsOf(base, golden);
    const adapted = await PeftModel.fromPretrained(base, join(LORA_FIXTURES, name), { isTrainable: true });
    try {
      const ours = await logitsOf(adapted, golden);
      assert.ok(distance(seen(ours, golden), seen(golden.logits, golden)) < 1e-5);
      assert.ok(distance(seen(before, golden), seen(golden.logits, golden)) > 1e-3, "the base gives something else");
      assert.equal(adapted.printTrainableParameters().trainable, golden.trainable);

      const files = await adapted.savePretrained(join(folder, name));
      assert.deepEqual(files, ["adapter_model.safetensors", "adapter_config.json"]);
      await assertSameFile(name);

      const merged = await adapted.mergeAndUnload();
      assert.equal(merged, base);
      assert.ok(distance(seen(await logitsOf(merged, golden), golden), seen(golden.logits, golden)) < 1e-5);
      await assert.rejects(adapted.forward({ input_ids: [[1]] }), { code: "adapter-unloaded" });
    } finally {
      await base.close();
    }
  });
}

/** Every tensor but the copies that PEFT keeps of a head, and what the configuration says of the computation. */
async function assertSameFile(name: string): Promise<void> {
  const file = "adapter_model.safetensors";
  const theirs = await SafetensorsFile.open(join(LORA_FIXTURES, name, file), file);
  const ours = await SafetensorsFile.open(join(folder, name, file), file);
  const keys = [...theirs.tensors.keys()].filter((key) => !/original_module|modules_to_save/.test(key));
  assert.deepEqual([...ours.tensors.keys()].sort(), keys.sort());
  for (const key of keys) assert.deepEqual((await ours.read(key)).data, (await theirs.read(key)).data, key);
  await theirs.close();
  await ours.close();
  const config = (at: string): Record<string, unknown> =>
    JSON.parse(readFileSync(join(at, name, "adapter_config.json"), "utf8")) as Record<string, unknown>;
  for (const [key, value] of Object.entries(config(folder))) {
    const their = config(LORA_FIXTURES)[key];
    if (key === "layers_pattern" || key === "modules_to_save")
      assert.deepEqual([value ?? []].flat(), [their ?? []].flat(), key);
    else assert.deepEqual(value, their, key);
  }
}

test("an adapter is frozen unless it is said that it is trained", async () => {
  const base = await openBase(loraGolden("gpt2-patterns").base);
  const adapted = await PeftModel.fromPretrained(base, join(LORA_FIXTURES, "gpt2-patterns"));
  assert.equal(adapted.printTrainableParameters().trainable, 0);
  await base.close();
});

test("a decoder's cache holds what the adapter gives", async () => {
  const golden = loraGolden("gpt2-patterns");
  const base = await openBase(golden.base);
  const adapted = await PeftModel.fromPretrained(base, join(LORA_FIXTURES, "gpt2-patterns"));
  const [row = []] = golden.input_ids;
  const whole = await adapted.forward({ input_ids: [row] }, { logits: "last" });
  const start = await adapted.forward({ input_ids: [row.slice(0, 4)] }, { useCache: true });
  const rest: ModelInputs = { input_ids: [row.slice(4)], past_key_values: start.past_key_values as never };
  const stepped = await adapted.forward(rest, { logits: "last" });
  assert.ok(distance([...(stepped.logits?.data ?? [])], [...(whole.logits?.data ?? [])]) < 1e-5);
  await base.close();
});

test("an exported model has the adapter merged, and opens as a plain one", async () => {
  const golden = loraGolden("distilbert-usual");
  const base = await openBase(golden.base);
  const adapted = await PeftModel.fromPretrained(base, join(LORA_FIXTURES, "distilbert-usual"));
  const target = join(folder, "exported");
  await adapted.savePretrained(target, { onnx: true });
  const ort = await import("onnxruntime-node");
  const session = await ort.InferenceSession.create(join(target, "onnx", "model.onnx"));
  assert.deepEqual([...session.inputNames].sort(), ["attention_mask", "input_ids"]);
  const feed = (rows: number[][]) =>
    new ort.Tensor(
      "int64",
      BigInt64Array.from(rows.flat(), (id) => BigInt(id)),
      [rows.length, rows[0]?.length ?? 0],
    );
  const { logits } = await session.run({
    input_ids: feed(golden.input_ids),
    attention_mask: feed(golden.attention_mask),
  });
  assert.ok(logits?.data instanceof Float32Array && distance([...logits.data], golden.logits) < 1e-5);
  await session.release();
  const whole = await adapted.mergeAndUnload();
  await whole.savePretrained(join(folder, "whole"));
  await base.close();
  const again = await AutoModelForSequenceClassification.fromPretrained(join(folder, "whole"));
  assert.ok(distance(await logitsOf(again, golden), golden.logits) < 1e-5);
  await again.close();
});

for (const engine of ["onnx", "tensorflow"] as const) {
  test(`training the adapter on ${engine}: every loss is PyTorch's, and the base stays as it was`, async () => {
    const golden = loraGolden("distilbert-usual");
    const { training } = golden;
    assert.ok(training !== undefined);
    const base = await openBase(golden.base);
    const adapted = await PeftModel.fromPretrained(base, join(LORA_FIXTURES, "distilbert-usual"), {
      isTrainable: true,
    });
    const frozen = new Set(
      adapted
        .parameters()
        .filter(({ state }) => state === "frozen")
        .map(({ name }) => name),
    );
    const plan: TrainingPlan = {
      training: () => adapted.buildGraph({ mode: "training", loss: "labels", logits: "none" }),
      isTrained: (name) => !frozen.has(name),
      groups: [
        { name: "decayed", includes: (name) => adapted.config.architecture.isDecayed(name) },
        { name: "undecayed", includes: () => true },
      ],
    };
    const start = await adapted.takeParameters();
    // TensorFlow in JavaScript alone is slow, and is everywhere.
    const session =
      engine === "onnx"
        ? await createOnnxTrainingSession(plan, start, { threads: 1 })
        : await createTensorFlowTrainingSession(plan, start, { native: "never" });
    try {
      const steps = engine === "onnx" ? training.steps : 3;
      for (let step = 0; step < steps; step++) {
        const { input_ids, attention_mask } = golden;
        const inputs = { input_ids, attention_mask, labels: training.labels[step % 2] ?? [] };
        const { loss } = await session.step(adapted.feedsFor(plan.training(), inputs), {
          learningRate: training.learningRate,
          weightDecay: { decayed: training.weightDecay, undecayed: 0 },
          clipNorm: training.clipNorm,
        });
        const theirs = training.losses[step] ?? Number.NaN;
        assert.ok(Math.abs(loss - theirs) < 1e-5, `step ${step}: ${loss}, PyTorch ${theirs}`);
      }
      const { moments } = await session.readOptimizer();
      assert.equal(moments.size, start.size - frozen.size, "moments for what is trained alone");
      const ends = await session.readParameters();
      for (const name of frozen) assert.deepEqual(ends.get(name)?.data, start.get(name)?.data, name);
      await adapted.writeParameters(ends);
      assert.ok(distance(await logitsOf(adapted, golden), golden.logits) > 1e-3);
    } finally {
      await session.close();
      await base.close();
    }
  });
}
