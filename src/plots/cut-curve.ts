/** @file Where top-k, top-p and min-p cut: the sorted probabilities summed up, with a line at each cut. */
import { argumentRangeError } from "../core/errors";
import { Figure } from "./figure";
import { checkCount, checkNumber } from "./figure-checks";
import { formatPercent } from "./format-number";
import type { ReferenceLine } from "./layout";

/** Options of {@link cutCurve}. */
export interface CutCurveOptions {
  /** The sentence above the picture. @default how many tokens each cut keeps */
  title?: string;
  /** Keeps this many of the likeliest tokens. */
  topK?: number;
  /** Keeps the likeliest tokens that together have this probability. */
  topP?: number;
  /** Keeps tokens at least this share as likely as the likeliest. */
  minP?: number;
  /** How many tokens are drawn. @default twice as many as the widest cut keeps, at least 20 */
  count?: number;
  /** The picture in words; made from the data where absent. */
  alt?: string;
}

const MOST_TOKENS = 1_000_000;
const MOST_DRAWN = 2000;

/**
 * Draws how much of the probability the likeliest tokens have together, and how many tokens each cut keeps.
 *
 * @example
 * ```ts
 * console.log(cutCurve([0.5, 0.25, 0.15, 0.1], { topK: 3, topP: 0.7 }).layout.title);
 * // top-k 3 keeps 3 tokens (90.0%), top-p 0.7 keeps 2 (75.0%)
 * ```
 * @throws TypeError or RangeError when a probability is no number, or a cut is out of range.
 */
export function cutCurve(probabilities: Iterable<number>, options: CutCurveOptions = {}): Figure {
  const sorted = Float64Array.from(probabilities).sort().reverse();
  checkCount("cutCurve", "probabilities", sorted.length, MOST_TOKENS);
  for (const [place, value] of sorted.entries()) checkNumber("cutCurve", `probabilities[${place}]`, value);
  const sums: number[] = [];
  let sum = 0;
  for (const value of sorted) {
    sum += value;
    sums.push(sum);
  }
  const cuts = cutsOf(sorted, sums, options);
  const widest = cuts.reduce((most, { kept }) => Math.max(most, kept), 10);
  const drawn = Math.min(options.count ?? 2 * widest, sums.length, MOST_DRAWN);
  const shown = sums.slice(0, drawn);
  const said = cuts.map(({ name, kept }, place) => {
    const share = formatPercent(sums[kept - 1] ?? 0);
    return `${name} keeps ${kept}${place === 0 ? (kept === 1 ? " token" : " tokens") : ""} (${share})`;
  });
  const places = [...new Set(cuts.map(({ kept }) => kept))];
  const lines = places.map((at): ReferenceLine => {
    const names = cuts.filter(({ kept }) => kept === at).map(({ name }) => name);
    return { axis: "x", at, label: names.join(", ") };
  });
  return new Figure(
    {
      data: [
        {
          type: "scatter",
          mode: drawn <= 30 ? "lines+markers" : "lines",
          x: shown.map((_, place) => place + 1),
          y: shown,
          hover: shown.map((value, place) => `${place + 1} tokens: ${formatPercent(value)}`),
        },
      ],
      layout: {
        title: options.title ?? (said.length === 0 ? "A few tokens have most of the probability" : said.join(", ")),
        xaxis: { title: "tokens, the likeliest first", type: "linear" },
        yaxis: { title: "probability together", format: "percent", range: [0, 1.02] },
        ...(lines.length === 0 ? {} : { referenceLines: lines.filter(({ at }) => at <= drawn) }),
        ...(options.alt === undefined ? {} : { alt: options.alt }),
      },
    },
    "cutCurve",
  );
}

function cutsOf(
  sorted: Float64Array,
  sums: readonly number[],
  { topK, topP, minP }: CutCurveOptions,
): { name: string; kept: number }[] {
  const cuts: { name: string; kept: number }[] = [];
  if (topK !== undefined) {
    checkRange("topK", topK, "be a whole number from 1", Number.isSafeInteger(topK) && topK >= 1);
    cuts.push({ name: `top-k ${topK}`, kept: Math.min(topK, sorted.length) });
  }
  if (topP !== undefined) {
    checkRange("topP", topP, "be a number from 0 to 1", topP >= 0 && topP <= 1);
    const place = sums.findIndex((sum) => sum >= topP);
    cuts.push({ name: `top-p ${topP}`, kept: place < 0 ? sorted.length : place + 1 });
  }
  if (minP !== undefined) {
    checkRange("minP", minP, "be a number from 0 to 1", minP >= 0 && minP <= 1);
    const least = (sorted[0] ?? 0) * minP;
    cuts.push({ name: `min-p ${minP}`, kept: sorted.filter((value) => value >= least).length });
  }
  return cuts;
}

function checkRange(parameter: string, value: number, rule: string, isRight: boolean): void {
  if (!isRight) throw argumentRangeError({ function: "cutCurve", parameter, rule, value });
}
