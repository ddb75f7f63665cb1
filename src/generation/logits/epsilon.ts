/** @file Epsilon sampling: tokens of at least a probability. */
import { type CutOptions, cutBelowButKeep, readCutOptions, readEpsilon } from "./cut-scores";
import { logSumExp } from "./log-sum-exp";
import { LogitsProcessor } from "./logits-processor";

/**
 * Keeps the tokens of at least the probability `epsilon` (Hewitt et al. 2022), and the likeliest one in any case.
 *
 * Python: `transformers.EpsilonLogitsWarper`.
 *
 * @example
 * ```ts
 * const scores = Float32Array.of(0.7, 0.28, 0.02).map(Math.log);
 * new EpsilonLogitsWarper(0.05).process([1], scores).map(Math.exp); // Float32Array(3) [ 0.699999988079071, 0.2800000011920929, 0 ]
 * ```
 */
export class EpsilonLogitsWarper extends LogitsProcessor {
  readonly epsilon: number;
  readonly #options: Required<CutOptions>;

  /** @param epsilon Above 0 and below 1; useful values are 0.0003 to 0.0009. */
  constructor(epsilon: number, options: CutOptions = {}) {
    super();
    this.epsilon = readEpsilon("EpsilonLogitsWarper", epsilon);
    this.#options = readCutOptions("EpsilonLogitsWarper", options);
  }

  override process(_ids: readonly number[], scores: Float32Array): Float32Array {
    return cutBelowButKeep(scores, Math.log(this.epsilon) + logSumExp(scores), this.#options);
  }
}
