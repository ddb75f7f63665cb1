import assert from "node:assert/strict";
import { test } from "node:test";
import { checkCells, checkLesson, checkPictures, checkScript, readChapter } from "./committed-chapter";

const chapter = readChapter("04-class-labels");

test("chapter 4: the cells have run, and fit a screen", () => checkCells(chapter));
test("chapter 4: the lesson is whole", () => checkLesson(chapter));
test("chapter 4: its pictures are there", () => checkPictures(chapter));
test("chapter 4: its script is up to date", () => checkScript(chapter));

test("chapter 4: the figures in the text are those of the outputs", () => {
  const shown = chapter.code.map((cell) => cell.shown).join("\n");
  for (const [said, seen] of [
    ["right for 18.5 % of the essays against 13.0 %", /^ {5}8 {2}18\.5 % .* 2\.09$/m],
    ["2.09 points off on average against 1.77", /^ {5}5 {2}13\.0 % .* 1\.77$/m],
    ["7 covers 61.7 %", /^ {5}7 .* 61\.7 % /m],
    ["the commonest score 6 only 56.2 %", /^ {5}6 {2}25\.7 % {3}56\.2 % .* 1\.42$/m],
    ["Class 2, between 1 and 3", /score 10 is class 2/],
    ["every test holds the same number", /^stratified: 2 to 2$/m],
    ["some tests hold none of them", /^plain: +0 to \d+$/m],
    ["mean is off by nearly a point", /mean of the scores: +6\.05\nmean of the class numbers: 6\.90/],
    ["Four stars are *ótimo*", /\[ 'ruim', 'ótimo', 'regular', 'bom' \]/],
  ] as const) {
    assert.ok(chapter.prose.includes(said), said);
    assert.match(shown, seen);
  }
});
