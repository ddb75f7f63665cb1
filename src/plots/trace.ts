/** @file What a figure draws: the few kinds of Plotly trace that this project knows, in Plotly's own words. */

/** A place on an axis: a number on a linear axis, a label on a category axis. */
export type Coordinate = number | string;

/**
 * Bars, one a place on the x axis.
 *
 * On a category axis the traces of a figure stand side by side; on a linear axis (a histogram) `offset` and `width`
 * say, in the axis' unit, where a bar begins relative to `x` and how wide it is.
 */
export interface BarTrace {
  type: "bar";
  /** Named in the legend and in the text table. */
  name?: string;
  /** The labels (or the numbers) that run along, from left to right; for horizontal bars from top to bottom. */
  x: readonly Coordinate[];
  /** The lengths of the bars. */
  y: readonly number[];
  /** `"h"` draws the bars from left to right, with their labels beside them. `x` stays the labels. */
  orientation?: "v" | "h";
  offset?: readonly number[];
  width?: readonly number[];
  /** What is written at the end of each bar; `"\n"` starts a new line. */
  text?: readonly string[];
  /** What a pointer over a bar shows; `"\n"` starts a new line. */
  hover?: readonly string[];
  color?: string;
}

/** A line, or points, or both. `null` leaves a gap. */
export interface ScatterTrace {
  type: "scatter";
  mode: "lines" | "markers" | "lines+markers";
  name?: string;
  x: readonly Coordinate[];
  y: readonly (number | null)[];
  /** What a pointer over a point shows; `"\n"` starts a new line. */
  hover?: readonly string[];
  color?: string;
  dash?: "solid" | "dash" | "dot";
}

/** Cells coloured by value; `z[row][column]`, with the first row on top. */
export interface HeatmapTrace {
  type: "heatmap";
  name?: string;
  x: readonly string[];
  y: readonly string[];
  z: readonly (readonly (number | null)[])[];
  /** What is written in each cell. */
  text?: readonly (readonly string[])[];
  zmin?: number;
  zmax?: number;
}

/** Everything that a figure can draw. A figure with a heat-map has no other trace. */
export type Trace = BarTrace | ScatterTrace | HeatmapTrace;
