/** @file Points: embeddings in two dimensions, predictions against truth. */
import { argumentTypeError } from "../core/errors";
import { Figure } from "./figure";
import { checkCount, checkNumber, MOST_POINTS } from "./figure-checks";
import { formatNumber } from "./format-number";
import type { ReferenceLine } from "./layout";
import { isIterable, namedSeries } from "./series";
import type { ScatterTrace } from "./trace";

/** One point: `[x, y]`, or with a label that a pointer over it shows. */
export type PlotPoint = readonly [x: number, y: number] | { x: number; y: number; label?: string };

/** Options of {@link scatterPlot}. */
export interface ScatterPlotOptions {
  /** The sentence above the picture; it states the finding. */
  title: string;
  /** What runs along, with its unit. @default "x" */
  xTitle?: string;
  /** What runs up, with its unit. @default "y" */
  yTitle?: string;
  /** Lines across the plot. */
  referenceLines?: readonly ReferenceLine[];
  /** The picture in words; made from the data where absent. */
  alt?: string;
}

/**
 * Draws points, for several groups under names in different colours. At most 50,000 in a group.
 *
 * @example
 * ```ts
 * scatterPlot({ fair: [[0.1, 0.9], [0.2, 0.7]], unfair: [[0.8, 0.1]] }, { title: "The two classes lie apart" });
 * ```
 * @throws TypeError or RangeError when a coordinate is not a finite number.
 */
export function scatterPlot(
  points: Iterable<PlotPoint> | Readonly<Record<string, Iterable<PlotPoint>>>,
  options: ScatterPlotOptions,
): Figure {
  const { xTitle = "x", yTitle = "y" } = options;
  const data = namedSeries("scatterPlot", "points", points).map(({ name, values }): ScatterTrace => {
    const parameter = name === "" ? "points" : `points.${name}`;
    const list = Array.from(values, (point, index) => readPoint(point, `${parameter}[${index}]`));
    checkCount("scatterPlot", parameter, list.length, MOST_POINTS);
    return {
      type: "scatter",
      mode: "markers",
      ...(name === "" ? {} : { name }),
      x: list.map((point) => point.x),
      y: list.map((point) => point.y),
      hover: list.map((point) => {
        const place = `${xTitle} ${formatNumber(point.x)}, ${yTitle} ${formatNumber(point.y)}`;
        return [name, point.label ?? "", place].filter((line) => line !== "").join("\n");
      }),
    };
  });
  return new Figure(
    {
      data,
      layout: {
        title: options.title,
        xaxis: { title: xTitle, type: "linear" },
        yaxis: { title: yTitle },
        ...(options.referenceLines === undefined ? {} : { referenceLines: options.referenceLines }),
        ...(options.alt === undefined ? {} : { alt: options.alt }),
      },
    },
    "scatterPlot",
  );
}

function readPoint(point: PlotPoint, parameter: string): { x: number; y: number; label?: string } {
  const read = isIterable<number>(point) ? fromPair(point) : point;
  if (read !== null && typeof read === "object" && "x" in read && "y" in read) {
    checkNumber("scatterPlot", `${parameter}.x`, read.x);
    checkNumber("scatterPlot", `${parameter}.y`, read.y);
    return read;
  }
  throw argumentTypeError({
    function: "scatterPlot",
    parameter,
    rule: "be [x, y] or { x, y, label }",
    value: point,
  });
}

function fromPair(pair: Iterable<number>): { x: number; y: number } {
  const [x = Number.NaN, y = Number.NaN] = pair;
  return { x, y };
}
