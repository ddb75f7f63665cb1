/** @file Lines and points as text: the course of each line in block characters, and a table of values. */
import { clip, displayWidth, textTable } from "../core/text-table";
import { axisNumber, formatNumber } from "./format-number";
import type { FigureAxis, FigureLayout } from "./layout";
import { cloudsText } from "./text-clouds";
import type { Coordinate, ScatterTrace } from "./trace";

const MOST_POINTS = 20;
const MOST_SPARKS = 40;
const LONGEST_LABEL = 28;
const SPARKS = "▁▂▃▄▅▆▇█";

/** Lines with at most 20 of their values; points as a small field of characters. */
export function pointsText(traces: readonly ScatterTrace[], layout: FigureLayout): string {
  const xs = [...new Set(traces.flatMap((trace) => [...trace.x]))];
  if (xs.every((x) => typeof x === "number")) xs.sort((a, b) => Number(a) - Number(b));
  const isFunction = traces.every((trace) => trace.mode !== "markers" && new Set(trace.x).size === trace.x.length);
  if (!isFunction) return cloudsText(traces, layout);
  const nameWidth = Math.max(...traces.map((trace) => displayWidth(seriesName(trace, layout.yaxis))));
  const sparks = traces.map((trace) => {
    const name = seriesName(trace, layout.yaxis);
    return `${name}${" ".repeat(nameWidth - displayWidth(name))}  ${sparkline(trace, layout.yaxis)}`;
  });
  const kept = keptPlaces(traces, xs);
  const values = traces.map((trace) => new Map(trace.x.map((x, index) => [x, trace.y[index] ?? null])));
  const header = [layout.xaxis.title, ...traces.map((trace) => clip(trace.name ?? layout.yaxis.title, 20))];
  const rows = kept.map((x) => [
    typeof x === "number" ? formatNumber(x) : clip(x, LONGEST_LABEL),
    ...values.map((map) => {
      const value = map.get(x);
      return value === null || value === undefined ? "" : axisNumber(value, layout.yaxis);
    }),
  ]);
  const align = header.map((_, column): "left" | "right" =>
    column === 0 && typeof xs[0] === "string" ? "left" : "right",
  );
  const note = kept.length < xs.length ? [`(${kept.length} of ${formatNumber(xs.length)} points)`] : [];
  return [
    ...sparks,
    ...(sparks.length > 0 ? [""] : []),
    textTable(header, rows, { align, maxCellWidth: 28 }),
    ...note,
  ].join("\n");
}

/** The course of a line in block characters, with where it begins, ends, and how far it reaches. */
function sparkline(trace: ScatterTrace, axis: FigureAxis): string {
  const values = trace.y.filter((value) => value !== null);
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return "no values";
  const [low, high] = reach(values);
  const blocks = evenly(values, MOST_SPARKS).map(
    (value) => SPARKS[Math.round(((value - low) / (high - low || 1)) * 7)],
  );
  const [from, to, least, most] = [first, last, low, high].map((value) => axisNumber(value, axis));
  return `${blocks.join("")}  ${from} → ${to}, lowest ${least}, highest ${most}`;
}

function seriesName(trace: ScatterTrace, axis: FigureAxis): string {
  return clip(trace.name ?? axis.title, 20);
}

function reach(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}

/** The places of the table: all of the lines with few points, such as a validation's, and evenly of the others. */
function keptPlaces(traces: readonly ScatterTrace[], xs: readonly Coordinate[]): Coordinate[] {
  if (xs.length <= MOST_POINTS) return [...xs];
  const few = traces.filter((trace) => trace.x.length <= MOST_POINTS / 2).flatMap((trace) => [...trace.x]);
  const fixed = new Set(evenly([...new Set(few)], MOST_POINTS / 2));
  const rest = evenly(
    xs.filter((x) => !fixed.has(x)),
    MOST_POINTS - fixed.size,
  );
  const kept = new Set([...fixed, ...rest]);
  return xs.filter((x) => kept.has(x));
}

/** At most `count` of the values, the first and the last among them. */
function evenly<Value>(values: readonly Value[], count: number): Value[] {
  if (values.length <= count) return [...values];
  const step = (values.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, index) => values[Math.round(index * step)] as Value);
}
