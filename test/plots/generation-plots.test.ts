/**
 * The pictures of decoding, compared with files that were looked at. After an intended change:
 * `CADERNO_UPDATE_GOLDENS=1 node test/run.mjs plots/generation`, and look at them again.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type BeamTreeCandidate, beamTree } from "../../src/plots/beam-tree";
import { cutCurve } from "../../src/plots/cut-curve";
import { draftStrip } from "../../src/plots/draft-strip";
import { nextTokenBars } from "../../src/plots/next-token-bars";
import { temperaturePanels } from "../../src/plots/temperature-panels";
import { tokenHeat } from "../../src/plots/token-heat";
import { HOSTILE_LABELS } from "./sample-figures";

const folder = join(__dirname, "../fixtures/plots-generation");
const isUpdate = process.env.CADERNO_UPDATE_GOLDENS === "1";

const kept = (parent: number, token: string, score: number, beam: number): BeamTreeCandidate => ({
  ...{ parent, token, score, state: "kept", beam },
});
const pruned = (parent: number, token: string, score: number): BeamTreeCandidate => ({
  ...{ parent, token, score, state: "pruned" },
});

const tree = [
  [kept(0, "de", -0.7, 0), kept(0, "a", -1.4, 1), pruned(0, "y", -2), pruned(0, "en", -2.31)],
  [kept(1, "la", -1.6, 0), kept(0, "los", -1.9, 1), pruned(0, "un", -2.25), pruned(1, "que", -3.125)],
  [
    kept(0, "casa", -2.1, 0),
    { parent: 0, token: ".", score: -2.2, state: "ended" as const },
    kept(1, "molinos", -2.4, 1),
    pruned(1, "caballos", -4),
  ],
];

const pictures = {
  "next-token-bars": nextTokenBars([
    { token: " de", probability: 0.5, kept: 0.625 },
    { token: " a", probability: 0.25, kept: 0.3125 },
    { token: " que", probability: 0.05, kept: 0.0625 },
    { token: "que", probability: 0.2, kept: 0 },
  ]),
  "temperature-panels": temperaturePanels({ " de": 3, " a": 2, " que": 1, " los": 0.5, ".": -1 }),
  "cut-curve": cutCurve([0.5, 0.2, 0.1, 0.08, 0.05, 0.04, 0.02, 0.01], { topK: 5, topP: 0.75, minP: 0.15 }),
  "beam-tree": beamTree(tree, { root: "En" }),
  "token-heat": tokenHeat([
    { token: "En" },
    { token: " un" },
    { token: " lugar", probability: 0.93 },
    { token: " de", probability: 0.61 },
    { token: " la", probability: 0.31 },
    { token: " Mancha", probability: 0.02 },
  ]),
  "token-heat-hostile": tokenHeat(HOSTILE_LABELS.map((token, place) => ({ token, probability: (place % 10) / 10 }))),
  "draft-strip": draftStrip([
    { drafted: ["de", " la", " casa"], accepted: 2, added: ["de", " la", " Mancha"] },
    { drafted: [","], accepted: 1, added: [",", " de"] },
    { drafted: [" cuyo", " nombre"], accepted: 0, added: [" no"] },
  ]),
};

for (const [name, picture] of Object.entries(pictures)) {
  test(`${name} is drawn and written as its goldens`, () => {
    for (const [extension, text] of [
      ["svg", `${picture.toSvg()}\n`],
      ["txt", `${picture.toText()}\n`],
    ] as const) {
      const path = join(folder, `${name}.${extension}`);
      if (isUpdate) writeFileSync(path, text);
      assert.equal(text, readFileSync(path, "utf8"), path);
    }
  });
}

test("every golden has its picture", () => {
  const names = Object.keys(pictures);
  assert.deepEqual(readdirSync(folder).sort(), names.flatMap((name) => [`${name}.svg`, `${name}.txt`]).sort());
});

test("temperature and cuts say what arithmetic says", () => {
  // softmax([2, 0]) at temperature 2 is that of [1, 0].
  const share = 1 / (1 + Math.exp(-1));
  const entropy = -(share * Math.log2(share) + (1 - share) * Math.log2(1 - share));
  const text = temperaturePanels({ a: 2, b: 0 }, { temperatures: [2] }).toText();
  assert.match(text, new RegExp(`a\\s+${(share * 100).toFixed(1)}%`));
  assert.match(text, new RegExp(`entropy\\s+${entropy.toFixed(2)}`));
  const { layout } = cutCurve([0.4, 0.3, 0.2, 0.1], { topK: 2, topP: 0.7, minP: 0.5 });
  assert.deepEqual(
    layout.referenceLines?.map(({ label }) => label),
    ["top-k 2, top-p 0.7", "min-p 0.5"],
  );
});

test("what cannot be drawn is refused by its place", () => {
  assert.throws(() => nextTokenBars([]), /tokens/);
  assert.throws(() => nextTokenBars([{ token: "a", probability: Number.NaN }]), /tokens\[0\]\.probability/);
  assert.throws(() => temperaturePanels({ a: 1, b: 2 }, { temperatures: [0] }), /above 0/);
  assert.throws(() => temperaturePanels({ a: 1 }), /at least 2 tokens/);
  assert.throws(() => cutCurve([0.5], { topP: 2 }), /topP/);
  assert.throws(() => beamTree([]), /1 to 12/);
  assert.throws(() => beamTree([[{ parent: 0, token: "a", score: 0, state: "lost" as never }]]), /steps\[0\]/);
  assert.throws(() => tokenHeat([{ token: "a", probability: 1.2 }]), /from 0 to 1/);
  assert.throws(() => draftStrip([{ drafted: ["a"], accepted: 2, added: [] }]), /accepted/);
});
