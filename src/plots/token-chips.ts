/** @file Tokens as coloured chips: one text under one tokenizer, or under several to compare. */
import { argumentRangeError, argumentTypeError } from "../core/errors";
import { displayWidth } from "../core/text-table";
import { type ChipLook, chipWidth, drawChip, visibleToken } from "./chips";
import { DRAWING_WIDTH, Drawing } from "./drawing";
import { TEXT_WIDTH } from "./figure-text";
import { MUTED_INK } from "./palette";
import { element, svgText } from "./svg-element";
import { fitText } from "./text-fit";

/** The tokens of a text as a `BatchEncoding` knows them: `tokenizer.encode(text).encodings[0]`. */
export interface TokenRow {
  readonly tokens: readonly string[];
  /** The numbers below the tokens. */
  readonly ids?: readonly number[];
  /** Which word a token belongs to: tokens of one word touch and share a colour. */
  readonly wordIds?: readonly (number | null)[];
  /** 1 for tokens that are not of the text: their border is dashed. */
  readonly specialTokensMask?: readonly number[];
  /** 0 for padding. */
  readonly attentionMask?: readonly number[];
}

/** Options of {@link tokenChips}. */
export interface TokenChipsOptions {
  /** The sentence above the picture. @default how many tokens each row has */
  title?: string;
  /** Tokens that get a strong border, such as `["[UNK]"]`. @default none */
  mark?: readonly string[];
}

const MOST_ROWS = 8;
const MOST_TOKENS = 200;
const CHIP_HEIGHT = 34;
const WORD_GAP = 7;

/**
 * Draws the tokens of one text, or of the same text under several tokenizers, with their ids.
 *
 * Tokens of one word touch, and a new word begins after a gap; special tokens are dashed. The first 200 tokens are drawn.
 *
 * @example
 * ```ts
 * console.log(tokenChips({
 *   words: { tokens: ["Bom", "dia"], ids: [20, 335] },
 *   letters: { tokens: ["B", "o", "m", "d", "i", "a"], wordIds: [0, 0, 0, 1, 1, 1] },
 * }));
 * // words: 2 tokens; letters: 6 tokens
 * //
 * // words    Bom | dia
 * // letters  B | o | m | d | i | a
 * ```
 * @throws TypeError or RangeError when there is no row, more than 8, or a row without tokens.
 */
export function tokenChips(rows: Readonly<Record<string, TokenRow>>, options: TokenChipsOptions = {}): Drawing {
  const entries = checkedRows(rows);
  const marked = new Set(options.mark ?? []);
  const parts: string[] = [];
  let y = 0;
  for (const [name, row] of entries) {
    const count = `${fitText(name, 12, 420)} · ${countText(row.tokens.length)}`;
    parts.push(element("text", { x: 16, y: y + 11, fill: MUTED_INK }, svgText(count)));
    const placed = placeRow(row, y + 18);
    parts.push(...placed.chips.map((chip) => drawChip({ ...chip, isMarked: marked.has(chip.token) })));
    y = placed.bottom + 14;
  }
  const counts = entries.map(([name, row]) => `${name}: ${countText(row.tokens.length)}`).join("; ");
  const spelled = entries.map(([name, row]) => `${name}: ${shownTokens(row).join(", ")}.`).join(" ");
  return new Drawing({
    title: options.title ?? counts,
    alt: `Tokens as chips. ${spelled}`,
    parts,
    height: y - 14,
    lines: textLines(entries),
  });
}

function checkedRows(rows: unknown): [string, TokenRow][] {
  const problem = { function: "tokenChips", parameter: "rows" };
  const next = "For example { cased: tokenizer.encode(text).encodings[0] }.";
  if (rows === null || typeof rows !== "object" || Array.isArray(rows)) {
    throw argumentTypeError({ ...problem, rule: "be an object of encodings by name", value: rows, next });
  }
  const entries = Object.entries(rows) as [string, TokenRow][];
  if (entries.length === 0 || entries.length > MOST_ROWS) {
    throw argumentRangeError({ ...problem, rule: `have 1 to ${MOST_ROWS} entries`, value: Object.keys(rows) });
  }
  for (const [name, row] of entries) {
    const { tokens } = (row ?? {}) as { tokens?: unknown };
    const parameter = `rows.${name}.tokens`;
    if (Array.isArray(tokens) && tokens.length > 0 && tokens.every((token) => typeof token === "string")) continue;
    throw argumentTypeError({ ...problem, parameter, rule: "be a list of at least one token", value: tokens, next });
  }
  return entries;
}

interface PlacedChip {
  x: number;
  y: number;
  width: number;
  height: number;
  text: string;
  token: string;
  note: string | undefined;
  look: ChipLook;
  tint: number;
}

/** Chips from left to right in lines, none of them wider than the drawing. */
function placeRow(row: TokenRow, top: number): { chips: PlacedChip[]; bottom: number } {
  const chips: PlacedChip[] = [];
  const height = row.ids === undefined ? 22 : CHIP_HEIGHT;
  let x = 16;
  let y = top;
  for (const [index, text] of shownTokens(row).entries()) {
    const id = row.ids?.[index];
    const note = id === undefined ? undefined : String(id);
    const width = Math.min(DRAWING_WIDTH, chipWidth(text, note));
    const gap = index === 0 ? 0 : isSameWord(row, index) ? 0 : WORD_GAP;
    x += gap;
    if (x + width > 16 + DRAWING_WIDTH) {
      x = 16;
      y += height + 6;
    }
    const token = row.tokens[index] ?? "";
    chips.push({
      x,
      y,
      width,
      height,
      text,
      token,
      note,
      look: lookOf(row, index),
      tint: row.wordIds?.[index] ?? index,
    });
    x += width;
  }
  return { chips, bottom: y + height };
}

function isSameWord(row: TokenRow, index: number): boolean {
  const word = row.wordIds?.[index] ?? undefined;
  return word !== undefined && word === row.wordIds?.[index - 1];
}

function lookOf(row: TokenRow, index: number): ChipLook {
  if (row.attentionMask?.[index] === 0) return "padding";
  return row.specialTokensMask?.[index] === 1 ? "special" : "text";
}

function shownTokens(row: TokenRow): string[] {
  const shown = row.tokens.slice(0, MOST_TOKENS).map(visibleToken);
  const hidden = row.tokens.length - shown.length;
  return hidden === 0 ? shown : [...shown.slice(0, -1), `… ${hidden + 1} more`];
}

function countText(count: number): string {
  return count === 1 ? "1 token" : `${count} tokens`;
}

/** The tokens between bars, under each other where a line is full. */
function textLines(entries: readonly (readonly [string, TokenRow])[]): string[] {
  const names = entries.map(([name]) => Array.from(name).slice(0, 24).join(""));
  const indent = Math.max(...names.map(displayWidth)) + 2;
  return entries.flatMap(([, row], index) => {
    const name = names[index] ?? "";
    const lines = [name + " ".repeat(indent - displayWidth(name))];
    for (const [place, token] of shownTokens(row).entries()) {
      const last = lines.at(-1) ?? "";
      const isFull = displayWidth(last) + displayWidth(token) + 3 > TEXT_WIDTH;
      if (place > 0 && isFull) lines.push(`${" ".repeat(indent)}${token}`);
      else lines[lines.length - 1] = place === 0 ? `${last}${token}` : `${last} | ${token}`;
    }
    return lines;
  });
}
