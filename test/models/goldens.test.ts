/** @file The fixtures of test/fixtures/models are complete and agree with themselves; our own models play no part here. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type Golden, goldenNames, loadGolden, MODEL_FIXTURES, relativeDistance, trainingBatches } from "./goldens";

const names = goldenNames();
const all = names.map((name) => loadGolden(name));
const models = all.filter(({ json }) => json.training === undefined && json.head !== "functions");
const curves = all.filter(({ json }) => json.training !== undefined);

test("every architecture, head and curve of the plan has a folder", () => {
  const heads = ["base", "sequence-classification", "token-classification", "question-answering", "masked-lm"];
  const encoders = ["distilbert", "bert", "roberta"].flatMap((name) => heads.map((head) => `${name}-${head}`));
  const variants = [
    "distilbert-multi-label",
    "distilbert-regression",
    "distilbert-masked-lm-relu",
    "bert-masked-lm-gelu-new",
  ];
  const decoders = ["gpt2-causal-lm", "gpt2-scaled", "gpt2-sequence-classification", "llama", "llama-tied"];
  const rotary = ["llama-rope-llama3", "llama-rope-linear", "mistral", "qwen2"];
  const steps = ["sequence-classification", "masked-lm", "gpt2", "llama", "accumulated-items", "accumulated-mean"];
  const training = [...steps, "head-only", "upper-layers"].map((name) => `train-${name}`);
  const expected = [...encoders, ...variants, ...decoders, ...rotary, ...training, "functions"];
  assert.deepEqual(names, expected.sort());
});

test("the folders hold the files they list, and together stay below 3 MB", () => {
  let total = 0;
  for (const path of readdirSync(MODEL_FIXTURES, { recursive: true, encoding: "utf8" })) {
    const found = statSync(join(MODEL_FIXTURES, path));
    if (found.isFile() && !path.includes("__pycache__")) total += found.size;
  }
  assert.ok(total < 3_000_000, `${total} bytes`);
  for (const { json } of all) {
    const listed = readdirSync(join(MODEL_FIXTURES, json.name)).filter((file) => file !== "goldens.json");
    assert.deepEqual(listed.sort(), json.files, json.name);
  }
});

test("all files were made by the versions that the README names", () => {
  const readme = readFileSync(join(MODEL_FIXTURES, "README.md"), "utf8");
  for (const { json } of all) {
    assert.equal(json.versions.transformers, "5.23.0");
    assert.equal(json.versions.torch, "2.13.0+cpu");
  }
  assert.match(readme, /torch 2\.13\.0 .*transformers 5\.23\.0/);
});

test("every tensor has as many values as its shape says, and all are finite", () => {
  for (const golden of all) {
    assert.ok(golden.keys.length > 0, golden.json.name);
    for (const key of golden.keys) {
      const { data, shape } = golden.tensor(key);
      assert.equal(
        data.length,
        shape.reduce((product, size) => product * size, 1),
        `${golden.json.name} ${key}`,
      );
      assert.ok(data.every(Number.isFinite), `${golden.json.name} ${key}`);
    }
  }
});

test("each batch has its inputs, its outputs and a gradient of every parameter's shape", () => {
  for (const golden of models) {
    const { name, batches, parameters } = golden.json;
    assert.ok(Object.keys(batches).length >= 4, name);
    for (const [batch, { inputs, outputs, gradients }] of Object.entries(batches)) {
      for (const key of [...inputs, ...outputs]) golden.tensor(`${batch}.${key}`);
      for (const [parameter, shape] of gradients ? Object.entries(parameters) : []) {
        assert.deepEqual(golden.floats(`${batch}.grad.${parameter}`).shape, shape, `${name} ${batch} ${parameter}`);
      }
    }
    const differentiated = Object.values(batches).some(({ gradients }) => gradients);
    assert.equal(differentiated, golden.json.head !== "base", name);
  }
});

test("outputs have the batch's rows and columns, and the head's width", () => {
  for (const golden of models) {
    const { name, batches, head } = golden.json;
    for (const [batch, { outputs }] of Object.entries(batches)) {
      const { shape } = golden.integers(`${batch}.input_ids`);
      if (outputs.includes("logits")) {
        const perToken = ["token-classification", "masked-lm", "causal-lm"].includes(head);
        assert.deepEqual(
          golden.floats(`${batch}.logits`).shape,
          [...shape.slice(0, perToken ? 2 : 1), width(golden)],
          name,
        );
      }
      for (const key of outputs.filter(
        (output) => output.startsWith("hidden_states") || output === "last_hidden_state",
      )) {
        assert.deepEqual(
          golden.floats(`${batch}.${key}`).shape,
          [...shape, hiddenSize(golden)],
          `${name} ${batch} ${key}`,
        );
      }
    }
  }
});

test("the loss of single-label rows is the cross-entropy of the logits", () => {
  for (const golden of models.filter(({ json }) => json.head === "sequence-classification")) {
    const batch = golden.json.architecture === "gpt2" ? "right" : "padded";
    const logits = golden.floats(`${batch}.logits`);
    const labels = golden.integers(`${batch}.labels`).data;
    const count = logits.shape[1] ?? 0;
    let total = 0;
    labels.forEach((label, row) => {
      const scores = [...logits.data.slice(row * count, row * count + count)];
      total += Math.log(scores.reduce((sum, score) => sum + Math.exp(score), 0)) - (scores[label] ?? Number.NaN);
    });
    const loss = golden.floats(`${batch}.loss`).data[0] ?? Number.NaN;
    assert.ok(Math.abs(total / labels.length - loss) < 1e-5, golden.json.name);
  }
});

test("a decoder's steps over a cache give the logits of the whole run", () => {
  for (const golden of models.filter(({ json }) => json.head === "causal-lm")) {
    const whole = golden.floats("cache.logits");
    const mask = golden.integers("cache.attention_mask").data;
    const [rows = 0, columns = 0, vocabulary = 0] = whole.shape;
    const steps = [0, 1, 2].map((step) => golden.floats(`cache.step.${step}.logits`));
    const joined = new Float32Array(whole.data.length);
    let start = 0;
    for (const { data, shape } of steps) {
      const length = shape[1] ?? 0;
      for (let row = 0; row < rows; row++) {
        const part = data.slice(row * length * vocabulary, (row + 1) * length * vocabulary);
        joined.set(part, (row * columns + start) * vocabulary);
      }
      start += length;
    }
    assert.equal(start, columns);
    assert.ok(relativeDistance(joined, whole.data, mask) < 1e-5, golden.json.name);
  }
});

test("a curve has as many values as steps, its batches, its groups and the start it names", () => {
  for (const golden of curves) {
    const { name, parameters, training } = golden.json;
    assert.ok(training);
    assert.ok(existsSync(join(golden.folder, "config.json")), name);
    for (const key of ["loss", "norm", "rate"])
      assert.deepEqual(golden.floats(`curve.${key}`).shape, [training.steps], name);
    assert.equal(golden.floats("curve.micro_loss").data.length, training.steps * training.microBatches);
    const groups = [...training.decayed, ...training.undecayed, ...training.frozen];
    assert.deepEqual(groups.sort(), Object.keys(parameters).sort(), name);
    assert.ok(training.lossRoundoff < 1e-6 && training.normRoundoff < 5e-6, name);

    const batches = trainingBatches(golden);
    assert.equal(batches.length, training.steps * training.microBatches);
    assert.ok(new Set(batches.map(({ input_ids }) => input_ids.shape.join())).size > 5, "lengths change");
    const tokens = batches.reduce((total, { input_ids }) => total + input_ids.data.length, 0);
    const rows = batches.reduce((total, { labels }) => total + labels.data.length, 0);
    assert.equal(tokens, golden.integers("batches.input_ids").data.length, name);
    assert.equal(rows, golden.integers("batches.labels").data.length, name);
    for (const { attention_mask, input_ids, labels } of batches) {
      assert.ok(attention_mask.data.every((value, at) => (value === 0) === (input_ids.data[at] === 0)));
      assert.ok(labels.shape[0] === input_ids.shape[0] && labels.data.length > 0);
    }
  }
});

test("the learning rate climbs for ten steps and then falls in a line", () => {
  for (const { json, floats } of curves) {
    const { training } = json;
    assert.ok(training);
    const { learningRate, warmupSteps, steps } = training;
    const expected = Array.from({ length: steps }, (_, step) =>
      step < warmupSteps
        ? (learningRate * step) / warmupSteps
        : (learningRate * (steps - step)) / (steps - warmupSteps),
    );
    assert.ok(relativeDistance(floats("curve.rate").data, expected) < 1e-6, json.name);
  }
});

test("relativeDistance measures what its comment says", () => {
  assert.equal(relativeDistance([1, 2, 5], [1, 2, 4]), 0.25);
  assert.equal(relativeDistance([1, 9, 9, 4], [1, 2, 2, 4], [1, 0, 0, 1]), 0);
  assert.equal(relativeDistance([1e-9], [2e-9]), 1e-9);
  assert.equal(relativeDistance([Number.NaN], [1]), Number.POSITIVE_INFINITY);
  assert.throws(() => relativeDistance([1], [1, 2]), /1 values, but the golden has 2/);
});

/** Labels from `id2label` where the configuration has it: transformers leaves out the usual two. */
function width({ config, json }: Golden): number {
  if (json.head.endsWith("-lm")) return Number(config.vocab_size);
  const labels = config.id2label;
  return typeof labels === "object" && labels !== null ? Object.keys(labels).length : 2;
}

function hiddenSize({ config }: Golden): number {
  return Number(config.hidden_size ?? config.dim ?? config.n_embd);
}
