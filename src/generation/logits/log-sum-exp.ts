/** @file The normaliser of a softmax over a row of scores, and its entropy. */

/** The greatest score; -Infinity for a row that has none. */
export function highestOf(scores: Float32Array): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let token = 0; token < scores.length; token++) {
    const score = scores[token] as number;
    if (score > highest) highest = score;
  }
  return highest;
}

/** The logarithm of the sum of all scores' exponentials: what a score loses to become a log-probability. */
export function logSumExp(scores: Float32Array): number {
  const highest = highestOf(scores);
  if (!Number.isFinite(highest)) return highest;
  let total = 0;
  for (let token = 0; token < scores.length; token++) total += Math.exp((scores[token] as number) - highest);
  return highest + Math.log(total);
}

/** A distribution: what its scores lose to become log-probabilities, and how much surprise it lets expect. */
export interface Spread {
  readonly normaliser: number;
  /** In nats. */
  readonly entropy: number;
}

/** The normaliser and the entropy in one pass. Where `weights` are given they become the exponentials, their sum 1. */
export function spreadOf(scores: Float32Array, weights: Float64Array = new Float64Array(scores.length)): Spread {
  const highest = highestOf(scores);
  if (!Number.isFinite(highest)) return { normaliser: highest, entropy: 0 };
  let total = 0;
  let moment = 0;
  for (let token = 0; token < scores.length; token++) {
    const below = (scores[token] as number) - highest;
    const weight = Math.exp(below);
    weights[token] = weight;
    total += weight;
    if (weight > 0) moment += weight * below;
  }
  for (let token = 0; token < weights.length; token++) weights[token] = (weights[token] as number) / total;
  const logarithm = Math.log(total);
  return { normaliser: highest + logarithm, entropy: logarithm - moment / total };
}
