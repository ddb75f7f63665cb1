/** @file A picture made of numbers: live with Plotly, still as SVG, readable as text. */
import type { MimeBundle } from "../core/display";
import { SelfShowing } from "../core/self-showing";
import { describeFigure } from "./figure-alt";
import { checkFigure } from "./figure-checks";
import { figureSvg } from "./figure-svg";
import { figureText } from "./figure-text";
import type { FigureLayout } from "./layout";
import { type PlotlyFigure, plotlyJson } from "./plotly-json";
import { printable } from "./printable";
import type { Trace } from "./trace";

/** What a {@link Figure} is made of. */
export interface FigureSpec {
  data: readonly Trace[];
  layout: FigureLayout;
}

/**
 * A picture that shows itself wherever it lands.
 *
 * A notebook draws it live with Plotly, and a front end without Plotly shows the SVG; `console.log` prints a table. All
 * three say the same. The texts that it holds are plain: `<b>` is shown as `<b>`.
 *
 * Python: `plotly.graph_objects.Figure`.
 *
 * @example
 * ```ts
 * const figure = new Figure({
 *   data: [{ type: "bar", x: ["train", "test"], y: [1200, 300] }],
 *   layout: { title: "Four fifths are for training", xaxis: { title: "split" }, yaxis: { title: "essays" } },
 * });
 * console.log(figure.toText());
 * // Four fifths are for training
 * //
 * // split  essays
 * // ─────  ──────  ────────────────────────────────
 * // train   1,200  ████████████████████████████████
 * // test      300  ████████
 * ```
 * @throws TypeError or RangeError that names the first value that cannot be drawn.
 */
export class Figure extends SelfShowing {
  readonly data: readonly Trace[];
  readonly layout: FigureLayout;

  /** @param caller The function that is named in an error; for functions that make figures. */
  constructor(spec: FigureSpec, caller = "Figure") {
    super();
    checkFigure(caller, spec.data, spec.layout);
    this.data = spec.data;
    this.layout = spec.layout;
  }

  /** The picture in words: `layout.alt`, or a description made from the data. */
  get alt(): string {
    return printable(this.layout.alt ?? describeFigure(this.data, this.layout));
  }

  /** The figure for Plotly: `Plotly.newPlot(element, figure)` draws it. */
  toJSON(): PlotlyFigure {
    return plotlyJson(this.data, this.layout, this.#height(), this.alt);
  }

  /** The figure as one SVG element, 640 pixels wide; the same figure always gives the same text. */
  toSvg(): string {
    const id = `figure-${fingerprint(JSON.stringify([this.data, this.layout]))}`;
    return figureSvg(this.data, this.layout, { id, height: this.#height(), alt: this.alt });
  }

  /** The numbers as a table with bars of block characters, at most 100 columns wide. */
  override toText(): string {
    return figureText(this.data, this.layout);
  }

  /** All three forms at once; a notebook takes the richest that it knows. */
  override toBundle(): MimeBundle {
    return {
      "application/vnd.plotly.v1+json": this.toJSON(),
      "image/svg+xml": this.toSvg(),
      "text/plain": this.toText(),
    };
  }

  #height(): number {
    if (this.layout.height !== undefined) return this.layout.height;
    for (const trace of this.data) {
      if (trace.type === "heatmap") return Math.min(640, Math.max(240, 130 + trace.y.length * 30));
      if (trace.type === "bar" && trace.orientation === "h") {
        return Math.min(1200, Math.max(180, 110 + trace.x.length * Math.max(22, this.data.length * 14)));
      }
    }
    return 360;
  }
}

/** Eight hexadecimal digits that differ between different texts (FNV-1a, 32 bits). */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
