/** @file Tokens ruled out, or one token chosen beforehand. */
import type { TokenIds } from "../config/generation-options";

/** The ids as a list. */
export function idsOf(ids: TokenIds): readonly number[] {
  return typeof ids === "number" ? [ids] : ids;
}

/** Makes tokens impossible, in place. Ids beyond the vocabulary are none of its tokens. */
export function ruleOut(scores: Float32Array, tokens: readonly number[]): Float32Array {
  for (const token of tokens) if (token < scores.length) scores[token] = Number.NEGATIVE_INFINITY;
  return scores;
}

/** Leaves these tokens alone possible, equally, in place. */
export function force(scores: Float32Array, tokens: readonly number[]): Float32Array {
  scores.fill(Number.NEGATIVE_INFINITY);
  for (const token of tokens) if (token < scores.length) scores[token] = 0;
  return scores;
}
