/** @file A figure in the words of Plotly: what JupyterLab's renderer and `Plotly.newPlot` take. */
import type { FigureAxis, FigureLayout, ReferenceLine } from "./layout";
import { CARD, FONT_FAMILY, GRID, INK, MUTED_INK, REFERENCE, REFERENCE_INK } from "./palette";
import { type AxisContent, barLabelsFit, isInRightHalf, type PlotSpace, plotSpace } from "./plot-space";
import { plotlyText } from "./plotly-text";
import { plotlyTrace } from "./plotly-traces";
import { fitText, wrapText } from "./text-fit";
import type { Trace } from "./trace";

/** A figure as `application/vnd.plotly.v1+json`. */
export interface PlotlyFigure {
  data: Record<string, unknown>[];
  layout: Record<string, unknown>;
  config: Record<string, unknown>;
}

const LONGEST_LABEL = 150;
/** The line that bars stand on, also where some of them hang below it. */
const BASELINE = { zeroline: true, zerolinecolor: MUTED_INK, zerolinewidth: 1 };
const AXIS_LINE = { showline: true, linecolor: MUTED_INK, ticks: "outside", ticklen: 4, tickcolor: MUTED_INK };

/** Writes a figure for Plotly, in this project's look. `height` and `alt` are those of the static picture. */
export function plotlyJson(data: readonly Trace[], layout: FigureLayout, height: number, alt: string): PlotlyFigure {
  const space = plotSpace(data, layout);
  const { isHorizontal } = space;
  const hasBarLabels = barLabelsFit(data, space);
  const hasLegend = data.filter((trace) => trace.name !== undefined && trace.type !== "heatmap").length > 1;
  const title = wrapText(layout.title, 17, 600, 3);
  const isHeatmap = data.some((trace) => trace.type === "heatmap");
  const hasBars = data.some((trace) => trace.type === "bar");
  const hasPoints = !hasBars && !isHeatmap;
  const placeAxis = plotlyAxis(layout.xaxis, space.x);
  const valueAxis = { ...plotlyAxis(layout.yaxis, space.y), ...(hasBars ? BASELINE : {}) };
  const [xaxis, yaxis] = isHorizontal ? [valueAxis, placeAxis] : [placeAxis, valueAxis];
  return {
    data: data.map((trace, index) => plotlyTrace(trace, { index, isHorizontal, hasBarLabels })),
    layout: {
      title: {
        text: title.map(plotlyText).join("<br>"),
        font: { size: 15, color: INK, weight: 600 },
        ...{
          x: 0,
          xref: "paper",
          xanchor: "left",
          y: 1,
          yref: "container",
          yanchor: "top",
          pad: { t: 14 + (title.length - 1) * 9 },
        },
      },
      font: { family: FONT_FAMILY, size: 12, color: INK },
      paper_bgcolor: CARD,
      plot_bgcolor: CARD,
      autosize: true,
      height: height + (hasLegend ? 10 : 0),
      margin: { l: 60, r: 24, t: 24 + title.length * 20 + (hasLegend ? 28 : 0), b: 52 },
      xaxis: isHorizontal ? withGrid(xaxis) : { ...xaxis, showgrid: false, ...(hasPoints ? AXIS_LINE : {}) },
      // Rows of labels read from top to bottom; Plotly would count them from below.
      yaxis: isHorizontal || isHeatmap ? { ...yaxis, showgrid: false, autorange: "reversed" } : withGrid(yaxis),
      ...(hasBars ? { barmode: "group", bargap: 0.2 } : {}),
      showlegend: hasLegend,
      legend: { orientation: "h", x: 0, xanchor: "left", y: 1.01, yanchor: "bottom" },
      hovermode: "closest",
      hoverlabel: { align: "left" },
      shapes: (layout.referenceLines ?? []).map((line) => lineShape(line, space)),
      annotations: (layout.referenceLines ?? []).map((line) => lineLabel(line, space)),
      meta: { alt },
    },
    config: { responsive: true, displaylogo: false },
  };
}

function plotlyAxis(axis: FigureAxis, content: AxisContent): Record<string, unknown> {
  const shared = {
    title: { text: plotlyText(axis.title), standoff: 10, font: { size: 12, color: MUTED_INK } },
    automargin: true,
    zeroline: false,
  };
  if (content.type === "linear") {
    // Ten digits hide binary dust; "2,000" is written as everywhere else, not "2k".
    const tickformat = axis.format === "percent" ? ".10~%" : ",.10~g";
    return { ...shared, type: "linear", range: content.domain, tickformat };
  }
  const labels = content.labels.map(plotlyText);
  const shown = content.labels.map((label) => plotlyText(fitText(label, 12, LONGEST_LABEL)));
  return {
    ...shared,
    // Plotly guesses numbers and dates from labels such as "5" and "2024" unless it is told.
    type: "category",
    categoryorder: "array",
    categoryarray: labels,
    ...(shown.some((text, index) => text !== labels[index])
      ? { tickmode: "array", tickvals: labels, ticktext: shown }
      : {}),
  };
}

function withGrid(axis: Record<string, unknown>): Record<string, unknown> {
  return { ...axis, showgrid: true, gridcolor: GRID };
}

function lineShape(line: ReferenceLine, space: PlotSpace): Record<string, unknown> {
  const isVertical = (line.axis === "x") !== space.isHorizontal;
  const ends = isVertical
    ? { xref: "x", x0: line.at, x1: line.at, yref: "paper", y0: 0, y1: 1 }
    : { xref: "paper", x0: 0, x1: 1, yref: "y", y0: line.at, y1: line.at };
  return { type: "line", ...ends, line: { color: REFERENCE, width: 2, dash: "dash" } };
}

function lineLabel(line: ReferenceLine, space: PlotSpace): Record<string, unknown> {
  const isVertical = (line.axis === "x") !== space.isHorizontal;
  const isLeft = isVertical && isInRightHalf(line.at, line.axis === "x" ? space.x : space.y);
  const side = isLeft ? { xanchor: "right", xshift: -4 } : { xanchor: "left", xshift: 4 };
  const place = isVertical
    ? { xref: "x", x: line.at, yref: "paper", y: 1, yanchor: "top", ...side }
    : { xref: "paper", x: 1, xanchor: "right", yref: "y", y: line.at, yanchor: "bottom" };
  return {
    ...place,
    text: plotlyText(line.label),
    showarrow: false,
    font: { color: REFERENCE_INK, size: 12 },
    bgcolor: "rgba(255, 255, 255, 0.85)",
  };
}
