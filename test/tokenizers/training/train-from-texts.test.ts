import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { bertWords } from "../../../src/tokenizers/training/bert-words";
import { bytesAsCharacters, textWords } from "../../../src/tokenizers/training/byte-words";
import { mergeStates } from "../../../src/tokenizers/training/merge-states";
import { saveTokenizerFile } from "../../../src/tokenizers/training/save-tokenizer-file";
import { traceTraining, trainFromTexts } from "../../../src/tokenizers/training/train-from-texts";
import type { TrainingOptions } from "../../../src/tokenizers/training/training-options";

const TEXTS = ["ola olas", "ola"];
const wordpiece = { model: "wordpiece", vocabSize: 30 } as const;

test("the examples of the documentation", () => {
  const { file, merges } = trainFromTexts(TEXTS, wordpiece);
  const tokens = "[PAD] [UNK] [CLS] [SEP] [MASK] a l o s ##a ##l ##s ol ola".split(" ");
  assert.deepEqual(Object.keys(file.model.vocab), tokens);
  assert.deepEqual(
    mergeStates("olas", merges, "##").map((state) => state.tokens.join(" ")),
    ["o ##l ##a ##s", "ol ##a ##s", "ola ##s"],
  );
  assert.deepEqual(bertWords("Olá, você!", { lowercase: true, stripAccents: true }), ["ola", ",", "voce", "!"]);
  const rules = { lowercase: false, stripAccents: false, addPrefixSpace: false };
  assert.deepEqual(textWords("Hola, mundo", rules), ["Hola", ",", " mundo"]);
  assert.equal(bytesAsCharacters(" olá"), "ĠolÃ¡");
});

test("a trace gives each merge when it is asked for, then the tokenizer", () => {
  const trace = traceTraining(TEXTS, wordpiece);
  assert.deepEqual(trace.next().value, { step: 1, left: "o", right: "##l", count: 3, token: "ol", id: 12 });
  assert.deepEqual(trace.next().value, { step: 2, left: "ol", right: "##a", count: 3, token: "ola", id: 13 });
  const end = trace.next();
  assert.equal(end.done, true);
  assert.deepEqual(end.value, trainFromTexts(TEXTS, wordpiece));
});

test("equally common pairs: the older tokens go first", () => {
  const steps = [...traceTraining(["ab ab cd cd"], { model: "byte-level-bpe", vocabSize: 300, specialTokens: [] })];
  assert.deepEqual(
    steps.map(({ left, right, count }) => [left, right, count]),
    [
      ["a", "b", 2],
      ["c", "d", 2],
      ["Ġ", "cd", 2],
    ],
  );
});

test("the same texts give the same, whatever their order or grouping", () => {
  const words = "ação reação redação nação noção poção".split(" ");
  for (const model of ["wordpiece", "byte-level-bpe"] as const) {
    const options: TrainingOptions = { model, vocabSize: 400, minFrequency: 1, addPrefixSpace: true };
    if (model === "wordpiece") delete options.addPrefixSpace;
    const one = trainFromTexts(words, options);
    assert.deepEqual(trainFromTexts([...words].reverse(), options).file, one.file);
    assert.deepEqual(trainFromTexts(new Set(words), options).file, one.file);
  }
});

test("progress comes from time to time and at the end", () => {
  const seen: number[] = [];
  const texts = Array.from({ length: 300 }, (_, index) => `palavra${index} ${index * 7919}`);
  const { file } = trainFromTexts(texts, {
    model: "wordpiece",
    vocabSize: 400,
    onProgress: ({ done }) => seen.push(done),
  });
  assert.ok(seen.length > 2);
  assert.deepEqual(
    seen,
    [...seen].sort((a, b) => a - b),
  );
  assert.equal(seen.at(-1), Object.keys(file.model.vocab).length);
});

test("parts of the special tokens: by name, or as told", () => {
  const options = { model: "byte-level-bpe", vocabSize: 300, specialTokens: ["<|endoftext|>", "<|pad|>"] } as const;
  assert.equal(trainFromTexts(TEXTS, options).config.pad_token, undefined);
  const { config, file } = trainFromTexts(TEXTS, { ...options, roles: { pad_token: "<|pad|>" } });
  assert.equal(config.pad_token, "<|pad|>");
  assert.equal(config.eos_token, "<|endoftext|>");
  assert.deepEqual(
    file.added_tokens.map(({ id, content }) => [id, content]),
    [
      [0, "<|endoftext|>"],
      [1, "<|pad|>"],
    ],
  );
  const bare = trainFromTexts(TEXTS, { ...wordpiece, specialTokens: ["<unk>"] });
  assert.equal(bare.file.post_processor, null);
  assert.equal(bare.config.tokenizer_class, "PreTrainedTokenizerFast");
});

test("names of JavaScript's own objects are words like others", () => {
  const { file } = trainFromTexts(["__proto__ constructor toString"], {
    model: "wordpiece",
    vocabSize: 200,
    minFrequency: 1,
  });
  assert.ok(Object.hasOwn(JSON.parse(JSON.stringify(file)).model.vocab, "constructor"));
  assert.equal(file.model.vocab["[PAD]"], 0);
});

