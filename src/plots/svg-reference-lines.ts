/** @file The reference lines of a static picture, with their labels. */

import type { ReferenceLine } from "./layout";
import { CARD, REFERENCE, REFERENCE_INK } from "./palette";
import type { PlotArea } from "./plot-area";
import { isInRightHalf, type PlotSpace } from "./plot-space";
import { element, shortNumber, svgText } from "./svg-element";

/** Draws dashed lines across the plot, each with its label at the end. */
export function drawReferenceLines(lines: readonly ReferenceLine[], space: PlotSpace, area: PlotArea): string {
  if (lines.length === 0) return "";
  return element("g", {}, ...lines.map((line) => drawLine(line, space, area)));
}

function drawLine(line: ReferenceLine, space: PlotSpace, area: PlotArea): string {
  const isVertical = (line.axis === "x") !== space.isHorizontal;
  const at = (line.axis === "x" ? area.x : area.y).position(line.at);
  const path = isVertical
    ? `M${shortNumber(at)} ${shortNumber(area.top)}V${shortNumber(area.bottom)}`
    : `M${shortNumber(area.left)} ${shortNumber(at)}H${shortNumber(area.right)}`;
  const isLeft = isVertical && isInRightHalf(line.at, line.axis === "x" ? space.x : space.y);
  const label = isVertical
    ? { x: at + (isLeft ? -7 : 7), y: area.top + 12, "text-anchor": isLeft ? "end" : "start" }
    : { x: area.right - 4, y: at - 6, "text-anchor": "end" };
  // The card's colour around the letters keeps them readable over bars and lines.
  const halo = { stroke: CARD, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" };
  return [
    element("path", { d: path, stroke: REFERENCE, "stroke-width": 2, "stroke-dasharray": "6 4" }),
    element("text", { ...label, ...halo, fill: REFERENCE_INK }, svgText(line.label)),
  ].join("");
}
