import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultRng } from "../../../src/core/random";
import { loadNativeTokenizer, type NativeTokenizer } from "../../../src/tokenizers/native/load-native-tokenizer";
import { loadRustBinding } from "../../../src/tokenizers/native/rust-binding";
import { trainFromTexts } from "../../../src/tokenizers/training/train-from-texts";

const TEXTS = ["Olá, você! O vôo é às 10h.", "A redação 👩‍👩‍👧 fala de educação.", "olas ola ola mundo mundo 漢字"];
const wordpiece = trainFromTexts(TEXTS, { model: "wordpiece", vocabSize: 120, minFrequency: 1 }).file;
const bytes = trainFromTexts(TEXTS, { model: "byte-level-bpe", vocabSize: 300, minFrequency: 1 }).file;

async function loaded(file: unknown): Promise<NativeTokenizer> {
  const result = await loadNativeTokenizer(JSON.stringify(file));
  assert.equal(result.kind, "loaded", result.kind === "unavailable" ? result.reason : "");
  return (result as { tokenizer: NativeTokenizer }).tokenizer;
}

const binding = loadRustBinding();

test("the example of the documentation", async (t) => {
  if ((await binding).kind === "unavailable") return t.skip("no binary for this platform");
  const tokenizer = await loaded(trainFromTexts(["ola olas", "ola"], { model: "wordpiece", vocabSize: 30 }).file);
  assert.deepEqual((await tokenizer.encode("olas ola")).tokens, ["[CLS]", "ola", "##s", "ola", "[SEP]"]);
});

test("columns of a pair: special tokens, types, words and sequences", async (t) => {
  if ((await binding).kind === "unavailable") return t.skip("no binary for this platform");
  const encoding = await (await loaded(wordpiece)).encode("ola mundo", "olas");
  assert.deepEqual(encoding.tokens, ["[CLS]", "ola", "mundo", "[SEP]", "olas", "[SEP]"]);
  assert.deepEqual(
    encoding.ids,
    encoding.tokens.map((token) => wordpiece.model.vocab[token]),
  );
  assert.deepEqual(encoding.typeIds, [0, 0, 0, 0, 1, 1]);
  assert.deepEqual(encoding.specialTokensMask, [1, 0, 0, 1, 0, 1]);
  assert.deepEqual(encoding.attentionMask, [1, 1, 1, 1, 1, 1]);
  assert.deepEqual(encoding.wordIds, [null, 0, 1, null, 0, null]);
  assert.deepEqual(encoding.sequenceIds, [null, 0, 0, null, 1, null]);
  assert.deepEqual(encoding.offsets, [
    [0, 0],
    [0, 3],
    [4, 9],
    [0, 0],
    [0, 4],
    [0, 0],
  ]);
  const bare = await (await loaded(wordpiece)).encode("ola mundo", undefined, { addSpecialTokens: false });
  assert.deepEqual(bare.tokens, ["ola", "mundo"]);
});

test("offsets slice JavaScript's strings, behind emoji too, in both texts of a pair", async (t) => {
  if ((await binding).kind === "unavailable") return t.skip("no binary for this platform");
  const text = "👩‍👩‍👧 ola 😀 mundo";
  const pair = "😀😀 olas";
  const { tokens, offsets, sequenceIds } = await (await loaded(wordpiece)).encode(text, pair);
  for (const [index, token] of tokens.entries()) {
    const [start, end] = offsets[index] ?? [0, 0];
    const slice = (sequenceIds[index] === 1 ? pair : text).slice(start, end);
    if (["ola", "mundo", "olas"].includes(token)) assert.equal(slice, token);
  }
  assert.ok(tokens.includes("mundo") && tokens.includes("olas"));
});

test("a batch gives what its texts give one by one, with and without pairs", async (t) => {
  if ((await binding).kind === "unavailable") return t.skip("no binary for this platform");
  for (const file of [wordpiece, bytes]) {
    const tokenizer = await loaded(file);
    const random = defaultRng(5);
    const alphabet = [..."aeo lmn áçã ,.!10\t漢😀\u200d\u0301"];
    const texts = Array.from({ length: 300 }, () =>
      Array.from(
        { length: Math.floor(random.random() * 30) },
        () => alphabet[Math.floor(random.random() * alphabet.length)],
      ).join(""),
    );
    const batch = await tokenizer.encodeBatch(texts);
    const pairs = await tokenizer.encodeBatch(texts.map((text) => [text, "ola"] as const));
    for (const [index, text] of texts.entries()) {
      const one = await tokenizer.encode(text);
      assert.deepEqual(batch[index]?.ids, one.ids);
      assert.deepEqual(batch[index]?.offsets, one.offsets);
      assert.deepEqual(pairs[index]?.ids, (await tokenizer.encode(text, "ola")).ids);
    }
  }
});

