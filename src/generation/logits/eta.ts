/** @file Eta sampling: epsilon's threshold, lower where the distribution is flat. */
import { type CutOptions, cutBelowButKeep, readCutOptions, readEpsilon } from "./cut-scores";
import { spreadOf } from "./log-sum-exp";
import { LogitsProcessor } from "./logits-processor";

/**
 * Keeps the tokens of at least the probability min(ε, √ε · e^-entropy) (Hewitt et al. 2022), and the likeliest one in any case.
 *
 * Python: `transformers.EtaLogitsWarper`.
 *
 * @example
 * ```ts
 * const scores = Float32Array.of(0.7, 0.28, 0.02).map(Math.log);
 * new EtaLogitsWarper(0.05).process([1], scores).map(Math.exp); // Float32Array(3) [ 0.699999988079071, 0.2800000011920929, 0 ]
 * ```
 */
export class EtaLogitsWarper extends LogitsProcessor {
  readonly epsilon: number;
  readonly #options: Required<CutOptions>;

  /** @param epsilon Above 0 and below 1; useful values are 0.0003 to 0.004. */
  constructor(epsilon: number, options: CutOptions = {}) {
    super();
    this.epsilon = readEpsilon("EtaLogitsWarper", epsilon);
    this.#options = readCutOptions("EtaLogitsWarper", options);
  }

  override process(_ids: readonly number[], scores: Float32Array): Float32Array {
    const { normaliser, entropy } = spreadOf(scores);
    const eta = Math.min(this.epsilon, Math.sqrt(this.epsilon) * Math.exp(-entropy));
    return cutBelowButKeep(scores, Math.log(eta) + normaliser, this.#options);
  }
}