test("a text without spaces is cut, not waited for", () => {
  const { merges } = trainFromTexts(["x".repeat(1_000_000)], { model: "wordpiece", vocabSize: 100 });
  assert.deepEqual(merges[0], { step: 1, left: "##x", right: "##x", count: 999_800, token: "##xx", id: 7 });
});

test("too small a vocabulary names the least size, and that size does", () => {
  const attempt = (vocabSize: number): unknown => trainFromTexts(TEXTS, { model: "wordpiece", vocabSize });
  assert.throws(() => attempt(11), {
    name: "RangeError",
    message: /`vocabSize` must be at least 12 for these texts .* got 11/,
  });
  attempt(12);
  assert.throws(() => trainFromTexts(TEXTS, { model: "byte-level-bpe", vocabSize: 10 }), /at least 257/);
});

const WRONG_TEXTS: readonly [unknown, RegExp][] = [
  ["one string", /TypeError: .*`texts` must be a list or another iterable of strings, but got "one string"/],
  [undefined, /TypeError: .*`texts` must be a list/],
  [[], /RangeError: .*`texts` must hold at least one text/],
  [["", "  \n"], /RangeError: .*`texts` must hold words/],
  [["ola", 5], /TypeError: .*`texts\[1\]` must be a string, but got 5/],
  [["ola", "a\ud800b"], /RangeError: .*`texts\[1\]` must be well-formed Unicode, without the lone surrogate at 1/],
];

for (const [texts, message] of WRONG_TEXTS) {
  test(`texts that are none: ${JSON.stringify(texts)}`, () => {
    assert.throws(
      () => trainFromTexts(texts as string[], wordpiece),
      (error) => message.test(String(error)) || assert.fail(String(error)),
    );
  });
}

const WRONG_OPTIONS: readonly [object, RegExp][] = [
  [{ model: "wordpeice" }, /RangeError: .*`model`.*"wordpeice".*Did you mean `wordpiece`/],
  [{ vocabSize: 0 }, /RangeError: .*`vocabSize` must be a whole number/],
  [{ vocabSize: "30" }, /RangeError: .*`vocabSize`/],
  [{ minFrequency: -1 }, /RangeError: .*`minFrequency`/],
  [{ specialTokens: "[UNK]" }, /TypeError: .*`specialTokens` must be a list/],
  [{ specialTokens: ["[UNK]", ""] }, /TypeError: .*`specialTokens\[1\]`/],
  [{ specialTokens: ["[UNK]", "[UNK]"] }, /RangeError: .*name each token once/],
  [{ specialTokens: ["[PAD]"] }, /RangeError: .*hold a token for unknown words/],
  [{ roles: { pad_token: "[PADD]" } }, /RangeError: .*`roles\.pad_token` must be one of `specialTokens`.*`\[PAD\]`/],
  [{ roles: { padToken: "[PAD]" } }, /RangeError: .*`roles` must name known parts.*`pad_token`/],
  [{ initialAlphabet: ["ab"] }, /RangeError: .*`initialAlphabet` must hold single characters/],
  [{ lowercase: "yes" }, /TypeError: .*`lowercase`/],
  [{ addPrefixSpace: true }, /RangeError: .*`addPrefixSpace` must be left out/],
  [
    { model: "byte-level-bpe", continuingSubwordPrefix: "##" },
    /RangeError: .*`continuingSubwordPrefix` must be left out/,
  ],
  [{ onProgress: 3 }, /TypeError: .*`onProgress`/],
  [{ tokenizerClass: 3 }, /TypeError: .*`tokenizerClass`/],
];

for (const [options, message] of WRONG_OPTIONS) {
  test(`options that cannot be: ${JSON.stringify(options)}`, () => {
    assert.throws(
      () => trainFromTexts(TEXTS, { ...wordpiece, ...options } as TrainingOptions),
      (error) => message.test(String(error)) || assert.fail(String(error)),
    );
  });
}

test("two files are saved whole, and what is no tokenizer is not", async () => {
  const folder = mkdtempSync(join(tmpdir(), "caderno-trained-"));
  try {
    const { file, config } = trainFromTexts(TEXTS, wordpiece);
    const [tokenizerPath, configPath] = await saveTokenizerFile(join(folder, "new", "folder"), file, config);
    assert.deepEqual(JSON.parse(readFileSync(tokenizerPath, "utf8")), JSON.parse(JSON.stringify(file)));
    assert.deepEqual(JSON.parse(readFileSync(configPath, "utf8")), JSON.parse(JSON.stringify(config)));
    assert.deepEqual(readdirSync(join(folder, "new", "folder")).sort(), ["tokenizer.json", "tokenizer_config.json"]);
    await assert.rejects(saveTokenizerFile(folder, {} as typeof file, config), TypeError);
    await assert.rejects(saveTokenizerFile("", file, config), TypeError);
    assert.deepEqual(readdirSync(folder), ["new"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
