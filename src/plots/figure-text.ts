/** @file A figure as text: its numbers in a table that a terminal shows and a diff can compare. */
import { clip, displayWidth, textTable } from "../core/text-table";
import { formatNumber, formatPercent } from "./format-number";
import type { FigureAxis, FigureLayout } from "./layout";
import type { BarTrace, Coordinate, HeatmapTrace, ScatterTrace, Trace } from "./trace";

/** No line of the text is longer, in terminal columns. */
export const TEXT_WIDTH = 100;

const LONGEST_LABEL = 28;
const LONGEST_BAR = 32;
const MOST_POINTS = 20;
const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
const SPARKS = "▁▂▃▄▅▆▇█";

/** Writes the title, a table of what the traces hold, and the reference lines. */
export function figureText(data: readonly Trace[], layout: FigureLayout): string {
  const bars = data.filter((trace) => trace.type === "bar");
  const points = data.filter((trace) => trace.type === "scatter");
  const heatmap = data.find((trace) => trace.type === "heatmap");
  const parts = [
    ...wrapWords(layout.title),
    ...(bars.length > 0 ? ["", barTable(bars, layout)] : []),
    ...(points.length > 0 ? ["", pointTable(points, layout)] : []),
    ...(heatmap === undefined ? [] : ["", heatmapTable(heatmap, layout)]),
    ...(layout.referenceLines ?? []).map((line, index) => `${index === 0 ? "\n" : ""}┆ ${line.label}`),
  ];
  return parts
    .join("\n")
    .split("\n")
    .map((line) => clip(line, TEXT_WIDTH))
    .join("\n");
}

function barTable(traces: readonly BarTrace[], layout: FigureLayout): string {
  const rows = rowsByPlace(traces);
  const columns = traces.map((trace) => barColumns(trace, layout.yaxis));
  const labels = rows.map((row) => barPlace(traces, row.label));
  const labelWidth = Math.min(LONGEST_LABEL, Math.max(displayWidth(layout.xaxis.title), ...labels.map(displayWidth)));
  const numbersWidth = columns.reduce((sum, column) => sum + column.width + 2 * (column.parts + 1), 0);
  const spare = Math.floor((TEXT_WIDTH - labelWidth - numbersWidth) / traces.length);
  const barWidth = Math.max(0, Math.min(LONGEST_BAR, spare));
  const most = Math.max(0, ...traces.map((trace) => trace.y.reduce((max, value) => Math.max(max, value), 0)));
  const header = [layout.xaxis.title];
  const align: ("left" | "right")[] = [labels.every((label) => /^-?[\d.,]+%?$/.test(label)) ? "right" : "left"];
  for (const [index, trace] of traces.entries()) {
    const title = trace.name ?? layout.yaxis.title;
    const parts = columns[index]?.parts ?? 1;
    header.push(clip(title, 24), ...new Array<string>(parts - 1).fill(""), "");
    align.push(...new Array<"right">(parts).fill("right"), "left");
  }
  const body = rows.map((row, line) => [
    labels[line] ?? "",
    ...traces.flatMap((trace, index) => {
      const at = row.places[index];
      const cells = at === undefined ? [] : (columns[index]?.cells[at] ?? []);
      const padded = Array.from({ length: columns[index]?.parts ?? 1 }, (_, part) => cells[part] ?? "");
      return [...padded, at === undefined ? "" : unicodeBar((trace.y[at] ?? 0) / (most || 1), barWidth)];
    }),
  ]);
  return textTable(header, body, { align, maxCellWidth: Math.max(LONGEST_LABEL, barWidth) });
}

interface BarColumns {
  /** For every bar the number, or the lines of its text. */
  cells: string[][];
  parts: number;
  width: number;
}

function barColumns(trace: BarTrace, axis: FigureAxis): BarColumns {
  const cells = trace.y.map((value, index) => trace.text?.[index]?.split("\n") ?? [axisNumber(value, axis)]);
  const parts = cells.reduce((most, lines) => Math.max(most, lines.length), 1);
  let width = 0;
  for (let part = 0; part < parts; part++) {
    width += cells.reduce((most, lines) => Math.max(most, displayWidth(lines[part] ?? "")), 0);
  }
  return { cells, parts, width: Math.max(width, Math.min(24, displayWidth(trace.name ?? axis.title))) };
}

/** The places of all traces in the order of their first appearance, and where each trace has them. */
function rowsByPlace(traces: readonly BarTrace[]): { label: Coordinate; places: (number | undefined)[] }[] {
  const labels = [...new Set(traces.flatMap((trace) => [...trace.x]))];
  const places = traces.map((trace) => new Map(trace.x.map((value, index) => [value, index])));
  return labels.map((label) => ({ label, places: places.map((map) => map.get(label)) }));
}

