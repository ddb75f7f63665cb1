import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { worstErrors } from "../../src/evaluation/worst-errors";

const yProba = [
  [0.1, 0.9],
  [0.2, 0.8],
  [0.6, 0.4],
  [0.95, 0.05],
];
const texts = ["lovely", "awful\nplace", "<b>fine</b> \u001b[31m", "bad"];

test("the worst errors come first, by loss or by confidence", () => {
  const three = {
    texts,
    yTrue: [1, 0, 2, 1],
    yProba: [
      [0.1, 0.9, 0],
      [0.3, 0.36, 0.34],
      [0.6, 0, 0.4],
      [0.05, 0.95, 0],
    ],
  };
  const order = (by: "loss" | "confidence"): number[] => worstErrors(three, { by }).errors.map(({ index }) => index);
  assert.deepEqual(order("loss"), [1, 2]);
  assert.deepEqual(order("confidence"), [2, 1]);
});

test("each error has its text, truth, prediction and probabilities", () => {
  const found = worstErrors({ texts, yTrue: [1, 0, 1, 0], yProba }, { classNames: ["bad", "good"], count: 1 });
  assert.deepEqual(found.errors, [
    { index: 1, text: "awful\nplace", truth: "bad", predicted: "good", probability: 0.8, truthProbability: 0.2 },
  ]);
  assert.deepEqual([found.wrong, found.count, found.title], [2, 4, "2 of 4 predictions are wrong; the 1 worst:"]);
  const named = { texts, yTrue: ["good", "bad", "good", "bad"], yProba };
  assert.deepEqual(worstErrors(named, { classNames: ["bad", "good"], count: 1 }).errors, found.errors);
  const two = worstErrors({ texts, yTrue: [1, 0, 1, 0].values(), yProba: yProba.map(([, second]) => second ?? 0) });
  assert.deepEqual(
    two.errors.map(({ index, predicted }) => [index, predicted]),
    [
      [1, "1"],
      [2, "0"],
    ],
  );
});

test("the table is text on a terminal and HTML in a notebook, and a text is never markup nor a command", () => {
  const shown = worstErrors({ texts, yTrue: [1, 0, 1, 0], yProba });
  const bundle = shown.toBundle();
  assert.equal(inspect(shown), bundle["text/plain"]);
  assert.match(bundle["text/plain"], /^ {2}1 +awful place +0 +1 +0\.800 +0\.200$/m);
  assert.match(bundle["text/html"], /&lt;b&gt;fine/);
  assert.ok(!Object.values(bundle).some((text) => text.includes("\u001b")));
  assert.equal(worstErrors({ texts: ["a"], yTrue: [0], yProba: [[1, 0]] }).toText(), "All 1 predictions are right");
});

test("what does not fit together is an error", () => {
  assert.throws(
    () => worstErrors({ texts: ["a"], yTrue: [1, 0, 1, 0], yProba }),
    /`texts` must have one entry for each/,
  );
  assert.throws(() => worstErrors({ texts, yTrue: [1, 0], yProba }), /`yProba` must have one entry/);
  assert.throws(() => worstErrors({ texts, yTrue: [1, 0, 1, 0], yProba }, { classNames: ["a"] }), /name the 2 columns/);
  assert.throws(() => worstErrors({ texts, yTrue: [1, 0, 1, 0], yProba }, { count: 0 }), /1 to 1000/);
  assert.throws(() => worstErrors({ texts, yTrue: [1, 0, 1, 0], yProba: [[2, 1]] }), /softmax/);
  assert.throws(() => worstErrors(undefined as never), TypeError);
});
