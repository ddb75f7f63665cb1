/** @file The scores of each class by itself. */
import { argumentRangeError } from "../core/errors";
import { type ClassScoreOptions, scoredLabels, scoresOf } from "./averaged-scores";
import { countByClass } from "./class-counts";
import { readPair } from "./class-pair";
import type { Targets } from "./values";

/** Options of {@link precisionRecallFscoreSupport}. */
export interface FscoreOptions extends ClassScoreOptions {
  /** How much more recall counts than precision. @default 1 */
  beta?: number;
}

/** Lists with one entry for each class. */
export interface ScoresByClass {
  /** The classes' names, as Python writes them. */
  labels: string[];
  precision: number[];
  recall: number[];
  fScore: number[];
  /** How many examples of the class there are. */
  support: number[];
}

/**
 * Precision, recall, F-score and number of examples for each class.
 *
 * Python: `sklearn.metrics.precision_recall_fscore_support` with `average=None`.
 *
 * @param yTrue The true classes, or rows of 0 and 1 where an example can have several labels.
 * @param yPred The predicted ones in the same form, or rows of logits, of which the largest counts.
 * @example
 * ```ts
 * precisionRecallFscoreSupport(["a", "b", "b"], ["a", "a", "b"]).recall; // [ 1, 0.5 ]
 * ```
 * @throws TypeError or RangeError when the lengths differ, nothing is given, or a label is NaN.
 */
export function precisionRecallFscoreSupport(
  yTrue: Targets,
  yPred: Targets,
  options: FscoreOptions = {},
): ScoresByClass {
  const caller = "precisionRecallFscoreSupport";
  const beta = options.beta ?? 1;
  if (!(beta >= 0 && Number.isFinite(beta))) {
    throw argumentRangeError({ function: caller, parameter: "beta", rule: "be a number from 0 up", value: beta });
  }
  const pair = readPair(caller, yTrue, yPred);
  const labels = scoredLabels(caller, pair, options.labels);
  const counts = countByClass(pair, labels);
  return {
    labels: labels.map((label) => (pair.kind === "classes" ? pair.nameOf(label) : String(label))),
    ...scoresOf(caller, counts, options.zeroDivision, beta),
    support: [...counts.truth],
  };
}
