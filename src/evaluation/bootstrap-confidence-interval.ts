/** @file How far a figure would move with other test examples. */
import { argumentRangeError, argumentTypeError, messageOf } from "../core/errors";
import { defaultRng } from "../core/random";
import { quantileOf } from "./calibration-curve";
import {
  checkSameLength,
  readValues,
  rowAt,
  type Scores,
  type Targets,
  type ValueList,
  type ValueRows,
} from "./values";

/** A label, a number, or a row of numbers. */
type ExampleValue = string | number | Float64Array;

/** Options of {@link bootstrapConfidenceInterval}. */
export interface BootstrapOptions<Truth, Guess> {
  /** The figure: any function of truths and predictions, such as `accuracyScore`. It gets arrays of the drawn ones. */
  metric(yTrue: Truth, yPred: Guess): number;
  /** How many times the examples are drawn anew, 10 to 100,000. @default 1000 */
  resamples?: number;
  /** How much of the draws the interval holds. @default 0.95 */
  confidence?: number;
  /** The same seed gives the same interval. @default 42 */
  seed?: number;
}

/** A figure with its interval. */
export interface ConfidenceInterval {
  /** The figure on the examples as they are. */
  estimate: number;
  low: number;
  high: number;
  /** The standard deviation over the draws. */
  standardError: number;
  resamples: number;
  confidence: number;
}

const CALLER = "bootstrapConfidenceInterval";

/**
 * Draws the test examples anew many times, with replacement, and tells between which values the figure falls.
 *
 * The percentile bootstrap (Efron 1979) over pairs. Python: `scipy.stats.bootstrap` with `paired=True` and
 * `method="percentile"`, with the same numbers for the same seed. It tells nothing of another training run or of other data.
 *
 * @param yTrue The truth, one value or row for each example.
 * @param yPred The predictions, in the form that the metric takes.
 * @example
 * ```ts
 * const truth = [0, 1, 1, 0, 1, 0, 1, 1];
 * const guess = [0, 1, 0, 0, 1, 1, 1, 1];
 * bootstrapConfidenceInterval(truth, guess, { metric: accuracyScore, seed: 1 });
 * // { estimate: 0.75, low: 0.5, high: 1, standardError: 0.14887334431538546, resamples: 1000, confidence: 0.95 }
 * ```
 * @throws TypeError or RangeError when the lengths differ, or the metric fails on a draw (a rare class may be missing).
 */
export function bootstrapConfidenceInterval<Truth extends Targets | Scores, Guess extends Targets | Scores>(
  yTrue: Truth,
  yPred: Guess,
  options: BootstrapOptions<Truth, Guess>,
): ConfidenceInterval {
  const { resamples = 1000, confidence = 0.95, seed = 42 } = options ?? {};
  const metric = options?.metric as unknown as ((truth: ExampleValue[], guess: ExampleValue[]) => unknown) | undefined;
  if (typeof metric !== "function") {
    const next = "Write { metric: accuracyScore }.";
    throw argumentTypeError({ function: CALLER, parameter: "metric", rule: "be a function", value: metric, next });
  }
  if (!Number.isInteger(resamples) || resamples < 10 || resamples > 100_000) {
    const rule = "be a whole number from 10 to 100,000";
    throw argumentRangeError({ function: CALLER, parameter: "resamples", rule, value: resamples });
  }
  if (!(confidence > 0 && confidence < 1)) {
    const rule = "be between 0 and 1, as 0.95";
    throw argumentRangeError({ function: CALLER, parameter: "confidence", rule, value: confidence });
  }
  const truth = examples(readValues({ function: CALLER, parameter: "yTrue" }, yTrue));
  const place = { function: CALLER, parameter: "yPred" };
  const guess = examples(readValues(place, yPred));
  checkSameLength(place, guess.length, truth.length);
  const estimate = measured(metric, truth, guess, "the examples as they are");
  const rng = defaultRng(seed);
  const draws = new Float64Array(resamples);
  for (let draw = 0; draw < resamples; draw++) {
    const drawn = Array.from({ length: truth.length }, () => rng.integers(truth.length));
    const pick = (list: readonly ExampleValue[]): ExampleValue[] => drawn.map((index) => list[index] as ExampleValue);
    draws[draw] = measured(metric, pick(truth), pick(guess), `draw ${draw + 1} of ${resamples}`);
  }
  draws.sort();
  const mean = draws.reduce((sum, value) => sum + value, 0) / resamples;
  const tail = (1 - confidence) / 2;
  return {
    estimate,
    low: quantileOf(draws, tail),
    high: quantileOf(draws, 1 - tail),
    standardError: Math.sqrt(draws.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (resamples - 1)),
    resamples,
    confidence,
  };
}

function examples(read: ValueList | ValueRows): ExampleValue[] {
  if (read.kind === "list") return [...read.values];
  return Array.from({ length: read.count }, (_, index) => rowAt(read, index));
}

function measured(
  metric: (truth: ExampleValue[], guess: ExampleValue[]) => unknown,
  truth: ExampleValue[],
  guess: ExampleValue[],
  where: string,
): number {
  let value: unknown;
  try {
    value = metric(truth, guess);
  } catch (error) {
    throw new RangeError(
      `${CALLER}: the metric failed on ${where}: ${messageOf(error)} With few examples a class may be missing from a draw: evaluate more, or list all classes in the metric's \`labels\`.`,
      { cause: error },
    );
  }
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw argumentRangeError({
    function: CALLER,
    parameter: "metric",
    rule: `give a finite number on ${where}`,
    value,
    next: "With few examples a class may be missing from a draw: evaluate more.",
  });
}
