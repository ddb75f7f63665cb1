// What the goldens do not say: shapes, special tokens, saving, decoding, showing, and errors.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { inspect } from "node:util";
import { JUPYTER_DISPLAY } from "../../src/core/display";
import { AutoTokenizer } from "../../src/tokenizers/auto-tokenizer";
import { BatchEncoding } from "../../src/tokenizers/batch-encoding";
import type { PreTrainedTokenizerFast } from "../../src/tokenizers/pre-trained-tokenizer-fast";
import { TokenizerError } from "../../src/tokenizers/tokenizer-error";
import { encodeRows, fixtures, goldenTexts } from "./golden-texts";

const temporary = mkdtempSync(join(tmpdir(), "caderno-tokenizers-"));
after(() => rmSync(temporary, { recursive: true, force: true }));
let bert: PreTrainedTokenizerFast;
let gpt2: PreTrainedTokenizerFast;
before(async () => {
  bert = await AutoTokenizer.fromPretrained(join(fixtures, "bert-cased"));
  gpt2 = await AutoTokenizer.from_pretrained(join(fixtures, "gpt2"));
});

describe("shapes", () => {
  test("one text gives flat lists, several give lists of lists, and nothing else is among the keys", () => {
    const one = bert.encode("Olá, mundo");
    assert.deepEqual(Object.keys(one), ["input_ids", "token_type_ids", "attention_mask"]);
    const ids: number[] = one.input_ids;
    assert.deepEqual(bert.encode(["Olá, mundo", "a"]).input_ids[0], ids);
    assert.deepEqual([ids[0], ids.at(-1)], [bert.clsTokenId, bert.sepTokenId]);
    assert.deepEqual(bert.encode([]).input_ids, []);
  });

  test("offsets are UTF-16 units: each slice is what the token stands for", () => {
    const text = "😀 Ação, 👍🏽 fim";
    const { offset_mapping } = gpt2.encode(text, { returnOffsetsMapping: true });
    const slices = (offset_mapping as [number, number][]).map(([start, end]) => text.slice(start, end));
    assert.ok(slices.every((slice) => !/\p{Cs}/u.test(slice)));
    assert.equal(slices[0], "😀");
    assert.ok(slices.includes("👍") && slices.includes("🏽"));
  });

  test("tensors have the batch's shape in the type that the library wants", () => {
    const options = { padding: true, returnOffsetsMapping: true } as const;
    const onnx = bert.encode(["a", "a b c"], { ...options, returnTensors: "onnx" });
    assert.ok(onnx.input_ids.data instanceof BigInt64Array);
    assert.deepEqual([onnx.input_ids.type, onnx.input_ids.dims], ["int64", [2, 5]]);
    assert.deepEqual((onnx.offset_mapping as { dims?: unknown }).dims, [2, 5, 2]);
    const tf = bert.encode("a b c", { returnTensors: "tf" });
    assert.ok(tf.input_ids.data instanceof Int32Array);
    assert.deepEqual(tf.input_ids.dims, [1, 5]);
    assert.deepEqual(tf.input_ids.tolist(), [bert.encode("a b c").input_ids]);
    assert.throws(() => bert.encode(["a", "a b c"], { returnTensors: "np" }), /equal length.*padding: true/s);
  });

  test("from characters to tokens and back, in either text of a pair", () => {
    const batch = bert.encode("Olá mundo", { textPair: "bom dia" });
    const token = batch.charToToken(4, { sequenceIndex: 1 });
    assert.ok(token !== undefined && batch.sequenceIds()[token] === 1);
    assert.equal(batch.tokenToChars(token)?.[0], 4);
    assert.equal(batch.charToToken(3), undefined);
    assert.equal(batch.tokenToChars(0), undefined);
    assert.throws(() => batch.tokenToChars(99), RangeError);
    assert.throws(() => batch.tokens(1), RangeError);
  });
});

