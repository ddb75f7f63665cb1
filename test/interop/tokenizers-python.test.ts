// The oracle is Python's transformers, run here: new random strings each time, ours against theirs, and what we save they must read.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { runProgram } from "../../src/cli/lab-program";
import { AutoTokenizer } from "../../src/tokenizers/auto-tokenizer";
import type { EncodeOptions } from "../../src/tokenizers/encode-options";
import { encodeRows, fixtures, goldenTexts } from "../tokenizers/golden-texts";
import { skipWithout, venvProgram } from "./interop-support";

const skip = skipWithout("python");
const temporary = mkdtempSync(join(tmpdir(), "caderno-tokenizers-python-"));
after(() => rmSync(temporary, { recursive: true, force: true }));
const seed = Number(process.env.CADERNO_SEED ?? Math.floor(Math.random() * 2 ** 31));

interface Answer {
  rows: unknown[];
  decoded: string[];
  special: string[];
  length: number;
}

async function python(folder: string, texts: string[], pairs: string[], options: object): Promise<Answer> {
  const place = mkdtempSync(join(temporary, "given-"));
  const [given, answer] = [join(place, "given.json"), join(place, "answer.json")];
  writeFileSync(given, JSON.stringify({ folder, texts, pairs, options }));
  const script = join(fixtures, "golden.py");
  const { state, stderr } = await runProgram(venvProgram("python"), [script, given, answer], { timeoutMs: 200_000 });
  assert.equal(state, "ok", stderr);
  return JSON.parse(readFileSync(answer, "utf8")) as Answer;
}

for (const name of ["bert-uncased", "roberta", "llama", "t5", "composed"]) {
  test(`${name}: random strings of seed ${seed} (CADERNO_SEED), saved by us and read by Python`, { skip }, async () => {
    const tokenizer = await AutoTokenizer.fromPretrained(join(fixtures, name));
    tokenizer.addTokens({ content: "novíssimo", singleWord: true });
    const folder = join(temporary, name);
    await tokenizer.savePretrained(folder);
    const texts = goldenTexts(seed, 300, 20);
    const pairs = goldenTexts(seed + 1, 300, 20);
    const ours: EncodeOptions = {
      padding: true,
      truncation: true,
      maxLength: 24,
      stride: 2,
      returnOverflowingTokens: true,
    };
    const theirs = { padding: true, truncation: true, max_length: 24, stride: 2, return_overflowing_tokens: true };
    const answer = await python(folder, texts, pairs, theirs);
    const rows = encodeRows(tokenizer, texts, pairs, ours) as [number[]][];
    assert.equal(answer.rows.length, rows.length);
    for (const [index, row] of rows.entries()) assert.deepEqual(row, answer.rows[index]);
    assert.deepEqual(tokenizer.batchDecode(rows.map(([ids]) => ids)), answer.decoded);
    assert.deepEqual([tokenizer.allSpecialTokens, tokenizer.length], [answer.special, answer.length]);
  });
}
