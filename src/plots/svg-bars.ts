/** @file The bars of a static picture. */
import type { PlotArea } from "./plot-area";
import { BAR_LABEL_SIZE as LABEL_SIZE } from "./plot-space";
import { drawBaseline } from "./svg-axes";
import { element, svgText } from "./svg-element";
import type { BarTrace } from "./trace";

const LINE_HEIGHT = 13;

/** A bar trace beside its fellows: its colour, which of them it is, and how many there are, and whether their texts have room. */
export interface BarPlace {
  color: string;
  place: number;
  count: number;
  hasLabels: boolean;
}

interface Bar {
  /** Along the axis of the labels: where the bar begins, and how wide it is. */
  begin: number;
  thickness: number;
  /** Along the axis of the values: where the bar ends. */
  end: number;
  index: number;
}

/** Draws the bars of one trace with their texts, and the line that they stand on. */
export function drawBars(trace: BarTrace, place: BarPlace, area: PlotArea): string {
  const zero = area.y.position(0);
  const bars = trace.x.map((_, index) => barAt(trace, index, place, area));
  const drawn = bars.map((bar) => {
    const low = Math.min(zero, bar.end);
    const length = Math.abs(bar.end - zero);
    const box = area.isHorizontal
      ? { x: low, y: bar.begin, width: length, height: bar.thickness }
      : { x: bar.begin, y: low, width: bar.thickness, height: length };
    const hover = trace.hover?.[bar.index];
    return element("rect", box, ...(hover === undefined ? [] : [element("title", {}, svgText(hover))]));
  });
  const labels = place.hasLabels ? bars.flatMap((bar) => barLabel(trace, bar, zero, area)) : [];
  return element("g", {}, element("g", { fill: place.color }, ...drawn), ...labels, drawBaseline(area));
}

function barAt(trace: BarTrace, index: number, place: BarPlace, area: PlotArea): Bar {
  const value = trace.x[index] ?? 0;
  const end = area.y.position(trace.y[index] ?? 0);
  if (area.x.bandWidth > 0) {
    const group = area.x.bandWidth * 0.8;
    const thickness = group / place.count;
    return {
      begin: area.x.position(value) - group / 2 + place.place * thickness,
      thickness: thickness * 0.95,
      end,
      index,
    };
  }
  const from = Number(value) + (trace.offset?.[index] ?? -0.5);
  const begin = area.x.position(from);
  const thickness = area.x.position(from + (trace.width?.[index] ?? 1)) - begin;
  // A hair of card between neighbours keeps the bins countable; very thin bars cannot spare it.
  return { begin, thickness: thickness > 3 ? thickness - 0.7 : thickness, end, index };
}

/** The text at the end of a bar. */
function barLabel(trace: BarTrace, bar: Bar, zero: number, area: PlotArea): string[] {
  const text = trace.text?.[bar.index];
  if (text === undefined || text === "") return [];
  const middle = bar.begin + bar.thickness / 2;
  const isNegative = (trace.y[bar.index] ?? 0) < 0;
  if (area.isHorizontal) {
    const anchor = isNegative ? "end" : "start";
    const x = bar.end + (isNegative ? -5 : 5);
    return [
      element(
        "text",
        { x, y: middle + 4, "text-anchor": anchor, "font-size": LABEL_SIZE },
        svgText(text.replaceAll("\n", " ")),
      ),
    ];
  }
  const lines = text.split("\n");
  const first = isNegative ? bar.end + LINE_HEIGHT : Math.min(bar.end, zero) - 5 - (lines.length - 1) * LINE_HEIGHT;
  return lines.map((line, index) =>
    element(
      "text",
      { x: middle, y: first + index * LINE_HEIGHT, "text-anchor": "middle", "font-size": LABEL_SIZE },
      svgText(line),
    ),
  );
}
