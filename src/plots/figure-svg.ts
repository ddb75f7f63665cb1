/** @file A figure as a static picture: the frame, the words and the axes, with the marks of its traces inside. */
import type { FigureLayout } from "./layout";
import { CARD, FONT_FAMILY, INK, seriesColor } from "./palette";
import type { PlotArea } from "./plot-area";
import { type AxisContent, barLabelsFit, type PlotSpace, plotSpace } from "./plot-space";
import { categoryScale, linearScale, type Scale } from "./scale";
import { type AxisRoom, drawAxes, labelRoom } from "./svg-axes";
import { drawBars } from "./svg-bars";
import { element, svgText } from "./svg-element";
import { drawColorBar, drawHeatmap } from "./svg-heatmap";
import { drawPoints } from "./svg-points";
import { drawReferenceLines } from "./svg-reference-lines";
import { textWidth, wrapText } from "./text-fit";
import type { Trace } from "./trace";

/** The width of every static picture, in pixels. */
export const SVG_WIDTH = 640;

const TITLE_SIZE = 15;
/** Bold letters are about so much wider. */
const BOLD_WIDTH = 1.1;
const LEGEND_SIZE = 12;

/** Draws a figure. The same figure always gives the same text, and `id` tells its parts from those of other figures. */
export function figureSvg(
  data: readonly Trace[],
  layout: FigureLayout,
  words: { id: string; height: number; alt: string },
): string {
  const space = plotSpace(data, layout);
  const titleLines = wrapText(layout.title, TITLE_SIZE * BOLD_WIDTH, SVG_WIDTH - 32, 3);
  const legend = legendRows(data);
  const heatmap = data.find((trace) => trace.type === "heatmap");
  const top = 16 + titleLines.length * 20 + legend.length * 20 + (legend.length > 0 ? 6 : 12);
  const room = labelRoom(space, layout, SVG_WIDTH);
  const area = plotArea(space, room, {
    top,
    right: SVG_WIDTH - (heatmap === undefined ? 20 : 64),
    bottom: words.height - room.below,
  });
  const parts = [
    element("title", { id: `${words.id}-title` }, svgText(layout.title)),
    element("desc", { id: `${words.id}-desc` }, svgText(words.alt)),
    element("rect", { width: SVG_WIDTH, height: words.height, rx: 6, fill: CARD }),
    ...titleLines.map((line, index) =>
      element("text", { x: 16, y: 27 + index * 20, "font-size": TITLE_SIZE, "font-weight": 600 }, svgText(line)),
    ),
    ...legend.map((row, index) => drawLegendRow(row, 16 + titleLines.length * 20 + 13 + index * 20)),
    drawAxes(space, layout, area, room),
    ...data.map((trace) => drawTrace(trace, data, area, barLabelsFit(data, space))),
    drawReferenceLines(layout.referenceLines ?? [], space, area),
    ...(heatmap === undefined ? [] : [drawColorBar(heatmap, area)]),
  ];
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: SVG_WIDTH,
      height: words.height,
      viewBox: `0 0 ${SVG_WIDTH} ${words.height}`,
      role: "img",
      "aria-labelledby": `${words.id}-title ${words.id}-desc`,
      "font-family": FONT_FAMILY,
      "font-size": 12,
      fill: INK,
      style: "max-width: 100%; height: auto",
    },
    `\n${parts.filter((part) => part !== "").join("\n")}\n`,
  );
}

function plotArea(space: PlotSpace, room: AxisRoom, frame: { top: number; right: number; bottom: number }): PlotArea {
  const across: [number, number] = [room.left, frame.right];
  const down: [number, number] = [frame.top, frame.bottom];
  const isDownwards = space.isHorizontal || space.y.type === "category";
  return {
    left: room.left,
    ...frame,
    x: scaleOf(space.x, space.isHorizontal ? down : across, 8),
    y: scaleOf(space.y, space.isHorizontal ? across : isDownwards ? down : [frame.bottom, frame.top], 6),
    isHorizontal: space.isHorizontal,
  };
}

function scaleOf(content: AxisContent, range: readonly [number, number], ticks: number): Scale {
  return content.type === "category" ? categoryScale(content.labels, range) : linearScale(content.domain, range, ticks);
}

function drawTrace(trace: Trace, data: readonly Trace[], area: PlotArea, hasLabels: boolean): string {
  const index = data.indexOf(trace);
  if (trace.type === "bar") {
    const bars = data.filter((each) => each.type === "bar");
    return drawBars(
      trace,
      { color: trace.color ?? seriesColor(index), place: bars.indexOf(trace), count: bars.length, hasLabels },
      area,
    );
  }
  if (trace.type === "scatter") return drawPoints(trace, trace.color ?? seriesColor(index), area);
  return drawHeatmap(trace, area);
}

interface LegendEntry {
  name: string;
  color: string;
  trace: Trace;
  width: number;
}

function legendRows(data: readonly Trace[]): LegendEntry[][] {
  const named = data.filter((trace) => trace.name !== undefined && trace.type !== "heatmap");
  if (named.length < 2) return [];
  const rows: LegendEntry[][] = [[]];
  let used = 0;
  for (const trace of named) {
    const name = wrapText(trace.name ?? "", LEGEND_SIZE, 200, 1)[0] ?? "";
    const width = 24 + textWidth(name, LEGEND_SIZE) + 14;
    if (used + width > SVG_WIDTH - 32 && used > 0) {
      rows.push([]);
      used = 0;
    }
    const color = (trace.type === "heatmap" ? undefined : trace.color) ?? seriesColor(data.indexOf(trace));
    rows.at(-1)?.push({ name, color, trace, width });
    used += width;
  }
  return rows;
}

function drawLegendRow(row: readonly LegendEntry[], y: number): string {
  let x = 16;
  const entries = row.map((entry) => {
    const text = element("text", { x: x + 24, y: y + 4 }, svgText(entry.name));
    const drawn = `${legendMark(entry, x, y)}${text}`;
    x += entry.width;
    return drawn;
  });
  return element("g", {}, ...entries);
}

function legendMark(entry: LegendEntry, x: number, y: number): string {
  const { color, trace } = entry;
  if (trace.type !== "scatter") return element("rect", { x: x + 3, y: y - 6, width: 12, height: 12, fill: color });
  const dash = trace.dash === "dash" ? "6 4" : trace.dash === "dot" ? "2 3" : undefined;
  const line = element("path", { d: `M${x} ${y}h18`, stroke: color, "stroke-width": 2, "stroke-dasharray": dash });
  const dot = element("circle", { cx: x + 9, cy: y, r: 3.5, fill: color });
  return `${trace.mode === "markers" ? "" : line}${trace.mode === "lines" ? "" : dot}`;
}
