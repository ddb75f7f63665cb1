// Real vocabularies, where they are at hand beside the checkout: loading, places in the text, and the way back.
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";
import { AutoTokenizer } from "../../src/tokenizers/auto-tokenizer";
import { goldenTexts } from "./golden-texts";

const vocabularies = resolve(__dirname, "../../../shared/data/tokenizers");
const temporary = mkdtempSync(join(tmpdir(), "caderno-vocabularies-"));
after(() => rmSync(temporary, { recursive: true, force: true }));

/** Ids that Python gives for one sentence. */
const SENTENCE = "Ação não-ordinária: 😀 isn't it?";
const EXPECTED: Readonly<Record<string, readonly number[]>> = {
  "bert-base-uncased.minilm": [
    101, 9353, 7113, 6583, 2080, 1011, 2030, 18979, 4360, 1024, 100, 3475, 1005, 1056, 2009, 1029, 102,
  ],
  "bert-base-multilingual-cased": [
    101, 138, 10922, 11420, 118, 39381, 10245, 19075, 131, 100, 98370, 112, 188, 10271, 136, 102,
  ],
  gpt2: [32, 16175, 28749, 299, 28749, 12, 585, 259, 6557, 7496, 25, 30325, 222, 2125, 470, 340, 30],
};

for (const [name, ids] of Object.entries(EXPECTED)) {
  const file = join(vocabularies, `${name}.tokenizer.json`);
  const skip = existsSync(file) ? false : "this vocabulary is not beside the checkout";
  test(`${name}: ids of Python, and offsets inside the text`, { skip }, async () => {
    const folder = mkdtempSync(join(temporary, "one-"));
    cpSync(file, join(folder, "tokenizer.json"));
    const tokenizer = await AutoTokenizer.fromPretrained(folder);
    assert.deepEqual(tokenizer.encode(SENTENCE).input_ids, ids);
    for (const text of goldenTexts(7, 200)) {
      const { offset_mapping } = tokenizer.encode(text, { returnOffsetsMapping: true });
      for (const [start, end] of offset_mapping as [number, number][]) {
        assert.ok(start <= end && end <= text.length);
        assert.ok(!/\p{Cs}/u.test(text.slice(start, end)));
      }
    }
  });
}
