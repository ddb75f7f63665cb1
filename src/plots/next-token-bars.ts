/** @file What may come next: the likeliest tokens as bars, those that a processor cut off beside those that stay. */
import { argumentTypeError } from "../core/errors";
import { barChart } from "./bar-chart";
import { visibleToken } from "./chips";
import type { Figure } from "./figure";
import { checkCount, checkNumber } from "./figure-checks";
import { formatPercent } from "./format-number";

/** A token that could come next. */
export interface TokenProbability {
  readonly token: string;
  /** The model's probability, from 0 to 1. */
  readonly probability: number;
  /** The probability after all processors, 0 where they cut the token off. */
  readonly kept?: number;
}

/** Options of {@link nextTokenBars}. */
export interface NextTokenBarsOptions {
  /** The sentence above the picture. @default which token is the likeliest */
  title?: string;
  /** How many tokens are drawn. @default 10 */
  count?: number;
  /** The picture in words; made from the data where absent. */
  alt?: string;
}

const MOST_TOKENS = 50;

/**
 * Draws the likeliest next tokens. Where the tokens have `kept`, each gets a second bar: what the processors left of it.
 *
 * @example
 * ```ts
 * console.log(nextTokenBars([
 *   { token: " de", probability: 0.5 }, { token: " a", probability: 0.25 }, { token: " que", probability: 0.1 },
 * ]));
 * // "␠de" has 50.0% of the probability
 * //
 * // token  probability
 * // ─────  ───────────  ────────────────────────────────
 * // ␠de          50.0%  ████████████████████████████████
 * // ␠a           25.0%  ████████████████
 * // ␠que         10.0%  ██████▍
 * ```
 * @throws TypeError or RangeError when there are no tokens or a probability is no number.
 */
export function nextTokenBars(tokens: Iterable<TokenProbability>, options: NextTokenBarsOptions = {}): Figure {
  const list = checkedTokens(tokens);
  const { count = 10 } = options;
  const sorted = [...list].sort((left, right) => right.probability - left.probability);
  const shown = sorted.slice(0, Math.min(count, MOST_TOKENS));
  const names = distinct(shown.map(({ token }) => visibleToken(token)));
  const bars = (read: (token: TokenProbability) => number): Map<string, number> =>
    new Map(shown.map((token, place) => [names[place] ?? "", read(token)]));
  const first = shown[0]?.probability ?? 0;
  const common = {
    title: options.title ?? `"${names[0] ?? ""}" has ${formatPercent(first)} of the probability`,
    labelTitle: "token",
    valueTitle: "probability",
    direction: "horizontal",
    format: "percent",
    ...(options.alt === undefined ? {} : { alt: options.alt }),
  } as const;
  const isCut = shown.some(({ kept }) => kept !== undefined);
  if (!isCut)
    return barChart(
      bars(({ probability }) => probability),
      common,
    );
  return barChart(
    { model: bars(({ probability }) => probability), kept: bars(({ kept, probability }) => kept ?? probability) },
    common,
  );
}

function checkedTokens(tokens: unknown): TokenProbability[] {
  const problem = { function: "nextTokenBars", parameter: "tokens" };
  const isList = tokens !== null && typeof tokens === "object" && Symbol.iterator in tokens;
  const next = "Such as [{ token, probability }, …].";
  if (!isList) throw argumentTypeError({ ...problem, rule: "be a list of tokens", value: tokens, next });
  const list = [...(tokens as Iterable<TokenProbability>)];
  checkCount("nextTokenBars", "tokens", list.length, 1_000_000);
  for (const [place, one] of list.entries()) {
    if (typeof one?.token !== "string")
      throw argumentTypeError({
        ...problem,
        parameter: `tokens[${place}].token`,
        rule: "be a text",
        value: one?.token,
      });
    checkNumber("nextTokenBars", `tokens[${place}].probability`, one.probability);
    if (one.kept !== undefined) checkNumber("nextTokenBars", `tokens[${place}].kept`, one.kept);
  }
  return list;
}

/** Tokens that look alike are told apart by a number behind them: a label stands for one bar. */
function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
