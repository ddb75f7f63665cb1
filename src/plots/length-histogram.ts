/** @file How long the texts are, and how many would be cut. */
import { argumentRangeError } from "../core/errors";
import { Figure } from "./figure";
import { formatNumber, formatPercent } from "./format-number";
import { countInto, type HistogramOptions, histogram } from "./histogram";
import { namedSeries } from "./series";
import type { BarTrace } from "./trace";

/** Options of {@link lengthHistogram}. */
export interface LengthHistogramOptions extends HistogramOptions {
  /** The length at which texts are cut; a line marks it and says which share is longer. */
  cut?: number;
  /** What a length counts: `"words"`, `"tokens"`. @default "tokens" */
  unit?: string;
  /** What is counted: `"essays"`. @default "texts" */
  of?: string;
  /**
   * The sentence above the picture.
   * @default half of the texts are at most so long, and which share is beyond `cut`
   */
  title?: string;
}

/**
 * Draws how many texts have which length; for several splits, which share of each.
 *
 * Bins are those of {@link histogram}: `binCount` or `binWidth`, else a round width that gives about 20.
 *
 * @example
 * ```ts
 * const lengths = essays.map((essay) => essay.split(/\s+/).length);
 * lengthHistogram(lengths, { cut: 350, unit: "words", of: "essays" });
 * ```
 * @throws TypeError or RangeError when a length is not a finite number or there is none.
 */
export function lengthHistogram(
  lengths: Iterable<number | bigint> | Readonly<Record<string, Iterable<number | bigint>>>,
  options: LengthHistogramOptions = {},
): Figure {
  const { unit = "tokens", of = "texts", cut } = options;
  const series = namedSeries("lengthHistogram", "lengths", lengths).map(({ name, values }) => ({
    name,
    list: readLengths(name, values),
  }));
  if (cut !== undefined && !Number.isFinite(cut)) {
    throw argumentRangeError({ function: "lengthHistogram", parameter: "cut", rule: "be a finite number", value: cut });
  }
  const all = series.length === 1 ? (series[0]?.list ?? new Float64Array()) : joined(series.map(({ list }) => list));
  const { edges } = histogram(all, options);
  const isWhole = edges.every(Number.isInteger) && all.every(Number.isInteger);
  const isNamed = series.length > 1 || series[0]?.name !== "";
  const data = series.map(({ name, list }, index): BarTrace => {
    const counts = countInto(list, edges);
    return {
      type: "bar",
      ...(isNamed ? { name } : {}),
      ...binPlaces(edges, index, series.length),
      y: series.length > 1 ? counts.map((count) => count / list.length) : counts,
      hover: counts.map((count, bin) => {
        const share = `${formatNumber(count)}, ${formatPercent(count / list.length)}`;
        return `${binLabel(edges, bin, isWhole)}\n${of}${isNamed ? ` in ${name}` : ""}: ${share}`;
      }),
    };
  });
  return new Figure(
    {
      data,
      layout: {
        title: options.title ?? finding(all, cut, unit, of),
        xaxis: { title: `length (${unit})`, type: "linear" },
        yaxis: series.length > 1 ? { title: `share of ${of}`, format: "percent" } : { title: of },
        ...(cut === undefined ? {} : { referenceLines: [{ axis: "x", at: cut, label: cutLabel(series, cut, unit) }] }),
      },
    },
    "lengthHistogram",
  );
}

function readLengths(name: string, values: Iterable<number | bigint>): Float64Array {
  const list = Float64Array.from(values as Iterable<number>, Number);
  const parameter = name === "" ? "lengths" : `lengths.${name}`;
  if (list.length === 0) {
    throw argumentRangeError({ function: "lengthHistogram", parameter, rule: "hold at least one length", value: [] });
  }
  const wrong = list.findIndex((length) => !Number.isFinite(length));
  if (wrong === -1) return list;
  throw argumentRangeError({
    function: "lengthHistogram",
    parameter: `${parameter}[${wrong}]`,
    rule: "be a finite number",
    value: [...values][wrong],
    next: "Count the words or tokens of each text first.",
  });
}

function joined(lists: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}

/** Where the bars of one split stand: in each bin, the splits share the width. */
function binPlaces(
  edges: readonly number[],
  index: number,
  count: number,
): Pick<Required<BarTrace>, "x" | "offset" | "width"> {
  const widths = edges.slice(1).map((edge, bin) => edge - (edges[bin] ?? 0));
  return {
    x: widths.map((width, bin) => (edges[bin] ?? 0) + width / 2),
    offset: widths.map((width) => width * (index / count - 0.5)),
    width: widths.map((width) => width / count),
  };
}

/** The lengths in a bin: "60–79" where all are whole; the last bin holds its right edge as well. */
function binLabel(edges: readonly number[], bin: number, isWhole: boolean): string {
  const from = edges[bin] ?? 0;
  const to = (edges[bin + 1] ?? 0) - (isWhole && bin < edges.length - 2 ? 1 : 0);
  return from === to ? formatNumber(from) : `${formatNumber(from)}–${formatNumber(to)}`;
}

function cutLabel(series: readonly { name: string; list: Float64Array }[], cut: number, unit: string): string {
  const shares = series.map(({ name, list }) => {
    const share = formatPercent(shareBeyond(list, cut));
    return series.length > 1 ? `${name} ${share}` : share;
  });
  return `truncation at ${formatNumber(cut)} ${unit}: ${shares.join(", ")} beyond`;
}

function shareBeyond(list: Float64Array, cut: number): number {
  let beyond = 0;
  for (const length of list) if (length > cut) beyond++;
  return beyond / list.length;
}

function finding(all: Float64Array, cut: number | undefined, unit: string, of: string): string {
  const sorted = all.slice().sort();
  const median = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const half = `Half of the ${formatNumber(all.length)} ${of} have ${formatNumber(median)} ${unit} or fewer`;
  if (cut === undefined) return `${half}; the longest has ${formatNumber(sorted.at(-1) ?? 0)}`;
  const beyond = shareBeyond(all, cut);
  return `${half}; ${beyond === 0 ? "none is" : `${formatPercent(beyond)} are`} longer than ${formatNumber(cut)}`;
}
