import assert from "node:assert/strict";
import { test } from "node:test";
import { checkCells, checkLesson, checkPictures, checkScript, readChapter } from "./committed-chapter";

const chapter = readChapter("06-inference");
const shown = chapter.code.map((cell) => cell.shown).join("\n");

test("chapter 6: the cells have run, and fit a screen", () => checkCells(chapter));
test("chapter 6: the lesson is whole", () => checkLesson(chapter));
test("chapter 6: its pictures are there", () => {
  checkPictures(chapter);
  const drawn = chapter.code.filter((cell) => cell.types.includes("image/svg+xml"));
  assert.ok(drawn.length >= 6, `${drawn.length} computed pictures`);
});
test("chapter 6: its script is up to date", () => checkScript(chapter));

test("chapter 6: the figures in the text are those of the outputs", () => {
  for (const [said, seen] of [
    ["the loss fell from 1.97 to 1.54", /^loss by epoch: 1\.97, 1\.54$/m],
    ["45.6 % for 8 and 29.1 % for 7", /^ +7 +29\.1% .*\n +8 +45\.6% /m],
    ["0.705 against 0.259", /^shares: 0\.705 {2}0\.259 {2}0\.035$/m],
    ["from 0.705 to 0.879", /^all plus 5 {3}0\.705 .*\nall doubled {2}0\.879 /m],
    ["divides infinity by infinity", /by the formula: \[ NaN, NaN, NaN \]/],
    ["the first answer is 8, as above. The second essay gets 5", /^answers: \[ 8, 5 \] truths: \[ 8, 4 \]$/m],
    ["0.93 for 8 and 0.89 for 7 at once", /^softmax .* 1\.00\nsigmoid {2}8: 0\.93 {2}7: 0\.89 /m],
    ["For seventeen of sixty essays", /^the same answer to 43 of 60 essays$/m],
    ["Right for 42.0 % against 25.3 %, and 0.76 points off against 1.43", /^always 6 +25\.3 % +1\.43 +0\.00$/m],
    ["a QWK of 0.80", /^the model +42\.0 % +0\.76 +0\.80$/m],
    ["never says 1, 2, 3, 9 or 10, so 37 essays", /^never said: 1, 2, 3, 9, 10\n.*: 37 of 300$/m],
    ["the last six sentences move nothing", /^sentences that move nothing: 6 of 13$/m],
    ["would get 0.60 points *more*", /^1\. Ao longo dos anos, o fut… +0\.600\d/m],
    ["it loses 0.36", /^3\. Convém discutir dois asp… +-0\.36/m],
    ["still wrong in 58.0 % of the cases", /about as sure as it should be: 42\.7% on average, right in 42\.0% of 300/],
    ["now it claims 72.3 % on average", /too sure: 72\.3% on average, right in 42\.0% of 300/],
    ["a 7 that it calls 6 with 57.8 %", /^124 .* 7 +6 +0\.578 /m],
    ["of 175 answers 50.9 % are right", /^confidence from 0\.4: 175 answers, 50\.9 % right$/m],
    ["from 0.5 on it is 49.3 %", /^confidence from 0\.5: 75 answers, 49\.3 % right$/m],
    ["of the eight surest answers four are wrong", /^confidence from 0\.55: 8 answers, 50\.0 % right$/m],
    ["An 8, with 43.2 %", /510 characters: \[\n +\{ label: '8', score: 0\.432/],
    ["The essay gets 800, and so does the cake", /^essay 2: +800\n.*\nthe cake: +800$/m],
    ["0.0057 is small", /^two whole essays, largest gap: 0\.0057$/m],
    ["One token of 192", /^tokens: +192 192\ndifferent at: \[ 191 \]$/m],
  ] as const) {
    assert.ok(chapter.prose.includes(said), said);
    assert.match(shown, seen, said);
  }
});

test("chapter 6: a row gives in a batch what it gives alone; without the mask two of six answers change", () => {
  const rows = [...shown.matchAll(/^ {2}(\d) +(\d+) +(none|SOME) +(\d\.\d\d) +(\d+) +(\d+)$/gm)].map((row) =>
    row.slice(1),
  );
  assert.equal(rows.length, 6);
  for (const [, , masked] of rows) assert.equal(masked, "none");
  assert.equal(rows.filter(([, , , , alone, without]) => alone !== without).length, 2);
  const [most] = [...rows].sort((a, b) => Number(b[1]) - Number(a[1]));
  assert.equal(most?.[3], "2.41");
  for (const [, padding, , gap] of rows) assert.equal(padding === "0", gap === "0.00");
  assert.ok(chapter.prose.includes("the one with most padding moves by 2.41, and two of the six answers change"));
});

test("chapter 6: the worst errors are two tens called 8 and three ones called 4", () => {
  const table = chapter.code.find((cell) => cell.source.includes("count: 5"))?.shown ?? "";
  const calls = [...table.matchAll(/… +(\d+) +(\d+) +0\.\d{3} +0\.\d{3} *$/gm)].map(
    ([, truth, said]) => `${truth}→${said}`,
  );
  assert.deepEqual(calls.sort(), ["10→8", "10→8", "1→4", "1→4", "1→4"].sort());
});

test("chapter 6: the folder opens again and in transformers.js with the same logits", () => {
  for (const line of [
    /^\[ 'model\.safetensors', 'config\.json', 'README\.md', 'onnx\/model\.onnx' \]$/m,
    /^the same labels and logits, to the last digit: true$/m,
    /^six paragraphs, largest gap below 1e-4: true$/m,
    /^the same tokens, largest gap below 1e-4: true$/m,
  ]) {
    assert.match(shown, line);
  }
});