test("truncation and padding of the file do not touch the results", async (t) => {
  if ((await binding).kind === "unavailable") return t.skip("no binary for this platform");
  const truncation = { max_length: 2, strategy: "LongestFirst", stride: 0, direction: "Right" };
  const tokenizer = await loaded({ ...wordpiece, truncation });
  assert.equal((await tokenizer.encode("ola ola ola ola")).ids.length, 6);
});

test("files that end Rust's process are refused, and this process lives", async (t) => {
  if ((await binding).kind === "unavailable") return t.skip("no binary for this platform");
  const single = [{ SpecialToken: { id: "[GONE]", type_id: 0 } }];
  const split = { type: "Split", pattern: { Regex: "(a+)+$b" }, behavior: "Isolated", invert: false };
  const broken: [string, unknown][] = [
    [
      "a template of missing tokens",
      { ...bytes, post_processor: { type: "TemplateProcessing", single, pair: [], special_tokens: {} } },
    ],
    [
      "a damaged map of characters",
      { ...bytes, normalizer: { type: "Precompiled", precompiled_charsmap: "AAAA////" } },
    ],
    ["a regular expression that runs away", { ...bytes, pre_tokenizer: split }],
    ["an unknown kind of model", { ...bytes, model: { type: "Nothing" } }],
    ["a list", []],
  ];
  for (const [what, file] of broken) {
    await assert.rejects(
      loadNativeTokenizer(JSON.stringify(file)),
      { name: "TokenizerError", code: "tokenizer-file", message: /Rust tokenizers cannot use/ },
      what,
    );
  }
  await assert.rejects(loadNativeTokenizer("no json"), { code: "tokenizer-file" });
  await assert.rejects(loadNativeTokenizer(5 as unknown as string), TypeError);
});

test("a character that the vocabulary cannot spell is an error of its text, not of the file", async (t) => {
  if ((await binding).kind === "unavailable") return t.skip("no binary for this platform");
  const model = { type: "WordLevel", unk_token: "[UNK]", vocab: { ola: 0 } };
  const tokenizer = await loaded({ ...bytes, pre_tokenizer: null, post_processor: null, decoder: null, model });
  assert.deepEqual((await tokenizer.encode("ola")).ids, [0]);
  const error = { name: "TokenizerError", code: "text", message: /cannot encode this text: .*\[UNK\]/ };
  await assert.rejects(tokenizer.encode("mundo"), error);
  await assert.rejects(tokenizer.encodeBatch(["ola", "mundo"]), error);
});

test("texts that Rust would change or choke on are refused by name", async (t) => {
  if ((await binding).kind === "unavailable") return t.skip("no binary for this platform");
  const tokenizer = await loaded(bytes);
  await assert.rejects(tokenizer.encode("a\ud800b"), {
    name: "RangeError",
    message: /`text` must be well-formed Unicode/,
  });
  await assert.rejects(tokenizer.encode("a", "\udc00"), { name: "RangeError", message: /`pair`/ });
  await assert.rejects(tokenizer.encode("a".repeat(1_000_001)), { name: "RangeError", message: /at most 1000000/ });
  await assert.rejects(tokenizer.encode(7 as unknown as string), {
    name: "TypeError",
    message: /`text` must be a string, but got 7/,
  });
  await assert.rejects(tokenizer.encodeBatch(["a", 7 as unknown as string]), TypeError);
  await assert.rejects(tokenizer.encodeBatch(["a", "\ud800"]), { name: "RangeError", message: /`texts\[1\]`/ });
  assert.deepEqual((await tokenizer.encode("")).ids, []);
  assert.deepEqual(await tokenizer.encodeBatch([]), []);
});

test("without the optional package the reason says so", async () => {
  const result = await loadRustBinding("caderno-has-no-such-package");
  assert.equal(result.kind, "unavailable");
  assert.match(
    result.kind === "unavailable" ? result.reason : "",
    /does not load on \w+ \w+: .*caderno-has-no-such-package/,
  );
});
