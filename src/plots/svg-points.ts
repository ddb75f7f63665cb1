/** @file The lines and points of a static picture. */
import type { PlotArea } from "./plot-area";
import { element, shortNumber } from "./svg-element";
import type { ScatterTrace } from "./trace";

/** Draws a line, points, or both. Each is one path, so that thousands of points stay a small file. */
export function drawPoints(trace: ScatterTrace, color: string, area: PlotArea): string {
  const runs = pixelRuns(trace, area);
  const parts: string[] = [];
  if (trace.mode !== "markers") {
    parts.push(
      element("path", {
        d: runs.map((run) => `M${thinned(run).map(pair).join("L")}`).join(""),
        fill: "none",
        stroke: color,
        "stroke-width": 2,
        "stroke-linejoin": "round",
        "stroke-dasharray": trace.dash === "dash" ? "6 4" : trace.dash === "dot" ? "2 3" : undefined,
      }),
    );
  }
  if (trace.mode !== "lines") {
    const places = new Set(runs.flat().map(pair));
    // A stroke of no length with round ends is a dot.
    parts.push(
      element("path", {
        d: [...places].map((place) => `M${place}h0`).join(""),
        stroke: color,
        "stroke-width": 7,
        "stroke-linecap": "round",
        "stroke-opacity": trace.mode === "markers" ? 0.75 : undefined,
      }),
    );
  }
  return element("g", {}, ...parts);
}

type Pixel = readonly [number, number];

/** The points in pixels, in a new run after every gap. */
function pixelRuns(trace: ScatterTrace, area: PlotArea): Pixel[][] {
  const runs: Pixel[][] = [];
  let run: Pixel[] = [];
  trace.x.forEach((x, index) => {
    const y = trace.y[index] ?? null;
    if (y === null) {
      run = [];
      return;
    }
    if (run.length === 0) runs.push(run);
    run.push([area.x.position(x), area.y.position(y)]);
  });
  return runs;
}

/** At most four points a pixel column: the first, the lowest, the highest and the last. The drawn line is the same. */
function thinned(run: readonly Pixel[]): readonly Pixel[] {
  if (run.length < 2000) return run;
  const kept: Pixel[] = [];
  let column: Pixel[] = [];
  const flush = (): void => {
    const [first, last] = [column[0], column.at(-1)];
    if (first === undefined || last === undefined) return;
    let [low, high] = [first, first];
    for (const point of column) {
      if (point[1] < low[1]) low = point;
      if (point[1] > high[1]) high = point;
    }
    const extremes = column.indexOf(low) <= column.indexOf(high) ? [low, high] : [high, low];
    kept.push(...new Set([first, ...extremes, last]));
    column = [];
  };
  for (const point of run) {
    if (column[0] !== undefined && Math.floor(point[0]) !== Math.floor(column[0][0])) flush();
    column.push(point);
  }
  flush();
  return kept;
}

function pair(point: Pixel): string {
  return `${shortNumber(point[0])} ${shortNumber(point[1])}`;
}
