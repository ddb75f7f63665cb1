import assert from "node:assert/strict";
import { test } from "node:test";
import { checkCells, checkLesson, checkPictures, checkScript, readChapter } from "./committed-chapter";

const chapter = readChapter("09-chat-templates");
const shown = chapter.code.map((cell) => cell.shown).join("\n");

test("chapter 9: the cells have run, and fit a screen", () => checkCells(chapter));
test("chapter 9: the lesson is whole", () => checkLesson(chapter));
test("chapter 9: its pictures are there", () => checkPictures(chapter));
test("chapter 9: its script is up to date", () => checkScript(chapter));

test("chapter 9: chips and bars are drawn from the run", () => {
  const pictures = chapter.code.filter(({ types }) => types.includes("image/svg+xml"));
  assert.ok(pictures.length >= 4, `${pictures.length}`);
});

test("chapter 9: the figures in the text are those of the outputs", () => {
  for (const [said, seen] of [
    ["875,264 weights", /GPT2LMHeadModel 875264 weights/],
    ["The same. With `tokenize: false`", /^the same: true$/m],
    ["Only Zephyr's", /^Blenderbot +adds ""\nMistral +adds ""\nZephyr +adds "<\|assistant\|>\\n"$/m],
    ["three in four answers", /with and without: 9 of 12/],
    ["The error gives the line", /syntax error in line 2, at `\{% for message in messages %\}`/],
    [
      "The sentence is the template's own",
      /^TokenizerError Roles must alternate user\/assistant, from the user on\.$/m,
    ],
    ["a question, an answer that it never gave, and a thank-you", /reads: 3 before\n.*reads: 1 after/],
    ["the reader left after three words", /Sancho \|Panza \|es {2}· cut short/],
  ] as const) {
    assert.ok(chapter.prose.includes(said), said);
    assert.match(shown, seen);
  }
});

test("chapter 9: the spellings come out in the order that the text tells", () => {
  const surprise = (name: string): number => Number(new RegExp(`^${name} +(0\\.\\d\\d)$`, "m").exec(shown)?.[1]);
  const [own, zephyr, mistral] = ["its own", "Zephyr", "Mistral"].map(surprise);
  const [blenderbot, none] = ["Blenderbot", "no marks"].map(surprise);
  assert.ok(chapter.prose.includes("cost about twice the surprise"));
  for (const other of [zephyr, mistral])
    assert.ok(Number(other) > 1.5 * Number(own) && Number(other) < 2.5 * Number(own), `${own} ${other}`);
  assert.ok(chapter.prose.includes("no better for this model than no template at all"));
  assert.ok(Number(blenderbot) >= Number(none) && Number(none) > Number(mistral), `${blenderbot} ${none} ${mistral}`);
});
