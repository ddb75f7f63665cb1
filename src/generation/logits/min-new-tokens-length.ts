/** @file A least number of new tokens: no end token before it. */
import { argumentRangeError } from "../../core/errors";
import { whole } from "../config/field-rules";
import type { TokenIds } from "../config/generation-options";
import { type LogitsPlace, LogitsProcessor } from "./logits-processor";
import { idsOf, ruleOut } from "./set-scores";

/**
 * Rules out the end tokens while the row has fewer than `minNewTokens` new ones.
 *
 * Python: `transformers.MinNewTokensLengthLogitsProcessor`, which is told the prompt's length; here the place tells it.
 *
 * @example
 * ```ts
 * const place = { row: 0, step: 0, promptLength: 2 };
 * new MinNewTokensLengthLogitsProcessor(1, 0).process([4, 5], Float32Array.of(9, 1), place); // Float32Array(2) [ -Infinity, 1 ]
 * ```
 */
export class MinNewTokensLengthLogitsProcessor extends LogitsProcessor {
  readonly minNewTokens: number;
  readonly #ends: readonly number[];

  constructor(minNewTokens: number, eosTokenId: TokenIds) {
    super();
    const broken = whole(0)(minNewTokens);
    if (broken !== undefined)
      throw argumentRangeError({
        function: "MinNewTokensLengthLogitsProcessor",
        parameter: "minNewTokens",
        rule: broken,
        value: minNewTokens,
      });
    this.minNewTokens = minNewTokens;
    this.#ends = idsOf(eosTokenId);
  }

  override process(ids: readonly number[], scores: Float32Array, { promptLength }: LogitsPlace): Float32Array {
    return ids.length - promptLength < this.minNewTokens ? ruleOut(scores, this.#ends) : scores;
  }
}