describe("tokens and ids", () => {
  test("an unknown token has the unknown id, and ids that stand for nothing are skipped in decoding", () => {
    assert.equal(bert.convertTokensToIds("não existe"), bert.unkTokenId);
    assert.deepEqual(bert.convertTokensToIds(["[CLS]", "não existe"]), [bert.clsTokenId, bert.unkTokenId]);
    assert.equal(bert.convertIdsToTokens(999_999), undefined);
    assert.deepEqual(bert.convertIdsToTokens([2, 5], { skipSpecialTokens: true }).length, 1);
    assert.equal(gpt2.decode([999_999]), "");
    assert.equal(gpt2.decode(gpt2.encode("ação 😀").input_ids), "ação 😀");
    assert.deepEqual(gpt2.batchDecode(gpt2.encode(["a", "b"], { returnTensors: "onnx" }).input_ids), ["a", "b"]);
  });

  test("special tokens are read, set and added", async () => {
    const tokenizer = await AutoTokenizer.fromPretrained(join(fixtures, "llama3"));
    tokenizer.padToken = undefined;
    assert.throws(
      () => tokenizer.encode(["a", "a b"], { padding: true }),
      (error) => {
        assert.ok(error instanceof TokenizerError);
        assert.equal(error.code, "token-missing");
        assert.match(error.hint ?? "", /tokenizer\.padToken = tokenizer\.eosToken/);
        return true;
      },
    );
    tokenizer.padToken = tokenizer.eosToken;
    assert.equal(tokenizer.padTokenId, tokenizer.eosTokenId);
    const before = tokenizer.length;
    assert.equal(tokenizer.addSpecialTokens({ mask_token: "<mask>" }), 1);
    assert.equal(tokenizer.addTokens(["palavra-nova", "palavra-nova"]), 1);
    assert.equal(tokenizer.length, before + 2);
    assert.deepEqual(tokenizer.tokenize("a <mask> palavra-nova").slice(2, 3), ["<mask>"]);
    assert.equal(tokenizer.decode(tokenizer.encode("<mask>a").input_ids, { skipSpecialTokens: true }), "a");
    assert.equal(tokenizer.vocabSize, before);
  });

  test("pad makes rows of before equally long", () => {
    const rows = ["a", "a b c"].map((text) => ({ ...bert.encode(text), labels: 1 }));
    const batch = bert.pad(rows, { padToMultipleOf: 4 });
    assert.deepEqual(
      batch.input_ids.map((row) => row.length),
      [8, 8],
    );
    assert.deepEqual(batch.attention_mask[0], [1, 1, 1, 0, 0, 0, 0, 0]);
    assert.deepEqual((batch as unknown as { labels: number[] }).labels, [1, 1]);
    assert.deepEqual(gpt2.pad({ input_ids: [[1, 2], [3]] }).input_ids[1], [gpt2.padTokenId, 3]);
  });
});

test("what is saved is read back equal, with a token added and a template kept", async () => {
  for (const name of ["bert-uncased", "roberta", "t5"]) {
    const tokenizer = await AutoTokenizer.fromPretrained(join(fixtures, name));
    tokenizer.addTokens({ content: "novíssimo", singleWord: true });
    tokenizer.chatTemplate = "{{ messages }}";
    tokenizer.padToken = tokenizer.unkToken;
    const folder = join(temporary, name);
    await tokenizer.savePretrained(folder);
    const again = await AutoTokenizer.fromPretrained(folder);
    const texts = [...goldenTexts(5, 60), "um novíssimo texto"];
    assert.deepEqual(encodeRows(again, texts, undefined, {}), encodeRows(tokenizer, texts, undefined, {}));
    assert.deepEqual(again.getVocab(), tokenizer.getVocab());
    assert.deepEqual(
      [again.specialTokensMap, again.chatTemplate, again.modelMaxLength, again.paddingSide],
      [tokenizer.specialTokensMap, "{{ messages }}", tokenizer.modelMaxLength, tokenizer.paddingSide],
    );
  }
});

