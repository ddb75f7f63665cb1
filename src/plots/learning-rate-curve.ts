/** @file The learning rate over the steps of a training. */
import { argumentRangeError, argumentTypeError } from "../core/errors";
import { Figure } from "./figure";
import { checkNumber } from "./figure-checks";
import { formatNumber } from "./format-number";
import { isIterable } from "./series";
import { type LogRow, logRows } from "./training-log";

/** Where rates come from: a schedule, a function of the step, the rates themselves, or a Trainer's log. */
export type RateSource =
  | { at(step: number): number }
  | ((step: number) => number)
  | Iterable<number>
  | Iterable<LogRow>
  | { readonly logs: Iterable<LogRow> }
  | { readonly logHistory: Iterable<LogRow> };

/** Options of {@link learningRateCurve}. */
export interface LearningRateCurveOptions {
  /** How many steps to draw; needed for a schedule and a function. */
  steps?: number;
  /** The sentence above the picture. @default where the rate is highest and where it ends */
  title?: string;
  /** The picture in words; made from the data where absent. */
  alt?: string;
}

const CALLER = "learningRateCurve";
/** Longer trainings are drawn by so many of their steps. */
const MOST_STEPS = 10_000;

/**
 * Draws the learning rate of each step; the first step is 0.
 *
 * @param source A schedule (`createOptimizer` gives one), a function, rates by step, or a Trainer's log.
 * @example
 * ```ts
 * learningRateCurve((step) => 2e-5 * Math.min(1, step / 10), { steps: 100 }).layout.title;
 * // "The learning rate rises to 2e-5 by step 10 and stays there"
 * ```
 * @throws TypeError or RangeError when a rate is not a finite number, or `steps` is missing.
 */
export function learningRateCurve(source: RateSource, options: LearningRateCurveOptions = {}): Figure {
  const { x, y } = ratesOf(source, options.steps);
  y.forEach((rate, index) => {
    checkNumber(CALLER, `source[${x[index]}]`, rate);
  });
  return new Figure(
    {
      data: [
        {
          type: "scatter",
          mode: y.length <= 30 ? "lines+markers" : "lines",
          x,
          y,
          hover: y.map((rate, index) => `step ${formatNumber(x[index] ?? 0)}: ${formatNumber(rate)}`),
        },
      ],
      layout: {
        title: options.title ?? finding(x, y),
        xaxis: { title: "step", type: "linear" },
        yaxis: { title: "learning rate" },
        ...(options.alt === undefined ? {} : { alt: options.alt }),
      },
    },
    CALLER,
  );
}

function ratesOf(source: RateSource, steps: number | undefined): { x: number[]; y: number[] } {
  const at = rateFunction(source);
  if (at !== undefined) {
    if (steps === undefined || !Number.isSafeInteger(steps) || steps < 1) {
      const next = "Write { steps: 1000 }: a schedule itself has no end.";
      throw argumentRangeError({
        function: CALLER,
        parameter: "steps",
        rule: "be a whole number from 1 up",
        value: steps,
        next,
      });
    }
    const count = Math.min(steps, MOST_STEPS);
    const x = Array.from({ length: count }, (_, index) =>
      count === steps ? index : Math.round((index * (steps - 1)) / (count - 1)),
    );
    return { x, y: x.map((step) => at(step)) };
  }
  const items: unknown[] | undefined = isIterable<unknown>(source) ? [...source] : undefined;
  if (items !== undefined && typeof items[0] === "number")
    return { x: items.map((_, step) => step), y: items as number[] };
  const rows = logRows(CALLER, (items ?? source) as Iterable<LogRow>);
  const found = rows.flatMap((row) => {
    const rate = row.learningRate ?? row.learning_rate;
    return rate === undefined ? [] : [{ step: Number(row.step), rate: Number(rate) }];
  });
  if (found.length === 0) {
    const next = "Give the schedule itself, with { steps }.";
    throw argumentTypeError({
      function: CALLER,
      parameter: "source",
      rule: "have learning rates",
      value: source,
      next,
    });
  }
  return { x: found.map(({ step }) => step), y: found.map(({ rate }) => rate) };
}

function rateFunction(source: unknown): ((step: number) => number) | undefined {
  if (typeof source === "function") return source as (step: number) => number;
  if (source === null || typeof source !== "object" || Array.isArray(source) || ArrayBuffer.isView(source))
    return undefined;
  const schedule = source as { at?: unknown };
  return typeof schedule.at === "function" ? (step) => (schedule as { at(step: number): number }).at(step) : undefined;
}

function finding(x: readonly number[], y: readonly number[]): string {
  const high = y.reduce((most, rate) => Math.max(most, rate), Number.NEGATIVE_INFINITY);
  const [first = 0, last = 0] = [y[0], y.at(-1)];
  const peak = y.indexOf(high);
  const top = formatNumber(high);
  if (y.every((rate) => rate === high)) return `The learning rate stays at ${top}`;
  const end = `${formatNumber(last)} at step ${formatNumber(x.at(-1) ?? 0)}`;
  if (peak === 0) return `The learning rate falls from ${formatNumber(first)} to ${end}`;
  const rise = `The learning rate rises to ${top} by step ${formatNumber(x[peak] ?? 0)}`;
  if (last === high)
    return y.slice(peak).every((rate) => rate === high) && peak < y.length - 1 ? `${rise} and stays there` : rise;
  return `${rise} and falls to ${end}`;
}
