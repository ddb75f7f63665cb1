/** @file The normaliser of a softmax over a row of scores. */

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
