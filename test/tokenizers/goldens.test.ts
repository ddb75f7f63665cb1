// The oracle is Python: every result of transformers on strings of a seed, as hashes in test/fixtures/tokenizers/goldens.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { AutoTokenizer } from "../../src/tokenizers/auto-tokenizer";
import type { PreTrainedTokenizerFast } from "../../src/tokenizers/pre-trained-tokenizer-fast";
import { encodeHash, fixtures, GOLDEN_NAMES, goldenTexts, longTexts, OPTION_SETS, short } from "./golden-texts";

interface Golden {
  single: string;
  decoded: string;
  long: string[];
  options: string[][];
  pairs: string[][];
  words: string;
  facts: Record<string, unknown>;
}

const single = goldenTexts(1, 1500);
const pool = goldenTexts(2, 120);

function sixes(text: string): string[] {
  return text.match(/.{6}/g) ?? [];
}

/** The first few texts that differ, so that a failure says which. */
function assertSame(actual: readonly string[], expected: readonly string[], texts: readonly unknown[]): void {
  const wrong = expected.flatMap((hash, index) => (hash === actual[index] ? [] : [texts[index]]));
  assert.equal(expected.length, texts.length);
  assert.deepEqual(wrong.slice(0, 3), [], `${wrong.length} of ${texts.length} differ`);
}

for (const name of GOLDEN_NAMES) {
  describe(name, () => {
    const golden = JSON.parse(readFileSync(join(fixtures, "goldens", `${name}.json`), "utf8")) as Golden;
    let tokenizer: PreTrainedTokenizerFast;
    before(async () => {
      tokenizer = await AutoTokenizer.fromPretrained(join(fixtures, name));
    });

    test("1,500 strings: ids, masks, offsets, words, tokens", () => {
      assertSame(
        single.map((text) => encodeHash(tokenizer, [text], undefined, {})),
        sixes(golden.single),
        single,
      );
    });

    test("decoding, with and without special tokens and cleaning up", () => {
      const decoded = tokenizer
        .encode(single)
        .input_ids.map((ids) =>
          short([
            tokenizer.decode(ids),
            tokenizer.decode(ids, { skipSpecialTokens: true }),
            tokenizer.decode(ids, { cleanUpTokenizationSpaces: true }),
          ]),
        );
      assertSame(decoded, sixes(golden.decoded), single);
    });

    test("texts of 100,000 characters", () => {
      const texts = longTexts();
      assertSame(
        texts.map((text) => encodeHash(tokenizer, [text], undefined, {})),
        golden.long,
        texts.map((text) => text.slice(0, 20)),
      );
    });

    for (const [index, options] of OPTION_SETS.entries()) {
      test(`options ${JSON.stringify(options)}`, () => {
        const starts = Array.from({ length: 15 }, (_, batch) => batch * 4);
        const batches = starts.map((start) => pool.slice(start, start + 4));
        const pairs = starts.map((start) => pool.slice(60 + start, 64 + start));
        const alone = batches.map((batch) => encodeHash(tokenizer, batch, undefined, options));
        assertSame(alone, golden.options[index] ?? [], batches);
        const together = batches.map((batch, at) => encodeHash(tokenizer, batch, pairs[at], options));
        assertSame(together, golden.pairs[index] ?? [], batches);
      });
    }

    test("texts that are split into words", () => {
      const texts = goldenTexts(3, 60).map((text) => text.split(" "));
      const hashes = texts.map((words) => encodeHash(tokenizer, [words], undefined, { isSplitIntoWords: true }));
      assertSame(hashes, sixes(golden.words), texts);
    });

    test("vocabulary and special tokens", () => {
      const vocabulary = Object.entries(tokenizer.getVocab()).sort(([, one], [, other]) => one - other);
      assert.deepEqual(
        {
          vocab_size: tokenizer.vocabSize,
          length: tokenizer.length,
          all_special_tokens: tokenizer.allSpecialTokens,
          all_special_ids: tokenizer.allSpecialIds,
          unknown: tokenizer.convertTokensToIds("no such token") ?? null,
          string: tokenizer.convertTokensToString(tokenizer.tokenize("Olá, mundo 😀!")),
          vocab: short(vocabulary),
        },
        golden.facts,
      );
    });
  });
}
