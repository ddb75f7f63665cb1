/** @file The last token of a row that reaches its greatest length, chosen beforehand. */
import type { TokenIds } from "../config/generation-options";
import { LogitsProcessor } from "./logits-processor";
import { force, idsOf } from "./set-scores";

/**
 * Leaves the end tokens alone possible where one more token makes the row `maxLength` long.
 *
 * Python: `transformers.ForcedEOSTokenLogitsProcessor`.
 *
 * @example
 * ```ts
 * new ForcedEOSTokenLogitsProcessor(3, 0).process([4, 5], Float32Array.of(3, 4)); // Float32Array(2) [ 0, -Infinity ]
 * ```
 */
export class ForcedEOSTokenLogitsProcessor extends LogitsProcessor {
  readonly maxLength: number;
  readonly #ends: readonly number[];

  constructor(maxLength: number, eosTokenId: TokenIds) {
    super();
    this.maxLength = maxLength;
    this.#ends = idsOf(eosTokenId);
  }

  override process(ids: readonly number[], scores: Float32Array): Float32Array {
    return ids.length === this.maxLength - 1 ? force(scores, this.#ends) : scores;
  }
}
