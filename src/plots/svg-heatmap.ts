/** @file The cells of a heat-map in a static picture, and the scale that explains their colours. */

import { formatNumber } from "./format-number";
import { CARD, GRID, HEAT_STOPS, heatColor, INK } from "./palette";
import type { PlotArea } from "./plot-area";
import { element, svgText } from "./svg-element";
import { textWidth } from "./text-fit";
import type { HeatmapTrace } from "./trace";

const MOST_HOVER_CELLS = 400;

/** Draws the cells, with their texts where they fit. */
export function drawHeatmap(trace: HeatmapTrace, area: PlotArea): string {
  const [low, high] = valueRange(trace);
  const width = area.x.bandWidth;
  const height = area.y.bandWidth;
  const gap = Math.min(width, height) > 6 ? 0.5 : 0;
  const hasHover = trace.x.length * trace.y.length <= MOST_HOVER_CELLS;
  const cells = trace.z.flatMap((row, r) =>
    row.map((value, c) => {
      const x = area.x.position(trace.x[c] ?? "") - width / 2;
      const y = area.y.position(trace.y[r] ?? "") - height / 2;
      const color = value === null ? { fill: GRID, isDark: false } : heatColor((value - low) / (high - low || 1));
      const hover = `${trace.y[r]} · ${trace.x[c]}: ${trace.text?.[r]?.[c] ?? (value === null ? "none" : formatNumber(value))}`;
      const box = { x: x + gap, y: y + gap, width: width - 2 * gap, height: height - 2 * gap, fill: color.fill };
      return [
        element("rect", box, ...(hasHover ? [element("title", {}, svgText(hover))] : [])),
        cellText(trace.text?.[r]?.[c] ?? "", color.isDark, { x, y, width, height }),
      ].join("");
    }),
  );
  return element("g", {}, ...cells);
}

/** Draws the colour scale at the right of the plot. */
export function drawColorBar(trace: HeatmapTrace, area: PlotArea): string {
  const [low, high] = valueRange(trace);
  const x = area.right + 12;
  const steps = (HEAT_STOPS.length - 1) * 8;
  const height = (area.bottom - area.top) / steps;
  const bands = Array.from({ length: steps }, (_, step) =>
    element("rect", {
      x,
      y: area.bottom - (step + 1) * height,
      width: 12,
      // Half a pixel of overlap hides the seams between the bands.
      height: height + (step === 0 ? 0 : 0.5),
      fill: heatColor((step + 0.5) / steps).fill,
    }),
  );
  return element(
    "g",
    { "font-size": 11 },
    ...bands,
    element("text", { x: x + 16, y: area.bottom }, svgText(formatNumber(low))),
    element("text", { x: x + 16, y: area.top + 9 }, svgText(formatNumber(high))),
  );
}

/** The values at the two ends of the colours. */
export function valueRange(trace: HeatmapTrace): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const row of trace.z) {
    for (const value of row) {
      if (value === null) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return [trace.zmin ?? (low > high ? 0 : low), trace.zmax ?? (low > high ? 1 : high)];
}

function cellText(
  text: string,
  isDark: boolean,
  cell: { x: number; y: number; width: number; height: number },
): string {
  const size = Math.min(12, cell.height * 0.6);
  if (text === "" || size < 7 || textWidth(text, size) > cell.width - 2) return "";
  const place = { x: cell.x + cell.width / 2, y: cell.y + cell.height / 2 + size * 0.35 };
  return element(
    "text",
    { ...place, "text-anchor": "middle", "font-size": size, fill: isDark ? CARD : INK },
    svgText(text),
  );
}
