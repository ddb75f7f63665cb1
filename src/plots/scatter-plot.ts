/** @file Points: embeddings in two dimensions, predictions against truth. */
import { argumentTypeError } from "../core/errors";
import { Figure } from "./figure";
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
    const list = Array.from(values, (point, index) => readPoint(point, name, index));
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

function readPoint(point: PlotPoint, name: string, index: number): { x: number; y: number; label?: string } {
  if (isIterable<number>(point)) {
    const [x = Number.NaN, y = Number.NaN] = point;
    return { x, y };
  }
  if (point !== null && typeof point === "object" && "x" in point && "y" in point) return point;
  throw argumentTypeError({
    function: "scatterPlot",
    parameter: `points${name === "" ? "" : `.${name}`}[${index}]`,
    rule: "be [x, y] or { x, y, label }",
    value: point,
  });
}
