/** @file Predicted numbers beside true ones. */
import { argumentRangeError } from "../core/errors";
import { defaultRng } from "../core/random";
import { Figure } from "./figure";
import { checkCount, checkNumber, MOST_POINTS } from "./figure-checks";
import { formatNumber } from "./format-number";

/** Options of {@link predictionScatter}. */
export interface PredictionScatterOptions {
  /** What is predicted: `"score"`. @default "value" */
  of?: string;
  /**
   * How far points of whole numbers are shaken apart at most, so that those that coincide are seen. 0 leaves them.
   * @default 0.3 where all numbers are whole, else 0
   */
  jitter?: number;
  /** For the shaking; the same seed gives the same picture. @default 42 */
  seed?: number;
  /** The sentence above the picture. @default how far predictions are off on average */
  title?: string;
  /** The picture in words; made from the data where absent. */
  alt?: string;
}

const CALLER = "predictionScatter";

/**
 * Draws a point for each example: its true number along, its prediction up, and the line on which both are equal.
 *
 * @example
 * ```ts
 * predictionScatter([7, 5, 9], [6, 5, 7], { of: "score" }).layout.title; // "The predicted score is off by 1 on average; 1 of 3 are exact"
 * ```
 * @throws TypeError or RangeError when the lengths differ or a number is not finite.
 */
export function predictionScatter(
  yTrue: Iterable<number | bigint>,
  yPred: Iterable<number | bigint>,
  options: PredictionScatterOptions = {},
): Figure {
  const [truth, guess] = [Array.from(yTrue, Number), Array.from(yPred, Number)];
  checkCount(CALLER, "yTrue", truth.length, MOST_POINTS);
  if (guess.length !== truth.length) {
    const rule = `have ${truth.length} numbers, as \`yTrue\``;
    throw argumentRangeError({ function: CALLER, parameter: "yPred", rule, value: guess.length });
  }
  truth.forEach((value, index) => {
    checkNumber(CALLER, `yTrue[${index}]`, value);
    checkNumber(CALLER, `yPred[${index}]`, guess[index]);
  });
  const { of = "value", seed = 42 } = options;
  const isWhole = [...truth, ...guess].every(Number.isInteger);
  const jitter = options.jitter ?? (isWhole ? 0.3 : 0);
  checkNumber(CALLER, "jitter", jitter);
  const rng = defaultRng(seed);
  const shaken = (values: readonly number[]): number[] =>
    values.map((value) => value + jitter * (2 * rng.random() - 1));
  const low = [...truth, ...guess].reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = [...truth, ...guess].reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  return new Figure(
    {
      data: [
        {
          type: "scatter",
          mode: "markers",
          name: "examples",
          x: shaken(truth),
          y: shaken(guess),
          hover: truth.map(
            (value, index) => `true ${formatNumber(value)}\npredicted ${formatNumber(guess[index] ?? 0)}`,
          ),
        },
        { type: "scatter", mode: "lines", name: "prediction = truth", x: [low, high], y: [low, high], dash: "dash" },
      ],
      layout: {
        title: options.title ?? finding(truth, guess, of),
        xaxis: { title: `true ${of}`, type: "linear" },
        yaxis: { title: `predicted ${of}` },
        ...(options.alt === undefined ? {} : { alt: options.alt }),
      },
    },
    CALLER,
  );
}

function finding(truth: readonly number[], guess: readonly number[], of: string): string {
  const off = truth.map((value, index) => Math.abs(value - (guess[index] ?? 0)));
  const mean = off.reduce((sum, value) => sum + value, 0) / off.length;
  const exact = off.filter((value) => value === 0).length;
  const share = `${formatNumber(exact)} of ${formatNumber(off.length)} are exact`;
  return `The predicted ${of} is off by ${formatNumber(mean)} on average; ${share}`;
}
