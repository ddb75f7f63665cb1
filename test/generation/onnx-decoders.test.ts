// Other people's ONNX decoders: the published greedy rows of one, and our own exports against the model they came from.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";
import { AutoModelForCausalLM } from "../../src/generation/auto-model-for-causal-lm";
import { ForwardDecoder } from "../../src/generation/decoder/forward-decoder";
import { generate } from "../../src/generation/generate";
import { GenerationError } from "../../src/generation/generation-error";
import { ORTModelForCausalLM } from "../../src/generation/ort-model-for-causal-lm";

const data = resolve(__dirname, "../../../shared/data/models/tiny-random-gpt2");
const fixtures = resolve(__dirname, "../fixtures/generation");
const temporary = mkdtempSync(join(tmpdir(), "caderno-generation-onnx-"));
after(() => rmSync(temporary, { recursive: true, force: true }));

const skip = existsSync(data) ? false : "../shared/data/models/tiny-random-gpt2 is not there";

test("a decoder of onnxruntime's own exporter gives its published rows", { skip }, async () => {
  const { greedy } = JSON.parse(readFileSync(join(data, "greedy-goldens.json"), "utf8"));
  const model = await ORTModelForCausalLM.fromPretrained(data, { file: "past.onnx" });
  const options = { maxLength: greedy.max_length, padTokenId: greedy.pad_token_id, eosTokenId: 98 };
  const { sequences } = await model.generate(greedy.prompts, options);
  assert.deepEqual(sequences, greedy.sequences);
  for (const [row, prompt] of greedy.prompts.entries()) {
    const alone = await model.generate([prompt], options);
    assert.deepEqual(alone.sequences, [greedy.sequences[row]]);
  }
  await assert.rejects(model.generate([[1, 2]], { penaltyAlpha: 0.5, topK: 4 }), { code: "hidden-states-missing" });
  await model.close();
});

test("an exported decoder and one without a cache in the machine continue as the model does", async () => {
  const model = await AutoModelForCausalLM.fromPretrained(join(fixtures, "llama"));
  const folder = join(temporary, "llama");
  const files = await model.savePretrained(folder, { onnx: true });
  assert.ok(files.includes("generation_config.json"));
  const exported = await ORTModelForCausalLM.fromPretrained(folder);
  const inputs = {
    input_ids: [
      [1, 1, 5, 6, 7],
      [9, 8, 7, 6, 5],
    ],
    attention_mask: [
      [0, 0, 1, 1, 1],
      [1, 1, 1, 1, 1],
    ],
  };
  const source = model.generationSource();
  const slow = { ...source, openDecoder: async () => new ForwardDecoder(model) };
  for (const options of [
    { maxNewTokens: 12 },
    { maxNewTokens: 12, numBeams: 3, numReturnSequences: 2, eosTokenId: [2, 5, 9] },
    { maxNewTokens: 12, promptLookupNumTokens: 3 },
    { maxNewTokens: 12, doSample: true, seed: 3, numReturnSequences: 3 },
  ]) {
    const { sequences } = await model.generate(inputs, options);
    assert.deepEqual((await exported.generate(inputs, options)).sequences, sequences);
    assert.deepEqual((await generate(slow, inputs, options)).sequences, sequences);
  }
  const contrastive = { maxNewTokens: 12, penaltyAlpha: 0.6, topK: 4 };
  const { sequences } = await model.generate(inputs, contrastive);
  assert.deepEqual((await generate(slow, inputs, contrastive)).sequences, sequences);
  await exported.close();
  await model.close();
});

test("a folder without an ONNX file, and an ONNX file that is no decoder, are told of", async () => {
  await assert.rejects(ORTModelForCausalLM.fromPretrained(join(fixtures, "gpt2")), (error) => {
    assert.ok(error instanceof GenerationError);
    assert.equal(error.code, "onnx-missing");
    return true;
  });
});