test("vocab.txt of BERT and vocab.json with merges.txt give the same ids as tokenizer.json", async () => {
  const read = (name: string): { model: { vocab: Record<string, number>; merges: [string, string][] } } =>
    JSON.parse(readFileSync(join(fixtures, name, "tokenizer.json"), "utf8"));
  const old = mkdtempSync(join(temporary, "bert-"));
  const ids = read("bert-cased").model.vocab;
  const byId = Object.keys(ids).sort((one, other) => (ids[one] ?? 0) - (ids[other] ?? 0));
  writeFileSync(join(old, "vocab.txt"), `${byId.join("\n")}\n`);
  writeFileSync(
    join(old, "tokenizer_config.json"),
    JSON.stringify({ do_lower_case: false, tokenizer_class: "BertTokenizer" }),
  );
  const texts = goldenTexts(6, 80);
  const tokenizer = await AutoTokenizer.fromPretrained(old);
  assert.deepEqual(tokenizer.encode(texts).input_ids, bert.encode(texts).input_ids);
  assert.deepEqual(tokenizer.specialTokensMap, bert.specialTokensMap);
  const oldGpt2 = mkdtempSync(join(temporary, "gpt2-"));
  const { model } = read("gpt2");
  writeFileSync(join(oldGpt2, "vocab.json"), JSON.stringify(model.vocab));
  writeFileSync(
    join(oldGpt2, "merges.txt"),
    `#version: 0.2\n${model.merges.map((pair) => pair.join(" ")).join("\n")}\n`,
  );
  writeFileSync(join(oldGpt2, "config.json"), JSON.stringify({ model_type: "gpt2" }));
  assert.deepEqual((await AutoTokenizer.fromPretrained(oldGpt2)).encode(texts).input_ids, gpt2.encode(texts).input_ids);
});

describe("bad input", () => {
  const rejects = async (change: (json: Record<string, unknown>) => unknown, pattern: RegExp): Promise<void> => {
    const folder = mkdtempSync(join(temporary, "broken-"));
    cpSync(join(fixtures, "gpt2"), folder, { recursive: true });
    const json = JSON.parse(readFileSync(join(folder, "tokenizer.json"), "utf8")) as Record<string, unknown>;
    const changed = change(json);
    writeFileSync(join(folder, "tokenizer.json"), typeof changed === "string" ? changed : JSON.stringify(changed));
    await assert.rejects(AutoTokenizer.fromPretrained(folder), pattern);
  };

  test("a broken tokenizer.json names the part", async () => {
    await rejects((json) => JSON.stringify(json).slice(0, 500), /tokenizer\.json.*not valid JSON/s);
    await rejects(() => "[]", /not an object/);
    await rejects(
      (json) => ({ ...json, model: { type: "Neural", vocab: {} } }),
      /`model` has the type "Neural".*Available models: WordPiece, BPE/,
    );
    await rejects(
      (json) => ({ ...json, model: { type: "BPE", vocab: { a: "0" }, merges: [] } }),
      /`model\.vocab\["a"\]` must be an id/,
    );
    await rejects(
      (json) => ({ ...json, model: { type: "BPE", vocab: { a: 0 }, merges: [["a", "b"]] } }),
      /`model\.merges\[0\]`/,
    );
    await rejects((json) => ({ ...json, pre_tokenizer: { type: "ByteLvel" } }), /Did you mean `ByteLevel`/);
    await rejects(
      (json) => ({ ...json, pre_tokenizer: { type: "Split", pattern: { Regex: "(" }, behavior: "Isolated" } }),
      /regular expression/,
    );
    await rejects((json) => ({ ...json, model: 3 }), /`model` must be an object, but it is 3/);
    await rejects(
      (json) => ({ ...json, model: { type: "Unigram", vocab: [["a", "b"]], unk_id: 0 } }),
      /a token and its score/,
    );
    await rejects(
      (json) => ({ ...json, normalizer: { type: "Precompiled", precompiled_charsmap: "AAAA" } }),
      /SentencePiece/,
    );
  });

  test("a missing folder and a folder without a tokenizer", async () => {
    await assert.rejects(AutoTokenizer.fromPretrained("./no/such/folder"), /no folder/);
    const empty = mkdtempSync(join(temporary, "empty-"));
    await assert.rejects(
      AutoTokenizer.fromPretrained(empty),
      (error) => error instanceof TokenizerError && error.code === "tokenizer-missing",
    );
  });

  test("texts that are none", () => {
    const wrong =
      (text: unknown, options?: object): (() => unknown) =>
      () =>
        bert.encode(text as string, options);
    assert.throws(wrong(3), /`text` must be a text, but got 3/);
    assert.throws(wrong(undefined), TypeError);
    assert.throws(wrong([["a", "b"]]), /`text\[0\]` must be a text.*isSplitIntoWords/s);
    assert.throws(wrong("a", { isSplitIntoWords: true }), /list of words/);
    assert.throws(wrong(["a", "b"], { textPair: ["c"] }), /list of 2 texts/);
    assert.throws(
      wrong("meio \ud83d caractere"),
      (error) => error instanceof TokenizerError && error.code === "text" && /U\+D83D, at 5/.test(error.message),
    );
    assert.throws(() => gpt2.decode(["a"] as unknown as number[]), /whole numbers from 0/);
  });

  test("options that are none", () => {
    const wrong =
      (options: object): (() => unknown) =>
      () =>
        bert.encode("a b c d e f", options);
    assert.throws(wrong({ paddin: true }), /no option `paddin`.*Did you mean `padding`/);
    assert.throws(wrong({ return_tensors: "tf" }), /Did you mean `returnTensors`/);
    assert.throws(wrong({ padding: "maximum" }), /must be one of .*"max_length"/);
    assert.throws(wrong({ maxLength: -1 }), RangeError);
    assert.throws(
      wrong({ truncation: true, maxLength: 1 }),
      (error) => error instanceof TokenizerError && /special tokens alone are 2/.test(error.message),
    );
    assert.throws(wrong({ truncation: true, maxLength: 5, stride: 3 }), /`stride` must be below 3/);
    assert.throws(wrong({ truncation: "only_second", maxLength: 4 }), /no|none/);
    assert.throws(wrong({ padding: "max_length", maxLength: 2 ** 30 }), RangeError);
    assert.throws(wrong({ padding: true, truncation: true, maxLength: 10, padToMultipleOf: 8 }), /multiple/);
  });
});

