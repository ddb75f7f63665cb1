/** @file A least length: no end token before it. */
import { argumentRangeError } from "../../core/errors";
import { whole } from "../config/field-rules";
import type { TokenIds } from "../config/generation-options";
import { LogitsProcessor } from "./logits-processor";
import { idsOf, ruleOut } from "./set-scores";

/**
 * Rules out the end tokens while the row, prompt included, is shorter than `minLength`.
 *
 * Python: `transformers.MinLengthLogitsProcessor`.
 *
 * @example
 * ```ts
 * new MinLengthLogitsProcessor(3, 0).process([4, 5], Float32Array.of(9, 1)); // Float32Array(2) [ -Infinity, 1 ]
 * ```
 */
export class MinLengthLogitsProcessor extends LogitsProcessor {
  readonly minLength: number;
  readonly #ends: readonly number[];

  constructor(minLength: number, eosTokenId: TokenIds) {
    super();
    const broken = whole(0)(minLength);
    if (broken !== undefined)
      throw argumentRangeError({
        function: "MinLengthLogitsProcessor",
        parameter: "minLength",
        rule: broken,
        value: minLength,
      });
    this.minLength = minLength;
    this.#ends = idsOf(eosTokenId);
  }

  override process(ids: readonly number[], scores: Float32Array): Float32Array {
    return ids.length < this.minLength ? ruleOut(scores, this.#ends) : scores;
  }
}
