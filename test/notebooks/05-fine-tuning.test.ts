import assert from "node:assert/strict";
import { test } from "node:test";
import { checkCells, checkLesson, checkPictures, checkScript, readChapter } from "./committed-chapter";

const chapter = readChapter("05-fine-tuning");
const shown = chapter.code.map((cell) => cell.shown).join("\n");

test("chapter 5: the cells have run, and fit a screen", () => checkCells(chapter));
test("chapter 5: the lesson is whole", () => checkLesson(chapter));
test("chapter 5: its pictures are there", () => checkPictures(chapter));
test("chapter 5: its script is up to date", () => checkScript(chapter));

/** The table of section 6: loss, accuracy, share within one point, mean distance and kappa of each way. */
function judged(name: string): { loss: number; accuracy: number; near: number; off: number; kappa: number } {
  const line = shown.split("\n").find((each) => each.includes(`'${name}'`) && each.split("│").length === 9);
  assert.ok(line !== undefined, `no row of the table is called ${name}`);
  const [loss, accuracy, near, off, kappa] = [...line.matchAll(/'(-?[\d.]+)(?: %)?'/g)].map(([, value]) =>
    Number(value),
  );
  return { loss, accuracy, near, off, kappa } as ReturnType<typeof judged>;
}

test("chapter 5: it learns: the tuned model beats both baselines by loss and by kappa", () => {
  const tuned = judged("fine-tuned");
  for (const name of ["prior", "surface"]) {
    const baseline = judged(name);
    assert.ok(tuned.loss < baseline.loss - 0.05, `${name}: ${baseline.loss}, and the model ${tuned.loss}`);
    assert.ok(tuned.kappa > baseline.kappa, `${name}: ${baseline.kappa}, and the model ${tuned.kappa}`);
  }
  assert.ok(tuned.loss < 1.487, "the repository's own surface baseline");
});

test("chapter 5: three beginnings lie as the text says", () => {
  const [scratch, head, tuned] = ["from scratch", "head only", "fine-tuned"].map((name) => judged(name).loss);
  assert.ok((tuned ?? 9) < (scratch ?? 0) && (tuned ?? 9) < (head ?? 0), `${scratch}, ${head}, ${tuned}`);
});

test("chapter 5: the crammer's best epoch is not its last", () => {
  assert.match(shown, /Validation loss is lowest in epoch \d \([\d.]+\); training loss goes on falling/);
});

test("chapter 5: the figures in the text are those of the outputs", () => {
  for (const [said, seen] of [
    ["1.49 after one epoch, 1.27 after two", /^ {2}1\/2 .* 1\.4[89]\d\d .*\n {2}2\/2 .* 1\.2[67]\d\d /m],
    ["the loss is 2.408 nats", /^loss {10}2\.408 nats$/m],
    ["from 2.408 to 1.220", /^new loss {6}1\.220 nats$/m],
    ["It ends at 1.979", /^last loss {2}1\.979$/m],
    ["class 6 has got 0.256", /^given to 6 0\.256 share 0\.257$/m],
    ["the highest loss is 8.42", /^rate 25 .* highest 8\.42/m],
    ["1.405. Counting", /^surface softmax 1\.405 nats$/m],
    ["until epoch 5 (1.784)", /lowest in epoch 5 \(1\.784\)/],
    ["17,931 of 1,401,099 weights", /trainable params: 17,931 \|\| all params: 1,401,099/],
    ["jumps from 2.2 to 22.1", /^losses: 2\.2 .* 22\.1 /m],
    ["0.82 to 0.89, and 0.71 to 0.83", /kappa 0\.71\d to 0\.83\d\n.*kappa 0\.82\d to 0\.89\d/],
    ["its validation loss is 2.22", /^validation loss afterwards: 2\.22$/m],
    ["it is 2.09 after as many steps", /^validation loss afterwards: 2\.09$/m],
    ["Nearly half of the predictions are wrong", /1[34]\d of 300 predictions are wrong/],
    ["1, 2, 3, 9 and 10 were never predicted", /^8 +0 {2}0 {2}0 {2}0 .* 0 {3}0$/m],
    ["All hundred answers are the same", /the same answer for 100 of 100 essays/],
  ] as const) {
    assert.ok(chapter.prose.includes(said), said);
    assert.match(shown, seen);
  }
});

test("chapter 5: the summary's table is the one that the cells printed", () => {
  for (const [said, name] of [
    ["prior, no text read", "prior"],
    ["nine surface features", "surface"],
    ["the network from scratch", "from scratch"],
    ["frozen body, new head", "head only"],
    ["fine-tuned, two epochs", "fine-tuned"],
  ] as const) {
    const { loss, accuracy, near, kappa } = judged(name);
    const shares = `${accuracy.toFixed(0)} % | ${near.toFixed(0)} %`;
    const row = `| ${said} | ${loss.toFixed(2)} | ${shares} | ${kappa.toFixed(2)} |`;
    assert.ok(chapter.prose.includes(row), row);
  }
});
