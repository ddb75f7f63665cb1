/** @file What stands around the traces of a figure: titles, axes, reference lines. */

/** One axis. */
export interface FigureAxis {
  /** What the axis shows, with its unit: `"essay length (words)"`. */
  title: string;
  /**
   * Whether labels or numbers stand on it.
   * @default "category" for x, "linear" for y
   */
  type?: "linear" | "category";
  /** From where to where it reaches; fitted to the data where absent. */
  range?: readonly [number, number];
  /**
   * How its numbers are written.
   * @default "number"
   */
  format?: "number" | "percent";
}

/** A straight line across the plot, with a label. Plotly gets a shape and an annotation for it. */
export interface ReferenceLine {
  /** `"x"` is a vertical line at that x, `"y"` a horizontal one at that y. */
  axis: "x" | "y";
  at: number;
  label: string;
}

/** Everything about a figure but its traces. */
export interface FigureLayout {
  /** The sentence above the picture; it states the finding. */
  title: string;
  xaxis: FigureAxis;
  yaxis: FigureAxis;
  referenceLines?: readonly ReferenceLine[];
  /** The picture in words, for people who do not see it; made from the data where absent. */
  alt?: string;
  /**
   * Height in pixels. The width of the static picture is 640.
   * @default 360, more for horizontal bars and heat-maps
   */
  height?: number;
}
