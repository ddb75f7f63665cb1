/** What the figures of trainings and evaluations read, say in their titles, and refuse. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { calibration } from "../../src/evaluation/calibration";
import { classificationReport } from "../../src/evaluation/classification-report";
import { confusionMatrix } from "../../src/evaluation/confusion-matrix";
import { confusionMatrixPlot } from "../../src/plots/confusion-matrix-plot";
import { learningRateCurve } from "../../src/plots/learning-rate-curve";
import { perClassScores } from "../../src/plots/per-class-scores";
import { predictionScatter } from "../../src/plots/prediction-scatter";
import { reliabilityDiagram } from "../../src/plots/reliability-diagram";
import { trainingCurves } from "../../src/plots/training-curves";

const log = [
  { step: 5, epoch: 0.5, loss: 1.9, learningRate: 1e-3 },
  { step: 10, epoch: 1, evalLoss: 1.7, evalAccuracy: 0.4 },
  { step: 15, epoch: 1.5, loss: 1.6, learningRate: 5e-4 },
  { step: 20, epoch: 2, evalLoss: 1.8, evalAccuracy: 0.5 },
];

function curve(figure: ReturnType<typeof trainingCurves>): unknown[] {
  return figure.data.map((trace) => (trace.type === "scatter" ? [trace.name, trace.x, trace.y] : trace));
}

test("curves come from columns, from fit's history, from a Trainer's rows and from whoever holds them", () => {
  const columns = { loss: [1.9, 1.6], val_loss: [1.7, 1.8] };
  const expected = [
    ["training", [1, 2], [1.9, 1.6]],
    ["validation", [1, 2], [1.7, 1.8]],
  ];
  for (const source of [columns, { history: columns }, { history: columns, epoch: [0, 1] }]) {
    assert.deepEqual(curve(trainingCurves(source)), expected);
  }
  const lines = [
    ["training", [0.5, 1.5], [1.9, 1.6]],
    ["validation", [1, 2], [1.7, 1.8]],
  ];
  for (const source of [log, { logs: log }, { logHistory: log }])
    assert.deepEqual(curve(trainingCurves(source)), lines);
  assert.deepEqual(curve(trainingCurves(log, { metric: "accuracy", x: "step" })), [
    ["validation", [10, 20], [0.4, 0.5]],
  ]);
  const resumed = { history: { loss: [1.2, 1.1] }, epoch: [4, 5] };
  assert.deepEqual(curve(trainingCurves(resumed)), [["training", [5, 6], [1.2, 1.1]]]);
});

test("the best epoch is the validation's, and the title says what came after", () => {
  const title = (source: Parameters<typeof trainingCurves>[0], metric = "loss"): string =>
    trainingCurves(source, { metric }).layout.title;
  const best = trainingCurves(log).layout.referenceLines;
  assert.deepEqual(best, [{ axis: "x", at: 1, label: "best epoch: 1" }]);
  assert.equal(title(log), "Validation loss is lowest in epoch 1 (1.7); training loss goes on falling");
  assert.match(title(log, "accuracy"), /^Validation accuracy rises from 0.4 to 0.5 and is best in the last epoch/);
  assert.equal(title({ loss: [2, 1, 1.5] }), "Training loss is lowest in epoch 2 (1); at the end it is 1.5");
  assert.equal(title({ loss: [2] }), "Training loss in epoch 1 (2)");
  assert.equal(
    title({ f1: [0.1, 0.2], valF1: [0.3, 0.25] }, "f1"),
    "Validation f1 is highest in epoch 1 (0.3); training f1 goes on rising",
  );
  const lost = trainingCurves({ loss: [2, Number.NaN, Number.POSITIVE_INFINITY] });
  assert.equal(lost.layout.title, "From epoch 2 on the loss is no number: the training diverged");
  assert.doesNotMatch(lost.toSvg() + lost.toText(), /NaN|Infinity/);
  const seldom = trainingCurves({ history: { loss: [2, 1.5, 1], val_loss: [Number.NaN, 1.8, Number.NaN] } });
  assert.deepEqual(curve(seldom)[1], ["validation", [2], [1.8]]);
  assert.equal(seldom.layout.title, "Validation loss in epoch 2 (1.8)");
  assert.equal(trainingCurves({ loss: [1, 0.5] }, { better: "more" }).layout.referenceLines?.[0]?.at, 1);
});

test("a wrong source or metric says what there is", () => {
  assert.throws(() => trainingCurves(log, { metric: "acuracy" }), /Available metrics: .*Did you mean `accuracy`\?/);
  assert.throws(() => trainingCurves({}), /`source` must be what `fit` gives.*valLoss/);
  assert.throws(() => trainingCurves(null as never), TypeError);
  assert.throws(() => trainingCurves([] as never), TypeError);
  assert.throws(() => trainingCurves({ loss: [1, 2] }, { x: "step" }), /`source\[0\]\.step`.*x: "epoch"/);
});

test("learning rates come from a schedule, a function, numbers and a log", () => {
  const at = (step: number): number => 1 - step / 10;
  const rates = (figure: ReturnType<typeof learningRateCurve>): readonly unknown[] => figure.data[0]?.y ?? [];
  assert.deepEqual(rates(learningRateCurve({ at }, { steps: 3 })), [1, 0.9, 0.8]);
  assert.deepEqual(rates(learningRateCurve(at, { steps: 3 })), [1, 0.9, 0.8]);
  assert.deepEqual(rates(learningRateCurve(Float64Array.of(1, 0.5))), [1, 0.5]);
  assert.deepEqual(learningRateCurve(log).data[0]?.x, [5, 15]);
  assert.equal(learningRateCurve([1, 1]).layout.title, "The learning rate stays at 1");
  assert.equal(learningRateCurve(at, { steps: 11 }).layout.title, "The learning rate falls from 1 to 0 at step 10");
  const long = learningRateCurve(at, { steps: 1_000_000 });
  assert.equal(long.data[0]?.x.length, 10_000);
  assert.equal(long.data[0]?.x.at(-1), 999_999);
  assert.throws(() => learningRateCurve(at), /`steps` must be a whole number.*steps: 1000/);
  assert.throws(() => learningRateCurve(() => Number.NaN, { steps: 2 }), /must be a finite number/);
  assert.throws(() => learningRateCurve([{ step: 1, epoch: 1, loss: 2 }]), /must have learning rates/);
});

test("a confusion matrix is drawn as counts and as shares of each true class", () => {
  const matrix = confusionMatrix(["a", "a", "b", "c"], ["a", "b", "b", "b"]);
  const counts = confusionMatrixPlot(matrix);
  assert.equal(counts.layout.title, "50.0% of 4 examples are right; most often a is taken for b (1 of 2)");
  const shares = confusionMatrixPlot(matrix, { show: "shares" }).data[0];
  assert.deepEqual(shares?.type === "heatmap" && [shares.y, shares.z[0], shares.zmax], [
    ["a (n 2)", "b (n 1)", "c (n 1)"],
    [0.5, 0.5, 0],
    1,
  ]);
  assert.equal(confusionMatrixPlot([[3]]).layout.title, "All 3 examples are right");
  const missing = confusionMatrixPlot(
    [
      [0, 0],
      [0, 2],
    ],
    { show: "shares" },
  ).data[0];
  assert.deepEqual(missing?.type === "heatmap" && missing.z[0], [null, null]);
  assert.throws(() => confusionMatrixPlot([[0.5, 0.5]]), /`counts\[0\]` must have 1 counts|have 1 counts/);
  assert.throws(
    () => confusionMatrixPlot(confusionMatrix([0, 1], [1, 1], { normalize: "all" })),
    /must be a count, but got 0\.5.*show: "shares"/,
  );
  assert.throws(
    () =>
      confusionMatrixPlot(
        [
          [1, 0],
          [0, 1],
        ],
        { labels: ["a"] },
      ),
    /name the 2 classes/,
  );
  assert.throws(() => confusionMatrixPlot(undefined as never), TypeError);
});

test("each class has its bars and its n; what is undefined has none", () => {
  const report = classificationReport([0, 0, 1, 2], [0, 1, 1, 1], { zeroDivision: Number.NaN });
  const figure = perClassScores(report);
  assert.deepEqual(figure.data[0]?.x, ["0 (n 2)", "1 (n 1)"]);
  assert.deepEqual(figure.data[1]?.x, ["0 (n 2)", "1 (n 1)", "2 (n 1)"]);
  assert.equal(figure.layout.title, "F1 is highest for 0 (0.6667) and lowest for 2 (0, 25.0% of the examples)");
  assert.match(figure.layout.referenceLines?.[0]?.label ?? "", /^macro F1: 0\.3889$/);
  assert.throws(() => perClassScores({ a: { precision: 1 } } as never), /`report\.a` must have precision, recall/);
  assert.throws(() => perClassScores({}), TypeError);
});

test("a reliability diagram says whether the model is too sure", () => {
  const sure = calibration([0, 0, 1, 0], [0.9, 0.1, 0.9, 0.9]);
  const figure = reliabilityDiagram(sure);
  assert.match(figure.layout.title, /^The model is too sure: 90\.0% on average, right in 50\.0% of 4 predictions/);
  assert.match(reliabilityDiagram(calibration([0, 1], [0.3, 0.7])).layout.title, /^The model is less sure than/);
  assert.deepEqual(figure.data[0]?.y, [0.5]);
  assert.equal(figure.data[1]?.y.length, 1);
  assert.throws(() => reliabilityDiagram([]), /must have bins.*calibration\(/);
  assert.throws(() => reliabilityDiagram([{ from: 0 }] as never), TypeError);
});

test("predictions are set beside truths, shaken the same way for a seed", () => {
  const figure = predictionScatter([1, 2, 3], [1, 3, 3], { of: "score" });
  assert.equal(figure.layout.title, "The predicted score is off by 0.3333 on average; 2 of 3 are exact");
  assert.deepEqual(figure.data[0]?.x, predictionScatter([1, 2, 3], [1, 3, 3]).data[0]?.x);
  assert.deepEqual(predictionScatter([0.5, 2n], [1, 2]).data[0]?.x, [0.5, 2]);
  assert.throws(() => predictionScatter([1], [1, 2]), /have 1 numbers/);
  assert.throws(() => predictionScatter([Number.NaN], [1]), /`yTrue\[0\]` must be a finite number/);
});
