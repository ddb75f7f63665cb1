import assert from "node:assert/strict";
import { test } from "node:test";
import { BoundedRegex, hasNestedRepeats } from "../../../src/tokenizers/engine/bounded-regex";
import { TokenizerEngine } from "../../../src/tokenizers/engine/engine";

const limits = { trial: 200, text: 300 };
const bounded = (source: string): BoundedRegex => new BoundedRegex(new RegExp(source, "gu"), source, "here", limits);

test("a repeated group with a repeat or alternatives in it is found, and nothing else", () => {
  for (const source of [
    "(a+)+",
    "(a*)*b",
    "((ab)+)*",
    "(a|aa)+",
    "(?:a?b?)*",
    "(x{1,3}){2,}",
    "(([a)]|b))+$",
    "(\\)a+)+",
  ])
    assert.equal(hasNestedRepeats(source), true, source);
  for (const source of [
    "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
    "(a+)?b+",
    "(ab)+",
    "[(a+)+]",
    "\\(a+\\)+",
    "(a|b){3}c*",
    "(",
    ")+",
  ])
    assert.equal(hasNestedRepeats(source), false, source);
});

test("a regular expression that runs away is refused at loading, with its place", () => {
  assert.throws(() => bounded("(a+)+$b"), {
    name: "TokenizerError",
    code: "tokenizer-file",
    part: "here",
    message: /`here` is a regular expression that runs away: \/\(a\+\)\+\$b\/ does not finish a run of 1000 "a"/,
  });
});

test("one that runs away on a text only is stopped there, and works on others afterwards", () => {
  const regex = bounded("((qu)+)+$w|q");
  assert.deepEqual(regex.matches("aqb"), [[1, 2]]);
  assert.throws(() => regex.matches(`${"qu".repeat(2000)}!`), {
    name: "TokenizerError",
    code: "text",
    message: /4001/,
  });
  assert.deepEqual(regex.matches("aqb"), [[1, 2]]);
  const slow = bounded("w*w*w*w*y");
  assert.throws(() => slow.matches("w".repeat(5000)), { code: "text" });
});

test("lengths are bounded, and an ordinary one works", () => {
  const file = (source: string): unknown => ({
    model: { type: "WordLevel", vocab: { "[UNK]": 0 }, unk_token: "[UNK]" },
    pre_tokenizer: { type: "Split", pattern: { Regex: source }, behavior: "Isolated" },
  });
  const load = (source: string): TokenizerEngine => new TokenizerEngine(file(source), (text) => new RegExp(text, "gu"));
  assert.throws(() => load("a".repeat(20_001)), { code: "tokenizer-file", message: /20001 characters; at most 20000/ });
  assert.equal(load(" +").encodeText("a b", 0, false).ids.length, 3);
});
