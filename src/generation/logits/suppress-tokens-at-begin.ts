/** @file Tokens that do not occur as the first new one. */
import { LogitsProcessor } from "./logits-processor";
import { ruleOut } from "./set-scores";

/**
 * Rules out tokens where the row has `beginIndex` ids, and nowhere else.
 *
 * Python: `transformers.SuppressTokensAtBeginLogitsProcessor`.
 *
 * @example
 * ```ts
 * new SuppressTokensAtBeginLogitsProcessor([1], 1).process([0], Float32Array.of(3, 4)); // Float32Array(2) [ 3, -Infinity ]
 * ```
 */
export class SuppressTokensAtBeginLogitsProcessor extends LogitsProcessor {
  readonly beginIndex: number;
  readonly #tokens: readonly number[];

  /** @param beginIndex The length of the prompt, padding included. */
  constructor(beginSuppressTokens: readonly number[], beginIndex: number) {
    super();
    this.#tokens = [...beginSuppressTokens];
    this.beginIndex = beginIndex;
  }

  override process(ids: readonly number[], scores: Float32Array): Float32Array {
    return ids.length === this.beginIndex ? ruleOut(scores, this.#tokens) : scores;
  }
}
