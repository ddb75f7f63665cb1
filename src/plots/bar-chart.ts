/** @file Bars from labels and numbers: scores by model, probabilities of the next token, losses by run. */
import { argumentRangeError, argumentTypeError } from "../core/errors";
import { Figure } from "./figure";
import { formatNumber, formatPercent } from "./format-number";
import type { ReferenceLine } from "./layout";
import { MAX_SERIES } from "./series";
import type { BarTrace } from "./trace";

/** Options of {@link barChart}. */
export interface BarChartOptions {
  /** The sentence above the picture; it states the finding. */
  title: string;
  /** What the labels are. @default "" */
  labelTitle?: string;
  /** What the numbers are, with their unit: `"accuracy"`, `"loss (nats)"`. @default "" */
  valueTitle?: string;
  /** `"horizontal"` has room for long labels and for many of them. @default "vertical" */
  direction?: "vertical" | "horizontal";
  /** How the numbers are written; `"percent"` takes 0.25 as 25%. @default "number" */
  format?: "number" | "percent";
  /** Lines across the plot, for a baseline or a threshold. */
  referenceLines?: readonly ReferenceLine[];
  /** The picture in words; made from the data where absent. */
  alt?: string;
}

/** Numbers by label. */
export type BarValues = Readonly<Record<string, number>>;

const MOST_LABELS = 100;

/**
 * Draws a bar for each label; for several series under names, groups of bars.
 *
 * JavaScript puts keys that are whole numbers first, in ascending order; a Map keeps the order in which it was filled.
 *
 * @example
 * ```ts
 * console.log(barChart({ bueno: 0.41, malo: 0.17, grande: 0.09 }, {
 *   title: "The model expects an adjective", labelTitle: "token", valueTitle: "probability", format: "percent",
 * }));
 * // The model expects an adjective
 * //
 * // token   probability
 * // ──────  ───────────  ────────────────────────────────
 * // bueno         41.0%  ████████████████████████████████
 * // malo          17.0%  █████████████▎
 * // grande         9.0%  ███████
 *
 * barChart({ baseline: { f1: 0.12 }, model: { f1: 0.47 } }, { title: "…" }); // two bars in each group
 * ```
 * @throws TypeError or RangeError when a value is not a finite number, or there are over 100 labels or 7 series.
 */
export function barChart(
  values: BarValues | ReadonlyMap<string, number> | Readonly<Record<string, BarValues | ReadonlyMap<string, number>>>,
  options: BarChartOptions,
): Figure {
  const series = namedBars(values);
  const format = options.format ?? "number";
  const write = format === "percent" ? formatPercent : formatNumber;
  const data = series.map(({ name, bars }): BarTrace => {
    const labels = [...bars.keys()];
    const numbers = [...bars.values()];
    return {
      type: "bar",
      ...(name === undefined ? {} : { name }),
      x: labels,
      y: numbers,
      ...(options.direction === "horizontal" ? { orientation: "h" } : {}),
      text: numbers.map(write),
      hover: labels.map((label, index) => {
        return `${name === undefined ? "" : `${name}, `}${label}: ${write(numbers[index] ?? 0)}`;
      }),
    };
  });
  return new Figure(
    {
      data,
      layout: {
        title: options.title,
        xaxis: { title: options.labelTitle ?? "", type: "category" },
        yaxis: { title: options.valueTitle ?? "", format },
        ...(options.referenceLines === undefined ? {} : { referenceLines: options.referenceLines }),
        ...(options.alt === undefined ? {} : { alt: options.alt }),
      },
    },
    "barChart",
  );
}

interface NamedBars {
  name: string | undefined;
  bars: ReadonlyMap<string, number>;
}

function namedBars(values: unknown): NamedBars[] {
  const entries = entriesOf("values", values);
  const isNested = entries.length > 0 && entries.every(([, value]) => value !== null && typeof value === "object");
  const series = isNested
    ? entries.map(([name, inner]) => ({ name, bars: numbersOf(`values.${name}`, entriesOf(`values.${name}`, inner)) }))
    : [{ name: undefined, bars: numbersOf("values", entries) }];
  if (series.length > MAX_SERIES) {
    throw argumentRangeError({
      function: "barChart",
      parameter: "values",
      rule: `hold at most ${MAX_SERIES} series`,
      value: series.length,
    });
  }
  return series;
}

function entriesOf(parameter: string, values: unknown): [string, unknown][] {
  if (values instanceof Map) return [...values].map(([label, value]) => [String(label), value]);
  if (values !== null && typeof values === "object" && !Array.isArray(values)) return Object.entries(values);
  throw argumentTypeError({
    function: "barChart",
    parameter,
    rule: "be an object or a Map of numbers by label",
    value: values,
    next: "Write { label: number, … }.",
  });
}

function numbersOf(parameter: string, entries: readonly (readonly [string, unknown])[]): ReadonlyMap<string, number> {
  if (entries.length === 0 || entries.length > MOST_LABELS) {
    throw argumentRangeError({
      function: "barChart",
      parameter,
      rule: `have 1 to ${MOST_LABELS} labels`,
      value: entries.length,
      next: entries.length === 0 ? undefined : "Keep the largest, and say in the title how many there are.",
    });
  }
  const bars = new Map<string, number>();
  for (const [label, value] of entries) {
    if (typeof value !== "number" || !Number.isFinite(value)) {
      const problem = { function: "barChart", parameter: `${parameter}.${label}`, rule: "be a finite number", value };
      throw typeof value === "number" ? argumentRangeError(problem) : argumentTypeError(problem);
    }
    bars.set(label, value);
  }
  return bars;
}
