/** @file Cells coloured by value: confusion matrices, attention, similarities. */
import { argumentTypeError } from "../core/errors";
import { Figure } from "./figure";
import { formatNumber, formatPercent } from "./format-number";
import { isIterable } from "./series";

/** Options of {@link heatmap}. */
export interface HeatmapOptions {
  /** The sentence above the picture; it states the finding. */
  title: string;
  /** Labels of the columns. @default 1, 2, 3, … */
  columns?: readonly string[];
  /** Labels of the rows, from top to bottom. @default 1, 2, 3, … */
  rows?: readonly string[];
  /** What the columns are: `"predicted"`. @default "" */
  columnTitle?: string;
  /** What the rows are: `"true"`. @default "" */
  rowTitle?: string;
  /** How the values in the cells are written; `"none"` leaves the cells without numbers. @default "number" */
  format?: "number" | "percent" | "none";
  /** The values at the two ends of the colours. @default the smallest and the largest */
  range?: readonly [number, number];
  /** The picture in words; made from the data where absent. */
  alt?: string;
}

/**
 * Draws a matrix as coloured cells, `values[row][column]`, the first row on top. A `null` is an empty cell.
 *
 * Light is low and dark is high, so that it reads without colour. Labels must differ: number tokens that occur twice.
 *
 * @example
 * ```ts
 * heatmap([[8, 2], [1, 9]], { title: "Both classes are found", rows: ["no", "yes"], columns: ["no", "yes"],
 *   rowTitle: "true", columnTitle: "predicted" });
 * ```
 * @throws TypeError or RangeError when rows differ in length, a value is not a finite number or null, or there are over
 *   10,000 cells.
 */
export function heatmap(values: Iterable<Iterable<number | null>>, options: HeatmapOptions): Figure {
  if (!isIterable(values)) {
    throw argumentTypeError({ function: "heatmap", parameter: "values", rule: "be an array of rows", value: values });
  }
  const z = Array.from(values, (row, index) => {
    if (isIterable<number | null>(row)) return [...row];
    throw argumentTypeError({
      function: "heatmap",
      parameter: `values[${index}]`,
      rule: "be an array of numbers",
      value: row,
    });
  });
  const { format = "number", range } = options;
  const write = format === "percent" ? formatPercent : formatNumber;
  const columns = options.columns ?? (z[0] ?? []).map((_, index) => String(index + 1));
  const rows = options.rows ?? z.map((_, index) => String(index + 1));
  const text = z.map((row) => row.map((value) => (typeof value === "number" ? write(value) : "")));
  return new Figure(
    {
      data: [
        {
          type: "heatmap",
          x: columns,
          y: rows,
          z,
          ...(format === "none" ? {} : { text }),
          ...(range === undefined ? {} : { zmin: range[0], zmax: range[1] }),
        },
      ],
      layout: {
        title: options.title,
        xaxis: { title: options.columnTitle ?? "" },
        yaxis: { title: options.rowTitle ?? "" },
        ...(options.alt === undefined ? {} : { alt: options.alt }),
      },
    },
    "heatmap",
  );
}
