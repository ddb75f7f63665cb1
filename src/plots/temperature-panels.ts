/** @file One distribution at several temperatures, side by side, with the entropy of each. */
import { argumentRangeError } from "../core/errors";
import { textTable } from "../core/text-table";
import { visibleToken } from "./chips";
import { DRAWING_WIDTH, Drawing } from "./drawing";
import { checkNumber } from "./figure-checks";
import { formatNumber, formatPercent } from "./format-number";
import { GRID, MUTED_INK, seriesColor } from "./palette";
import { element, svgText } from "./svg-element";
import { fitText } from "./text-fit";

/** Options of {@link temperaturePanels}. */
export interface TemperaturePanelsOptions {
  /** The temperatures, each above 0. @default [0.5, 1, 2] */
  temperatures?: readonly number[];
  /** How many of the likeliest tokens are drawn; the entropy counts all. @default 8 */
  count?: number;
  /** The sentence above the picture. @default how the entropy grows */
  title?: string;
}

const PANEL_HEIGHT = 120;
/** Room above the bars for the number on the first one. */
const ABOVE_BARS = 14;
const GAP = 14;
const MOST_PANELS = 6;
const MOST_TOKENS = 12;

interface Panel {
  temperature: number;
  shares: number[];
  entropy: number;
}

/**
 * Draws what temperature does to scores: `softmax(scores / temperature)` for each, the likeliest tokens first, on one scale.
 *
 * @param scores The scores of the tokens before the softmax, by token.
 *
 * @example
 * ```ts
 * console.log(temperaturePanels({ de: 3, a: 2, que: 1 }, { temperatures: [0.5, 1, 2] }));
 * // From temperature 0.5 to 2 the entropy goes from 0.64 to 1.47 bits
 * //
 * // token    T = 0.5  T = 1  T = 2
 * // ───────  ───────  ─────  ─────
 * // de         86.7%  66.5%  50.6%
 * // a          11.7%  24.5%  30.7%
 * // que         1.6%   9.0%  18.6%
 * // entropy     0.64   1.20   1.47
 * ```
 * @throws TypeError or RangeError when a score is no number, or a temperature is not above 0.
 */
export function temperaturePanels(
  scores: Readonly<Record<string, number>> | ReadonlyMap<string, number>,
  options: TemperaturePanelsOptions = {},
): Drawing {
  const entries = scores instanceof Map ? [...scores] : Object.entries(scores as Readonly<Record<string, number>>);
  if (entries.length < 2)
    throw argumentRangeError({
      function: "temperaturePanels",
      parameter: "scores",
      rule: "have at least 2 tokens",
      value: scores,
    });
  for (const [token, score] of entries) checkNumber("temperaturePanels", `scores.${token}`, score);
  entries.sort(([, left], [, right]) => right - left);
  const { temperatures = [0.5, 1, 2], count = 8 } = options;
  const panels = checkedTemperatures(temperatures).map((temperature) => panelOf(entries, temperature));
  const tokens = entries.slice(0, Math.min(count, MOST_TOKENS)).map(([token]) => visibleToken(token));
  const [first, last] = [panels[0], panels.at(-1)];
  const bits = (panel: Panel | undefined): string => (panel?.entropy ?? 0).toFixed(2);
  const title =
    options.title ??
    `From temperature ${formatNumber(first?.temperature ?? 0)} to ${formatNumber(last?.temperature ?? 0)} the entropy goes from ${bits(first)} to ${bits(last)} bits`;
  const width = (DRAWING_WIDTH - GAP * (panels.length - 1)) / panels.length;
  // One scale for all panels: that of their highest bar, so that flat distributions can be told apart too.
  const highest = Math.max(...panels.map(({ shares }) => shares[0] ?? 0));
  const parts = panels.flatMap((panel, place) =>
    drawPanel(panel, tokens, { x: 16 + place * (width + GAP), width, place, highest }),
  );
  const rows = tokens.map((token, place) => [token, ...panels.map(({ shares }) => formatPercent(shares[place] ?? 0))]);
  const header = ["token", ...panels.map(({ temperature }) => `T = ${formatNumber(temperature)}`)];
  return new Drawing({
    title,
    alt: panels
      .map(
        ({ temperature, shares }) =>
          `Temperature ${formatNumber(temperature)}: ${tokens.map((token, place) => `${token} ${formatPercent(shares[place] ?? 0)}`).join(", ")}`,
      )
      .join(". "),
    parts,
    height: PANEL_HEIGHT + 74,
    lines: textTable(header, [...rows, ["entropy", ...panels.map(bits)]], {
      align: ["left", ...panels.map(() => "right" as const)],
    }).split("\n"),
  });
}

function panelOf(entries: readonly (readonly [string, number])[], temperature: number): Panel {
  const highest = (entries[0]?.[1] ?? 0) / temperature;
  const weights = entries.map(([, score]) => Math.exp(score / temperature - highest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => weight / total);
  const entropy = shares.reduce((sum, share) => (share > 0 ? sum - share * Math.log2(share) : sum), 0);
  return { temperature, shares, entropy };
}

function drawPanel(
  { temperature, shares, entropy }: Panel,
  tokens: readonly string[],
  { x, width, place, highest }: { x: number; width: number; place: number; highest: number },
): string[] {
  const bar = width / tokens.length;
  const bottom = 22 + PANEL_HEIGHT;
  const heightOf = (share: number): number => ((PANEL_HEIGHT - ABOVE_BARS) * share) / highest;
  const most = shares[0] ?? 0;
  return [
    element("text", { x, y: 12, "font-weight": 600 }, svgText(`T = ${formatNumber(temperature)}`)),
    element(
      "text",
      { x: x + width, y: 12, "text-anchor": "end", fill: MUTED_INK },
      svgText(`${entropy.toFixed(2)} bits`),
    ),
    element("line", { x1: x, x2: x + width, y1: bottom, y2: bottom, stroke: GRID }),
    element("text", { x: x + 1, y: bottom - heightOf(most) - 4, "font-size": 10 }, svgText(formatPercent(most))),
    ...tokens.flatMap((token, index) => {
      const height = heightOf(shares[index] ?? 0);
      const middle = x + (index + 0.5) * bar;
      const turned = `rotate(-55 ${middle.toFixed(1)} ${bottom + 12})`;
      return [
        element("rect", {
          x: x + index * bar + 1,
          y: bottom - height,
          width: bar - 2,
          height,
          fill: seriesColor(place),
        }),
        element(
          "text",
          { x: middle, y: bottom + 12, "text-anchor": "end", "font-size": 10, transform: turned },
          svgText(fitText(token, 10, 52)),
        ),
      ];
    }),
  ];
}

function checkedTemperatures(temperatures: readonly number[]): readonly number[] {
  const problem = { function: "temperaturePanels", parameter: "temperatures" };
  if (!Array.isArray(temperatures) || temperatures.length === 0 || temperatures.length > MOST_PANELS)
    throw argumentRangeError({ ...problem, rule: `have 1 to ${MOST_PANELS} entries`, value: temperatures });
  for (const value of temperatures) {
    checkNumber("temperaturePanels", "temperatures", value);
    if (!(value > 0)) throw argumentRangeError({ ...problem, rule: "be above 0", value });
  }
  return temperatures;
}
