// A classifier that is tuned and saved here is one repository for three libraries: Python's transformers, transformers.js, ours.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { runProgram } from "../../src/cli/lab-program";
import { AutoConfig } from "../../src/models/auto/auto-config";
import { AutoModelForSequenceClassification } from "../../src/models/auto/auto-model";
import type { NestedList } from "../../src/models/model-tensor";
import { AutoTokenizer } from "../../src/tokenizers/auto-tokenizer";
import { runTraining } from "../../src/training/loop/training-loop";
import { fixtures } from "../tokenizers/golden-texts";
import { distance } from "../training/lora/lora-goldens";
import { root, skipWithout, venvProgram } from "./interop-support";

const folder = mkdtempSync(join(tmpdir(), "caderno-repository-"));
const target = join(folder, "tuned");
after(() => rmSync(folder, { recursive: true, force: true }));

function withoutTransformers(): string | false {
  const { status } = spawnSync(venvProgram("python"), ["-c", "import torch, transformers, huggingface_hub"]);
  return status === 0 ? false : ".venv has no torch, transformers and huggingface_hub";
}
const skip = skipWithout("python") || withoutTransformers();

const TEXTS = ["The clause is fair.", "You lose all your rights, and we owe you nothing!", "ok"];
const LABELS = ["fair", "unfair", "no clause"];

describe("one repository", { timeout: 240_000 }, () => {
  let ours: number[] = [];

  before(async () => {
    const tokenizer = await AutoTokenizer.fromPretrained(join(fixtures, "bert-uncased"));
    const sizes = {
      hiddenSize: 24,
      numAttentionHeads: 2,
      numHiddenLayers: 2,
      intermediateSize: 32,
      initializerRange: 0.2,
    };
    const labels = { id2label: LABELS, problemType: "single_label_classification" };
    const vocabSize = tokenizer.length;
    const config = AutoConfig.forModel("bert", { vocabSize, maxPositionEmbeddings: 64, ...sizes, ...labels });
    const model = await AutoModelForSequenceClassification.fromConfig(config, { seed: 1 });
    const inputs = tokenizer.encode(TEXTS, { padding: true });
    const batch = {
      input_ids: inputs.input_ids,
      attention_mask: inputs.attention_mask,
      token_type_ids: inputs.token_type_ids,
      labels: [0, 1, 2],
    };
    await runTraining({
      model,
      batches: { length: 1, epoch: () => [batch] },
      schedule: { at: () => 0.005 },
      epochs: 40,
    });
    await tokenizer.savePretrained(target);
    await model.savePretrained(target, {
      onnx: true,
      card: {
        language: "no",
        license: "apache-2.0",
        datasets: ["ana/clauses"],
        hyperparameters: { learningRate: 0.005, epochs: 40 },
        results: [{ metric: "accuracy", value: 1, dataset: "three texts: ours", split: "train" }],
        limits: "It has read three texts.",
        emissions: { grams: 0.002, source: "processor time × 12 W: an estimate" },
      },
    });
    await model.close();
    const again = await AutoModelForSequenceClassification.fromPretrained(target);
    const { logits } = await again.forward(
      (await AutoTokenizer.fromPretrained(target)).encode(TEXTS, { padding: true }),
    );
    ours = [...(logits?.data ?? [])];
    assert.deepEqual(again.config.id2label, { "0": "fair", "1": "unfair", "2": "no clause" });
    assert.deepEqual(labelsOf(ours), LABELS, "it has learnt its three texts");
    await again.close();
    const files = [
      "config.json",
      "model.safetensors",
      "tokenizer.json",
      "tokenizer_config.json",
      "README.md",
      "onnx/model.onnx",
    ];
    for (const file of files) assert.ok(existsSync(join(target, file)), file);
  });

  test("in Python: logits, labels, the card as huggingface_hub reads it", { skip }, async () => {
    const result = join(folder, "result.json");
    const oracle = join(root, "test", "interop", "repository_oracle.py");
    const { state, stderr } = await runProgram(venvProgram("python"), [oracle, target, result, ...TEXTS], {
      timeoutMs: 200_000,
    });
    assert.equal(state, "ok", stderr);
    const told = JSON.parse(readFileSync(result, "utf8")) as Record<string, unknown>;
    assert.ok(distance(ours, [told.logits as NestedList].flat(9) as number[]) < 1e-4);
    assert.deepEqual(told.labels, LABELS);
    assert.deepEqual(told.label2id, { fair: 0, unfair: 1, "no clause": 2 });
    assert.equal(told.problemType, "single_label_classification");
    assert.deepEqual(told.card, {
      language: ["no"],
      license: "apache-2.0",
      library: "transformers",
      task: "text-classification",
      datasets: ["ana/clauses"],
      tags: ["caderno", "onnx", "transformers.js"],
      name: "tuned",
      emissions: { emissions: 0.002, source: "processor time × 12 W: an estimate", training_type: "fine-tuning" },
      results: [["text-classification", "three texts: ours", "train", "accuracy", 1]],
    });
  });

  test("in transformers.js: logits and labels", async () => {
    const library = await import("@huggingface/transformers");
    library.env.allowRemoteModels = false;
    library.env.localModelPath = folder;
    const tokenizer = await library.AutoTokenizer.from_pretrained("tuned");
    const model = await library.AutoModelForSequenceClassification.from_pretrained("tuned", { dtype: "fp32" });
    const { logits } = (await model(tokenizer(TEXTS, { padding: true }))) as { logits: { data: Float32Array } };
    assert.ok(distance(ours, [...logits.data]) < 1e-4);
    await model.dispose();
    const classify = await library.pipeline("text-classification", "tuned", { dtype: "fp32" });
    assert.deepEqual(
      (await classify(TEXTS)).map((answer) => (answer as { label: string }).label),
      LABELS,
    );
    await classify.dispose();
  });
});

/** The label of the highest logit of each row. */
function labelsOf(logits: readonly number[]): (string | undefined)[] {
  return TEXTS.map((_, row) => {
    const own = logits.slice(3 * row, 3 * row + 3);
    return LABELS[own.indexOf(Math.max(...own))];
  });
}
