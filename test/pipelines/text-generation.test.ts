// Conversations through the embedded chat model, and options of generate through the pipeline. The oracle of the prompt is the
// tokenizer's own chat template, which is held to Python's elsewhere; that of the continuation is model.generate.
import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { AutoModelForCausalLM } from "../../src/generation/auto-model-for-causal-lm";
import type { GenerativeModel } from "../../src/generation/generative-model";
import { pipeline } from "../../src/pipelines/pipeline";
import { AutoTokenizer } from "../../src/tokenizers/auto-tokenizer";
import type { PreTrainedTokenizerFast } from "../../src/tokenizers/pre-trained-tokenizer-fast";

const folder = resolve(__dirname, "../../assets/models/gpt2-es-tiny-chat");
const draftFolder = join(folder, "../gpt2-es-tiny-draft");

let model: GenerativeModel;
let tokenizer: PreTrainedTokenizerFast;
before(async () => {
  model = await AutoModelForCausalLM.fromPretrained(folder);
  tokenizer = await AutoTokenizer.fromPretrained(folder);
});
after(() => model.close());

const CHAT = [{ role: "user", content: "¿Quién eres?" }];

test("a conversation comes back with the model's turn", async () => {
  const talk = await pipeline("text-generation", model, { tokenizer, maxNewTokens: 12 });
  const ids = tokenizer.applyChatTemplate(CHAT, { addGenerationPrompt: true });
  const { newTokens } = await model.generate([ids], { maxNewTokens: 12 });
  const answer = tokenizer.decode(newTokens[0] ?? [], { skipSpecialTokens: true });
  const [only] = await talk(CHAT);
  assert.deepEqual(only, { generated_text: [...CHAT, { role: "assistant", content: answer }] });
  const many = await talk([CHAT, [{ role: "user", content: "Hola" }]]);
  assert.equal(many.length, 2);
  assert.deepEqual(many[0], [only]);
  assert.deepEqual(await talk(CHAT, { returnFullText: false }), [{ generated_text: answer }]);
});

test("a turn that the assistant has begun is continued", async () => {
  const talk = await pipeline("text-generation", model, { tokenizer, maxNewTokens: 6 });
  const begun = [...CHAT, { role: "assistant", content: "Soy el" }];
  const [only] = await talk(begun);
  const turns = only?.generated_text;
  assert.ok(Array.isArray(turns) && turns.length === 2);
  assert.match(String(turns[1]?.content), /^Soy el/);
  assert.notEqual(turns[1]?.content, "Soy el");
});

test("what is no conversation is refused by its place, and a template's own words are heard", async () => {
  const talk = await pipeline("text-generation", model, { tokenizer, maxNewTokens: 2 });
  await assert.rejects(talk([{ text: "Hola" }] as never), /`texts\[0\]` must be a text, or a conversation/);
  await assert.rejects(talk([{ role: "wizard", content: "Hola" }]), /wizard/);
});

test("options of generate reach it: beams, several texts, a draft, stop strings", async () => {
  const write = await pipeline("text-generation", join(folder, "../gpt2-es-tiny"), { maxNewTokens: 16 });
  const draft = await AutoModelForCausalLM.fromPretrained(draftFolder);
  const prompts = ["En un lugar de la Mancha", "Sancho"];
  const beams = await write(prompts, { numBeams: 3, numReturnSequences: 2 });
  assert.deepEqual(
    beams.map((texts) => texts.length),
    [2, 2],
  );
  assert.notEqual(beams[0]?.[0]?.generated_text, beams[0]?.[1]?.generated_text);
  assert.deepEqual(await write(prompts, { assistantModel: draft }), await write(prompts));
  const [stopped] = await write("Sancho", { stopStrings: " ", returnFullText: false });
  assert.match(stopped?.generated_text ?? "", /^\s?\S* ?\S*$/);
  await assert.rejects(write("Sancho", { numBeams: 2, penaltyAlpha: 0.5 }), { code: "options-clash" });
  await assert.rejects(write("Sancho", { num_beam: 2 } as never), /Did you mean `numBeams`/);
  await draft.close();
  await write.dispose();
});
