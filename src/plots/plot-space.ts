/** @file Which values the axes of a figure must reach: the same answer for the static picture and for Plotly. */
import type { FigureAxis, FigureLayout } from "./layout";
import { textWidth } from "./text-fit";
import type { BarTrace, Coordinate, ScatterTrace, Trace } from "./trace";

/** What one axis holds: labels in their order, or numbers from low to high. */
export type AxisContent =
  | { type: "category"; labels: readonly string[] }
  | { type: "linear"; domain: readonly [number, number] };

/** The content of both axes. For horizontal bars `x` is still the axis of the labels. */
export interface PlotSpace {
  x: AxisContent;
  y: AxisContent;
  isHorizontal: boolean;
}

/** Works out what the axes hold. */
export function plotSpace(data: readonly Trace[], layout: FigureLayout): PlotSpace {
  return {
    x: axisContent(data, layout, "x"),
    y: axisContent(data, layout, "y"),
    isHorizontal: data.some((trace) => trace.type === "bar" && trace.orientation === "h"),
  };
}

/** The kind of an axis: what its layout says, else labels for bars and heat-maps and numbers for the rest. */
export function axisType(data: readonly Trace[], axis: FigureAxis, which: "x" | "y"): "linear" | "category" {
  if (axis.type !== undefined) return axis.type;
  if (data.some((trace) => trace.type === "heatmap")) return "category";
  return which === "x" && data.some((trace) => trace.type === "bar") ? "category" : "linear";
}

/** The size of the texts at the ends of bars, in pixels. */
export const BAR_LABEL_SIZE = 11;

/** The width of the plot inside its axes, in pixels, near enough to judge what fits. */
const USUAL_WIDTH = 560;

/** Whether the texts of all bars have room beside each other; some of them alone would look like a choice. */
export function barLabelsFit(data: readonly Trace[], space: PlotSpace): boolean {
  const bars = data.filter((trace) => trace.type === "bar");
  if (space.isHorizontal) return true;
  if (space.x.type === "linear") return false;
  const band = USUAL_WIDTH / Math.max(1, space.x.labels.length);
  const room = bars.length === 1 ? band : (band * 0.8) / bars.length;
  return bars.every((trace) =>
    (trace.text ?? []).every((text) => text.split("\n").every((line) => textWidth(line, BAR_LABEL_SIZE) <= room)),
  );
}

/** Whether a label beside this place of an axis has more room on its left. */
export function isInRightHalf(at: number, content: AxisContent): boolean {
  return content.type === "linear" && at > (content.domain[0] + content.domain[1]) / 2;
}

function axisContent(data: readonly Trace[], layout: FigureLayout, which: "x" | "y"): AxisContent {
  const axis = which === "x" ? layout.xaxis : layout.yaxis;
  if (axisType(data, axis, which) === "category") {
    const labels = new Set<string>();
    for (const trace of data) for (const value of trace[which] as readonly Coordinate[]) labels.add(String(value));
    return { type: "category", labels: [...labels] };
  }
  if (axis.range !== undefined) return { type: "linear", domain: axis.range };
  const reach = new Reach();
  for (const trace of data) {
    if (trace.type === "bar") reachOfBars(reach, trace, which);
    else if (trace.type === "scatter") reachOfPoints(reach, trace, which);
  }
  for (const line of layout.referenceLines ?? []) if (line.axis === which) reach.add(line.at);
  return { type: "linear", domain: padded(reach, data, layout, which) };
}

/** The smallest and largest of the numbers that it has met. */
class Reach {
  low = Number.POSITIVE_INFINITY;
  high = Number.NEGATIVE_INFINITY;

  add(value: number): void {
    if (value < this.low) this.low = value;
    if (value > this.high) this.high = value;
  }
}

function reachOfBars(reach: Reach, trace: BarTrace, which: "x" | "y"): void {
  if (which === "y") {
    reach.add(0);
    for (const value of trace.y) reach.add(value);
    return;
  }
  trace.x.forEach((value, index) => {
    const begin = Number(value) + (trace.offset?.[index] ?? -0.5);
    reach.add(begin);
    reach.add(begin + (trace.width?.[index] ?? 1));
  });
}

function reachOfPoints(reach: Reach, trace: ScatterTrace, which: "x" | "y"): void {
  for (const value of trace[which]) if (value !== null) reach.add(Number(value));
}

function padded(reach: Reach, data: readonly Trace[], layout: FigureLayout, which: "x" | "y"): [number, number] {
  const { low, high } = reach;
  if (low > high) return [0, 1];
  if (low === high) return low === 0 ? [0, 1] : [low - Math.abs(low) / 2, high + Math.abs(high) / 2];
  const span = high - low;
  const hasBars = data.some((trace) => trace.type === "bar");
  if (!hasBars) return [low - span * 0.05, high + span * (0.05 + labelRoom(layout, which))];
  if (which === "x") return [low - span * 0.01, high + span * 0.01];
  const lines = Math.max(0, ...data.map((trace) => (trace.type === "bar" ? textLines(trace) : 0)));
  const room = 0.04 + lines * 0.075 + labelRoom(layout, which);
  return [low < 0 ? low - span * room : 0, high > 0 ? high + span * room : 0];
}

/** Room above the data for the labels of vertical lines. */
function labelRoom(layout: FigureLayout, which: "x" | "y"): number {
  return which === "y" && (layout.referenceLines ?? []).some((line) => line.axis === "x") ? 0.1 : 0;
}

function textLines(trace: BarTrace): number {
  return (trace.text ?? []).reduce((most, text) => Math.max(most, text.split("\n").length), 0);
}
