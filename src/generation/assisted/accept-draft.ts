/** @file Which draft tokens hold: by comparison, or by chance so that the model's own distribution results (Leviathan et al. 2023). */
import type { Generator } from "../../core/random";
import { drawWeighted, weightsOf } from "../run/draw";
import type { Draft } from "./draft";

/** What becomes of a draft. */
export interface Acceptance {
  /** How many draft tokens hold, from the first on. */
  readonly accepted: number;
  /** Those, and the model's own token behind them. */
  readonly added: readonly number[];
}

/** Holds draft tokens as long as they are what the model chooses. */
export function acceptEqual(tokens: readonly number[], choose: (place: number) => number): Acceptance {
  const added: number[] = [];
  for (let place = 0; place <= tokens.length; place++) {
    const own = choose(place);
    added.push(own);
    if (own !== tokens[place]) break;
  }
  return { accepted: added.length - 1, added };
}

/**
 * Holds each draft token with the probability `p / q`, the model's over the draft's. The first one that does not hold is
 * replaced by one drawn from what the model gives more than the draft; so every token has the model's distribution.
 *
 * @param scores The model's processed scores after each place of the draft.
 */
export function acceptByChance(
  { tokens, scores: drafted }: Draft,
  scores: (place: number) => Float32Array,
  random: Generator,
): Acceptance {
  const added: number[] = [];
  for (const [place, token] of tokens.entries()) {
    const p = shares(scores(place));
    const q = shares(drafted?.[place] ?? new Float32Array());
    const ratio = (p[token] ?? 0) / (q[token] ?? 1);
    if (random.random() <= ratio) {
      added.push(token);
      continue;
    }
    const rest = p.map((share, index) => Math.max(0, share - (q[index] ?? 0)));
    // Where rounding leaves nothing over, both distributions are the same.
    const isLeft = rest.some((share) => share > 0);
    return { accepted: place, added: [...added, drawWeighted(isLeft ? rest : p, random)] };
  }
  return { accepted: tokens.length, added: [...added, drawWeighted(shares(scores(tokens.length)), random)] };
}

function shares(scores: Float32Array): Float64Array {
  const weights = weightsOf(scores);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
