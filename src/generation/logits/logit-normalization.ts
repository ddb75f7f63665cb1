/** @file Scores as log-probabilities. */

import { logSumExp } from "./log-sum-exp";
import { LogitsProcessor } from "./logits-processor";

/**
 * Makes the scores logarithms of probabilities that add up to 1. Python: `transformers.LogitNormalization`.
 *
 * @example
 * ```ts
 * new LogitNormalization().process([7], Float32Array.of(5, 5)); // Float32Array(2) [ -0.6931471824645996, -0.6931471824645996 ]
 * ```
 */
export class LogitNormalization extends LogitsProcessor {
  override process(_ids: readonly number[], scores: Float32Array): Float32Array {
    const normaliser = logSumExp(scores);
    if (!Number.isFinite(normaliser)) return scores;
    for (let token = 0; token < scores.length; token++) scores[token] = (scores[token] as number) - normaliser;
    return scores;
  }
}
