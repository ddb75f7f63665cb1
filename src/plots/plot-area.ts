/** @file Where inside the picture the plot itself stands. */
import type { Scale } from "./scale";

/** Where the marks go, and how data become pixels there. `across` runs from left to right, `down` from top to bottom. */
export interface PlotArea {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** The scale of the x values of the traces (labels, for bars). */
  x: Scale;
  /** The scale of the y values. */
  y: Scale;
  isHorizontal: boolean;
}
