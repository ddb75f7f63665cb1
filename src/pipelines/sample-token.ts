/** @file The next token of a text: the likeliest one, or one that is drawn. */
import type { Generator } from "../core/random";
import { topIndices } from "./top-indices";

/** How a token is drawn. */
export interface Sampling {
  /** Divides the logits: below 1 likely tokens become likelier, above 1 unlikely ones. */
  temperature: number;
  /** How many of the likeliest tokens are drawn from; null for all. */
  topK: number | null;
  random: Generator;
}

/** The likeliest token, or one drawn by its probability. */
export function sampleToken(logits: Float32Array, sampling: Sampling | undefined): number {
  const [likeliest = 0] = topIndices(logits, 1);
  if (sampling === undefined) return likeliest;
  const { temperature, topK, random } = sampling;
  const tokens = topIndices(logits, Math.min(topK ?? logits.length, logits.length));
  const highest = logits[likeliest] ?? 0;
  const weights = tokens.map((token) => Math.exp(((logits[token] ?? 0) - highest) / temperature));
  let left = random.random() * weights.reduce((total, weight) => total + weight, 0);
  for (const [place, token] of tokens.entries()) {
    left -= weights[place] ?? 0;
    if (left < 0) return token;
  }
  return likeliest;
}
