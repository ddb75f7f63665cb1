/** @file Clouds of points as text: a small field of characters, one character a group. */
import { clip } from "../core/text-table";
import { formatNumber } from "./format-number";
import type { FigureLayout } from "./layout";
import { type AxisContent, plotSpace } from "./plot-space";
import type { Coordinate, ScatterTrace } from "./trace";

const COLUMNS = 64;
const ROWS = 16;
const SYMBOLS = "●○×+◆◇*";

/** A frame with a character wherever there are points (a later group hides an earlier one), and a line a group. */
export function cloudsText(traces: readonly ScatterTrace[], layout: FigureLayout): string {
  const space = plotSpace(traces, layout);
  const field = Array.from({ length: ROWS }, () => new Array<string>(COLUMNS).fill(" "));
  for (const [index, trace] of traces.entries()) {
    trace.x.forEach((x, point) => {
      const y = trace.y[point] ?? null;
      if (y === null) return;
      const row = field[ROWS - 1 - cell(y, space.y, ROWS)];
      if (row !== undefined) row[cell(x, space.x, COLUMNS)] = symbol(index);
    });
  }
  const legend = traces.map((trace, index) => {
    const count = formatNumber(trace.y.filter((y) => y !== null).length);
    return `${symbol(index)} ${trace.name === undefined ? "" : `${clip(trace.name, 40)}: `}${count} points`;
  });
  const axes = `x: ${layout.xaxis.title}, ${extent(space.x)}; y: ${layout.yaxis.title}, ${extent(space.y)}`;
  return [...legend, axes, ...field.map((row) => `│${row.join("").trimEnd()}`), `└${"─".repeat(COLUMNS)}`].join("\n");
}

function symbol(index: number): string {
  return SYMBOLS[index % SYMBOLS.length] ?? "●";
}

function cell(value: Coordinate, content: AxisContent, cells: number): number {
  const share =
    content.type === "category"
      ? (content.labels.indexOf(String(value)) + 0.5) / content.labels.length
      : (Number(value) - content.domain[0]) / (content.domain[1] - content.domain[0]);
  return Math.min(cells - 1, Math.max(0, Math.floor(share * cells)));
}

function extent(content: AxisContent): string {
  if (content.type === "category") return `${content.labels.length} labels`;
  return `${formatNumber(content.domain[0])} to ${formatNumber(content.domain[1])}`;
}
