/** @file One figure of every kind, the same in every run: for the goldens and for the test in a browser. */
import { barChart } from "../../src/plots/bar-chart";
import { classBalance } from "../../src/plots/class-balance";
import { confusionMatrixPlot } from "../../src/plots/confusion-matrix-plot";
import type { Figure } from "../../src/plots/figure";
import { heatmap } from "../../src/plots/heatmap";
import { learningRateCurve } from "../../src/plots/learning-rate-curve";
import { lengthHistogram } from "../../src/plots/length-histogram";
import { lineChart } from "../../src/plots/line-chart";
import { perClassScores } from "../../src/plots/per-class-scores";
import { predictionScatter } from "../../src/plots/prediction-scatter";
import { reliabilityDiagram } from "../../src/plots/reliability-diagram";
import { scatterPlot } from "../../src/plots/scatter-plot";
import { trainingCurves } from "../../src/plots/training-curves";

const scores = [14, 42, 119, 223, 263, 301, 266, 153, 89, 30].flatMap((count, index) =>
  new Array<number>(count).fill(index + 1),
);
const lengths = Array.from({ length: 400 }, (_, index) => 120 + ((index * 7919) % 97) + ((index * 104729) % 163));

/** Labels that break a picture which trusts its texts. */
export const HOSTILE_LABELS: readonly string[] = [
  "<script>alert(1)</script>",
  "<b>bold</b> & <a href='javascript:alert(1)'>link</a>",
  "constructor",
  "__proto__",
  "$x^2$ costs $5",
  "5",
  "2024-01-01",
  "日本語のラベル",
  "quote \" and ' and \u0000\ud800",
];

const starNames = ["1 star", "2 stars", "3 stars", "4 stars", "5 stars"];
const stars = [
  [43, 7, 1, 0, 0],
  [9, 21, 10, 2, 0],
  [1, 11, 25, 10, 1],
  [0, 1, 9, 28, 12],
  [0, 0, 1, 13, 36],
];

/** Every kind of figure, by the name of its golden file. */
export function sampleFigures(): Readonly<Record<string, Figure>> {
  return {
    "class-balance": classBalance(scores, { className: "score", unit: "essays" }),
    "class-balance-splits": classBalance(
      { train: scores.filter((_, index) => index % 5 !== 0), test: scores.filter((_, index) => index % 5 === 0) },
      { className: "score", unit: "essays" },
    ),
    "class-balance-names": classBalance([0, 1, 1, 2, 2, 2], {
      classNames: ["fair to the consumer", "unfair: the provider alone may change the price", "neutral", "none"],
      unit: "clauses",
    }),
    "length-histogram": lengthHistogram(lengths, { cut: 320, unit: "words", of: "essays" }),
    "length-histogram-splits": lengthHistogram(
      { train: lengths.slice(0, 300), test: lengths.slice(300) },
      { cut: 200, unit: "words", of: "essays" },
    ),
    "bars-horizontal": barChart(
      { bueno: 0.41, malo: 0.17, grande: 0.09, "más o menos largo": 0.04 },
      {
        title: "The model expects an adjective",
        labelTitle: "token",
        valueTitle: "probability",
        format: "percent",
        direction: "horizontal",
      },
    ),
    "bars-negative": barChart(
      { "batch 8": -3, "batch 16": 2, "batch 32": 5 },
      { title: "Larger batches help", valueTitle: "change (points)" },
    ),
    "bars-grouped": barChart(
      { baseline: { accuracy: 0.21, "macro F1": 0.08 }, model: { accuracy: 0.52, "macro F1": 0.47 } },
      {
        title: "Fine-tuning beats the baseline",
        valueTitle: "score (0 to 1)",
        referenceLines: [{ axis: "y", at: 0.2, label: "chance: 0.2" }],
      },
    ),
    lines: lineChart(
      { train: [1.91, 1.64, null, 1.44, 1.39], validation: [1.71, 1.62, 1.6, 1.63, 1.69] },
      {
        title: "From epoch 4 on the model only memorizes",
        xTitle: "epoch",
        yTitle: "loss (nats)",
        referenceLines: [{ axis: "x", at: 3, label: "best epoch: 3" }],
      },
    ),
    points: scatterPlot(
      {
        fair: Array.from({ length: 40 }, (_, index) => [Math.sin(index * 2.4), Math.cos(index * 1.7)] as const),
        unfair: [
          { x: 2, y: 1.5, label: "clause 7" },
          { x: 2.2, y: 1.1 },
        ],
      },
      { title: "The two classes lie apart", xTitle: "first component", yTitle: "second component" },
    ),
    heatmap: heatmap(
      [
        [8, 2, 0],
        [1, 9, null],
        [0, 3, 7],
      ],
      {
        title: "Most clauses are classified right",
        rows: ["fair", "unfair", "none"],
        columns: ["fair", "unfair", "none"],
        rowTitle: "true",
        columnTitle: "predicted",
      },
    ),
    "training-curves": trainingCurves({
      history: { loss: [1.62, 1.31, 1.12, 0.93, 0.78], valLoss: [1.49, 1.28, 1.21, 1.24, 1.33] },
      epoch: [0, 1, 2, 3, 4],
    }),
    "training-curves-log": trainingCurves(
      [
        ...Array.from({ length: 40 }, (_, index) => ({
          step: (index + 1) * 10,
          epoch: (index + 1) / 20,
          loss: 0.9 + Math.exp(-index / 9) * 0.7 + 0.05 * Math.sin(index * 2.3),
        })),
        { step: 200, epoch: 1, evalLoss: 1.18, evalAccuracy: 0.51 },
        { step: 400, epoch: 2, evalLoss: 1.07, evalAccuracy: 0.58 },
      ],
      { x: "step" },
    ),
    "learning-rate": learningRateCurve((step) => 2e-5 * Math.min(step / 50, (500 - step) / 450), { steps: 501 }),
    "confusion-counts": confusionMatrixPlot(stars, { labels: starNames, unit: "reviews" }),
    "confusion-shares": confusionMatrixPlot(stars, { labels: starNames, unit: "reviews", show: "shares" }),
    "per-class": perClassScores({
      "1 star": { precision: 0.81, recall: 0.84, f1Score: 0.825, support: 51 },
      "2 stars": { precision: 0.55, recall: 0.5, f1Score: 0.524, support: 42 },
      "3 stars": { precision: 0.5, recall: 0.52, f1Score: 0.51, support: 48 },
    }),
    reliability: reliabilityDiagram([
      { from: 0.2, to: 0.4, count: 12, confidence: 0.34, accuracy: 0.25 },
      { from: 0.4, to: 0.6, count: 60, confidence: 0.52, accuracy: 0.45 },
      { from: 0.6, to: 0.8, count: 110, confidence: 0.71, accuracy: 0.6 },
      { from: 0.8, to: 1, count: 118, confidence: 0.93, accuracy: 0.81 },
    ]),
    "prediction-scatter": predictionScatter(
      scores.filter((_, index) => index % 9 === 0),
      scores.flatMap((score, index) => (index % 9 === 0 ? [score + Math.round(1.4 * Math.sin(index))] : [])),
      { of: "score" },
    ),
    hostile: barChart(new Map(HOSTILE_LABELS.map((label, index) => [label, index + 1])), {
      title: "A title with <script>alert(1)</script>, $x$ & \u0007 bell",
      labelTitle: "<i>label</i>",
      valueTitle: "$value$",
      referenceLines: [{ axis: "y", at: 4, label: "<u>line</u> & $y$" }],
    }),
  };
}
