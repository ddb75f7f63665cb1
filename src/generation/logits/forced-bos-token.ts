/** @file The token after a prompt of one token, chosen beforehand. */
import { LogitsProcessor } from "./logits-processor";
import { force } from "./set-scores";

/**
 * Leaves one token possible where the row has one id. Python: `transformers.ForcedBOSTokenLogitsProcessor`.
 *
 * @example
 * ```ts
 * new ForcedBOSTokenLogitsProcessor(1).process([0], Float32Array.of(3, 4)); // Float32Array(2) [ -Infinity, 0 ]
 * ```
 */
export class ForcedBOSTokenLogitsProcessor extends LogitsProcessor {
  readonly bosTokenId: number;

  constructor(bosTokenId: number) {
    super();
    this.bosTokenId = bosTokenId;
  }

  override process(ids: readonly number[], scores: Float32Array): Float32Array {
    return ids.length === 1 ? force(scores, [this.bosTokenId]) : scores;
  }
}
