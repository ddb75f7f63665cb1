/** @file The traces of a figure in the words of Plotly. */
import { CARD, HEAT_STOPS, seriesColor } from "./palette";
import { plotlyText } from "./plotly-text";
import { valueRange } from "./svg-heatmap";
import type { BarTrace, Coordinate, HeatmapTrace, ScatterTrace, Trace } from "./trace";

/** What a trace needs to know of its figure. */
export interface PlotlyTraceContext {
  /** Which of the traces it is. */
  index: number;
  isHorizontal: boolean;
  /** Whether the texts of the bars have room beside each other. */
  hasBarLabels: boolean;
}

/** One trace as Plotly takes it. */
export function plotlyTrace(trace: Trace, context: PlotlyTraceContext): Record<string, unknown> {
  const written =
    trace.type === "bar" ? bars(trace, context) : trace.type === "scatter" ? points(trace, context) : heatmap(trace);
  return Object.fromEntries(
    Object.entries({ type: trace.type, ...written }).filter(([, value]) => value !== undefined),
  );
}

function bars(trace: BarTrace, context: PlotlyTraceContext): Record<string, unknown> {
  const places = trace.x.map(coordinate);
  const text = context.hasBarLabels ? trace.text?.map(plotlyText) : undefined;
  return {
    name: name(trace),
    x: context.isHorizontal ? trace.y : places,
    y: context.isHorizontal ? places : trace.y,
    orientation: context.isHorizontal ? "h" : "v",
    offset: trace.offset,
    width: trace.width,
    ...(text === undefined ? {} : { text, textposition: "outside", textangle: 0, cliponaxis: false }),
    ...hover(trace),
    marker: {
      color: trace.color ?? seriesColor(context.index),
      line: { color: CARD, width: trace.offset === undefined ? 0 : 0.5 },
    },
  };
}

function points(trace: ScatterTrace, context: PlotlyTraceContext): Record<string, unknown> {
  const color = trace.color ?? seriesColor(context.index);
  const isCloud = trace.mode === "markers";
  return {
    name: name(trace),
    mode: trace.mode,
    x: trace.x.map(coordinate),
    y: trace.y,
    connectgaps: isCloud ? undefined : false,
    ...hover(trace),
    line: isCloud ? undefined : { color, width: 2, dash: trace.dash ?? "solid" },
    marker: trace.mode === "lines" ? undefined : { color, size: 7, opacity: isCloud ? 0.75 : 1 },
  };
}

function heatmap(trace: HeatmapTrace): Record<string, unknown> {
  // Plotly passes over one bound without the other.
  const isBound = trace.zmin !== undefined || trace.zmax !== undefined;
  const [zmin, zmax] = isBound ? valueRange(trace) : [undefined, undefined];
  return {
    name: name(trace),
    x: trace.x.map(plotlyText),
    y: trace.y.map(plotlyText),
    z: trace.z,
    zmin,
    zmax,
    text: trace.text?.map((row) => row.map(plotlyText)),
    texttemplate: trace.text === undefined ? undefined : "%{text}",
    hovertemplate: `%{y} · %{x}: ${trace.text === undefined ? "%{z}" : "%{text}"}<extra></extra>`,
    hoverongaps: false,
    xgap: 1,
    ygap: 1,
    colorscale: HEAT_STOPS.map((color, index) => [index / (HEAT_STOPS.length - 1), color]),
    colorbar: { thickness: 12, outlinewidth: 0 },
  };
}

function name(trace: Trace): string | undefined {
  return trace.name === undefined ? undefined : plotlyText(trace.name);
}

function hover(trace: BarTrace | ScatterTrace): Record<string, unknown> {
  return trace.hover === undefined ? {} : { hovertext: trace.hover.map(plotlyText), hoverinfo: "text" };
}

function coordinate(value: Coordinate): Coordinate {
  return typeof value === "string" ? plotlyText(value) : value;
}
