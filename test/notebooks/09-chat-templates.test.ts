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
    ["nearly all answers are the same", /with and without: (9|1\d) of 12/],
    ["the answer belongs to nobody", /^without:\n {2}the user: .+\n {2}nobody: .+$/m],
    ["writes on in the *user's* words", /^go on with it <\|usuario\|>¿Quién es Sancho Pan ▸ za/m],
    ["The bare question is over before it began", /^bare: +<\|fin\|>$/m],
    ["*No* becomes an excuse", /^open: {3}No ▸ lo sé\./m],
    ["a sentence about somebody else", /^open: {3}Dulcinea ▸ del Toboso/m],
    ["The error gives the line", /syntax error in line 2, at `\{% for message in messages %\}`/],
    [
      "The sentence is the template's own",
      /^TokenizerError Roles must alternate user\/assistant, from the user on\.$/m,
    ],
    ["a question, an answer that it never gave, and a thank-you", /reads: 3 before\n.*reads: 1 after/],
    ["the reader left after three words", /^[^|\n]+\|[^|\n]+\|[^|\n]+· cut short$/m],
  ] as const) {
    assert.ok(chapter.prose.includes(said), said);
    assert.match(shown, seen);
  }
});

test("chapter 9: the spellings come out in the order that the text tells", () => {
  const surprise = (name: string): number => Number(new RegExp(`^${name} +(0\\.\\d\\d)$`, "m").exec(shown)?.[1]);
  const [own, zephyr, mistral] = ["its own", "Zephyr", "Mistral"].map(surprise);
  const [blenderbot, none] = ["Blenderbot", "no marks"].map(surprise);
  assert.ok(chapter.prose.includes("Zephyr's, with a mark before each turn, is nearest to it"));
  assert.ok(Number(own) < Number(zephyr) && Number(zephyr) < Number(mistral), `${own} ${zephyr} ${mistral}`);
  assert.ok(chapter.prose.includes("costs more than twice the surprise"));
  assert.ok(Number(mistral) > 2 * Number(own));
  assert.ok(chapter.prose.includes("costs several times as much, about what no template at all costs"));
  assert.ok(Number(blenderbot) > 3 * Number(own) && Math.abs(Number(blenderbot) - Number(none)) < 0.1);
});

test("chapter 9: the model expects its own words and no others", () => {
  const [, own = "", others = ""] =
    /assistant's words: ([\d.]+)\nsurprise at everything else: +([\d.]+)/.exec(shown) ?? [];
  assert.ok(Number(own) < 0.5 && Number(others) > 2, `${own} ${others}`);
});
