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
    ["has 0.921 of a whole", /^0\.921 mobilidade urbana$/m],
    ["*saúde* comes second with 0.049", /^0\.921 .*\n0\.049 saúde$/m],
    ["In the row of *futebol* the second number is the larger one", /^futebol +-\d\.\d\d +\d\.\d\d$/m],
    ["Down the column", /^futebol +(\d\.\d{4}) {2}\d\.\d{4} {2}\1$/m],
    ["two of sixteen right", /^word +known: 0\.25 new: 0$/m],
    ["The model got all sixteen", /^model +known: 1 new: 1$/m],
    ["66.6 % there and 31.4 % on *moda*", /^astronomia 1 .* 66\.6% +31\.4%/m],
    ["between 0.072 and 0.140", /highest: 3 0\.140\nlowest: {2}4 0\.072/],
    ["The true score, 4", /truth: 4$/m],
    ["Four different grades for 24 essays", /gives: \d+ \d+ \d+ \d+\nright: 0 of 24/],
    ["is right five times", /always 6: 5 of 24/],
    ["Five times exactly a fifth", /careless: 0\.200 {2}0\.200 {2}0\.200 {2}0\.200 {2}0\.200\n/],
    ["0.854 for *mobilidade urbana*", /pipeline: 0\.854 /],
    ["48.3 % each. Each by itself has 99.7 %", /^mobilidade urbana +48\.3%.* 99\.7%/m],
    ["*saúde* has 44.1 % here, *futebol* 9.5 %", /^saúde .* 44\.1%.*\nfutebol .* 9\.5%/m],
    ["with 0.937 by itself", /^futebol +0\.937 /m],
    ["*saúde* wins with 0.888", /^saúde +0\.999 {2}0\.888$/m],
    ["The bare label gets 13", /^13 of 16 \{\}$/m],
    ["*fome* with 0.950", /'fome' => 0\.9498/],
    ["0.049 becomes 0.698", /^morro +0\.698 violência\ncondomínio +0\.049 violência$/m],
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
    /of 144 choices among five labels that training never asked for, the model got 96\.5 % right/,
  );
  assert.match(card, /^\| right among 5 labels that training never asked for .* 144 choices \| 96\.5 % \|$/m);
});
