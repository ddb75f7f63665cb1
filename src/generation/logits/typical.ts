/** @file Locally typical sampling: tokens that surprise about as much as the distribution lets expect. */
import { argumentRangeError } from "../../core/errors";
import { type CutOptions, readCutOptions } from "./cut-scores";
import { spreadOf } from "./log-sum-exp";
import { LogitsProcessor } from "./logits-processor";
import { cutByMass, kthGreatest } from "./select";

/**
 * Keeps the tokens whose surprise is nearest to the entropy, until they have the probability `mass` (Meister et al. 2022).
 *
 * Python: `transformers.TypicalLogitsWarper`.
 *
 * @example
 * ```ts
 * const scores = Float32Array.of(0.7, 0.2, 0.1).map(Math.log);
 * new TypicalLogitsWarper(0.2).process([1], scores).map(Math.exp); // Float32Array(3) [ 0.699999988079071, 0, 0 ]
 * ```
 */
export class TypicalLogitsWarper extends LogitsProcessor {
  readonly mass: number;
  readonly #options: Required<CutOptions>;

  /** @param mass Above 0 and below 1. */
  constructor(mass = 0.9, options: CutOptions = {}) {
    super();
    if (!(mass > 0 && mass < 1))
      throw argumentRangeError({
        function: "TypicalLogitsWarper",
        parameter: "mass",
        rule: "be a number above 0 and below 1",
        value: mass,
      });
    this.#options = readCutOptions("TypicalLogitsWarper", options);
    this.mass = mass;
  }

  override process(_ids: readonly number[], scores: Float32Array): Float32Array {
    const probabilities = new Float64Array(scores.length);
    const { normaliser, entropy } = spreadOf(scores, probabilities);
    if (!Number.isFinite(normaliser)) return scores;
    // The nearer to the entropy, the greater.
    const nearness = new Float32Array(scores.length);
    for (let token = 0; token < scores.length; token++)
      nearness[token] = -Math.abs((scores[token] as number) - normaliser + entropy);
    const { filterValue, minTokensToKeep } = this.#options;
    const { threshold } = cutByMass(nearness, probabilities, this.mass);
    const least = Math.min(threshold, kthGreatest(nearness, Math.min(minTokensToKeep, scores.length)));
    for (let token = 0; token < scores.length; token++)
      if ((nearness[token] as number) < least) scores[token] = filterValue;
    return scores;
  }
}
