/** @file Bars as text: a table whose rows end in bars of block characters. */
import { clip, displayWidth, textTable } from "../core/text-table";
import { axisNumber, formatNumber } from "./format-number";
import type { FigureAxis, FigureLayout } from "./layout";
import type { BarTrace, Coordinate } from "./trace";

const LONGEST_LABEL = 28;
const LONGEST_BAR = 32;
const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** A row for each place on the x axis; for each trace its numbers and a bar. At most `lineWidth` columns wide. */
export function barsText(traces: readonly BarTrace[], layout: FigureLayout, lineWidth: number): string {
  const rows = rowsByPlace(traces);
  const columns = traces.map((trace) => barColumns(trace, layout.yaxis));
  const labels = rows.map((row) => barPlace(traces, row.label));
  const labelWidth = Math.min(LONGEST_LABEL, Math.max(displayWidth(layout.xaxis.title), ...labels.map(displayWidth)));
  const numbersWidth = columns.reduce((sum, column) => sum + column.width + 2 * (column.parts + 1), 0);
  const spare = Math.floor((lineWidth - labelWidth - numbersWidth) / traces.length);
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
