/** @file The end becomes likelier with every token beyond a length. */
import { argumentRangeError } from "../../core/errors";
import { startAndFactor } from "../config/field-rules";
import type { TokenIds } from "../config/generation-options";
import { type LogitsPlace, LogitsProcessor } from "./logits-processor";
import { idsOf } from "./set-scores";

/**
 * Raises the end tokens' scores by their size times `factor` to the power of the tokens since `start`, less 1.
 *
 * Python: `transformers.ExponentialDecayLengthPenalty`, which is told the prompt's length; here the place tells it.
 *
 * @example
 * ```ts
 * const place = { row: 0, step: 2, promptLength: 1 };
 * const processor = new ExponentialDecayLengthPenalty([1, 3], 0);
 * processor.process([7, 8, 9], Float32Array.of(-2, 4), place); // Float32Array(2) [ 2, 4 ]
 * ```
 */
export class ExponentialDecayLengthPenalty extends LogitsProcessor {
  readonly #start: number;
  readonly #factor: number;
  readonly #ends: readonly number[];

  /** @param decay `[start, factor]`: after how many new tokens it begins, and how fast it grows. */
  constructor(decay: readonly [start: number, factor: number], eosTokenId: TokenIds) {
    super();
    const broken = startAndFactor(decay);
    if (broken !== undefined)
      throw argumentRangeError({
        function: "ExponentialDecayLengthPenalty",
        parameter: "decay",
        rule: broken,
        value: decay,
      });
    [this.#start, this.#factor] = decay;
    this.#ends = idsOf(eosTokenId);
  }

  override process(ids: readonly number[], scores: Float32Array, { promptLength }: LogitsPlace): Float32Array {
    const beyond = ids.length - promptLength - this.#start;
    if (beyond <= 0) return scores;
    const growth = this.#factor ** beyond - 1;
    for (const token of this.#ends) {
      const score = scores[token];
      if (score !== undefined) scores[token] = score + Math.abs(score) * growth;
    }
    return scores;
  }
}
