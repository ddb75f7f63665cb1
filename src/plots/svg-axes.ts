/** @file The axes of a static picture: ticks, labels, grid, titles, and the room that they need. */

import { formatNumber } from "./format-number";
import type { FigureAxis, FigureLayout } from "./layout";
import { GRID, MUTED_INK } from "./palette";
import type { PlotArea } from "./plot-area";
import type { AxisContent, PlotSpace } from "./plot-space";
import { linearScale } from "./scale";
import { element, shortNumber, svgText } from "./svg-element";
import { fitText, textWidth, wrapText } from "./text-fit";
import type { Coordinate } from "./trace";

/** What the axes take from the picture, in pixels. */
export interface AxisRoom {
  left: number;
  below: number;
  /** How the labels along the bottom stand: on one line, broken into lines, or at an angle where they are too long. */
  labels: "straight" | "broken" | "tilted";
}

const SIZE = 12;
const LINE_HEIGHT = 15;
/** Labels are broken into lines where each has at least this width. */
const BROKEN_BAND = 80;
const LONGEST_TILTED = 130;
const LONGEST_BESIDE = 180;
const TILT = 40;

/** How much room the axes of a figure need. */
export function labelRoom(space: PlotSpace, layout: FigureLayout, width: number): AxisRoom {
  const [bottom, side] = space.isHorizontal ? [space.y, space.x] : [space.x, space.y];
  const [bottomAxis, sideAxis] = space.isHorizontal ? [layout.yaxis, layout.xaxis] : [layout.xaxis, layout.yaxis];
  const sideWidth = Math.min(LONGEST_BESIDE, widest(labelsOf(side, sideAxis, 6)));
  let left = Math.max(48, 16 + (sideAxis.title === "" ? 0 : 20) + sideWidth + 8);
  const labels = labelsOf(bottom, bottomAxis, 8);
  const longest = widest(labels);
  const band = (width - left - 20) / Math.max(1, labels.length);
  const standing =
    bottom.type === "linear" || longest <= band - 6 ? "straight" : band >= BROKEN_BAND ? "broken" : "tilted";
  const labelHeight =
    standing === "straight"
      ? 18
      : standing === "broken"
        ? 18 + (Math.max(...labels.map((label) => brokenLabel(label, band).length)) - 1) * LINE_HEIGHT
        : Math.min(longest, LONGEST_TILTED) * Math.sin((TILT * Math.PI) / 180) + 14;
  if (standing === "tilted") {
    // The first labels reach towards the left edge of the picture; they get some room there.
    const reach = labels.map((label, index) => {
      const width = Math.min(LONGEST_TILTED, textWidth(label, SIZE)) * Math.cos((TILT * Math.PI) / 180);
      return width - (index + 0.5) * band + 6;
    });
    left = Math.min(110, Math.max(left, ...reach));
  }
  return { left, below: labelHeight + (bottomAxis.title === "" ? 14 : 34), labels: standing };
}

/** Draws both axes, the grid under the marks, and the axis titles. */
export function drawAxes(space: PlotSpace, layout: FigureLayout, area: PlotArea, room: AxisRoom): string {
  const { isHorizontal } = space;
  const [bottom, side] = isHorizontal ? [area.y, area.x] : [area.x, area.y];
  const [bottomContent, sideContent] = isHorizontal ? [space.y, space.x] : [space.x, space.y];
  const [bottomAxis, sideAxis] = isHorizontal ? [layout.yaxis, layout.xaxis] : [layout.xaxis, layout.yaxis];
  const parts: string[] = [];
  const height = shortNumber(area.bottom - area.top);
  const width = shortNumber(area.right - area.left);
  if (sideContent.type === "linear") {
    const grid = side.ticks.map((tick) => `M${shortNumber(area.left)} ${shortNumber(side.position(tick))}h${width}`);
    parts.push(element("path", { d: grid.join(""), stroke: GRID }));
  }
  if (isHorizontal && bottomContent.type === "linear") {
    const grid = bottom.ticks.map(
      (tick) => `M${shortNumber(bottom.position(tick))} ${shortNumber(area.top)}v${height}`,
    );
    parts.push(element("path", { d: grid.join(""), stroke: GRID }));
  }
  parts.push(...bottomLabels(bottom.ticks, bottomAxis, area, room, bottom));
  for (const tick of thinned(side.ticks, side.bandWidth, 13)) {
    const text = fitText(tickLabel(tick, sideAxis), SIZE, LONGEST_BESIDE);
    parts.push(element("text", { x: area.left - 8, y: side.position(tick) + 4, "text-anchor": "end" }, svgText(text)));
  }
  if (bottomContent.type === "linear" && !isHorizontal) {
    const marks = bottom.ticks.map((tick) => `M${shortNumber(bottom.position(tick))} ${shortNumber(area.bottom)}v4`);
    const line = `M${shortNumber(area.left)} ${shortNumber(area.bottom)}h${width}`;
    parts.push(element("path", { d: `${line}${marks.join("")}`, stroke: MUTED_INK }));
  }
  parts.push(titles(bottomAxis.title, sideAxis.title, area, room));
  return element("g", {}, ...parts.filter((part) => part !== ""));
}

