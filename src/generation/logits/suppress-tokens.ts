/** @file Tokens that never occur. */
import { LogitsProcessor } from "./logits-processor";
import { ruleOut } from "./set-scores";

/**
 * Rules out tokens at every step. Python: `transformers.SuppressTokensLogitsProcessor`.
 *
 * @example
 * ```ts
 * new SuppressTokensLogitsProcessor([1]).process([0], Float32Array.of(3, 4)); // Float32Array(2) [ 3, -Infinity ]
 * ```
 */
export class SuppressTokensLogitsProcessor extends LogitsProcessor {
  readonly #tokens: readonly number[];

  constructor(suppressTokens: readonly number[]) {
    super();
    this.#tokens = [...suppressTokens];
  }

  override process(_ids: readonly number[], scores: Float32Array): Float32Array {
    return ruleOut(scores, this.#tokens);
  }
}
