/** @file Caderno's public names, all of them, grouped by room. The only barrel. */

// core: what every room shares
export { CadernoError, type CadernoErrorOptions } from "./core/errors";
// notebook: showing values from a cell or a script
export {
  clearOutput,
  type DisplayHandle,
  type DisplayOptions,
  display,
  displayHtml,
  displayMarkdown,
  newDisplay,
} from "./notebook/display";
// plots: pictures made of numbers
export { type BarChartOptions, type BarValues, barChart } from "./plots/bar-chart";
export { type ClassBalanceOptions, type ClassValue, classBalance } from "./plots/class-balance";
export { Figure, type FigureSpec } from "./plots/figure";
export { type HeatmapOptions, heatmap } from "./plots/heatmap";
export { type Histogram, type HistogramOptions, histogram } from "./plots/histogram";
export type { FigureAxis, FigureLayout, ReferenceLine } from "./plots/layout";
export { type LengthHistogramOptions, lengthHistogram } from "./plots/length-histogram";
export { type LineChartOptions, lineChart } from "./plots/line-chart";
export type { PlotlyFigure } from "./plots/plotly-json";
export { type PlotPoint, type ScatterPlotOptions, scatterPlot } from "./plots/scatter-plot";
export type { BarTrace, Coordinate, HeatmapTrace, ScatterTrace, Trace } from "./plots/trace";