/** The line that bars stand on and lines run above; drawn over the marks so that it stays one line. */
export function drawBaseline(area: PlotArea): string {
  const zero = area.y.position(0);
  const path = area.isHorizontal
    ? `M${shortNumber(zero)} ${shortNumber(area.top)}V${shortNumber(area.bottom)}`
    : `M${shortNumber(area.left)} ${shortNumber(zero)}H${shortNumber(area.right)}`;
  return element("path", { d: path, stroke: MUTED_INK });
}

function bottomLabels(
  ticks: readonly Coordinate[],
  axis: FigureAxis,
  area: PlotArea,
  room: AxisRoom,
  scale: { position(value: Coordinate): number; bandWidth: number },
): string[] {
  return thinned(ticks, scale.bandWidth, 14).map((tick) => {
    const x = scale.position(tick);
    const label = tickLabel(tick, axis);
    if (room.labels !== "tilted") {
      const lines = room.labels === "broken" ? brokenLabel(label, scale.bandWidth) : [label];
      return lines
        .map((line, index) => {
          const place = { x, y: area.bottom + 18 + index * LINE_HEIGHT, "text-anchor": "middle" };
          return element("text", place, svgText(line));
        })
        .join("");
    }
    const y = area.bottom + 14;
    const width = Math.min(LONGEST_TILTED, (x - 4) / Math.cos((TILT * Math.PI) / 180));
    const transform = `rotate(-${TILT} ${shortNumber(x + 4)} ${shortNumber(y)})`;
    return element("text", { x: x + 4, y, "text-anchor": "end", transform }, svgText(fitText(label, SIZE, width)));
  });
}

function titles(bottom: string, side: string, area: PlotArea, room: AxisRoom): string {
  const middle = (area.top + area.bottom) / 2;
  const below = element(
    "text",
    { x: (area.left + area.right) / 2, y: area.bottom + room.below - 12, "text-anchor": "middle", fill: MUTED_INK },
    svgText(fitText(bottom, SIZE, area.right - area.left)),
  );
  const beside = element(
    "text",
    { x: 18, y: middle, "text-anchor": "middle", fill: MUTED_INK, transform: `rotate(-90 18 ${shortNumber(middle)})` },
    svgText(fitText(side, SIZE, area.bottom - area.top + 40)),
  );
  return `${bottom === "" ? "" : below}${side === "" ? "" : beside}`;
}

function brokenLabel(label: string, band: number): string[] {
  return wrapText(label, SIZE, band - 6, 3);
}

/** Every n-th of the ticks where they would stand closer than `least` pixels. */
function thinned(ticks: readonly Coordinate[], band: number, least: number): readonly Coordinate[] {
  if (band === 0 || band >= least) return ticks;
  const every = Math.ceil(least / band);
  return ticks.filter((_, index) => index % every === 0);
}

function labelsOf(content: AxisContent, axis: FigureAxis, ticks: number): string[] {
  const values = content.type === "category" ? content.labels : linearScale(content.domain, [0, 1], ticks).ticks;
  return values.map((value) => tickLabel(value, axis));
}

function widest(labels: readonly string[]): number {
  return labels.reduce((most, label) => Math.max(most, textWidth(label, SIZE)), 0);
}

function tickLabel(value: Coordinate, axis: FigureAxis): string {
  if (typeof value === "string") return value;
  return axis.format === "percent" ? `${formatNumber(value * 100)}%` : formatNumber(value);
}
