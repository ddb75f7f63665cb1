import assert from "node:assert/strict";
import { test } from "node:test";
import { checkCells, checkLesson, checkPictures, checkScript, readChapter } from "./committed-chapter";

const chapter = readChapter("03-tokenization");

test("chapter 3: the cells have run, and fit a screen", () => checkCells(chapter));
test("chapter 3: the lesson is whole", () => checkLesson(chapter));
test("chapter 3: its pictures are there", () => checkPictures(chapter));
test("chapter 3: its script is up to date", () => checkScript(chapter));

test("chapter 3: chips, grids, merges and charts are drawn from the run", () => {
  const pictures = chapter.code.filter(({ types }) => types.includes("image/svg+xml"));
  assert.ok(pictures.length >= 9, `${pictures.length}`);
});

test("chapter 3: the figures in the text are those of the outputs", () => {
  const shown = chapter.code.map((cell) => cell.shown).join("\n");
  for (const [said, seen] of [
    ["Four in a thousand", /unknown words: 341 of 82830/],
    ["five words begin with one", /^1\. Ġ \+ r: seen 5 times$/m],
    ["Merges 22 and 32", /^ +22 .*Ã£ \| o\n(.*\n)?.*^ +32 .*Ã§ \| Ã£o/m],
    ["27.3 % in place of 37.3 %", /all to 512 +37\.3%[^\n]*\nlongest of the batch +27\.3%/],
    ["Sorting leaves 0.6 %", /sorted, then longest +0\.6%/],
    ["One essay in two hundred", /truncation at 512 tokens: treino 0\.5%, teste 0\.3% beyond/],
    ["a seventh of the weight", /without a mask: 0\.50 {2}0\.18 {2}0\.18 {2}0\.07 {2}0\.07/],
    ["An essay has 565 tokens", /550–600/],
    ["Only the byte-level one", /bytes: 100 of 100 come back intact/],
    ["The same. Times", /same ids: true/],
  ] as const) {
    assert.ok(chapter.prose.includes(said), said);
    assert.match(shown, seen);
  }
});
