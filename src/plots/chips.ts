/** @file One chip: a token in a box, as the pictures of tokens share it. */
import { displayWidth } from "../core/text-table";
import { CARD, INK, MUTED_INK, REFERENCE } from "./palette";
import { element, svgText } from "./svg-element";

/** How a chip looks: the tint of its word, dashed for what is not text, faint for padding. */
export type ChipLook = "text" | "special" | "padding";

/** Where a chip stands and what is in it. */
export interface Chip {
  x: number;
  y: number;
  width: number;
  height: number;
  /** The text in the box, one line. */
  text: string;
  /** A smaller line below it, such as the id. */
  note?: string | undefined;
  look: ChipLook;
  /** Picks the tint; the tints repeat. */
  tint: number;
  /** Draws the border in the colour of warnings. */
  isMarked?: boolean;
}

/** Tints of the palette's colours on white, on which ink is readable. */
const TINTS: readonly string[] = ["#cfe3f1", "#fbe6c2", "#c6ebdf", "#f3dbe8", "#e3e6ea", "#f8d7c4"];
const BORDERS: readonly string[] = ["#0072b2", "#b37700", "#00785a", "#a2527c", "#57606a", "#b34700"];
const MONOSPACE = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace";

/** The size of a token's letters, in pixels. */
export const TOKEN_SIZE = 12;
/** The width of one monospaced letter of that size. */
const LETTER_WIDTH = 7.3;
/** Longer tokens are cut. */
const MOST_LETTERS = 32;

/** Draws a chip. */
export function drawChip(chip: Chip): string {
  const { x, y, width, height, look, note } = chip;
  const index = chip.tint % TINTS.length;
  const box = {
    x: x + 0.5,
    y: y + 0.5,
    width: width - 1,
    height: height - 1,
    rx: 4,
    fill: look === "text" ? TINTS[index] : CARD,
    stroke: chip.isMarked === true ? REFERENCE : look === "text" ? BORDERS[index] : MUTED_INK,
    "stroke-width": chip.isMarked === true ? 2.5 : 1,
    "stroke-dasharray": look === "text" ? undefined : "3 2",
  };
  const middle = { x: x + width / 2, "text-anchor": "middle" };
  const first = note === undefined ? y + height / 2 + TOKEN_SIZE * 0.35 : y + height / 2 - 2;
  const ink = look === "padding" ? MUTED_INK : INK;
  return [
    element("rect", box),
    chip.text === ""
      ? ""
      : element(
          "text",
          { ...middle, y: first, "font-family": MONOSPACE, "font-size": TOKEN_SIZE, fill: ink },
          svgText(chip.text),
        ),
    note === undefined
      ? ""
      : element("text", { ...middle, y: first + 13, "font-size": 10, fill: MUTED_INK }, svgText(note)),
  ].join("");
}

/** The width that a token needs, in pixels. */
export function chipWidth(text: string, note?: string): number {
  return Math.max(20, displayWidth(text) * LETTER_WIDTH + 8, (note ?? "").length * 6.3 + 8);
}

/** A token as it is shown: spaces and controls as signs, cut when it is very long. */
export function visibleToken(token: string): string {
  const letters = Array.from(token);
  const short = letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS - 1).join("")}…` : token;
  return short.replace(/[\0-\x20\x7f]/g, (character) =>
    character === "\x7f" ? "␡" : String.fromCharCode(0x2400 + character.charCodeAt(0)),
  );
}
