/** @file Top-p, nucleus sampling: the likeliest tokens that together have a probability. */
import { argumentRangeError } from "../../core/errors";
import { type CutOptions, readCutOptions } from "./cut-scores";
import { highestOf } from "./log-sum-exp";
import { LogitsProcessor } from "./logits-processor";
import { cutByMass, kthGreatest, type MassCut } from "./select";

/**
 * Keeps the likeliest tokens whose probabilities first add up to `topP` (Holtzman et al. 2020).
 *
 * Python: `transformers.TopPLogitsWarper`.
 *
 * @example
 * ```ts
 * const scores = Float32Array.of(0.1, 0.6, 0.3).map(Math.log);
 * new TopPLogitsWarper(0.8).process([1], scores).map(Math.exp); // Float32Array(3) [ 0, 0.6000000238418579, 0.29999998211860657 ]
 * ```
 */
export class TopPLogitsWarper extends LogitsProcessor {
  readonly topP: number;
  readonly #options: Required<CutOptions>;

  /** @param topP From 0 (the likeliest token alone) to 1 (all). */
  constructor(topP: number, options: CutOptions = {}) {
    super();
    if (!(topP >= 0 && topP <= 1))
      throw argumentRangeError({
        function: "TopPLogitsWarper",
        parameter: "topP",
        rule: "be a number from 0 to 1",
        value: topP,
      });
    this.#options = readCutOptions("TopPLogitsWarper", options);
    this.topP = topP;
  }

  override process(_ids: readonly number[], scores: Float32Array): Float32Array {
    const { filterValue, minTokensToKeep } = this.#options;
    const highest = highestOf(scores);
    if (this.topP === 1 || !Number.isFinite(highest) || minTokensToKeep >= scores.length) return scores;
    const weights = new Float64Array(scores.length);
    let total = 0;
    for (let token = 0; token < scores.length; token++)
      total += weights[token] = Math.exp((scores[token] as number) - highest);
    const cut = cutByMass(scores, weights, this.topP * total);
    return cutTies(scores, atLeast(scores, cut, minTokensToKeep), filterValue);
  }
}

/** The cut, lowered where fewer than `count` tokens would stay. */
function atLeast(scores: Float32Array, cut: MassCut, count: number): MassCut {
  if (count === 1) return cut;
  const threshold = kthGreatest(scores, count);
  if (threshold > cut.threshold) return cut;
  let above = 0;
  for (let token = 0; token < scores.length; token++) if ((scores[token] as number) > threshold) above++;
  const ties = count - above;
  return threshold < cut.threshold ? { threshold, ties } : { threshold, ties: Math.max(ties, cut.ties) };
}

/** Filters the scores below the cut. Of those that equal it the last ones stay, as in Python's ascending sort. */
function cutTies(scores: Float32Array, { threshold, ties }: MassCut, filterValue: number): Float32Array {
  let left = ties;
  for (let token = scores.length - 1; token >= 0; token--) {
    const score = scores[token] as number;
    if (score < threshold || (score === threshold && left-- <= 0)) scores[token] = filterValue;
  }
  return scores;
}
