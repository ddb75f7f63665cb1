/** @file For two classes: predicted probability beside how often the class is true. */
import { argumentRangeError } from "../core/errors";
import { binOf, evenEdges } from "./calibration";
import { classesSentence, sortClasses } from "./class-pair";
import { checkSameLength, type Label, readNumbers, readValues, type Scores, type Targets } from "./values";

/** Options of {@link calibrationCurve}. */
export interface CalibrationCurveOptions {
  /** How many parts, 1 to 1,000. @default 5 */
  nBins?: number;
  /** Parts of equal width, or with equally many examples. @default "uniform" */
  strategy?: "uniform" | "quantile";
  /** The class that the probabilities are of. @default the greater of the two */
  posLabel?: Label;
}

/**
 * The mean predicted probability in each part of the range, and the share of examples that are of the class; parts
 * without an example are left out.
 *
 * Python: `sklearn.calibration.calibration_curve`, as `{ probTrue, probPred }`.
 *
 * @param yTrue The true classes, two of them.
 * @param yProba The probability of the positive class for each example.
 * @example
 * ```ts
 * calibrationCurve([0, 0, 0, 0, 1, 1, 1, 1, 1], [0.1, 0.2, 0.3, 0.4, 0.65, 0.7, 0.8, 0.9, 1], { nBins: 3 }).probTrue;
 * // [ 0, 0.5, 1 ]
 * ```
 * @throws TypeError or RangeError when there are over two classes or a number is no probability.
 */
export function calibrationCurve(
  yTrue: Targets,
  yProba: Scores,
  options: CalibrationCurveOptions = {},
): { probTrue: number[]; probPred: number[] } {
  const caller = "calibrationCurve";
  const { nBins = 5, strategy = "uniform" } = options;
  if (!Number.isInteger(nBins) || nBins < 1 || nBins > 1000) {
    throw argumentRangeError({ function: caller, parameter: "nBins", rule: "be from 1 to 1000", value: nBins });
  }
  if (strategy !== "uniform" && strategy !== "quantile") {
    const rule = 'be "uniform" or "quantile"';
    throw argumentRangeError({ function: caller, parameter: "strategy", rule, value: strategy });
  }
  const truth = readValues({ function: caller, parameter: "yTrue" }, yTrue);
  const values = truth.kind === "list" ? truth.values : [];
  const classes = sortClasses(values);
  const posLabel = typeof options.posLabel === "string" ? options.posLabel : Number(options.posLabel ?? classes.at(-1));
  const positive = options.posLabel === undefined ? classes.at(-1) : posLabel;
  if (classes.length < 1 || classes.length > 2 || positive === undefined || !classes.includes(positive)) {
    throw argumentRangeError({
      function: caller,
      parameter: classes.length === 2 ? "posLabel" : "yTrue",
      rule: classes.length === 2 ? "be one of the two classes" : "have two classes",
      value: classes.length === 2 ? options.posLabel : classes,
      next: classes.length > 2 ? "For more take `calibration`." : classesSentence({ classes, nameOf: String }),
    });
  }
  const place = { function: caller, parameter: "yProba" };
  const scores = readNumbers(place, yProba);
  checkSameLength(place, scores.length, values.length);
  const wrong = scores.findIndex((score) => score < 0 || score > 1);
  if (wrong >= 0) {
    const parameter = `yProba[${wrong}]`;
    throw argumentRangeError({ function: caller, parameter, rule: "be between 0 and 1", value: scores[wrong] });
  }
  const edges = strategy === "uniform" ? evenEdges(nBins) : quantileEdges(scores, nBins);
  const bins = Array.from({ length: nBins }, () => ({ count: 0, positive: 0, sum: 0 }));
  scores.forEach((score, index) => {
    const bin = bins[binOf(score, edges)];
    if (bin === undefined) return;
    bin.count++;
    bin.sum += score;
    if (values[index] === positive) bin.positive++;
  });
  const known = bins.filter((bin) => bin.count > 0);
  return {
    probTrue: known.map((bin) => bin.positive / bin.count),
    probPred: known.map((bin) => bin.sum / bin.count),
  };
}

function quantileEdges(scores: Float64Array, nBins: number): number[] {
  const sorted = scores.slice().sort();
  return evenEdges(nBins).map((share) => quantileOf(sorted, share));
}

/** The quantile of sorted numbers, linear between neighbours, as NumPy computes it. */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  const place = share * (sorted.length - 1);
  const low = Math.floor(place);
  const [from, to] = [sorted[low] ?? Number.NaN, sorted[Math.min(low + 1, sorted.length - 1)] ?? Number.NaN];
  const part = place - low;
  // NumPy goes from the nearer end, so that both ends come out exactly.
  return part >= 0.5 ? to - (to - from) * (1 - part) : from + (to - from) * part;
}
