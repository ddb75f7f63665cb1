/** @file Min-p: tokens that are not much less likely than the likeliest one. */
import { argumentRangeError } from "../../core/errors";
import { type CutOptions, cutBelowButKeep, readCutOptions } from "./cut-scores";
import { highestOf } from "./log-sum-exp";
import { LogitsProcessor } from "./logits-processor";

/**
 * Keeps the tokens that have at least this share of the likeliest token's probability.
 *
 * Python: `transformers.MinPLogitsWarper`.
 *
 * @example
 * ```ts
 * const scores = Float32Array.of(0.5, 0.1, 0.4).map(Math.log);
 * new MinPLogitsWarper(0.3).process([1], scores).map(Math.exp); // Float32Array(3) [ 0.5, 0, 0.4000000059604645 ]
 * ```
 */
export class MinPLogitsWarper extends LogitsProcessor {
  readonly minP: number;
  readonly #options: Required<CutOptions>;

  /** @param minP From 0 (all tokens) to 1 (the likeliest alone). */
  constructor(minP: number, options: CutOptions = {}) {
    super();
    if (!(minP >= 0 && minP <= 1))
      throw argumentRangeError({
        function: "MinPLogitsWarper",
        parameter: "minP",
        rule: "be a number from 0 to 1",
        value: minP,
      });
    this.#options = readCutOptions("MinPLogitsWarper", options);
    this.minP = minP;
  }

  override process(_ids: readonly number[], scores: Float32Array): Float32Array {
    return cutBelowButKeep(scores, highestOf(scores) + Math.log(this.minP), this.#options);
  }
}
