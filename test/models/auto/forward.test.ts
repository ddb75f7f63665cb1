// Bad inputs are refused by name before anything runs; good ones may come in several forms that mean the same.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { inspect } from "node:util";
import { AutoModelForCausalLM } from "../../../src/generation/auto-model-for-causal-lm";
import {
  AutoModelForQuestionAnswering,
  AutoModelForSequenceClassification,
  AutoModelForTokenClassification,
} from "../../../src/models/auto/auto-model";
import type { ModelInputs } from "../../../src/models/model-inputs";
import type { PreTrainedModel } from "../../../src/models/pretrained-model";
import { BatchEncoding } from "../../../src/tokenizers/batch-encoding";
import { MODEL_FIXTURES } from "../goldens";

let classifier: PreTrainedModel;
let decoder: PreTrainedModel;
before(async () => {
  classifier = await AutoModelForSequenceClassification.fromPretrained(
    join(MODEL_FIXTURES, "distilbert-sequence-classification"),
  );
  decoder = await AutoModelForCausalLM.fromPretrained(join(MODEL_FIXTURES, "gpt2-causal-lm"));
});
after(async () => {
  await classifier.close();
  await decoder.close();
});

test("lists, typed arrays, tensors and a single row mean the same", async () => {
  const rows = [
    [1, 5, 9, 2],
    [1, 7, 2, 0],
  ];
  const mask = [
    [1, 1, 1, 1],
    [1, 1, 1, 0],
  ];
  const { logits } = await classifier.forward({ input_ids: rows, attention_mask: mask });
  const flat = rows.flat();
  const forms: ModelInputs[] = [
    {
      input_ids: rows.map((row) => row.map(BigInt)),
      attention_mask: { dims: [2, 4], data: Int32Array.from(mask.flat()) },
    },
    { input_ids: { dims: [2, 4], data: BigInt64Array.from(flat, BigInt) }, attention_mask: mask },
    { input_ids: rows.map((row) => Int32Array.from(row)) as unknown as number[][], attention_mask: mask },
  ];
  for (const form of forms) assert.deepEqual((await classifier.forward(form)).logits, logits);
  const columns = { input_ids: rows, attention_mask: mask, special_tokens_mask: mask, offset_mapping: [] };
  assert.deepEqual((await classifier.forward(new BatchEncoding(columns, []))).logits, logits);
  const single = await classifier.forward({ input_ids: [1, 5, 9, 2] });
  assert.deepEqual([...single.logits.dims], [1, 11]);
  assertNear(single.logits.data, logits.data.slice(0, 11));
});

test("wrong inputs are refused by name and place", async () => {
  const cases: [unknown, object][] = [
    [undefined, { name: "TypeError", message: /`inputs` must/ }],
    [{}, { name: "TypeError", message: /input_ids/ }],
    [{ input_ids: [[1, 2], [1]] }, { code: "inputs-ragged", message: /`input_ids\[1\]` has 1/, hint: /padding: true/ }],
    [{ input_ids: [[1, 2], 3] }, { code: "inputs-ragged" }],
    [{ input_ids: [["1", 2]] }, { name: "TypeError", message: /input_ids\[0\]\[0\]/ }],
    [{ input_ids: [[1.5, 2]] }, { name: "TypeError", message: /input_ids\[0\]\[0\].*whole number/ }],
    [{ input_ids: [[Number.NaN, 2]] }, { code: "input-out-of-range" }],
    [{ input_ids: [[]] }, { code: "input-shape" }],
    [{ input_ids: [] }, { code: "input-shape" }],
    [{ input_ids: "Olá" }, { name: "TypeError" }],
    [{ input_ids: { dims: [1, 3], data: [1, 2] } }, { name: "TypeError", message: /3 numbers/ }],
    [{ input_ids: [[1, 53]] }, { code: "input-out-of-range", message: /`input_ids\[0\]\[1\]` is 53.*53 tokens/ }],
    [{ input_ids: [[1, -1]] }, { code: "input-out-of-range" }],
    [{ input_ids: [Array(23).fill(1)] }, { code: "input-too-long", message: /23 tokens.*22/, hint: /maxLength: 22/ }],
    [
      { input_ids: [[1, 2]], attention_mask: [[1]] },
      { code: "input-shape", message: /attention_mask/ },
    ],
    [
      { input_ids: [[1, 2]], attenton_mask: [[1, 1]] },
      { code: "input-unknown", hint: /`attention_mask`/ },
    ],
    [
      { input_ids: [[1, 2]], labels: [11] },
      { code: "input-out-of-range", message: /`labels\[0\]` is 11.*11 classes/ },
    ],
    [{ input_ids: [[1, 2]], labels: [1, 2] }, { code: "input-shape" }],
  ];
  for (const [inputs, expected] of cases) {
    await assert.rejects(classifier.forward(inputs as ModelInputs), expected, inspect(inputs));
  }
  await assert.rejects(classifier.forward({ input_ids: [[1, 2]] }, { useCache: true }), { code: "cache-unsupported" });
});

test("outputs that are not there say how to get them", async () => {
  const output = await classifier.forward({ input_ids: [[1, 2]] });
  assert.deepEqual(output.keys(), ["logits"]);
  assert.throws(() => output.hidden_states, { code: "output-missing", hint: /outputHiddenStates/ });
  assert.throws(() => output.loss, { hint: /labels/ });
  assert.throws(() => output.last_hidden_state, { hint: /Available outputs: logits/ });
  assert.throws(() => output.past_key_values, { hint: /useCache/ });
  assert.match(inspect(output), /logits: ModelTensor\(float32, \[1, 11\]\)/);
});