test("a text longer than the model warns once; an absurd length counts as none", async (context) => {
  const warnings: string[] = [];
  context.mock.method(process, "emitWarning", (message: string) => void warnings.push(message));
  const tokenizer = await AutoTokenizer.fromPretrained(join(fixtures, "bert-cased"));
  const long = "palavra ".repeat(100);
  tokenizer.encode(long);
  tokenizer.encode(long);
  assert.equal(warnings.length, 1);
  assert.match(warnings[0] ?? "", /tokens, but the model reads at most 64/);
  tokenizer.modelMaxLength = 1e30;
  assert.ok(tokenizer.encode(long, { truncation: true }).input_ids.length > 64);
  assert.match(warnings[1] ?? "", /names no greatest length/);
});

test("a tokenizer and a batch show themselves, with everything escaped", async () => {
  assert.match(inspect(bert), /^PreTrainedTokenizerFast\(nameOrPath=.*vocabSize=\d+, modelMaxLength=64/);
  const batch = bert.encode("<b>Olá</b>", { padding: "max_length", maxLength: 20 });
  assert.match(inspect(batch), /^BatchEncoding \{\s+input_ids: \[/);
  const two = { ...bert.encode(["Olá", "Bom dia a todos"], { padding: true }) };
  assert.equal(
    inspect(new BatchEncoding({ input_ids: two.input_ids, length: [5, 7] }, [])),
    `BatchEncoding {
  input_ids: [
    [  2,  34, 143, 147,   3,   0,   0],
    [  2,  21, 390, 541,  45, 425,   3]
  ],
  length: [5, 7]
}`,
  );
  assert.match(inspect(bert.encode(Array(30).fill("a"))), /10 more rows/);
  assert.match(
    inspect(bert.encode("Olá", { returnTensors: "onnx", returnOffsetsMapping: true })),
    /TokenTensor\(int64, \[1, 5\]\) \[\n {4}\[ {2}2, {2}34/,
  );
  const shown = gpt2.encode("<b>Olá</b>", { padding: "max_length", maxLength: 20 });
  const html = (await batch[JUPYTER_DISPLAY]())["text/html"] as string;
  const escaped = (await shown[JUPYTER_DISPLAY]())["text/html"] as string;
  assert.ok(!escaped.includes("<b>") && escaped.includes("&lt;") && escaped.includes(">\u0120") === false);
  assert.ok(html.includes("special token") && html.includes("padding"));
  assert.ok(html.includes(String(batch.input_ids[2])));
});
