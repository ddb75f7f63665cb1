/** @file A figure in one sentence or two, for readers who do not see it. */
import { formatNumber, formatPercent } from "./format-number";
import type { FigureLayout } from "./layout";
import type { Trace } from "./trace";

const MOST_VALUES = 15;

/** Says what kind of picture it is, what it shows, and the values where they are few. */
export function describeFigure(data: readonly Trace[], layout: FigureLayout): string {
  const marks = (layout.referenceLines ?? []).map((line) => ` Marked: ${line.label}.`).join("");
  const heatmap = data.find((trace) => trace.type === "heatmap");
  if (heatmap !== undefined) {
    return `Heat-map of ${heatmap.y.length} rows (${layout.yaxis.title}) by ${heatmap.x.length} columns (${layout.xaxis.title}).${marks}`;
  }
  const isBars = data.some((trace) => trace.type === "bar");
  const isCloud = data.every((trace) => trace.type === "scatter" && trace.mode === "markers");
  const kind = isBars ? "Bar chart" : isCloud ? "Scatter plot" : "Line chart";
  const series = data.map((trace) => describeSeries(trace, layout)).join(" ");
  return `${kind} of ${layout.yaxis.title} by ${layout.xaxis.title}. ${series}${marks}`;
}

function describeSeries(trace: Trace, layout: FigureLayout): string {
  if (trace.type === "heatmap") return "";
  const name = trace.name === undefined ? "" : `${trace.name}: `;
  const write = layout.yaxis.format === "percent" ? formatPercent : formatNumber;
  if (trace.x.length > MOST_VALUES) return `${name}${formatNumber(trace.x.length)} values.`;
  const values = trace.x.map((x, index) => {
    const value = trace.y[index] ?? null;
    return `${typeof x === "number" ? formatNumber(x) : x} ${value === null ? "none" : write(value)}`;
  });
  return `${name}${values.join(", ")}.`;
}
