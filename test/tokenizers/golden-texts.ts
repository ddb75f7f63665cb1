/** The strings and options of test/fixtures/tokenizers/golden.py, made again from the same seeds, and its short hashes. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { defaultRng, type Generator } from "../../src/core/random";
import type { BatchEncoding } from "../../src/tokenizers/batch-encoding";
import type { EncodeOptions } from "../../src/tokenizers/encode-options";
import type { PreTrainedTokenizerFast } from "../../src/tokenizers/pre-trained-tokenizer-fast";

export const fixtures: string = resolve(__dirname, "../fixtures/tokenizers");

/** The tokenizers that golden.py has asked Python about. */
export const GOLDEN_NAMES: readonly string[] = [
  "bert-uncased",
  "bert-cased",
  "bert-accents",
  "gpt2",
  "roberta",
  "llama",
  "llama3",
  "t5",
  "words",
  "composed",
];

/** What Python gave, as hashes of six digits; those of many strings in one. */
export interface Golden {
  single: string;
  decoded: string;
  long: string[];
  options: string[][];
  pairs: string[][];
  words: string;
  facts: Record<string, unknown>;
}

export function readGolden(name: string): Golden {
  return JSON.parse(readFileSync(join(fixtures, "goldens", `${name}.json`), "utf8")) as Golden;
}

/** The hashes that stand in one string. */
export function sixes(text: string): string[] {
  return text.match(/.{6}/g) ?? [];
}

/** Names the first few texts that differ. */
export function assertSame(actual: readonly string[], expected: readonly string[], texts: readonly unknown[]): void {
  const wrong = expected.flatMap((hash, index) => (hash === actual[index] ? [] : [texts[index]]));
  assert.equal(expected.length, texts.length);
  assert.deepEqual(wrong.slice(0, 3), [], `${wrong.length} of ${texts.length} differ`);
}

const pool = JSON.parse(readFileSync(join(fixtures, "strings.json"), "utf8")) as {
  fragments: string[];
  ranges: [number, number][];
};

function oneText(rng: Generator, most: number): string {
  let text = "";
  const parts = rng.integers(0, most + 1);
  for (let part = 0; part < parts; part++) {
    const kind = rng.integers(0, 12);
    if (kind < 8) {
      text += pool.fragments[rng.integers(0, pool.fragments.length)] ?? "";
      if (kind < 4) text += " ";
    } else if (kind < 10) {
      const [low, high] = pool.ranges[rng.integers(0, pool.ranges.length)] ?? [0, 0];
      text += String.fromCodePoint(rng.integers(low, high + 1));
    } else if (kind === 10) text += " ".repeat(rng.integers(1, 9));
    else {
      const length = rng.integers(1, 13);
      for (let letter = 0; letter < length; letter++) text += String.fromCharCode(97 + rng.integers(0, 26));
    }
  }
  return text;
}

/** `count` strings of a seed. */
export function goldenTexts(seed: number, count: number, most: number = 12): string[] {
  const rng = defaultRng(seed);
  return Array.from({ length: count }, () => oneText(rng, most));
}

/** Texts of 100,000 code points and more. */
export function longTexts(): string[] {
  const mixed = goldenTexts(99, 400, 40).join("");
  const repeated = Array.from(mixed.repeat(Math.floor(100_000 / [...mixed].length) + 1));
  return [
    "a".repeat(100_000),
    " ".repeat(100_000),
    "ab".repeat(50_000),
    "ação ".repeat(20_000),
    "!".repeat(100_000),
    "日本".repeat(50_000),
    "😀".repeat(50_000),
    "e\u0301".repeat(50_000),
    repeated.slice(0, 100_000).join(""),
  ];
}

export const OPTION_SETS: readonly EncodeOptions[] = [
  {},
  { padding: true },
  { padding: "longest", padToMultipleOf: 8 },
  { padding: "max_length", maxLength: 40 },
  { padding: "max_length", truncation: true, maxLength: 16 },
  { padding: true, truncation: true, maxLength: 10 },
  { padding: true, paddingSide: "left", truncation: true, maxLength: 12 },
  { padding: true, paddingSide: "right" },
  { truncation: true, maxLength: 8 },
  { truncation: "only_first", maxLength: 30 },
  { truncation: "only_second", maxLength: 30 },
  { truncation: "longest_first", maxLength: 9 },
  { truncation: true, maxLength: 12, stride: 3, returnOverflowingTokens: true },
  { truncation: true, maxLength: 12, stride: 2, returnOverflowingTokens: true, padding: true },
  {
    truncation: true,
    maxLength: 14,
    stride: 2,
    returnOverflowingTokens: true,
    padding: "max_length",
    padToMultipleOf: 7,
  },
  { truncation: true },
  { addSpecialTokens: false },
  { addSpecialTokens: false, truncation: true, maxLength: 7, stride: 2, returnOverflowingTokens: true },
  { maxLength: 11 },
  { splitSpecialTokens: true },
  { padding: "max_length", truncation: true },
];

const EVERYTHING = {
  returnOffsetsMapping: true,
  returnSpecialTokensMask: true,
  returnTokenTypeIds: true,
  returnAttentionMask: true,
} as const;

/** Everything that is told of each row, as golden.py writes it. */
export function rowsOf(batch: BatchEncoding<unknown>): unknown[] {
  const columns = batch as unknown as Record<string, unknown[]>;
  const samples = columns.overflow_to_sample_mapping ?? columns.input_ids?.map((_, index) => index) ?? [];
  return samples.map((sample, row) => [
    columns.input_ids?.[row],
    columns.attention_mask?.[row],
    columns.token_type_ids?.[row],
    columns.special_tokens_mask?.[row],
    columns.offset_mapping?.[row],
    batch.wordIds(row),
    batch.sequenceIds(row),
    batch.tokens(row),
    sample,
  ]);
}

/** The first six digits of the SHA-256 of a value's JSON, written as Python writes it. */
export function short(value: unknown): string {
  const json = JSON.stringify(value).replace(
    /[^\0-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return createHash("sha256").update(json).digest("hex").slice(0, 6);
}

/** The rows of a batch with everything asked for. */
export function encodeRows(
  tokenizer: PreTrainedTokenizerFast,
  texts: readonly string[] | readonly (readonly string[])[],
  pairs: readonly string[] | undefined,
  options: EncodeOptions,
): unknown[] {
  return rowsOf(tokenizer.encode(texts, { ...EVERYTHING, ...options, textPair: pairs }));
}

/** The hash of {@link encodeRows}, or "error". */
export function encodeHash(
  tokenizer: PreTrainedTokenizerFast,
  texts: readonly string[] | readonly (readonly string[])[],
  pairs: readonly string[] | undefined,
  options: EncodeOptions,
): string {
  try {
    return short(encodeRows(tokenizer, texts, pairs, options));
  } catch {
    return "error";
  }
}
