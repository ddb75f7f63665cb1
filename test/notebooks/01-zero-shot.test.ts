import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { checkCells, checkLesson, checkPictures, checkScript, readChapter } from "./committed-chapter";

const chapter = readChapter("01-zero-shot");

test("chapter 1: the cells have run, and fit a screen", () => checkCells(chapter));
test("chapter 1: the lesson is whole", () => checkLesson(chapter));
test("chapter 1: its pictures are there", () => checkPictures(chapter));
test("chapter 1: its script is up to date", () => checkScript(chapter));

test("chapter 1: chips, a map of scores and bars are drawn from the run", () => {
  const pictures = chapter.code.filter(({ types }) => types.includes("image/svg+xml"));
  assert.ok(pictures.length >= 6, `${pictures.length}`);
});

test("chapter 1: the figures in the text are those of the outputs", () => {
  const shown = chapter.code.map((cell) => cell.shown).join("\n");
  for (const [said, seen] of [
    ["has 0.949 of a whole", /^0\.949 mobilidade urbana$/m],
    ["*saúde* comes second with 0.043", /^0\.949 .*\n0\.043 saúde$/m],
    ["by far the larger one", /^futebol +-2\.90 +2\.81\nsaúde +-0\.08 +0\.03\nreligião +\d\.\d+ +-\d/m],
    ["Down the column", /^futebol +(\d\.\d{4}) {2}\d\.\d{4} {2}\1$/m],
    ["two of sixteen right", /^word +known: 0\.25 new: 0$/m],
    ["The model got fifteen, and all of the new labels", /^model +known: 0\.875 new: 1$/m],
    ["39.8 % there and 42.6 % on *saúde*", /^economia 2 +42\.6% +39\.8%/m],
    ["between 0.069 and 0.114", /highest: 10 0\.114\nlowest: {2}9 0\.069/],
    ["the truth is 4", /truth: 4$/m],
    ["0.001 at most", /each by itself, at most: 0\.001/],
    ["Six different grades for 24 essays", /gives: (\d+ ){5}\d+\nright: 0 of 24/],
    ["is right five times", /always 6: 5 of 24/],
    ["Five times exactly a fifth", /careless: 0\.200 {2}0\.200 {2}0\.200 {2}0\.200 {2}0\.200\n/],
    ["0.953 for *mobilidade urbana*", /pipeline: 0\.953 /],
    ["51.6 % and 46.0 %. Each by itself has over 99 %", /^mobilidade urbana +51\.6%.* 99\.\d%/m],
    ["*saúde* has 24.0 % here, *futebol* 0.1 %", /^saúde .* 24\.0%.*\nfutebol .* 0\.1%/m],
    ["0.528 by itself", /^saúde +0\.528 /m],
    ["*futebol* wins with 0.933", /^futebol +0\.997 {2}0\.933$/m],
    ["The bare label gets 14", /^14 of 16 \{\}$/m],
    ["*fome* with 0.853", /'fome' => 0\.8532/],
    ["0.164 becomes 0.682", /^morro +0\.682 violência\nbairro +0\.164 violência$/m],
  ] as const) {
    assert.ok(chapter.prose.includes(said), said);
    assert.match(shown, seen);
  }
});

test("chapter 1: what it says of the card stands there", () => {
  const card = readFileSync(
    resolve(__dirname, "../..", join("assets", "models", "zero-shot-pt-tiny", "README.md")),
    "utf8",
  );
  assert.match(
    chapter.prose,
    /of 144 choices among five labels that training never asked for, the model got 97\.2 % right/,
  );
  assert.match(card, /^\| right among 5 labels that training never asked for .* 144 choices \| 97\.2 % \|$/m);
});
