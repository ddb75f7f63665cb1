/** @file Model cards: the Hub's YAML, the sections, what is refused; and what savePretrained fills in. */
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { AutoModelForSequenceClassification } from "../../../src/models/auto/auto-model";
import { modelCard } from "../../../src/models/card/model-card";
import type { ModelCardOptions } from "../../../src/models/card/model-card-options";
import { yamlText } from "../../../src/models/card/yaml-text";
import { LoraConfig } from "../../../src/training/lora/lora-config";
import { getPeftModel } from "../../../src/training/lora/peft-model";
import { MODEL_FIXTURES } from "../goldens";

const folder = mkdtempSync(join(tmpdir(), "caderno-card-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const CARD: ModelCardOptions = {
  modelId: "ana/redacoes",
  summary: "Grades essays in Portuguese from 0 to 10.",
  language: ["pt", "no"],
  license: "apache-2.0",
  baseModel: "Geotrend/distilbert-base-pt-cased",
  datasets: ["ana/redacoes"],
  task: "text-classification",
  data: "1,200 essays for training, 300 for testing.",
  hyperparameters: { learningRate: 2e-5, epochs: 3, "batch size": 16, shuffle: true },
  results: [
    { metric: "accuracy", value: 0.4213333, dataset: "redacoes", split: "test", interval: [0.38, 0.47] },
    { metric: "quadratic_weighted_kappa", value: 0.71, dataset: "redacoes", split: "test" },
    { metric: "accuracy", value: 0.9, dataset: "a | b", split: "train" },
  ],
  limits: ["Nobody should be graded by it.", "It knows one kind of essay."],
  emissions: { grams: 1234.5678, source: "Estimated from processor time.", location: "Brazil", hardware: "2 cores" },
  labels: ["0", "1"],
  className: "DistilBertForSequenceClassification",
  numParameters: 1234567,
  onnx: true,
};

test("the head is the Hub's YAML", () => {
  const { content } = modelCard(CARD);
  const head = content.split("---\n")[1];
  assert.equal(
    head,
    `language:
- pt
- "no"
license: apache-2.0
library_name: transformers
pipeline_tag: text-classification
base_model: Geotrend/distilbert-base-pt-cased
base_model_relation: finetune
datasets:
- ana/redacoes
metrics:
- accuracy
- quadratic_weighted_kappa
tags:
- caderno
- onnx
- transformers.js
co2_eq_emissions:
  emissions: 1234.5678
  source: Estimated from processor time.
  training_type: fine-tuning
  geographical_location: Brazil
  hardware_used: "2 cores"
model-index:
- name: redacoes
  results:
  - task:
      type: text-classification
      name: Text Classification
    dataset:
      name: redacoes
      type: redacoes
      split: test
    metrics:
    - type: accuracy
      value: 0.4213333
      name: Accuracy
    - type: quadratic_weighted_kappa
      value: 0.71
      name: Quadratic Weighted Kappa
  - task:
      type: text-classification
      name: Text Classification
    dataset:
      name: "a | b"
      type: "a | b"
      split: train
    metrics:
    - type: accuracy
      value: 0.9
      name: Accuracy
`,
  );
});

test("the sections say what was said, and no more", () => {
  const { content } = modelCard(CARD);
  assert.match(content, /\| parameters \| 1,234,567 \|\n\| labels \| 0, 1 \|/);
  assert.match(content, /## Data\n\n1,200 essays/);
  assert.match(content, /\| learningRate \| 0.00002 \|\n\| epochs \| 3 \|/);
  assert.match(content, /emitted about 1\.235 kg of CO2 equivalents \(Brazil, 2 cores\)\. Estimated/);
  assert.match(content, /\| accuracy \| 0\.4213 \| 0\.38 to 0\.47 \| redacoes \| test \|/);
  assert.match(content, /\| accuracy \| 0\.9 \| {2}\| a \\\| b \| train \|/);
  assert.match(content, /run = pipeline\("text-classification", model="ana\/redacoes"\)/);
  assert.match(content, /import \{ pipeline \} from "@huggingface\/transformers";/);
  assert.match(content, /import \{ pipeline \} from "caderno";/);
  assert.match(content, /## Limits\n\n- Nobody should be graded by it\.\n- It knows one kind of essay\.\n$/);
  const bare = modelCard({ modelId: "x" }).content;
  assert.match(bare, /^---\nlibrary_name: transformers\ntags:\n- caderno\n---\n\n# x\n\n## Data\n\nNothing was said/);
  assert.match(bare, /## Results\n\nNothing was measured/);
  assert.match(bare, /## Limits\n\nNothing was said/);
  assert.doesNotMatch(bare, /undefined|## Training|transformers\.js/);
  assert.match(modelCard(CARD).toBundle()["text/markdown"], /^\n# redacoes/);
});

test("texts that YAML would read as something else are quoted", () => {
  assert.equal(
    yamlText({
      a: "no",
      b: "1.5",
      c: "x: y",
      d: "",
      e: "# f",
      g: "- h",
      i: "null",
      j: 'say "hi"\n',
      k: "ção",
      l: [],
      m: {},
      n: "a b",
    }),
    [
      'a: "no"',
      'b: "1.5"',
      'c: "x: y"',
      'd: ""',
      'e: "# f"',
      'g: "- h"',
      'i: "null"',
      'j: "say \\"hi\\"\\n"',
      'k: "ção"',
      "l: []",
      "m: {}",
      `"n": a b`,
    ].join("\n"),
  );
});

test("what the Hub would refuse", () => {
  const wrong = (options: Partial<ModelCardOptions>, expected: RegExp) =>
    assert.throws(() => modelCard({ modelId: "x", ...options }), expected);
  wrong({ license: "apache-2" }, /Did you mean "apache-2\.0"/);
  wrong({ license: "my own terms" }, /Take "other"/);
  wrong({ language: "Portuguese" }, /codes such as "pt"/);
  wrong({ task: "text-clasification" as never }, /Did you mean `text-classification`/);
  wrong({ modelId: "a/b/c" }, /modelId/);
  wrong({ modelId: "" }, /modelId/);
  wrong({ results: [{ metric: "accuracy", value: Number.NaN, dataset: "d" }] }, /results\[0\]\.value/);
  wrong({ results: [{ metric: "accuracy", value: 1, dataset: "d", interval: [1, 0] }] }, /interval/);
  wrong({ summary: "x".repeat(100_001) }, /at most 100000/);
  assert.throws(() => modelCard(undefined as never), TypeError);
});

test("savePretrained writes the card with what the model knows, and an adapter's says so", async () => {
  const model = await AutoModelForSequenceClassification.fromPretrained(
    join(MODEL_FIXTURES, "distilbert-sequence-classification"),
  );
  const target = join(folder, "my essays");
  assert.deepEqual(await model.savePretrained(join(folder, "none")), ["model.safetensors", "config.json"]);
  assert.ok(!existsSync(join(folder, "none", "README.md")));
  const files = await model.savePretrained(target, { onnx: true, card: { language: "pt", summary: "Essays." } });
  assert.deepEqual(files, ["model.safetensors", "config.json", "README.md", "onnx/model.onnx"]);
  const text = readFileSync(join(target, "README.md"), "utf8");
  assert.match(text, /^---\nlanguage:\n- pt\nlibrary_name: transformers\npipeline_tag: text-classification\n/);
  assert.match(
    text,
    /# my-essays\n\nEssays\.\n\n[\s\S]*\| class \| `DistilBertForSequenceClassification` \|\n\| language \| pt \|\n\| parameters \| 6,777 \|\n\| labels \| LABEL_0, LABEL_1, /,
  );
  const adapted = await getPeftModel(model, new LoraConfig({ r: 4 }), { seed: 1 });
  const own = join(folder, "adapter");
  assert.deepEqual(await adapted.savePretrained(own, { card: { baseModel: "ana/base" } }), [
    "adapter_model.safetensors",
    "adapter_config.json",
    "README.md",
  ]);
  const card = readFileSync(join(own, "README.md"), "utf8");
  assert.match(
    card,
    /library_name: peft\npipeline_tag: text-classification\nbase_model: ana\/base\nbase_model_relation: adapter\n/,
  );
  assert.match(card, /\| kind \| LoRA adapter \|[\s\S]*\| parameters \| 1,127 \|/);
  assert.match(
    card,
    /base = AutoModelForSequenceClassification\.from_pretrained\("ana\/base", num_labels=11\)\nmodel = PeftModel/,
  );
  await model.close();
});
