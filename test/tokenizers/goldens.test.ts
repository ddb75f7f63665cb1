// The oracle is Python: every result of transformers on strings of a seed, as hashes in test/fixtures/tokenizers/goldens.
import assert from "node:assert/strict";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { AutoTokenizer } from "../../src/tokenizers/auto-tokenizer";
import type { PreTrainedTokenizerFast } from "../../src/tokenizers/pre-trained-tokenizer-fast";
import {
  assertSame,
  encodeHash,
  fixtures,
  GOLDEN_NAMES,
  goldenTexts,
  OPTION_SETS,
  readGolden,
  short,
  sixes,
} from "./golden-texts";

const single = goldenTexts(1, 1500);
const pool = goldenTexts(2, 120);

for (const name of GOLDEN_NAMES) {
  describe(name, () => {
    const golden = readGolden(name);
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
