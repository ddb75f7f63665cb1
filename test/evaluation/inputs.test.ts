/** What the metrics take, what they refuse and what they say then; how their results show themselves. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { accuracyScore } from "../../src/evaluation/accuracy-score";
import { bootstrapConfidenceInterval } from "../../src/evaluation/bootstrap-confidence-interval";
import { calibration } from "../../src/evaluation/calibration";
import { calibrationCurve } from "../../src/evaluation/calibration-curve";
import { classificationReport } from "../../src/evaluation/classification-report";
import { cohenKappaScore } from "../../src/evaluation/cohen-kappa-score";
import { confusionMatrix } from "../../src/evaluation/confusion-matrix";
import { evaluate } from "../../src/evaluation/evaluate";
import { f1Score } from "../../src/evaluation/f1-score";
import { loadMetric } from "../../src/evaluation/load-metric";
import { logLoss } from "../../src/evaluation/log-loss";
import { meanAbsoluteError } from "../../src/evaluation/mean-absolute-error";
import { precisionRecallFscoreSupport } from "../../src/evaluation/precision-recall-fscore-support";
import { rocAucScore } from "../../src/evaluation/roc-auc-score";
import { ModelTensor } from "../../src/models/model-tensor";

const logits = new ModelTensor(Float32Array.of(1, 3, 2, 5, 4, 0), [2, 3]);

test("labels come as arrays, typed arrays, bigints, booleans, names, tensors or any iterable", () => {
  const shapes = [
    [1, 0, 1],
    Int32Array.of(1, 0, 1),
    BigInt64Array.of(1n, 0n, 1n),
    [1n, 0n, 1n],
    [true, false, true],
    new ModelTensor(Float32Array.of(1, 0, 1), [3]),
  ];
  for (const yTrue of shapes) {
    for (const yPred of shapes) assert.equal(accuracyScore(yTrue, yPred), 1);
    assert.equal(accuracyScore(yTrue, [1, 1, 1]), 2 / 3);
  }
  assert.equal(accuracyScore(new Map([["a", 1]]).values(), [1]), 1);
  assert.equal(accuracyScore([[1, 0]], [[1, 1]]), 0);
});

test("rows of logits beside true classes are predictions", () => {
  assert.equal(accuracyScore([1, 0], logits), 1);
  assert.equal(f1Score([1, 2], logits, { average: "macro" }), 1 / 3);
  assert.deepEqual(confusionMatrix([1, 0], [[0, 1], new Float32Array([2, 1])]).tolist(), [
    [1, 0],
    [0, 1],
  ]);
  assert.throws(() => accuracyScore(["a", "b"], logits), /`yPred` must be names of classes.*names\[index\]/);
});

test("32-bit probabilities of 0 cost what they cost in Python", () => {
  const certain = new ModelTensor(Float32Array.of(1, 0, 0, 1), [2, 2]);
  assert.ok(Math.abs(logLoss([1, 1], certain) - Math.log(2 ** 23) / 2) < 1e-6);
  assert.ok(Math.abs(logLoss([1, 1], certain.tolist() as number[][]) - Math.log(2 ** 52) / 2) < 1e-6);
});

test("a class that the test part lacks keeps its column in the loss, and has none in the area", () => {
  const rows = [
    [0.5, 0.25, 0.25],
    [0.25, 0.5, 0.25],
  ];
  assert.equal(logLoss([0, 1], rows), Math.log(2));
  assert.throws(() => rocAucScore([0, 1], rows), /examples of every class.*no example of class 2/);
  assert.throws(() => rocAucScore([1, 1, 1], [0.1, 0.2, 0.3]), /examples of every class.*only 1/);
  assert.throws(() => rocAucScore([0, 1, 2], [0.1, 0.2, 0.3]), /row of probabilities.*3 classes/);
  assert.throws(
    () =>
      rocAucScore(
        [0, 1, 2],
        [
          [3, 1, 1],
          [1, 3, 1],
          [1, 1, 3],
        ],
      ),
    /between 0 and 1.*softmax/,
  );
});

test("empty input, other lengths, NaN, gaps, mixed kinds and fractions are errors that say where", () => {
  assert.throws(() => accuracyScore([], []), { name: "RangeError", message: /`yTrue` must hold at least one example/ });
  assert.throws(() => accuracyScore([1, 0], [1]), {
    name: "RangeError",
    message: /accuracyScore: `yPred` must have one entry for each of the 2 examples of `yTrue`, but got "1 entries"/,
  });
  assert.throws(() => accuracyScore([1], [Number.NaN]), /`yPred\[0\]` must be a finite number, but got NaN/);
  assert.throws(() => accuracyScore([1, null as never], [1, 1]), /`yTrue\[1\]` must be a class number.*but got null/);
  assert.throws(() => accuracyScore(["a", 1], ["a", "b"]), /all names or all numbers/);
  assert.throws(() => accuracyScore([0], ["a"]), /`yPred` must be numbers, as `yTrue` is.*str2int/);
  assert.throws(() => accuracyScore([0.5], [1]), /`yTrue\[0\]` must be a class.*meanAbsoluteError/);
  assert.throws(() => accuracyScore("ab" as never, "ab" as never), { name: "TypeError", message: /must be an array/ });
  assert.throws(() => accuracyScore(undefined as never, [1]), TypeError);
  assert.throws(() => accuracyScore([1], [[1, Number.NaN]]), /`yPred\[0\]\[1\]`.*learning rate/);
  assert.throws(() => accuracyScore([1, 1], [[1, 2], [1]]), /`yPred\[1\]` must have 2 numbers/);
  assert.throws(() => accuracyScore([[1, 2]], [[1, 0]]), /`yTrue\[0\]\[1\]` must be 0 or 1/);
  assert.throws(() => accuracyScore([[1, 0]], [1]), /rows of 2/);
  assert.throws(() => accuracyScore([1], { dims: [2, 2], data: [1] }), /shape \[2, 2\] with 1 numbers/);
  assert.throws(() => meanAbsoluteError([1], logits), TypeError);
  assert.throws(() => meanAbsoluteError([1, 2], [1, Number.POSITIVE_INFINITY]), /`yPred\[1\]` must be a finite number/);
});

test("wrong options list the right ones", () => {
  assert.throws(() => f1Score([0, 1, 2], [0, 1, 2]), /`average` must be "micro", "macro" or "weighted".*3 classes/);
  assert.throws(() => f1Score([0, 1], [0, 1], { average: "marco" as never }), /Did you mean `macro`\?/);
  assert.throws(() => f1Score([0, 1], [0, 1], { average: "samples" }), /each example has one class/);
  assert.throws(() => f1Score(["fair", "unfair"], ["fair", "unfair"]), /`posLabel`.*The classes are fair, unfair/);
  assert.throws(() => f1Score(["no", "yes"], ["no", "yes"], { posLabel: "yess" }), /Did you mean `yes`\?/);
  assert.throws(() => f1Score([0, 1], [0, 1], { average: "macro", posLabel: 1 }), /be left out/);
  assert.throws(() => f1Score([0, 1], [0, 1], { zeroDivision: 0.5 }), /0, 1 or NaN/);
  assert.throws(() => f1Score([[0, 1]], [[0, 1]], { average: "macro", labels: [2] }), /columns from 0 to 1/);
  assert.throws(() => cohenKappaScore([0], [0], { weights: "square" as never }), /Available weights: none, linear/);
  assert.throws(() => confusionMatrix([0, 1], [0, 1], { labels: [7] }), /at least one of the true classes.*0, 1/);
  assert.throws(() => confusionMatrix([0, 1], [0, 1], { labels: [1, 1] }), /name each class once/);
  assert.throws(() => confusionMatrix([0, 1], [0, 1], { normalize: "rows" as never }), /none, true, pred, all/);
  const many = Int32Array.from({ length: 2001 }, (_, index) => index);
  assert.throws(() => confusionMatrix(many, many), /at most 2000 different classes/);
  assert.throws(() => precisionRecallFscoreSupport([0], [0], { beta: -1 }), /`beta`/);
  assert.throws(() => classificationReport([0, 1], [0, 1], { targetNames: ["a"] }), /2 different names/);
  assert.throws(() => classificationReport([0, 1], [0, 1], { digits: 99 }), /0 to 15/);
  assert.throws(
    () =>
      logLoss(
        [0, 5],
        [
          [1, 0],
          [0, 1],
        ],
        { labels: [0, 1] },
      ),
    /`yTrue\[1\]` must be one of the classes/,
  );
  assert.throws(
    () =>
      logLoss(
        [0, 1],
        [
          [1, 1],
          [0, 1],
        ],
      ),
    /`yProba\[0\]` must add up to 1.*softmax/,
  );
  assert.throws(
    () =>
      logLoss(
        ["a", "b", "c"],
        [
          [1, 0],
          [1, 0],
          [1, 0],
        ],
      ),
    /have 3 columns/,
  );
  assert.throws(() => calibration([0], [[1, 0]], { nBins: 0 }), /1 to 100/);
  assert.throws(() => calibrationCurve([0, 1, 2], [0, 0, 0]), /have two classes.*calibration/);
});

test("the bootstrap is the same for a seed, and says when a draw lacks a class", () => {
  const [truth, guess] = [
    [0, 1, 1, 0, 1],
    [0, 1, 0, 0, 1],
  ];
  const interval = bootstrapConfidenceInterval(truth, guess, { metric: accuracyScore, seed: 3 });
  assert.deepEqual(bootstrapConfidenceInterval(truth, guess, { metric: accuracyScore, seed: 3 }), interval);
  assert.equal(interval.estimate, 0.8);
  assert.ok(interval.low <= 0.8 && interval.high >= 0.8 && interval.low < interval.high);
  const rows = bootstrapConfidenceInterval([1, 0], logits, { metric: accuracyScore });
  assert.deepEqual([rows.low, rows.high], [1, 1]);
  assert.throws(
    () => bootstrapConfidenceInterval([0, 1], [0.1, 0.9], { metric: rocAucScore }),
    /the metric failed on draw \d+ of 1000: rocAucScore.*a class may be missing/,
  );
  assert.throws(() => bootstrapConfidenceInterval(truth, guess, {} as never), /\{ metric: accuracyScore \}/);
  assert.throws(
    () => bootstrapConfidenceInterval(truth, guess, { metric: accuracyScore, resamples: 1e9 }),
    /10 to 100,000/,
  );
});

test("metrics by name have Python's keys, collect batches, and know their inputs", () => {
  const accuracy = evaluate.load("accuracy");
  assert.deepEqual(accuracy.compute({ predictions: [0, 1, 1, 1], references: [0, 1, 0, 1] }), { accuracy: 0.75 });
  assert.deepEqual(accuracy.compute({ predictions: logits, references: [1, 2] }), { accuracy: 0.5 });
  accuracy.addBatch({ predictions: [0, 1], references: [0, 1] });
  accuracy.addBatch({ predictions: [1], references: [0] });
  assert.deepEqual(accuracy.compute(), { accuracy: 2 / 3 });
  assert.throws(() => accuracy.compute(), /`predictions` must be given.*references: \[…\]/);
  assert.deepEqual(loadMetric("roc_auc").compute({ predictionScores: [0.1, 0.9], references: [0, 1] }), { roc_auc: 1 });
  assert.deepEqual(loadMetric("mae").compute({ predictions: [1, 3], references: [1, 1] }), { mae: 1 });
  assert.deepEqual(
    loadMetric("cohen_kappa").compute({ predictions: [0, 1, 2, 2], references: [0, 1, 2, 3], weights: "quadratic" }),
    { cohen_kappa: 0.875 },
  );
  assert.deepEqual(loadMetric("confusion_matrix").compute({ predictions: [0, 1], references: [1, 1] }), {
    confusion_matrix: [
      [0, 0],
      [1, 1],
    ],
  });
  assert.throws(
    () => accuracy.compute({ predictions: [1], references: [1], average: "macro" }),
    /`average` must be an/,
  );
  assert.throws(() => loadMetric("acuracy" as never), /Did you mean `accuracy`\?/);
  assert.throws(() => loadMetric("constructor" as never), /Available metrics: accuracy, f1/);
  assert.equal(inspect(loadMetric("mae")), 'Metric(name: "mae")');
});

test("results show themselves as text and as a table in which nothing of a name is markup", () => {
  const report = classificationReport(["<b>", "x"], ["<b>", "<b>"]);
  assert.equal(inspect(report), report.toText());
  assert.equal(report.classes.get("<b>")?.recall, 1);
  assert.equal(report.accuracy, 0.5);
  const matrix = confusionMatrix(["<b>", "x"], ["<b>", "<b>"]);
  assert.match(inspect(matrix), /^true \\ predicted +<b> +x\n─+ .*\n<b> +1 +0\nx +1 +0$/);
  const sure = calibration([0, 1], [0.1, 0.9]);
  assert.match(inspect(sure), /expected calibration error: 0\.1000$/);
  for (const shown of [report, matrix]) {
    const html = shown.toBundle()["text/html"];
    assert.match(html, /&lt;b&gt;/);
    assert.doesNotMatch(html, /<b>/);
  }
  assert.equal(sure.count, 2);
  assert.ok(Math.abs(sure.maximumCalibrationError - 0.1) < 1e-12);
});

test("a hundred thousand predictions of fifty classes take no time worth naming", () => {
  const truth = Int32Array.from({ length: 100_000 }, (_, index) => index % 50);
  const guess = Int32Array.from({ length: 100_000 }, (_, index) => (index * 7) % 50);
  assert.ok(classificationReport(truth, guess).toText().length > 2000);
  assert.ok(Number.isFinite(cohenKappaScore(truth, guess, { weights: "quadratic" })));
});
