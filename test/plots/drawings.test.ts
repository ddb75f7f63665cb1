/**
 * The drawings, compared with files that were looked at. After an intended change:
 * `CADERNO_UPDATE_GOLDENS=1 node test/run.mjs plots/drawings`, and look at them again.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Drawing } from "../../src/plots/drawing";
import { mergeSteps } from "../../src/plots/merge-steps";
import { paddingGrid } from "../../src/plots/padding-grid";
import { type TokenRow, tokenChips } from "../../src/plots/token-chips";
import { HOSTILE_LABELS } from "./sample-figures";

const folder = join(__dirname, "../fixtures/plots-drawings");
const isUpdate = process.env.CADERNO_UPDATE_GOLDENS === "1";

const sentence: TokenRow = {
  tokens: ["[CLS]", "A", "educa", "##ção", "não", "[UNK]", "[SEP]", "[PAD]"],
  ids: [2, 33, 412, 3011, 87, 1, 3, 0],
  wordIds: [null, 0, 1, 1, 2, 3, null, null],
  specialTokensMask: [1, 0, 0, 0, 0, 0, 1, 1],
  attentionMask: [1, 1, 1, 1, 1, 1, 1, 0],
};
const letters: TokenRow = { tokens: [..."a educação não", "日本", "😀"] };
const merges = [
  { tokens: ["r", "##o", "##m", "##a"] },
  { tokens: ["ro", "##m", "##a"], merge: { step: 1, left: "r", right: "##o", count: 1203 } },
  { tokens: ["ro", "##ma"], merge: { step: 12, left: "##m", right: "##a", count: 7 } },
];

const drawings: Readonly<Record<string, Drawing>> = {
  "token-chips": tokenChips({ "cased WordPiece": sentence, letters }, { mark: ["[UNK]"] }),
  "token-chips-hostile": tokenChips({
    "<b>name</b>": { tokens: HOSTILE_LABELS, ids: HOSTILE_LABELS.map((_, id) => id) },
  }),
  "padding-grid": paddingGrid(
    [
      [1, 1, 1, 1, 1],
      [1, 1, 1, 0, 0],
    ],
    {
      tokens: [
        ["[CLS]", "Eu", "gosto", "disso", "[SEP]"],
        ["[CLS]", "Oi", "[SEP]", "[PAD]", "[PAD]"],
      ],
    },
  ),
  "padding-grid-long": paddingGrid(
    [300, 120, 211, 77].map((length) => Array.from({ length: 300 }, (_, at) => Number(at < length))),
  ),
  "merge-steps": mergeSteps(merges, { prefix: "##" }),
};

for (const [name, drawing] of Object.entries(drawings)) {
  test(`${name} is drawn and written as its goldens`, () => {
    for (const [extension, text] of [
      ["svg", `${drawing.toSvg()}\n`],
      ["txt", `${drawing.toText()}\n`],
    ] as const) {
      const path = join(folder, `${name}.${extension}`);
      if (isUpdate) writeFileSync(path, text);
      assert.equal(text, readFileSync(path, "utf8"), path);
    }
  });
}

test("every golden has its drawing", () => {
  const names = Object.keys(drawings);
  assert.deepEqual(readdirSync(folder).sort(), names.flatMap((name) => [`${name}.svg`, `${name}.txt`]).sort());
});

test("a drawing shows itself as SVG and as text, and nothing of a text is markup", () => {
  const bundle = drawings["token-chips-hostile"]?.toBundle() as Record<string, string>;
  assert.deepEqual(Object.keys(bundle), ["image/svg+xml", "text/plain"]);
  assert.doesNotMatch(bundle["image/svg+xml"] ?? "", /<script|<b>|<a href|\p{Surrogate}/u);
  for (const text of Object.values(bundle)) assert.ok(!text.includes("\0"));
  assert.doesNotMatch(bundle["text/plain"] ?? "", /\p{Surrogate}/u);
});

test("chips stay between the margins and stand in lines of their own", () => {
  const many = tokenChips({ all: { tokens: Array.from({ length: 150 }, (_, index) => `token${index}`) } });
  const boxes = [...many.toSvg().matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"/g)].map((match) =>
    match.slice(1).map(Number),
  );
  assert.equal(boxes.length, 150);
  for (const [x = 0, , width = 0] of boxes) assert.ok(x >= 16 && x + width <= 624.5, `${x} ${width}`);
  assert.ok(new Set(boxes.map(([, y]) => y)).size > 5);
});

test("tokens of one word touch; a new word begins after a gap", () => {
  const places = [
    ...tokenChips({ all: sentence })
      .toSvg()
      .matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g),
  ];
  const [, word, educa, cao, nao] = places.map((match) => ({
    left: Number(match[1]),
    right: Number(match[1]) + Number(match[2]),
  }));
  const gap = (left?: { right: number }, right?: { left: number }): number => (right?.left ?? 0) - (left?.right ?? 0);
  assert.ok(gap(educa, cao) < 2, `${gap(educa, cao)}`);
  assert.ok(gap(word, educa) > 5 && gap(cao, nao) > 5);
});

test("of a long text the first tokens are drawn, and the rest is counted", () => {
  const long = tokenChips({ all: { tokens: new Array<string>(1000).fill("a") } });
  assert.match(long.toText(), /all: 1000 tokens/);
  assert.match(long.toText(), /… 801 more/);
});

test("a grid counts what is padding, on whichever side it is", () => {
  const grid = paddingGrid([
    [0, 0, 1, 1],
    [1, 1, 1, 1],
  ]);
  assert.equal(grid.title, "2 of 8 cells (25.0%) are padding");
  assert.match(grid.toText(), /^░░██ {2}2 of 4$/m);
  assert.match(grid.alt, /Tokens in each row: 2, 4\./);
});

test("the piece that a merge has made is in another colour", () => {
  const fills = [...(drawings["merge-steps"]?.toSvg() ?? "").matchAll(/rx="4" fill="(#\w+)"/g)].map(
    (match) => match[1],
  );
  const [plain, made] = [fills[0], fills[4]];
  assert.notEqual(plain, made);
  assert.deepEqual(fills, [plain, plain, plain, plain, made, plain, plain, plain, made]);
});

test("what cannot be drawn is an error that says where and what to write", () => {
  assert.throws(() => tokenChips({}), /`rows` must have 1 to 8 entries/);
  assert.throws(() => tokenChips({ a: { tokens: [] } }), /`rows\.a\.tokens` must be a list of at least one token/);
  assert.throws(() => tokenChips({ a: undefined as never }), /`rows\.a\.tokens`.*tokenizer\.encode/);
  assert.throws(() => tokenChips([sentence] as never), /`rows` must be an object of encodings by name/);
  assert.throws(() => paddingGrid([[1], [1, 0]]), /`mask\[1\]` must be as long as the first row \(1\).*padding: true/);
  assert.throws(() => paddingGrid([[1, 2]]), /`mask\[0\]\[1\]` must be 0 or 1, but got 2/);
  assert.throws(() => paddingGrid([]), /must have 1 to 64 rows/);
  assert.throws(() => paddingGrid([1, 0] as never), /`mask\[0\]` must be a list of 0 and 1/);
  assert.throws(() => mergeSteps([]), /`states` must have 1 to 40 entries/);
  assert.throws(() => mergeSteps([{ tokens: ["a".repeat(41)] }]), /`states\[0\]\.tokens` must have at most 40 letters/);
  assert.throws(() => mergeSteps("roma" as never), /`states` must be a list of states.*mergeStates/);
});
