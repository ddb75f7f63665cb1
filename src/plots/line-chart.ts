/** @file Lines: the course of a loss, a learning-rate schedule, a curve over a parameter. */
import { argumentTypeError } from "../core/errors";
import { Figure } from "./figure";
import { checkCount, checkNumber, GAP, MOST_POINTS } from "./figure-checks";
import { formatNumber, formatPercent } from "./format-number";
import type { ReferenceLine } from "./layout";
import { isIterable, namedSeries } from "./series";
import type { Coordinate, ScatterTrace } from "./trace";

/** Options of {@link lineChart}. */
export interface LineChartOptions {
  /** The sentence above the picture; it states the finding. */
  title: string;
  /** What runs along: `"epoch"`, `"step"`. @default "" */
  xTitle?: string;
  /** What is measured, with its unit. @default "" */
  yTitle?: string;
  /**
   * Where on the x axis the values stand, the same for every line.
   * @default 1, 2, 3, …
   */
  x?: Iterable<number>;
  /** Dots on the values. @default "auto": where a line has at most 30 */
  markers?: "auto" | "show" | "hide";
  /** How the y values are written. @default "number" */
  format?: "number" | "percent";
  /** From where to where the y axis reaches. @default fitted to the values */
  yRange?: readonly [number, number];
  /** Lines across the plot: the best epoch, a baseline. */
  referenceLines?: readonly ReferenceLine[];
  /** The picture in words; made from the data where absent. */
  alt?: string;
}

const DASHES = ["solid", "dash", "dot"] as const;

/**
 * Draws one line, or several under names. A `null` leaves a gap.
 *
 * Lines differ in colour and in how they are dashed, so that they are told apart without colour.
 *
 * @example
 * ```ts
 * lineChart(
 *   { train: [1.91, 1.64, 1.52], validation: [1.71, 1.62, 1.66] },
 *   { title: "From epoch 3 on the model only memorizes", xTitle: "epoch", yTitle: "loss (nats)",
 *     referenceLines: [{ axis: "x", at: 2, label: "best epoch: 2" }] },
 * );
 * ```
 * @throws TypeError or RangeError when a value is neither a finite number nor null, or the lengths differ.
 */
export function lineChart(
  values: Iterable<number | null> | Readonly<Record<string, Iterable<number | null>>>,
  options: LineChartOptions,
): Figure {
  const given = options.x === undefined ? undefined : numbersFrom(options.x);
  const write = options.format === "percent" ? formatPercent : formatNumber;
  const data = namedSeries("lineChart", "values", values).map(({ name, values: list }, index): ScatterTrace => {
    const y = [...list];
    const parameter = name === "" ? "values" : `values.${name}`;
    checkCount("lineChart", parameter, y.length, MOST_POINTS);
    y.forEach((value, place) => {
      if (value !== null) checkNumber("lineChart", `${parameter}[${place}]`, value, GAP);
    });
    const x: readonly Coordinate[] = given ?? y.map((_, place) => place + 1);
    const hasMarkers = options.markers === "show" || (options.markers !== "hide" && y.length <= 30);
    return {
      type: "scatter",
      mode: hasMarkers ? "lines+markers" : "lines",
      ...(name === "" ? {} : { name }),
      x,
      y,
      dash: DASHES[index % DASHES.length] ?? "solid",
      hover: y.map((value, place) => {
        const where = `${options.xTitle ?? "x"} ${formatNumber(Number(x[place] ?? Number.NaN))}`;
        return `${name === "" ? "" : `${name}\n`}${where}: ${value === null ? "none" : write(value)}`;
      }),
    };
  });
  return new Figure(
    {
      data,
      layout: {
        title: options.title,
        xaxis: { title: options.xTitle ?? "", type: "linear" },
        yaxis: {
          title: options.yTitle ?? "",
          format: options.format ?? "number",
          ...(options.yRange === undefined ? {} : { range: options.yRange }),
        },
        ...(options.referenceLines === undefined ? {} : { referenceLines: options.referenceLines }),
        ...(options.alt === undefined ? {} : { alt: options.alt }),
      },
    },
    "lineChart",
  );
}

function numbersFrom(x: Iterable<number>): number[] {
  if (isIterable<number>(x)) return [...x];
  throw argumentTypeError({ function: "lineChart", parameter: "x", rule: "be an array of numbers", value: x });
}
