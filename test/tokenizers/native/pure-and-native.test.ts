// The same tokenizers on the same strings by three programs: ours, the Rust library, and the one in transformers.js.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { before, test } from "node:test";
import { defaultRng } from "../../../src/core/random";
import { loadDataset } from "../../../src/datasets/load-dataset";
import { TokenizerEngine } from "../../../src/tokenizers/engine/engine";
import { loadNativeTokenizer } from "../../../src/tokenizers/native/load-native-tokenizer";
import type { NativeEncoding } from "../../../src/tokenizers/native/native-encoding";
import { loadRustBinding } from "../../../src/tokenizers/native/rust-binding";
import { trainFromTexts } from "../../../src/tokenizers/training/train-from-texts";
import type { TrainingOptions } from "../../../src/tokenizers/training/training-options";

const root = resolve(__dirname, "../../..");
const KINDS: readonly TrainingOptions[] = [
  { model: "wordpiece", vocabSize: 1200 },
  { model: "wordpiece", vocabSize: 1200, lowercase: true },
  { model: "byte-level-bpe", vocabSize: 1200 },
  { model: "byte-level-bpe", vocabSize: 1200, lowercase: true, stripAccents: true, addPrefixSpace: true },
];
let essays: string[] = [];
let odd: string[] = [];

before(async () => {
  const { train } = await loadDataset("csv", { dataFiles: join(root, "datasets/redacoes.csv") });
  essays = ((train?.column("essay") ?? []) as string[]).slice(0, 150);
  const golden = JSON.parse(readFileSync(join(root, "test/fixtures/tokenizers/trained/trained.json"), "utf8"));
  odd = golden.oddTexts as string[];
});

/** Two thousand strings: sentences of essays, and mixtures of accents, emoji, scripts, controls and special tokens. */
function strings(): string[] {
  const random = defaultRng(11);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random.random() * items.length)] as Item;
  const sentences = essays.flatMap((essay) => essay.split(/(?<=[.!?]) /)).slice(0, 1000);
  const parts = [
    ..."aeo AÉÇ lmn áçã ,.!?1020\t\n  漢字العربية😀👩‍👧\u0301\u0303\u200b\u00ad\u0000\u0085ßŒ€",
    "[MASK]",
    "[SEP]",
    "<|endoftext|>",
  ];
  const mixtures = Array.from({ length: 1000 }, () =>
    Array.from({ length: Math.floor(random.random() * 40) }, () => pick(parts)).join(""),
  );
  return ["", " ", "a".repeat(300), "palavra ".repeat(2000), ...odd, ...sentences, ...mixtures];
}

for (const options of KINDS) {
  test(`ours and Rust's give equal ids, tokens, offsets, words and types: ${JSON.stringify(options)}`, async (t) => {
    if ((await loadRustBinding()).kind === "unavailable") return t.skip("no binary for this platform");
    const { file } = trainFromTexts([...essays, ...odd], options);
    const engine = new TokenizerEngine(file, (source) => new RegExp(source, "gu"));
    const native = await loadNativeTokenizer(JSON.stringify(file));
    assert.equal(native.kind, "loaded");
    if (native.kind !== "loaded") return;
    const pure = { splitSpecialTokens: false, truncation: undefined, keepsOverflow: false };
    const texts = strings();
    for (const addSpecialTokens of [true, false]) {
      const some = addSpecialTokens ? texts : texts.slice(-300);
      const rust: readonly NativeEncoding[] = await native.tokenizer.encodeBatch(some, { addSpecialTokens });
      for (const [index, text] of some.entries()) {
        const ours = engine.encode(text, undefined, { ...pure, addSpecialTokens });
        const theirs: NativeEncoding | undefined = rust[index];
        const label = JSON.stringify(text.slice(0, 200));
        assert.deepEqual(ours.tokens, theirs?.tokens, label);
        assert.deepEqual(ours.ids, theirs?.ids, label);
        assert.deepEqual(ours.offsets, theirs?.offsets, label);
        assert.deepEqual(ours.wordIds, theirs?.wordIds, label);
        assert.deepEqual(ours.typeIds, theirs?.typeIds, label);
        assert.deepEqual(ours.specialTokensMask, theirs?.specialTokensMask, label);
      }
    }
    const pairs = texts.slice(-300).map((text, index) => [text, texts[index] ?? ""] as const);
    const rust = await native.tokenizer.encodeBatch(pairs);
    for (const [index, [text, pair]] of pairs.entries()) {
      const ours = engine.encode(text, pair, { ...pure, addSpecialTokens: true });
      assert.deepEqual(ours.ids, rust[index]?.ids);
      assert.deepEqual(ours.offsets, rust[index]?.offsets);
      assert.deepEqual(ours.sequenceIds, rust[index]?.sequenceIds);
    }
  });
}

for (const options of KINDS.slice(0, 3)) {
  test(`transformers.js gives the same ids on essays: ${JSON.stringify(options)}`, async () => {
    const { Tokenizer } = await import("@huggingface/tokenizers");
    const { file, config } = trainFromTexts([...essays, ...odd], options);
    const engine = new TokenizerEngine(file, (source) => new RegExp(source, "gu"));
    const theirs = new Tokenizer(JSON.parse(JSON.stringify(file)), config);
    const pure = { splitSpecialTokens: false, truncation: undefined, keepsOverflow: false, addSpecialTokens: true };
    for (const text of essays.flatMap((essay) => essay.split("\n")).slice(0, 1000)) {
      assert.deepEqual(theirs.encode(text).ids, engine.encode(text, undefined, pure).ids, text);
    }
    const decoded = theirs.decode(theirs.encode("redação").ids, { skip_special_tokens: true });
    assert.equal(decoded, options.lowercase ? "redacao" : "redação");
  });
}
