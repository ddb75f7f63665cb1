// The oracle is transformers.js: it opens the folder that we write, and gives the same scores and the same continuation.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { AutoModelForCausalLM } from "../../../src/generation/auto-model-for-causal-lm";
import { AutoModelForMaskedLM, AutoModelForSequenceClassification } from "../../../src/models/auto/auto-model";
import type { PastKeyValues } from "../../../src/models/model-output";
import type { PreTrainedModel } from "../../../src/models/pretrained-model";
import { MODEL_FIXTURES } from "../goldens";

const folder = mkdtempSync(join(tmpdir(), "caderno-transformers-js-"));
after(() => rmSync(folder, { recursive: true, force: true }));

type Library = typeof import("@huggingface/transformers");
let library: Library;
before(async () => {
  library = await import("@huggingface/transformers");
  library.env.allowRemoteModels = false;
  library.env.localModelPath = folder;
});

/** Words `w0`, `w1`, … for as many ids as a model has, split at spaces. */
function writeTokenizer(name: string, vocabulary: number): void {
  const words = ["[PAD]", "[UNK]", "[MASK]"];
  const vocab = Object.fromEntries(Array.from({ length: vocabulary }, (_, id) => [words[id] ?? `w${id}`, id]));
  const special = words.map((content, id) => ({
    id,
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  }));
  const model = { type: "WordLevel", vocab, unk_token: "[UNK]" };
  const parts = {
    added_tokens: special,
    normalizer: null,
    pre_tokenizer: { type: "WhitespaceSplit" },
    post_processor: null,
  };
  const file = { version: "1.0", truncation: null, padding: null, ...parts, decoder: null, model };
  writeFileSync(join(folder, name, "tokenizer.json"), JSON.stringify(file));
  const config = {
    tokenizer_class: "PreTrainedTokenizer",
    pad_token: "[PAD]",
    unk_token: "[UNK]",
    mask_token: "[MASK]",
  };
  writeFileSync(join(folder, name, "tokenizer_config.json"), JSON.stringify(config));
}

test("text-classification", async () => {
  const model = await AutoModelForSequenceClassification.fromPretrained(
    join(MODEL_FIXTURES, "bert-sequence-classification"),
    { id2label: Array.from({ length: 11 }, (_, index) => `nota ${index}`) },
  );
  await model.savePretrained(join(folder, "classifier"), { onnx: true });
  writeTokenizer("classifier", 51);
  const ids = [5, 9, 30, 12];
  const { logits } = await model.forward({ input_ids: [ids] });
  await model.close();
  const probabilities = logits.softmax().at(0).tolist() as number[];
  const classify = await library.pipeline("text-classification", "classifier", { dtype: "fp32" });
  const scores = await classify(ids.map((id) => `w${id}`).join(" "), { top_k: 11 });
  await classify.dispose();
  for (const { label, score } of scores as { label: string; score: number }[]) {
    const wanted = probabilities[Number(label.replace("nota ", ""))] ?? Number.NaN;
    assert.ok(Math.abs(score - wanted) < 1e-5, `${label}: ${score} for ${wanted}`);
  }
  assert.equal(scores.length, 11);
});

test("fill-mask, with the weights in a second file", async () => {
  const model = await AutoModelForMaskedLM.fromPretrained(join(MODEL_FIXTURES, "distilbert-masked-lm"));
  const files = await model.exportOnnx(join(folder, "masked"), { externalData: "always" });
  assert.ok(files.dataPath !== undefined && existsSync(files.dataPath));
  writeTokenizer("masked", 53);
  const { logits } = await model.forward({ input_ids: [[7, 2, 20]] });
  await model.close();
  const probabilities = logits.softmax().at(0).at(1).tolist() as number[];
  const fill = await library.pipeline("fill-mask", "masked", { dtype: "fp32" });
  const found = (await fill("w7 [MASK] w20", { top_k: 5 })) as { token: number; score: number }[];
  await fill.dispose();
  assert.equal(found.length, 5);
  for (const { token, score } of found) {
    assert.ok(Math.abs(score - (probabilities[token] ?? Number.NaN)) < 1e-5, `${token}: ${score}`);
  }
  assert.equal(found[0]?.token, (logits.at(0).argmax() as number[])[1]);
});

for (const [fixture, vocabulary] of [
  ["gpt2-causal-lm", 57],
  ["llama", 59],
] as const) {
  test(`text-generation with ${fixture}, over a cache`, async () => {
    // Ids that end a text early would make a short comparison.
    const model = await AutoModelForCausalLM.fromPretrained(join(MODEL_FIXTURES, fixture), { eos_token_id: null });
    await model.savePretrained(join(folder, fixture), { onnx: true });
    writeTokenizer(fixture, vocabulary);
    const prompt = [5, 9, 30];
    const wanted = await greedy(model, prompt, 8);
    await model.close();
    const generate = await library.pipeline("text-generation", fixture, { dtype: "fp32" });
    const inputs = generate.tokenizer(prompt.map((id) => `w${id}`).join(" "));
    const output = await generate.model.generate({ ...inputs, max_new_tokens: 8, do_sample: false });
    const sequences = (output as { tolist(): bigint[][] }).tolist();
    await generate.dispose();
    assert.deepEqual(sequences[0]?.map(Number), wanted);
  });
}

async function greedy(model: PreTrainedModel, prompt: readonly number[], count: number): Promise<number[]> {
  const ids = [...prompt];
  let past: PastKeyValues | undefined;
  for (let step = 0; step < count; step++) {
    const input_ids = [past === undefined ? ids : ids.slice(-1)];
    const output = await model.forward({ input_ids, past_key_values: past }, { useCache: true, logits: "last" });
    past = output.past_key_values;
    ids.push((output.logits.at(0).argmax() as number[])[0] ?? -1);
  }
  return ids;
}

test("config.json says that there is a second file", () => {
  const config = JSON.parse(readFileSync(join(folder, "masked", "config.json"), "utf8")) as Record<string, unknown>;
  assert.deepEqual(config["transformers.js_config"], { use_external_data_format: { "model.onnx": 1 } });
});
