/** @file What a model must beat on the reviews, and what it can hope for. */
import { Dataset } from "../../src/datasets/dataset";
import { accuracyScore } from "../../src/evaluation/accuracy-score";
import { argmax } from "../../src/evaluation/argmax";
import { cohenKappaScore } from "../../src/evaluation/cohen-kappa-score";
import { f1Score } from "../../src/evaluation/f1-score";
import { logLoss } from "../../src/evaluation/log-loss";
import { meanAbsoluteError } from "../../src/evaluation/mean-absolute-error";
import type { Review } from "./review";
import type { ReviewRow } from "./reviews-csv";
import { type SparseRow, trainSoftmax } from "./softmax-regression";

/** How a baseline does on the test part. */
export interface Figures {
  /** Mean cross-entropy in nats. */
  crossEntropy: number;
  accuracy: number;
  macroF1: number;
  meanAbsoluteError: number;
  /** Cohen's kappa with quadratic weights. */
  quadraticKappa: number;
  /** The share of predictions that are at most one star off. */
  withinOne: number;
}

const CLASSES = [0, 1, 2, 3, 4];
const LEAST_COUNT = 2;

/** Which rows train and which test: `trainTestSplit({ testSize: 0.2, seed: 42 })`. */
export function splitRows<Row>(rows: readonly Row[]): { train: Row[]; test: Row[] } {
  const places = Dataset.fromDict({ row: rows.map((_, row) => row) });
  const split = places.trainTestSplit({ testSize: 0.2, seed: 42 });
  const taken = (part: Dataset<{ row: number }>): Row[] =>
    Array.from(part.column("row"), (row) => rows[Number(row)] as Row);
  return { train: taken(split.train), test: taken(split.test) };
}

/** Always the train part's frequencies, with one added to each class. */
export function priorBaseline(train: readonly ReviewRow[], test: readonly ReviewRow[]): Figures {
  const counts = CLASSES.map((label) => 1 + train.filter((row) => row.label === label).length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const prior = counts.map((count) => count / total);
  return figures(
    test.map((row) => row.label),
    test.map(() => prior),
  );
}

/** Multinomial logistic regression on which words a review has. */
export function wordsBaseline(train: readonly ReviewRow[], test: readonly ReviewRow[]): Figures {
  const counts = new Map<string, number>();
  for (const row of train) for (const word of wordsOf(row.text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const known = [...counts].filter(([, count]) => count >= LEAST_COUNT).map(([word]) => word);
  const places = new Map(known.sort().map((word, place) => [word, place]));
  const features = (text: string): SparseRow =>
    [...wordsOf(text)].flatMap((word) => {
      const place = places.get(word);
      return place === undefined ? [] : [[place, 1] as const];
    });
  const predict = trainSoftmax(
    train.map((row) => features(row.text)),
    train.map((row) => row.label),
    { classes: CLASSES.length, features: places.size, l2: 0.004, steps: 150, rate: 0.1 },
  );
  return figures(
    test.map((row) => row.label),
    test.map((row) => predict(features(row.text))),
  );
}

/** The same regression on the levels that the grammar was told to express: what a reader who misses nothing could know. */
export function plansBaseline(train: readonly Review[], test: readonly Review[]): Figures {
  const features = ({ plan }: Review): SparseRow => {
    const levels = plan.aspects.map(({ level }) => level);
    const mean = levels.reduce<number>((sum, level) => sum + level, 0) / levels.length;
    const both = plan.verdict === undefined ? mean : (mean * 0.5 + plan.verdict) / 1.5;
    return [
      [0, mean],
      [1, mean * mean],
      [2, both],
      [3, both * both],
      [4, levels.length * mean],
      [5 + (plan.verdict === undefined ? 5 : plan.verdict + 2), 1],
    ];
  };
  const predict = trainSoftmax(
    train.map(features),
    train.map(({ plan }) => plan.stars - 1),
    { classes: CLASSES.length, features: 11, l2: 0.0001, steps: 300, rate: 0.3 },
  );
  return figures(
    test.map(({ plan }) => plan.stars - 1),
    test.map((review) => predict(features(review))),
  );
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}']+/gu) ?? []);
}

function figures(truth: readonly number[], probabilities: readonly (readonly number[])[]): Figures {
  const best = argmax(probabilities);
  const near = truth.filter((label, index) => Math.abs(label - (best[index] ?? 0)) <= 1).length;
  return {
    crossEntropy: logLoss(truth, probabilities),
    accuracy: accuracyScore(truth, best),
    macroF1: f1Score(truth, best, { average: "macro", labels: CLASSES }),
    meanAbsoluteError: meanAbsoluteError(truth, best),
    quadraticKappa: cohenKappaScore(truth, best, { weights: "quadratic", labels: CLASSES }),
    withinOne: near / truth.length,
  };
}
