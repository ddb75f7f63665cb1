/** @file A picture drawn by hand: what Plotly has no trace for, as SVG and as text. */
import type { MimeBundle } from "../core/display";
import { SelfShowing } from "../core/self-showing";
import { clip } from "../core/text-table";
import { SVG_WIDTH } from "./figure-svg";
import { TEXT_WIDTH } from "./figure-text";
import { CARD, FONT_FAMILY, INK } from "./palette";
import { printable } from "./printable";
import { element, svgText } from "./svg-element";
import { wrapText } from "./text-fit";

/** What a {@link Drawing} is made of. */
export interface DrawingSpec {
  /** The sentence above the picture; it states the finding. */
  title: string;
  /** The picture in words, for people who do not see it. */
  alt: string;
  /** SVG elements, drawn from y = 0 downwards and from x = 16 to x = 624. */
  parts: readonly string[];
  /** How far down the parts reach, in pixels. */
  height: number;
  /** The same content as lines of text. */
  lines: readonly string[];
}

/** The width between the margins of a drawing, in pixels. */
export const DRAWING_WIDTH: number = SVG_WIDTH - 32;

const TITLE_SIZE = 15;
/** Bold letters are about so much wider. */
const BOLD_WIDTH = 1.1;

/**
 * A picture that shows itself wherever it lands: as SVG in a notebook, as text in a terminal.
 *
 * Made by `tokenChips`, `paddingGrid` and `mergeSteps`.
 *
 * @example
 * ```ts
 * const picture = tokenChips({ words: { tokens: ["Bom", "dia"] } });
 * picture.toSvg(); // "<svg xmlns=…"
 * ```
 */
export class Drawing extends SelfShowing {
  readonly title: string;
  /** The picture in words. */
  readonly alt: string;
  readonly #spec: DrawingSpec;

  constructor(spec: DrawingSpec) {
    super();
    this.title = printable(spec.title);
    this.alt = printable(spec.alt);
    this.#spec = spec;
  }

  /** The picture as one SVG element, 640 pixels wide; the same drawing always gives the same text. */
  toSvg(): string {
    const titleLines = wrapText(this.title, TITLE_SIZE * BOLD_WIDTH, DRAWING_WIDTH, 3);
    const top = 24 + titleLines.length * 20;
    const height = top + this.#spec.height + 12;
    const frame = {
      xmlns: "http://www.w3.org/2000/svg",
      width: SVG_WIDTH,
      height,
      viewBox: `0 0 ${SVG_WIDTH} ${Math.round(height * 10) / 10}`,
      role: "img",
      "aria-label": `${this.title}. ${this.alt}`,
      "font-family": FONT_FAMILY,
      "font-size": 12,
      fill: INK,
      style: "max-width: 100%; height: auto",
    };
    const parts = [
      element("rect", { width: SVG_WIDTH, height, rx: 6, fill: CARD }),
      ...titleLines.map((line, index) =>
        element("text", { x: 16, y: 27 + index * 20, "font-size": TITLE_SIZE, "font-weight": 600 }, svgText(line)),
      ),
      element("g", { transform: `translate(0 ${top})` }, "\n", this.#spec.parts.join("\n"), "\n"),
    ];
    return element("svg", frame, `\n${parts.join("\n")}\n`);
  }

  /** The title and the content, in lines of at most 100 columns. */
  override toText(): string {
    return [this.title, "", ...this.#spec.lines].map((line) => clip(printable(line), TEXT_WIDTH)).join("\n");
  }

  override toBundle(): MimeBundle {
    return { "image/svg+xml": this.toSvg(), "text/plain": this.toText() };
  }
}
