/** @file Counting numbers into bins, by the rules of numpy. */
import { argumentRangeError, argumentTypeError } from "../core/errors";
import { roundStep } from "./scale";

/** How {@link histogram} divides the range. At most one of the two. */
export interface HistogramOptions {
  /** This many bins of equal width from the smallest to the largest value, as `np.histogram(values, bins=n)`. */
  binCount?: number;
  /** Bins of this width that begin at multiples of it. */
  binWidth?: number;
}

/** Bin `i` reaches from `edges[i]` to `edges[i + 1]`. */
export interface Histogram {
  counts: number[];
  edges: number[];
}

const MAX_BINS = 500;

/**
 * Counts values into bins. Every bin holds its left edge; the last one holds its right edge as well.
 *
 * Without options the bins have a round width (1, 2, 5, 10, 20, …; at least 1 for whole numbers) that gives about 20 of
 * them.
 *
 * Python: `numpy.histogram`.
 *
 * @example
 * ```ts
 * histogram([1, 2, 2, 3, 10], { binCount: 3 });
 * // { counts: [ 4, 0, 1 ], edges: [ 1, 4, 7, 10 ] }
 * ```
 * @throws TypeError or RangeError when a value is not a finite number, there is none, or there would be over 500 bins.
 */
export function histogram(values: Iterable<number>, options: HistogramOptions = {}): Histogram {
  const { low, high, isWhole, list } = measure(values);
  const edges = chooseEdges(low, high, isWhole, options);
  return { counts: countInto(list, edges), edges };
}

/** Counts into edges that are given, in ascending order. Values outside are left out, as `np.histogram` leaves them. */
export function countInto(values: ArrayLike<number>, edges: readonly number[]): number[] {
  const bins = edges.length - 1;
  const counts = new Array<number>(Math.max(0, bins)).fill(0);
  const first = edges[0] ?? 0;
  const last = edges[bins] ?? 0;
  const perUnit = bins / (last - first);
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? Number.NaN;
    if (!(value >= first && value <= last)) continue;
    let bin = Math.min(bins - 1, Math.floor((value - first) * perUnit));
    // The quotient is only a guess: rounding, or edges of unequal width, can put it a few bins off.
    while (bin > 0 && value < (edges[bin] ?? first)) bin--;
    while (bin < bins - 1 && value >= (edges[bin + 1] ?? last)) bin++;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

interface Measured {
  low: number;
  high: number;
  isWhole: boolean;
  list: Float64Array;
}

function measure(values: Iterable<number>): Measured {
  if (typeof values === "string" || typeof values?.[Symbol.iterator] !== "function") {
    throw argumentTypeError({
      function: "histogram",
      parameter: "values",
      rule: "be an array of numbers",
      value: values,
    });
  }
  const list = Float64Array.from(values);
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let isWhole = true;
  for (let index = 0; index < list.length; index++) {
    const value = list[index] ?? Number.NaN;
    if (!Number.isFinite(value)) {
      throw argumentRangeError({
        function: "histogram",
        parameter: `values[${index}]`,
        rule: "be a finite number",
        value,
        next: "Filter such values out first.",
      });
    }
    if (value < low) low = value;
    if (value > high) high = value;
    if (isWhole && !Number.isInteger(value)) isWhole = false;
  }
  if (list.length === 0) {
    throw argumentRangeError({
      function: "histogram",
      parameter: "values",
      rule: "hold at least one number",
      value: [],
    });
  }
  return { low, high, isWhole, list };
}

function chooseEdges(low: number, high: number, isWhole: boolean, options: HistogramOptions): number[] {
  const { binCount, binWidth } = options;
  if (binCount !== undefined && binWidth !== undefined) {
    throw argumentTypeError({
      function: "histogram",
      parameter: "options",
      rule: "have `binCount` or `binWidth`, not both",
      value: options,
    });
  }
  if (binCount !== undefined) {
    if (!Number.isInteger(binCount) || binCount < 1 || binCount > MAX_BINS) {
      throw argumentRangeError({
        function: "histogram",
        parameter: "binCount",
        rule: `be a whole number from 1 to ${MAX_BINS}`,
        value: binCount,
      });
    }
    return evenEdges(low, high, binCount);
  }
  if (binWidth !== undefined && !(binWidth > 0 && Number.isFinite(binWidth))) {
    throw argumentRangeError({
      function: "histogram",
      parameter: "binWidth",
      rule: "be a number above 0",
      value: binWidth,
    });
  }
  const width = binWidth ?? defaultWidth(low, high, isWhole);
  const first = Math.floor(low / width);
  const bins = Math.max(1, Math.ceil(high / width) - first);
  if (bins > MAX_BINS) {
    throw argumentRangeError({
      function: "histogram",
      parameter: "binWidth",
      rule: `give at most ${MAX_BINS} bins (values reach from ${low} to ${high})`,
      value: width,
      next: `Take at least ${roundStep((high - low) / MAX_BINS)}.`,
    });
  }
  const edges = Array.from({ length: bins + 1 }, (_, index) => Number(((first + index) * width).toPrecision(15)));
  // The products are rounded; no value may fall outside by a rounding error.
  edges[0] = Math.min(edges[0] ?? low, low);
  edges[bins] = Math.max(edges[bins] ?? high, high);
  return edges;
}

function evenEdges(low: number, high: number, bins: number): number[] {
  // numpy widens a range without extent by half a unit at both ends, and takes the last edge as it is, not computed.
  const from = low === high ? low - 0.5 : low;
  const to = low === high ? high + 0.5 : high;
  const step = (to - from) / bins;
  return Array.from({ length: bins + 1 }, (_, index) => (index === bins ? to : index * step + from));
}

function defaultWidth(low: number, high: number, isWhole: boolean): number {
  if (low === high) return isWhole ? 1 : Math.abs(low) / 10 || 1;
  const width = roundStep((high - low) / 20);
  return isWhole ? Math.max(1, width) : width;
}