/** A label, or for a bar on a linear axis the range that it covers. */
function barPlace(traces: readonly BarTrace[], place: Coordinate): string {
  if (typeof place === "string") return clip(place, LONGEST_LABEL);
  const trace = traces.find((each) => each.x.includes(place));
  const index = trace?.x.indexOf(place) ?? -1;
  const hover = trace?.width === undefined ? undefined : trace.hover?.[index]?.split("\n")[0];
  return hover ?? formatNumber(place);
}

/** A bar of block characters, precise to an eighth of a column; a value above 0 always shows. */
function unicodeBar(share: number, width: number): string {
  if (!(share > 0) || width === 0) return "";
  const eighths = Math.max(1, Math.round(share * width * 8));
  return "█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "");
}

function pointTable(traces: readonly ScatterTrace[], layout: FigureLayout): string {
  const xs = [...new Set(traces.flatMap((trace) => [...trace.x]))];
  if (xs.every((x) => typeof x === "number")) xs.sort((a, b) => Number(a) - Number(b));
  const isSingleValued = traces.every((trace) => new Set(trace.x).size === trace.x.length);
  const sparks = traces.filter((trace) => trace.mode !== "markers").map((trace) => sparkline(trace, layout.yaxis));
  if (!isSingleValued) return [...sparks, ...traces.map((trace) => cloudSummary(trace, layout))].join("\n");
  const kept = evenly(xs, MOST_POINTS);
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

/** The course of a line in block characters, with where it begins, ends and is lowest. */
function sparkline(trace: ScatterTrace, axis: FigureAxis): string {
  const values = trace.y.filter((value) => value !== null);
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return `${trace.name ?? "line"}: no values`;
  let [low, high] = [first, first];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const blocks = evenly(values, 40).map((value) => SPARKS[Math.round(((value - low) / (high - low || 1)) * 7)] ?? "");
  const range = `${axisNumber(first, axis)} → ${axisNumber(last, axis)}, lowest ${axisNumber(low, axis)}`;
  return `${clip(trace.name ?? axis.title, 20)}  ${blocks.join("")}  ${range}, highest ${axisNumber(high, axis)}`;
}

function cloudSummary(trace: ScatterTrace, layout: FigureLayout): string {
  const ys = trace.y.filter((value) => value !== null);
  const xs = trace.x.filter((value) => typeof value === "number");
  const reach = (values: readonly number[]): string => {
    const [low, high] = values.reduce(
      ([min, max], value) => [Math.min(min, value), Math.max(max, value)],
      [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
    );
    return values.length === 0 ? "none" : `${formatNumber(low)} to ${formatNumber(high)}`;
  };
  const name = trace.name === undefined ? "" : `${clip(trace.name, 20)}: `;
  return `${name}${formatNumber(ys.length)} points, ${layout.xaxis.title} ${reach(xs)}, ${layout.yaxis.title} ${reach(ys)}`;
}

function heatmapTable(trace: HeatmapTrace, layout: FigureLayout): string {
  const rowLabels = trace.y.map((label) => clip(label, 20));
  const cells = trace.z.map((row, r) =>
    row.map((value, c) => trace.text?.[r]?.[c] ?? (value === null ? "" : formatNumber(value))),
  );
  const widths = trace.x.map((label, c) =>
    Math.max(displayWidth(clip(label, 12)), ...cells.map((row) => Math.min(12, displayWidth(row[c] ?? "")))),
  );
  const corner = clip(`${layout.yaxis.title} \\ ${layout.xaxis.title}`, 30);
  let used = Math.max(displayWidth(corner), ...rowLabels.map(displayWidth));
  let columns = 0;
  for (const width of widths) {
    used += width + 2;
    if (used > TEXT_WIDTH) break;
    columns++;
  }
  const header = [corner, ...trace.x.slice(0, columns).map((label) => clip(label, 12))];
  const rows = cells.map((row, r) => [rowLabels[r] ?? "", ...row.slice(0, columns).map((cell) => clip(cell, 12))]);
  const align = header.map((_, column): "left" | "right" => (column === 0 ? "left" : "right"));
  const note = columns < trace.x.length ? [`(${columns} of ${trace.x.length} columns)`] : [];
  return [textTable(header, rows, { align }), ...note].join("\n");
}

function axisNumber(value: number, axis: FigureAxis): string {
  return axis.format === "percent" ? formatPercent(value) : formatNumber(value);
}

/** At most `count` of the values, the first and the last among them. */
function evenly<Value>(values: readonly Value[], count: number): Value[] {
  if (values.length <= count) return [...values];
  const step = (values.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, index) => values[Math.round(index * step)] as Value);
}

function wrapWords(text: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && displayWidth(`${line} ${word}`) > TEXT_WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
