/** @file Top-k: the k likeliest tokens. */
import { argumentRangeError } from "../../core/errors";
import { type CutOptions, cutBelow, readCutOptions } from "./cut-scores";
import { LogitsProcessor } from "./logits-processor";
import { kthGreatest } from "./select";

/**
 * Keeps the k greatest scores (Fan et al. 2018), and those that equal the last of them.
 *
 * Python: `transformers.TopKLogitsWarper`.
 *
 * @example
 * ```ts
 * new TopKLogitsWarper(2).process([1], Float32Array.of(1, 3, 2)); // Float32Array(3) [ -Infinity, 3, 2 ]
 * ```
 */
export class TopKLogitsWarper extends LogitsProcessor {
  readonly topK: number;
  readonly #options: Required<CutOptions>;

  /** @param topK How many tokens stay, from 1; all where the vocabulary has fewer. */
  constructor(topK: number, options: CutOptions = {}) {
    super();
    if (!Number.isSafeInteger(topK) || topK < 1)
      throw argumentRangeError({
        function: "TopKLogitsWarper",
        parameter: "topK",
        rule: "be a whole number from 1",
        value: topK,
      });
    this.#options = readCutOptions("TopKLogitsWarper", options);
    this.topK = Math.max(topK, this.#options.minTokensToKeep);
  }

  override process(_ids: readonly number[], scores: Float32Array): Float32Array {
    if (this.topK >= scores.length) return scores;
    return cutBelow(scores, kthGreatest(scores, this.topK), this.#options.filterValue);
  }
}
