import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { stripVTControlCharacters } from "node:util";
import { TerminalText } from "../../../src/notebook/execute/terminal-text";

const fixture = join(__dirname, "../../fixtures/terminal/terminal.json");
const { cases } = JSON.parse(readFileSync(fixture, "utf8")) as {
  cases: { name: string; chunks: string[]; shown: string }[];
};

function written(chunks: readonly string[]): TerminalText {
  const text = new TerminalText();
  for (const chunk of chunks) text.write(chunk);
  return text;
}

/** As the terminal in the fixture has it: no colours, no spaces at the ends of lines, no empty lines at the end. */
function seen(text: TerminalText): string {
  const lines = stripVTControlCharacters(String(text)).split("\n");
  return lines
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n+$/, "");
}

describe("a stream shows what a terminal shows", () => {
  for (const { name, chunks, shown } of cases) {
    test(name, () => assert.equal(seen(written(chunks)), shown));
    test(`${name}, one character at a time`, () => assert.equal(seen(written([...chunks.join("")])), shown));
  }
});

test("text without cursor moves is kept to the last character", () => {
  const source = "trailing  \n\n\u001b[31mred\u001b[0m\n\tação ✓ 👩‍🏫";
  assert.equal(String(written([source])), source);
});

test("colours stay with the characters that they were written with", () => {
  assert.equal(
    String(written(["\u001b[31mred\u001b[0m blue\r\u001b[32mG\u001b[0m\n"])),
    "\u001b[32mG\u001b[0m\u001b[31med\u001b[0m blue\n",
  );
});

test("a colour that stays on goes on after the text was written over", () => {
  assert.equal(String(written(["a\r\u001b[31mb\n", "c\n"])), "\u001b[31mb\nc\n");
});

test("a bar that is drawn a hundred thousand times stays one line", () => {
  const text = new TerminalText();
  for (let step = 0; step < 100_000; step++) text.write(`\rstep ${step}`);
  assert.equal(String(text), "step 99999");
  assert.equal(text.length, "step 99999".length + 1);
});

test("hostile sequences neither grow without bound nor throw", () => {
  const text = written([
    "\u001b[999999999C",
    "x",
    "\u001b[999999999A",
    "\u001b[;;;;m",
    "\u001b[1".repeat(1000),
    "\r",
    "\u001b[",
  ]);
  assert.ok(text.length < 12_000, `${text.length}`);
});

test("the last rows can be written over, also after thousands of lines", () => {
  const text = written([..."x".repeat(5000)].map((_, line) => `line ${line}\n`));
  text.write("\u001b[2Achanged\n\n");
  assert.equal(String(text).split("\n").slice(-4).join("|"), "line 4997|changed98|line 4999|");
});
