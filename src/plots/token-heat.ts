/** @file A text whose tokens are coloured by a number each: how likely the model found them. */
import { argumentRangeError, argumentTypeError } from "../core/errors";
import { displayWidth } from "../core/text-table";
import { chipWidth, TOKEN_SIZE, visibleToken } from "./chips";
import { DRAWING_WIDTH, Drawing } from "./drawing";
import { checkNumber } from "./figure-checks";
import { formatPercent } from "./format-number";
import { CARD, heatColor, INK, MUTED_INK } from "./palette";
import { element, svgText } from "./svg-element";

/** A token and how likely it was. */
export interface HeatToken {
  readonly token: string;
  /** From 0 to 1; left out for tokens that were given, such as a prompt's. */
  readonly probability?: number | undefined;
}

/** Options of {@link tokenHeat}. */
export interface TokenHeatOptions {
  /** The sentence above the picture. @default the mean probability */
  title?: string;
}

const MOST_TOKENS = 400;
const HEIGHT = 34;

/**
 * Draws a text token by token, the darker the likelier the model found each.
 *
 * @example
 * ```ts
 * console.log(tokenHeat([{ token: "En" }, { token: " un", probability: 0.9 }, { token: " lugar", probability: 0.3 }]));
 * // 2 tokens, 52.0% likely on (geometric) average
 * //
 * // En ␠un ␠lugar
 * //    90% 30%
 * ```
 * @throws TypeError or RangeError when there are no tokens, over 400, or a probability is not from 0 to 1.
 */
export function tokenHeat(tokens: Iterable<HeatToken>, options: TokenHeatOptions = {}): Drawing {
  const list = checkedTokens(tokens);
  const parts: string[] = [];
  let [x, y] = [16, 0];
  for (const { token, probability } of list) {
    const shown = visibleToken(token);
    const note = probability === undefined ? undefined : percent(probability);
    const width = Math.min(DRAWING_WIDTH, chipWidth(shown, note));
    if (x + width > 16 + DRAWING_WIDTH) {
      x = 16;
      y += HEIGHT + 4;
    }
    parts.push(drawToken(shown, { probability, note, x, y, width }));
    x += width;
  }
  const known = list.flatMap(({ probability }) => (probability === undefined ? [] : [probability]));
  const mean = Math.exp(known.reduce((sum, value) => sum + Math.log(value), 0) / Math.max(1, known.length));
  const spelled = list.map(({ token, probability }) =>
    probability === undefined ? visibleToken(token) : `${visibleToken(token)} ${percent(probability)}`,
  );
  return new Drawing({
    title:
      options.title ??
      `${known.length} tokens, ${formatPercent(known.length === 0 ? 0 : mean)} likely on (geometric) average`,
    alt: `Tokens with their probabilities: ${spelled.join(", ")}.`,
    parts,
    height: y + HEIGHT,
    lines: textLines(list),
  });
}

function drawToken(
  shown: string,
  place: { probability: number | undefined; note: string | undefined; x: number; y: number; width: number },
): string {
  const { probability, note, x, y, width } = place;
  const { fill, isDark } = probability === undefined ? { fill: CARD, isDark: false } : heatColor(probability);
  const ink = isDark ? CARD : INK;
  const middle = { x: x + width / 2, "text-anchor": "middle" };
  return [
    element("rect", {
      x: x + 0.5,
      y: y + 0.5,
      width: width - 1,
      height: HEIGHT - 1,
      rx: 3,
      fill,
      stroke: MUTED_INK,
      "stroke-width": 0.5,
    }),
    element(
      "text",
      {
        ...middle,
        y: y + (note === undefined ? HEIGHT / 2 + 4 : 14),
        "font-family": "monospace",
        "font-size": TOKEN_SIZE,
        fill: ink,
      },
      svgText(shown),
    ),
    note === undefined ? "" : element("text", { ...middle, y: y + 28, "font-size": 10, fill: ink }, svgText(note)),
  ].join("");
}

/** Tokens in lines with their percentages below them. */
function textLines(list: readonly HeatToken[]): string[] {
  const lines: string[] = [];
  let [upper, lower] = ["", ""];
  const flush = (): void => {
    lines.push(upper.trimEnd());
    if (lower.trim() !== "") lines.push(lower.trimEnd());
    [upper, lower] = ["", ""];
  };
  for (const { token, probability } of list) {
    const shown = visibleToken(token);
    const note = probability === undefined ? "" : percent(probability);
    const width = Math.max(displayWidth(shown), note.length) + 1;
    if (upper !== "" && displayWidth(upper) + width > 96) flush();
    upper += shown + " ".repeat(width - displayWidth(shown));
    lower += note.padEnd(width);
  }
  flush();
  return lines;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function checkedTokens(tokens: unknown): HeatToken[] {
  const problem = { function: "tokenHeat", parameter: "tokens" };
  const isList = tokens !== null && typeof tokens === "object" && Symbol.iterator in tokens;
  if (!isList) throw argumentTypeError({ ...problem, rule: "be a list of tokens", value: tokens });
  const list = [...(tokens as Iterable<HeatToken>)];
  if (list.length === 0 || list.length > MOST_TOKENS)
    throw argumentRangeError({ ...problem, rule: `have 1 to ${MOST_TOKENS} entries`, value: list.length });
  for (const [place, one] of list.entries()) {
    if (typeof one?.token !== "string")
      throw argumentTypeError({
        ...problem,
        parameter: `tokens[${place}].token`,
        rule: "be a text",
        value: one?.token,
      });
    const { probability } = one;
    if (probability === undefined) continue;
    const parameter = `tokens[${place}].probability`;
    checkNumber("tokenHeat", parameter, probability);
    if (probability < 0 || probability > 1)
      throw argumentRangeError({ ...problem, parameter, rule: "be from 0 to 1", value: probability });
  }
  return list;
}
