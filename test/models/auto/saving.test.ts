// What is saved is loaded again with the same numbers, whatever the files look like; the oracle is the first model itself.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { AutoModelForCausalLM } from "../../../src/generation/auto-model-for-causal-lm";
import { AutoConfig } from "../../../src/models/auto/auto-config";
import {
  AutoModelForSequenceClassification,
  AutoModelForTokenClassification,
} from "../../../src/models/auto/auto-model";
import { MODEL_FIXTURES } from "../goldens";

const temporary = mkdtempSync(join(tmpdir(), "caderno-saving-"));
after(() => rmSync(temporary, { recursive: true, force: true }));
const inputs = { input_ids: [[4, 8, 15, 16, 23]] };

for (const [fixture, open, maxShardSize] of [
  ["distilbert-sequence-classification", AutoModelForSequenceClassification, "5GB"],
  ["bert-token-classification", AutoModelForTokenClassification, "3KB"],
  ["qwen2", AutoModelForCausalLM, 4000],
  ["llama-tied", AutoModelForCausalLM, "1MB"],
] as const) {
  test(`${fixture} in files of ${maxShardSize}`, async () => {
    const folder = join(temporary, fixture);
    const model = await open.fromPretrained(join(MODEL_FIXTURES, fixture));
    const files = await model.savePretrained(folder, { maxShardSize });
    assert.deepEqual(readdirSync(folder).sort(), [...files].sort());
    const shards = files.filter((name) => name.endsWith(".safetensors"));
    assert.equal(shards.length > 1, maxShardSize === "3KB" || maxShardSize === 4000);
    const again = await open.fromPretrained(folder);
    assert.deepEqual(again.loadingReport?.missing, []);
    assert.deepEqual(again.loadingReport?.unexpected, []);
    assert.deepEqual(again.loadingReport?.dtypes, ["F32"]);
    assert.deepEqual((await again.forward(inputs)).logits.data, (await model.forward(inputs)).logits.data);
    await Promise.all([model.close(), again.close()]);
  });
}

test("config.json keeps what nobody here knows, and names class and labels", async () => {
  const folder = join(temporary, "labels");
  const config = AutoConfig.forModel("distilbert", {
    ...{ dim: 12, hiddenDim: 8, nHeads: 2, nLayers: 1, vocabSize: 30 },
    id2label: ["baixa", "média", "alta"],
  });
  const model = await AutoModelForSequenceClassification.fromConfig(config, { seed: 7 });
  assert.equal(model.config.numLabels, 3);
  await model.savePretrained(folder);
  const saved = JSON.parse(readFileSync(join(folder, "config.json"), "utf8")) as Record<string, unknown>;
  assert.deepEqual(saved, {
    architectures: ["DistilBertForSequenceClassification"],
    dim: 12,
    dtype: "float32",
    hidden_dim: 8,
    id2label: { 0: "baixa", 1: "média", 2: "alta" },
    label2id: { baixa: 0, média: 1, alta: 2 },
    model_type: "distilbert",
    n_heads: 2,
    n_layers: 1,
    vocab_size: 30,
  });
  const twin = await AutoModelForSequenceClassification.fromConfig(config, { seed: 7 });
  assert.deepEqual(await twin.readParameters(), await model.readParameters());
  const again = await AutoModelForSequenceClassification.fromPretrained(folder);
  assert.deepEqual((await again.forward(inputs)).logits.data, (await model.forward(inputs)).logits.data);
  assert.deepEqual(again.config.id2label, { 0: "baixa", 1: "média", 2: "alta" });
  for (const one of [model, twin, again]) await one.close();
});

test("a save that cannot be finished leaves the earlier one", async () => {
  const folder = join(temporary, "twice");
  const model = await AutoModelForSequenceClassification.fromPretrained(
    join(MODEL_FIXTURES, "distilbert-sequence-classification"),
  );
  await model.savePretrained(folder);
  const before = readFileSync(join(folder, "model.safetensors"));
  await model.close();
  await assert.rejects(model.savePretrained(folder), { code: "closed" });
  assert.deepEqual(readFileSync(join(folder, "model.safetensors")), before);
  assert.deepEqual(readdirSync(folder).sort(), ["config.json", "model.safetensors"]);
});
