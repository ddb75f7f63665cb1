/** @file What a model must beat: the class prior, and a softmax regression on surface features. */
import { surfaceFeatures } from "./surface";

/** A row of the data set. */
export interface Row {
  essay: string;
  score: number;
}

/** How a baseline does on the test part. */
export interface Figures {
  /** Mean cross-entropy in nats. */
  crossEntropy: number;
  accuracy: number;
  meanAbsoluteError: number;
  /** Cohen's kappa with quadratic weights. */
  quadraticKappa: number;
}

const CLASSES = 11;
const SMOOTHING = 1;
const L2 = 0.01;
const STEPS = 600;
const RATE = 1;

/** The first 80 % of the rows and the rest, unshuffled. */
export function splitRows(rows: readonly Row[]): { train: Row[]; test: Row[] } {
  const cut = rows.length - Math.ceil(rows.length * 0.2);
  return { train: rows.slice(0, cut), test: rows.slice(cut) };
}

/** Always the train part's frequencies, with one added to each class. */
export function priorBaseline(train: readonly Row[], test: readonly Row[]): Figures {
  const counts = new Array<number>(CLASSES).fill(SMOOTHING);
  for (const row of train) counts[row.score] = (counts[row.score] ?? 0) + 1;
  const total = train.length + SMOOTHING * CLASSES;
  const prior = counts.map((count) => count / total);
  return figures(
    test,
    test.map(() => prior),
  );
}

/** Multinomial logistic regression on standardized surface features, full batch, from zero. */
export function surfaceBaseline(train: readonly Row[], test: readonly Row[]): Figures {
  const raw = train.map((row) => surfaceFeatures(row.essay));
  const width = raw[0]?.length ?? 0;
  const mean = columns(width, (column) => average(raw.map((row) => row[column] ?? 0)));
  const deviation = columns(width, (column) =>
    Math.max(1e-9, Math.sqrt(average(raw.map((row) => ((row[column] ?? 0) - (mean[column] ?? 0)) ** 2)))),
  );
  const scale = (row: readonly number[]): number[] => [
    ...row.map((value, column) => (value - (mean[column] ?? 0)) / (deviation[column] ?? 1)),
    1,
  ];
  const inputs = raw.map(scale);
  const weights = Array.from({ length: CLASSES }, () => new Array<number>(width + 1).fill(0));
  for (let step = 0; step < STEPS; step++) descend(weights, inputs, train);
  return figures(
    test,
    test.map((row) => softmax(weights, scale(surfaceFeatures(row.essay)))),
  );
}

function descend(weights: number[][], inputs: readonly number[][], train: readonly Row[]): void {
  const gradient = weights.map((row) => row.map((weight, column) => (column === row.length - 1 ? 0 : L2 * weight)));
  inputs.forEach((input, index) => {
    const probabilities = softmax(weights, input);
    gradient.forEach((row, label) => {
      const error = ((probabilities[label] ?? 0) - (train[index]?.score === label ? 1 : 0)) / inputs.length;
      for (let column = 0; column < row.length; column++)
        row[column] = (row[column] ?? 0) + error * (input[column] ?? 0);
    });
  });
  weights.forEach((row, label) => {
    for (let column = 0; column < row.length; column++)
      row[column] = (row[column] ?? 0) - RATE * (gradient[label]?.[column] ?? 0);
  });
}

function softmax(weights: readonly (readonly number[])[], input: readonly number[]): number[] {
  const logits = weights.map((row) => row.reduce((sum, weight, column) => sum + weight * (input[column] ?? 0), 0));
  const top = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

function figures(test: readonly Row[], predicted: readonly (readonly number[])[]): Figures {
  const best = predicted.map((row) => row.indexOf(Math.max(...row)));
  const truth = test.map((row) => row.score);
  return {
    crossEntropy: average(truth.map((score, index) => -Math.log(predicted[index]?.[score] ?? 0))),
    accuracy: average(truth.map((score, index) => (best[index] === score ? 1 : 0))),
    meanAbsoluteError: average(truth.map((score, index) => Math.abs(score - (best[index] ?? 0)))),
    quadraticKappa: quadraticKappa(truth, best),
  };
}

/** Cohen's kappa with quadratic weights: one minus the squared disagreement over the one expected by chance. */
export function quadraticKappa(truth: readonly number[], guess: readonly number[]): number {
  const observed = average(truth.map((score, index) => (score - (guess[index] ?? 0)) ** 2));
  const expected = average(truth.map((score) => average(guess.map((other) => (score - other) ** 2))));
  return expected === 0 ? 0 : 1 - observed / expected;
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function columns(width: number, value: (column: number) => number): number[] {
  return Array.from({ length: width }, (_, column) => value(column));
}
