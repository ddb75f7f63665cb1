/** @file Precision, recall and F-score by class, and their averages: the arithmetic behind the public functions. */
import { argumentRangeError, argumentTypeError } from "../core/errors";
import { listNames } from "../core/suggest";
import { addedUp, type Counts, countByClass, countByExample } from "./class-counts";
import { type ClassPair, classesSentence, type LabelSetPair, readLabelList, readPair } from "./class-pair";
import type { Label } from "./values";

/**
 * How the classes' scores become one: `"binary"` is the score of `posLabel` alone, `"micro"` counts all classes together,
 * `"macro"` is the plain mean, `"weighted"` the mean by how often a class is true, `"samples"` the mean over examples
 * (for several labels an example).
 */
export type Average = "binary" | "micro" | "macro" | "weighted" | "samples";

/** Options of the scores by class. */
export interface ClassScoreOptions {
  /**
   * The classes that count, in this order; of several labels an example, the columns.
   * @default all that occur
   */
  labels?: Iterable<Label>;
  /**
   * What a score is whose denominator is 0, such as the precision of a class that was never predicted. Classes with NaN are
   * left out of averages.
   * @default 0
   */
  zeroDivision?: number;
}

/** Options of precision, recall and F1. */
export interface AveragedScoreOptions extends ClassScoreOptions {
  /** @default "binary" */
  average?: Average;
  /** The class whose score `"binary"` gives. @default 1 */
  posLabel?: Label;
}

/** The three scores for each entry of the counts. */
export interface Scores3 {
  precision: number[];
  recall: number[];
  fScore: number[];
}

const AVERAGES: readonly Average[] = ["binary", "micro", "macro", "weighted", "samples"];

/** The classes to score: those listed, or all. */
export function scoredLabels(
  caller: string,
  pair: ClassPair | LabelSetPair,
  labels: Iterable<Label> | undefined,
): (string | number)[] {
  if (pair.kind === "classes")
    return labels === undefined ? [...pair.classes] : readLabelList(caller, "labels", labels);
  const { width } = pair.truth;
  if (labels === undefined) return Array.from({ length: width }, (_, column) => column);
  const columns = readLabelList(caller, "labels", labels);
  const wrong = columns.find((column) => typeof column !== "number" || !(column >= 0 && column < width));
  if (wrong === undefined) return columns;
  throw argumentRangeError({
    function: caller,
    parameter: "labels",
    rule: `be columns from 0 to ${width - 1}`,
    value: wrong,
  });
}

/** The three scores of counts. `beta` weighs recall against precision. */
export function scoresOf(caller: string, counts: Counts, zeroDivision = 0, beta = 1): Scores3 {
  if (zeroDivision !== 0 && zeroDivision !== 1 && !Number.isNaN(zeroDivision)) {
    const parameter = "zeroDivision";
    throw argumentRangeError({ function: caller, parameter, rule: "be 0, 1 or NaN", value: zeroDivision });
  }
  const divide = (top: number, bottom: number): number => (bottom === 0 ? zeroDivision : top / bottom);
  const square = beta ** 2;
  const scores: Scores3 = { precision: [], recall: [], fScore: [] };
  counts.both.forEach((both, place) => {
    const [predicted, truth] = [counts.predicted[place] ?? 0, counts.truth[place] ?? 0];
    scores.precision.push(divide(both, predicted));
    scores.recall.push(divide(both, truth));
    scores.fScore.push(divide((1 + square) * both, square * truth + predicted));
  });
  return scores;
}

/** One number for each of the three scores, over classes that are read already. */
export function averageOf(
  caller: string,
  pair: ClassPair | LabelSetPair,
  labels: readonly (string | number)[],
  options: { average: Average; zeroDivision?: number | undefined },
): { precision: number; recall: number; fScore: number } {
  const { average, zeroDivision } = options;
  if (average === "samples" && pair.kind === "classes") {
    throw argumentRangeError({
      function: caller,
      parameter: "average",
      rule: 'be "binary", "micro", "macro" or "weighted" where each example has one class',
      value: average,
    });
  }
  const counts =
    average === "samples" && pair.kind === "multilabel" ? countByExample(pair, labels) : countByClass(pair, labels);
  const scores = scoresOf(caller, average === "micro" ? addedUp(counts) : counts, zeroDivision);
  const mean = (values: readonly number[]): number =>
    meanOfKnown(values, average === "weighted" ? counts.truth : undefined);
  return { precision: mean(scores.precision), recall: mean(scores.recall), fScore: mean(scores.fScore) };
}

/** Precision, recall or F1 as the public functions give it. */
export function averagedScore(
  caller: string,
  which: "precision" | "recall" | "fScore",
  yTrue: unknown,
  yPred: unknown,
  options: AveragedScoreOptions,
): number {
  const pair = readPair(caller, yTrue, yPred);
  const average = options.average ?? "binary";
  if (!AVERAGES.includes(average)) {
    throw argumentRangeError({
      function: caller,
      parameter: "average",
      rule: "be a known average",
      value: average,
      next: `${listNames("averages", String(average), AVERAGES)} For each class by itself take \`precisionRecallFscoreSupport\`.`,
    });
  }
  if (average !== "binary" && options.posLabel !== undefined) {
    throw argumentRangeError({
      function: caller,
      parameter: "posLabel",
      rule: `be left out, since \`average\` is "${average}"`,
      value: options.posLabel,
      next: "To score some classes only, list them in `labels`.",
    });
  }
  const labels =
    average === "binary" ? [positiveLabel(caller, pair, options.posLabel)] : scoredLabels(caller, pair, options.labels);
  const { zeroDivision } = options;
  return averageOf(caller, pair, labels, { average: average === "binary" ? "macro" : average, zeroDivision })[which];
}

/** The class that `"binary"` scores. */
function positiveLabel(caller: string, pair: ClassPair | LabelSetPair, posLabel: Label | undefined): string | number {
  if (pair.kind === "multilabel" || pair.classes.length > 2) {
    throw argumentRangeError({
      function: caller,
      parameter: "average",
      rule: `be "micro", "macro" or "weighted", since there are ${pair.kind === "multilabel" ? "several labels an example" : `${pair.classes.length} classes`}`,
      value: "binary",
      next: 'Write { average: "macro" } to count every class the same.',
    });
  }
  const wanted = typeof posLabel === "string" ? posLabel : Number(posLabel ?? 1);
  if (pair.classes.includes(wanted) || (pair.classes.length < 2 && typeof pair.classes[0] === typeof wanted))
    return wanted;
  const problem = {
    function: caller,
    parameter: "posLabel",
    rule: "be one of the two classes",
    value: posLabel ?? 1,
    next: classesSentence(pair, posLabel),
  };
  throw typeof pair.classes[0] === typeof wanted ? argumentRangeError(problem) : argumentTypeError(problem);
}

/** The mean of what is not NaN; weights that are all 0 count the same. */
function meanOfKnown(values: readonly number[], weights: Float64Array | undefined): number {
  const known = values.map((value, place) => ({ value, weight: weights?.[place] ?? 1 }));
  const kept = known.filter(({ value }) => !Number.isNaN(value));
  if (kept.length === 0) return Number.NaN;
  const total = kept.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return kept.reduce((sum, { value }) => sum + value, 0) / kept.length;
  return kept.reduce((sum, { value, weight }) => sum + value * weight, 0) / total;
}
