import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { defaultRng } from "../../../src/core/random";
import { parseJson } from "../../../src/notebook/format/json-reader";

/** What the engine's own parser makes of a text, in the same terms. */
function outcome(parse: (text: string) => unknown, text: string): unknown {
  try {
    return { value: parse(text) };
  } catch {
    return "refused";
  }
}

test("thousands of damaged notebooks are accepted and refused as JSON.parse does, with equal values", () => {
  const original = readFileSync(join(__dirname, "../../fixtures/notebooks/round-trip/rich-4.5.ipynb"), "utf8");
  const rng = defaultRng(7);
  const pick = (limit: number): number => Math.floor(rng.random() * limit);
  const parts = [
    '"',
    "\\",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "-",
    "0",
    "1e5",
    ".5",
    "null",
    "tru",
    "\n",
    "\u0001",
    "\\u12",
    " ",
  ];
  let accepted = 0;
  for (let round = 0; round < 4000; round++) {
    const start = pick(original.length - 400);
    const slice = round % 2 === 0 ? original : `[${original.slice(start, start + pick(60))}]`;
    const at = pick(slice.length);
    const text = slice.slice(0, at) + (parts[pick(parts.length)] ?? "") + slice.slice(at + pick(3));
    const ours = outcome(parseJson, text);
    assert.deepEqual(ours, outcome(JSON.parse, text), JSON.stringify(text.slice(Math.max(0, at - 20), at + 20)));
    if (ours !== "refused") accepted++;
  }
  assert.ok(accepted > 100, `only ${accepted} were accepted: the damage is too heavy to tell anything`);
});

test("numbers are read as JSON allows them, and as nothing else", () => {
  for (const text of ["0", "-0", "-1.5e-7", "1E+2", "123456789012345678901", "1e999"]) {
    assert.ok(Object.is(parseJson(text), JSON.parse(text)), text);
  }
  for (const text of ["01", "+1", "1.", ".5", "1e", "-", "0x1", "1_000", "--1", "NaN1", "nan", "Infinit"]) {
    assert.throws(() => parseJson(text), { name: "JsonSyntaxError" }, text);
  }
  assert.deepEqual(parseJson("[NaN, Infinity, -Infinity]"), [Number.NaN, Infinity, -Infinity]);
});
