/** @file Drawing by probability. */
import type { Generator } from "../../core/random";
import { highestOf } from "../logits/log-sum-exp";

/** One place drawn by the weights, each as likely as its share of their sum. */
export function drawWeighted(weights: Float64Array, random: Generator): number {
  let total = 0;
  for (let index = 0; index < weights.length; index++) total += weights[index] as number;
  let left = random.random() * total;
  let last = 0;
  for (let index = 0; index < weights.length; index++) {
    const weight = weights[index] as number;
    if (weight <= 0) continue;
    last = index;
    left -= weight;
    if (left < 0) return index;
  }
  // Rounding may leave a crumb: it belongs to the last one that can be drawn.
  return last;
}

/** What the scores are as weights: their exponentials, the greatest 1. */
export function weightsOf(scores: Float32Array): Float64Array {
  const highest = highestOf(scores);
  const weights = new Float64Array(scores.length);
  for (let index = 0; index < scores.length; index++) weights[index] = Math.exp((scores[index] as number) - highest);
  return weights;
}

/** A token drawn from the softmax of the scores. */
export function drawToken(scores: Float32Array, random: Generator): number {
  return drawWeighted(weightsOf(scores), random);
}

/** `count` different places drawn one after the other by their weights. Where fewer have any, others fill up, in order. */
export function drawSeveral(weights: Float64Array, count: number, random: Generator): number[] {
  const left = weights.slice();
  const drawn: number[] = [];
  let possible = left.reduce((sum, weight) => sum + (weight > 0 ? 1 : 0), 0);
  while (drawn.length < Math.min(count, left.length)) {
    const place = possible > 0 ? drawWeighted(left, random) : left.indexOf(0);
    possible = Math.max(0, possible - 1);
    drawn.push(place);
    left[place] = -1;
  }
  return drawn;
}
