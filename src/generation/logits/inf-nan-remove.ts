/** @file Scores that are no numbers, or infinite, become finite. */
import { LogitsProcessor } from "./logits-processor";

/** The greatest 32-bit float. */
const GREATEST = 3.4028234663852886e38;

/**
 * Makes NaN 0, and infinite scores the greatest and least finite ones. A model that needs it is broken somewhere else.
 *
 * Python: `transformers.InfNanRemoveLogitsProcessor`.
 *
 * @example
 * ```ts
 * new InfNanRemoveLogitsProcessor().process([7], Float32Array.of(Number.NaN, 4)); // Float32Array(2) [ 0, 4 ]
 * ```
 */
export class InfNanRemoveLogitsProcessor extends LogitsProcessor {
  override process(_ids: readonly number[], scores: Float32Array): Float32Array {
    for (let token = 0; token < scores.length; token++) {
      const score = scores[token] as number;
      if (Number.isNaN(score)) scores[token] = 0;
      else if (!Number.isFinite(score)) scores[token] = score > 0 ? GREATEST : -GREATEST;
    }
    return scores;
  }
}