test("padding on either side leaves a decoder's next token as it is", async () => {
  const plain = await decoder.forward({ input_ids: [[5, 6, 7]] }, { logits: "last" });
  const left = await decoder.forward(
    { input_ids: [[0, 0, 5, 6, 7]], attention_mask: [[0, 0, 1, 1, 1]] },
    { logits: "last" },
  );
  assertNear(plain.logits.data, left.logits.data);
});

test("other heads read their labels", async () => {
  const questions = await AutoModelForQuestionAnswering.fromPretrained(join(MODEL_FIXTURES, "bert-question-answering"));
  const answer = await questions.forward({ input_ids: [[1, 2, 3]], start_positions: [1], end_positions: [2] });
  assert.deepEqual(answer.keys(), ["loss", "start_logits", "end_logits"]);
  assert.ok(answer.loss.item() > 0);
  await questions.close();
  const tokens = await AutoModelForTokenClassification.fromPretrained(
    join(MODEL_FIXTURES, "roberta-token-classification"),
  );
  const tagged = await tokens.forward({ input_ids: [[3, 4]], labels: [[-100, 4]] });
  assert.deepEqual([...tagged.logits.dims], [1, 2, 5]);
  assert.ok(tagged.loss.item() > 0);
  await assert.rejects(tokens.forward({ input_ids: [[3, 4]], labels: [[-1, 4]] }), { code: "input-out-of-range" });
  // RoBERTa has 22 rows of positions, and counts from behind its padding id.
  await assert.rejects(tokens.forward({ input_ids: [Array(21).fill(4)] }), {
    code: "input-too-long",
    message: /20|19/,
  });
  await tokens.close();
});

test("weights go out, come back, and are checked", async () => {
  const model = await AutoModelForSequenceClassification.fromPretrained(
    join(MODEL_FIXTURES, "distilbert-sequence-classification"),
  );
  const inputs = { input_ids: [[1, 2, 3]] };
  const before = (await model.forward(inputs)).logits.data;
  const bias = (await model.readParameters(["classifier.bias"])).get("classifier.bias");
  assert.ok(bias !== undefined);
  const data = bias.data.map((value) => value + 1);
  await model.writeParameters(new Map([["classifier.bias", { shape: bias.shape, data }]]));
  const raised = (await model.forward(inputs)).logits.data;
  assertNear(
    raised,
    before.map((value) => value + 1),
  );
  await assert.rejects(model.writeParameters(new Map([["classifier.bias", { shape: [3], data: data.slice(0, 3) }]])), {
    code: "weights-mismatched",
  });
  await assert.rejects(model.readParameters(["classifer.bias"]), { code: "parameter-unknown" });
  const taken = await model.takeParameters();
  await assert.rejects(model.forward(inputs), { code: "weights-taken" });
  await assert.rejects(model.writeParameters(new Map([["classifier.bias", bias]])), { code: "weights-taken" });
  await model.writeParameters(taken, { transfer: true });
  assert.deepEqual((await model.forward(inputs)).logits.data, raised);
  await model.close();
  await assert.rejects(model.forward(inputs), { code: "closed" });
});

test("a graph for training and what it is fed", () => {
  const graph = classifier.buildGraph({ mode: "training", loss: "labels" });
  assert.notEqual(classifier.buildGraph({ mode: "training", loss: "labels" }), graph);
  assert.deepEqual(
    [...graph.parameters.keys()],
    classifier.parameters().map(({ name }) => name),
  );
  const feeds = classifier.feedsFor(graph, { input_ids: [[1, 2]], labels: [3] });
  assert.deepEqual(feeds, {
    input_ids: { type: "int64", dims: [1, 2], data: BigInt64Array.of(1n, 2n) },
    attention_mask: { type: "int64", dims: [1, 2], data: BigInt64Array.of(1n, 1n) },
    labels: { type: "int64", dims: [1], data: BigInt64Array.of(3n) },
  });
  assert.throws(() => classifier.feedsFor(graph, { input_ids: [[1, 2]] }), { code: "labels-missing" });
});

test("a summary lists layers, sizes and what is frozen", async () => {
  assert.equal(classifier.summary().total, classifier.numParameters);
  classifier.freeze((name) => name.startsWith("distilbert."));
  const summary = classifier.summary();
  assert.equal(summary.trained, 18 * 18 + 18 + 11 * 18 + 11);
  const text = inspect(summary);
  assert.match(text, /^DistilBertForSequenceClassification\n/);
  assert.match(text, /distilbert\.embeddings\.word_embeddings +\[53, 18\] +954 +frozen/);
  assert.match(text, /classifier +\[11, 18\] \[11\] +209 +trained\n/);
  assert.match(String((summary.toBundle() as Record<string, string>)["text/html"]), /<td><code>classifier<\/code>/);
  assert.equal(classifier.unfreeze(), 0);
  assert.match(inspect(classifier), /^DistilBertForSequenceClassification\(6,777 parameters, onnx\)$/);
});

function assertNear(ours: Float32Array, wanted: Float32Array): void {
  const distance = Math.max(...ours.map((value, index) => Math.abs(value - (wanted[index] ?? Number.NaN))));
  assert.ok(ours.length === wanted.length && distance < 1e-5, String(distance));
}
