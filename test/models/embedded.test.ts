// goldens.json holds what these models computed where they were made: `npm run make:models -- goldens` wrote it.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { Template } from "@huggingface/jinja";
import { findProjectRoot } from "../../src/core/project-root";
import { AutoModelForCausalLM } from "../../src/generation/auto-model-for-causal-lm";
import { AutoModelForMaskedLM } from "../../src/models/auto/auto-model";
import type { PreTrainedModel } from "../../src/models/pretrained-model";
import { AutoTokenizer } from "../../src/tokenizers/auto-tokenizer";
import type { PreTrainedTokenizerFast } from "../../src/tokenizers/pre-trained-tokenizer-fast";
import { makeCorpus } from "../../tools/essays/corpus";
import { answersOf } from "../../tools/models/chat-grammar";
import { INTENTS } from "../../tools/models/chat-intents";
import { QUIJOTE, readQuijote } from "../../tools/models/corpora";
import { guesses } from "../../tools/models/evaluate-portuguese";
import type { EmbeddedGoldens } from "../../tools/models/goldens";
import { idsOf } from "../../tools/models/make-portuguese";
import { commonestOf, guessHidden } from "../../tools/models/portuguese-evaluation";
import { SPECIAL_IDS } from "../../tools/models/portuguese-tokenizer";
import { CONTEXT, readStream } from "../../tools/models/spanish-evaluation";
import { tokenStream, VOCABULARY_SIZE } from "../../tools/models/spanish-tokenizer";
import { TrigramModel } from "../../tools/models/trigram";

const root = findProjectRoot(__dirname);
const assets = join(root, "assets");
const data = process.env.CADERNO_DATA ?? join(root, "..", "shared", "data");
const goldens = JSON.parse(
  readFileSync(join(root, "test", "fixtures", "embedded", "goldens.json"), "utf8"),
) as EmbeddedGoldens;
const models = new Map<string, PreTrainedModel>();
let tokenizer: PreTrainedTokenizerFast;

before(async () => {
  for (const name of Object.keys(goldens.models)) {
    models.set(name, await AutoModelForCausalLM.fromPretrained(join(assets, "models", name)));
  }
  tokenizer = await AutoTokenizer.fromPretrained(join(assets, "models", "gpt2-es-tiny"));
});
after(() => Promise.all([...models.values()].map((model) => model.close())));

for (const [name, golden] of Object.entries(goldens.models)) {
  test(`${name} loads whole and computes what it did where it was made`, async () => {
    const model = open(name);
    assert.deepEqual(model.loadingReport?.warnings(), []);
    const own = await AutoTokenizer.fromPretrained(join(assets, "models", name));
    const ids = own.encode(golden.prompt, { addSpecialTokens: false }).input_ids.map(Number);
    assert.deepEqual(ids, golden.ids);
    const { logits } = await model.forward({ input_ids: [ids] }, { logits: "last" });
    for (const [index, expected] of golden.logits.entries()) {
      assert.ok(Math.abs((logits.data[index] ?? Number.NaN) - expected) < 1e-3, `logit ${index}`);
    }
    assert.deepEqual(await follow(model, ids, golden.greedy.length), golden.greedy);
  });
}

for (const [name, golden] of Object.entries(goldens.masked)) {
  describe(name, () => {
    const folder = join(assets, "models", name);

    test("loads whole and computes what it did where it was made", async () => {
      const model = await AutoModelForMaskedLM.fromPretrained(folder);
      after(() => model.close());
      assert.deepEqual(model.loadingReport?.warnings(), []);
      const own = await AutoTokenizer.fromPretrained(folder);
      const ids = own.encode(golden.sentence).input_ids.map(Number);
      assert.deepEqual(ids, golden.ids);
      const { logits } = await model.forward({ input_ids: [ids] });
      const begin = ids.indexOf(SPECIAL_IDS.mask) * (logits.dims[2] ?? 0);
      for (const [index, expected] of golden.logits.entries()) {
        assert.ok(Math.abs((logits.data[begin + index] ?? Number.NaN) - expected) < 1e-3, `logit ${index}`);
      }
      assert.deepEqual(await guesses(model, own, golden.sentence), golden.guesses);
    });

    test("guesses hidden tokens of unseen essays twice as often as the commonest token is right", async () => {
      const model = await AutoModelForMaskedLM.fromPretrained(folder);
      after(() => model.close());
      const texts = makeCorpus({ seed: 31, rows: 12 }).map(({ text }) => text);
      const ids = idsOf(await AutoTokenizer.fromPretrained(folder), texts);
      const { accuracy, commonest } = await guessHidden(model, ids, commonestOf(ids));
      assert.ok(commonest > 0 && accuracy > 2 * commonest, `${accuracy} against ${commonest}`);
    });
  });
}

test("the tokenizer keeps capitals and accents, and spells every letter of the language", async () => {
  const own = await AutoTokenizer.fromPretrained(join(assets, "models", "distilbert-pt-tiny"));
  assert.deepEqual([own.vocabSize, own.modelMaxLength, own.maskToken], [4096, 512, "[MASK]"]);
  const text = "Você não FAZ idéia: às vezes, “água” é ação, órgão, pingüim e Ícaro; k, w, y – 50% (2º)…";
  const ids = own.encode(text, { addSpecialTokens: false }).input_ids.map(Number);
  assert.ok(!ids.includes(SPECIAL_IDS.unknown));
  assert.equal(own.decode(ids).replaceAll(/\s/g, ""), text.replaceAll(/\s/g, ""));
});

