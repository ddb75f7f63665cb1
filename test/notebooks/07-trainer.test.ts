import assert from "node:assert/strict";
import { test } from "node:test";
import { checkCells, checkLesson, checkPictures, checkScript, readChapter } from "./committed-chapter";

const chapter = readChapter("07-trainer");
const shown = chapter.code.map((cell) => cell.shown).join("\n");

test("chapter 7: the cells have run, and fit a screen", () => checkCells(chapter));
test("chapter 7: the lesson is whole", () => checkLesson(chapter));
test("chapter 7: its pictures are there", () => checkPictures(chapter));
test("chapter 7: its script is up to date", () => checkScript(chapter));

test("chapter 7: the figures in the text are those of the outputs", () => {
  for (const [said, seen] of [
    ["174,277 parameters", /DistilBertForSequenceClassification\(174,277 parameters, onnx\)/],
    ["330 of 528 updates", /Trained: 330 steps, 5 epochs[\s\S]+^330\/528 /m],
    ["lowest in epoch 3 (0.8520)", /^198\/528 +\d\.\d+ +0\.8520/m],
    ["Loss 0.852", /^loss {5}0\.852\naccuracy 0\.607$/m],
    ["100.0 % are cut", /^ 20 tokens cut 100\.0 %/m],
    ["At 128 it is 3.2 %", /^128 tokens cut 3\.2 %/m],
    ["bag of words 0.962 with 57.7 % right", /^bag of words loss 0\.962 {3}accuracy 57\.7 %/m],
    ["Macro F1 is 0.667", /\{ accuracy: 0\.75 \} \{ f1: 0\.66\d+ \}/],
    ["66 updates an epoch, 528 planned, 53 to warm up", /^66 updates an epoch, 528 planned, 53 to warm up$/m],
    ["down to 0.596", /Validation loss is lowest in epoch 3 \(0\.852\); training loss goes on falling/],
    ["epoch 5 is the best (61.3 %)", /^ +5 +61\.3%$/m],
    ["the best (198) and the last (330)", /\[ 'checkpoint-198', 'checkpoint-330' \]/],
    ["217 of the 230 are off by one star", /^1 stars off: 217\n2 stars off: 12\n3 stars off: 1$/m],
    ["With 525 rows the loss is 1.763", /^525 rows: 1\.763 nats, 54\.3 %\n1050 rows: 1\.059 .+\n2100 rows: 0\.851 /m],
    ["*I would not call this place good* is one star (0.75)", /^1 star 0\.75 \| I would not call/m],
    ["(39 of 124)", /most often 4 stars is taken for 3 stars \(39 of 124\)/],
    ["calibration error of 0.035", /^expected calibration error 0\.035$/m],
    ["F1 is 0.784 for one star and 0.443 for four", /^1 star \(n 119\) +0\.784 [\s\S]+^4 stars \(n 124\) +0\.4434 /m],
  ] as const) {
    assert.ok(chapter.prose.includes(said), said);
    assert.match(shown, seen);
  }
});

test("chapter 7: resumed, and fit, end bit for bit where one training does; four times four is sixteen", () => {
  assert.match(shown, /^resumed against in one: 0\nstopped against in one: 0\.00\d+$/m);
  assert.match(shown, /^largest difference, fit and Trainer: 0$/m);
  const [, sixteen = "a", fourByFour = "b", four = ""] = /^16: +(.+)\n4 x 4: +(.+)\n4: +(.+)$/m.exec(shown) ?? [];
  assert.equal(fourByFour, sixteen);
  assert.notEqual(four, sixteen);
});

test("chapter 7: the test rows say what the summary says of them", () => {
  const table = shown.slice(shown.indexOf("[ 600, 5 ]"));
  const figures = (name: string) => {
    const line = new RegExp(`^${name} +loss ([\\d.]+) +accuracy ([\\d.]+) % +macro F1 ([\\d.]+)`, "m").exec(table);
    assert.ok(line !== null, name);
    const row = line.slice(1, 4);
    assert.ok(chapter.prose.includes(`| ${row[0]} | ${row[1]} % | ${row[2]} |`), `${name}: ${row}`);
    return row.map(Number);
  };
  const [prior, bag, network] = [figures("prior"), figures("bag of words"), figures("Trainer")];
  const [loss, accuracy] = [0, 1];
  assert.ok(Number(network[loss]) < Number(bag[loss]) && Number(bag[loss]) < Number(prior[loss]));
  assert.ok(Math.abs(Number(network[accuracy]) - Number(bag[accuracy])) < 4, "within one standard error or two");
  assert.ok(Number(network[accuracy]) > 3 * Number(prior[accuracy]));
});

test("chapter 7: mistakes are told as the text says", () => {
  assert.match(shown, /Did you mean to write 'learningRate'\?/);
  assert.match(shown, /there is no argument `learning_rte`\. Did you mean `learningRate`\?/);
  assert.match(
    shown,
    /`fp16` must be left out: it means nothing here, but got true\. Both engines compute in float32\./,
  );
  assert.match(shown, /`label` of row 5 is 5, but the model has 5 classes: 0 to 4\./);
});
