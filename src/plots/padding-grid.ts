/** @file A batch as a grid: which cells are tokens, which are padding. */
import { argumentRangeError, argumentTypeError } from "../core/errors";
import { drawChip, visibleToken } from "./chips";
import { DRAWING_WIDTH, Drawing } from "./drawing";
import { formatPercent } from "./format-number";
import { CARD, MUTED_INK, SERIES_COLORS } from "./palette";
import { isIterable } from "./series";
import { element, svgText } from "./svg-element";
import { fitText } from "./text-fit";

/** Options of {@link paddingGrid}. */
export interface PaddingGridOptions {
  /** The sentence above the picture. @default which share of the cells is padding */
  title?: string;
  /** The tokens, written into the cells of a batch of at most 14 columns. */
  tokens?: readonly (readonly string[])[];
}

const MOST_ROWS = 64;
const MOST_COLUMNS = 10_000;
/** With more columns the cells are too narrow for a token, and a row is drawn as bars. */
const MOST_WRITTEN_COLUMNS = 14;
const TEXT_CELLS = 64;
const COUNT_WIDTH = 64;

/**
 * Draws the attention mask of a batch, `mask[row][position]`: 1 is a token, 0 is padding.
 *
 * @example
 * ```ts
 * console.log(paddingGrid([[1, 1, 1, 1], [1, 1, 0, 0]]));
 * // 2 of 8 cells (25.0%) are padding
 * //
 * // ████  4 of 4
 * // ██░░  2 of 4
 * ```
 * @throws TypeError or RangeError when rows differ in length, hold something else than 0 and 1, or are more than 64.
 */
export function paddingGrid(mask: Iterable<Iterable<number>>, options: PaddingGridOptions = {}): Drawing {
  const rows = checkedMask(mask);
  const columns = rows[0]?.length ?? 0;
  const real = rows.map((row) => row.reduce((sum, value) => sum + value, 0));
  const cells = rows.length * columns;
  const padding = cells - real.reduce((sum, count) => sum + count, 0);
  const { tokens } = options;
  const isWritten = columns <= MOST_WRITTEN_COLUMNS;
  const height = isWritten ? 38 : Math.max(5, Math.min(18, Math.floor(320 / rows.length)));
  const width = (DRAWING_WIDTH - COUNT_WIDTH) / columns;
  const parts = rows.flatMap((row, index) => {
    const y = index * (height + 2);
    const drawn = isWritten
      ? row.map((value, column) => cell(value, tokens?.[index]?.[column], { x: 16 + column * width, y, width, height }))
      : runs(row).map((run) => bar(run, { y, width, height }));
    const size = Math.min(11, height + 1);
    const count = { x: 16 + DRAWING_WIDTH, y: y + height / 2 + 4, "text-anchor": "end", "font-size": size };
    const isRoomy = height >= 9;
    return [
      ...drawn,
      ...(isRoomy ? [element("text", { ...count, fill: MUTED_INK }, svgText(`${real[index]} of ${columns}`))] : []),
    ];
  });
  const share = `${padding} of ${cells} cells (${formatPercent(padding / cells)})`;
  return new Drawing({
    title: options.title ?? `${share} are padding`,
    alt: `A grid of ${rows.length} rows and ${columns} columns. Tokens in each row: ${real.join(", ")}. ${share} are padding.`,
    parts,
    height: rows.length * (height + 2) - 2,
    lines: rows.map((row, index) => `${blocks(row)}  ${real[index]} of ${columns}`),
  });
}

function checkedMask(mask: unknown): number[][] {
  const problem = { function: "paddingGrid", parameter: "mask" };
  const next = "For example tokenizer.encode(texts, { padding: true }).attention_mask.";
  if (!isIterable<unknown>(mask)) {
    throw argumentTypeError({ ...problem, rule: "be a list of rows", value: mask, next });
  }
  const rows = Array.from(mask, (row, index) => {
    if (isIterable<number>(row)) return [...row];
    throw argumentTypeError({
      ...problem,
      parameter: `mask[${index}]`,
      rule: "be a list of 0 and 1",
      value: row,
      next,
    });
  });
  const columns = rows[0]?.length ?? 0;
  if (rows.length === 0 || rows.length > MOST_ROWS || columns === 0 || columns > MOST_COLUMNS) {
    const rule = `have 1 to ${MOST_ROWS} rows of 1 to ${MOST_COLUMNS} cells`;
    throw argumentRangeError({ ...problem, rule, value: `${rows.length} rows of ${columns}` });
  }
  for (const [index, row] of rows.entries()) {
    const parameter = `mask[${index}]`;
    if (row.length !== columns) {
      const rule = `be as long as the first row (${columns})`;
      throw argumentRangeError({
        ...problem,
        parameter,
        rule,
        value: row.length,
        next: "Encode with `padding: true`.",
      });
    }
    const wrong = row.findIndex((value) => value !== 0 && value !== 1);
    if (wrong === -1) continue;
    throw argumentRangeError({ ...problem, parameter: `${parameter}[${wrong}]`, rule: "be 0 or 1", value: row[wrong] });
  }
  return rows;
}

/** One cell of a small grid: the token above its mask. */
function cell(
  value: number,
  token: string | undefined,
  place: { x: number; y: number; width: number; height: number },
): string {
  const text = token === undefined ? "" : fitText(visibleToken(token), 11.5, place.width - 4);
  const look = value === 1 ? "text" : "padding";
  return drawChip({ ...place, width: place.width - 1, text, note: String(value), look, tint: value === 1 ? 0 : 4 });
}

interface Run {
  value: number;
  start: number;
  end: number;
}

/** Neighbours with the same value as one piece. */
function runs(row: readonly number[]): Run[] {
  const found: Run[] = [];
  for (const [index, value] of row.entries()) {
    const last = found.at(-1);
    if (last !== undefined && last.value === value) last.end = index + 1;
    else found.push({ value, start: index, end: index + 1 });
  }
  return found;
}

function bar(run: Run, place: { y: number; width: number; height: number }): string {
  const isToken = run.value === 1;
  return element("rect", {
    x: 16 + run.start * place.width + 0.5,
    y: place.y + 0.5,
    width: (run.end - run.start) * place.width - 1,
    height: place.height - 1,
    fill: isToken ? SERIES_COLORS[0] : CARD,
    stroke: isToken ? SERIES_COLORS[0] : MUTED_INK,
    "stroke-width": 1,
    "stroke-dasharray": isToken ? undefined : "3 2",
  });
}

/** A row in at most 64 signs; a sign stands for a token where most of its cells are tokens. */
function blocks(row: readonly number[]): string {
  const signs = Math.min(TEXT_CELLS, row.length);
  return Array.from({ length: signs }, (_, sign) => {
    const part = row.slice(Math.floor((sign * row.length) / signs), Math.floor(((sign + 1) * row.length) / signs));
    return part.reduce((sum, value) => sum + value, 0) * 2 >= part.length ? "█" : "░";
  }).join("");
}