describe("gpt2-es-tiny", () => {
  test('continues "En un lugar" with words of its book', { skip: absent() }, async () => {
    const { ids, greedy } = golden("gpt2-es-tiny");
    const text = tokenizer.decode([...ids, ...greedy]);
    const { training } = readQuijote(data);
    const known = new Set(
      training
        .join(" ")
        .toLowerCase()
        .match(/\p{L}+/gu),
    );
    // The last word may be cut.
    const words = (text.toLowerCase().match(/\p{L}+/gu) ?? []).slice(0, -1);
    assert.ok(words.length > 8, text);
    assert.deepEqual(
      words.filter((word) => !known.has(word)),
      [],
    );
  });

  test("foretells the end of the book better than a trigram model", { skip: absent() }, async () => {
    const { training, validation } = readQuijote(data);
    const stream = tokenStream(tokenizer, validation).subarray(0, CONTEXT + 3000);
    const trigram = new TrigramModel(tokenStream(tokenizer, training), VOCABULARY_SIZE).perplexity(stream, CONTEXT);
    const { perplexity } = await readStream(open("gpt2-es-tiny"), stream);
    assert.ok(perplexity < 0.93 * trigram, `${perplexity} against ${trigram}`);
  });
});

test("the draft has a quarter of the parameters and agrees in half of the places", async () => {
  const [big, draft] = [open("gpt2-es-tiny"), open("gpt2-es-tiny-draft")];
  assert.ok(draft.numParameters < 0.3 * big.numParameters);
  const ids = tokenizer.encode(goldens.sample, { addSpecialTokens: false }).input_ids.map(Number);
  const [one, other] = [await greedyAt(big, ids), await greedyAt(draft, ids)];
  const same = one.filter((token, place) => token === other[place]).length;
  assert.ok(same >= one.length / 2, `${same} of ${one.length}`);
});

describe("gpt2-es-tiny-chat", () => {
  test("answers every greeting in turn, and stops at its end token", async () => {
    const folder = join(assets, "models", "gpt2-es-tiny-chat");
    const own = await AutoTokenizer.fromPretrained(folder);
    assert.equal(own.eosToken, "<|fin|>");
    assert.equal(typeof own.chatTemplate, "string");
    const template = new Template(String(own.chatTemplate));
    const greetings = INTENTS.find(({ id }) => id === "greeting")?.says.filter((says) => !says.includes("{")) ?? [];
    for (const content of [goldens.greeting.says, ...greetings]) {
      const text = template.render({ messages: [{ role: "user", content }], add_generation_prompt: true });
      const prompt = own.encode(text, { addSpecialTokens: false }).input_ids.map(Number);
      const answer = await follow(open("gpt2-es-tiny-chat"), prompt, 60, own.eosTokenId);
      assert.equal(answer.at(-1), own.eosTokenId, content);
      const said = own.decode(answer, { skipSpecialTokens: true });
      assert.ok(answersOf("greeting").has(said), `${content} -> ${said}`);
      if (content === goldens.greeting.says) assert.equal(said, goldens.greeting.answer);
    }
  });
});

test("all assets together stay under 25 MB, and each model has a card with its figures", () => {
  const files = readdirSync(assets, { recursive: true, encoding: "utf8" }).map((name) => join(assets, name));
  const bytes = files.reduce((sum, file) => sum + (statSync(file).isFile() ? statSync(file).size : 0), 0);
  assert.ok(bytes < 25e6, String(bytes));
  for (const name of readdirSync(join(assets, "models"))) {
    const card = readFileSync(join(assets, "models", name, "README.md"), "utf8");
    assert.match(
      card,
      /## What it is not\n[\s\S]*## Trained on\n[\s\S]*<!-- figures -->\n\| what \|[\s\S]*npm run make:models/,
    );
  }
});

function open(name: string): PreTrainedModel {
  const model = models.get(name);
  assert.ok(model !== undefined, name);
  return model;
}

function golden(name: string): EmbeddedGoldens["models"][string] {
  const found = goldens.models[name];
  assert.ok(found !== undefined, name);
  return found;
}

function absent(): string | false {
  return existsSync(join(data, QUIJOTE.file))
    ? false
    : `${QUIJOTE.file} is not in ${data}: CADERNO_DATA names its folder`;
}

/** The tokens that follow greedily, one after another. */
async function follow(model: PreTrainedModel, prompt: number[], most: number, stop?: number): Promise<number[]> {
  const written: number[] = [];
  while (written.length < most) {
    const { logits } = await model.forward({ input_ids: [[...prompt, ...written]] }, { logits: "last" });
    const next = logits.data.indexOf(Math.max(...logits.data));
    written.push(next);
    if (next === stop) break;
  }
  return written;
}

/** The likeliest next token at each place. */
async function greedyAt(model: PreTrainedModel, ids: number[]): Promise<number[]> {
  const { logits } = await model.forward({ input_ids: [ids.slice(0, 256)] });
  const [, length = 0, vocabulary = 0] = logits.dims;
  return Array.from({ length }, (_, place) => {
    const scores = logits.data.subarray(place * vocabulary, (place + 1) * vocabulary);
    return scores.indexOf(Math.max(...scores));
  });
}
