/** @file Repetition penalty: tokens that the row has already become less likely. */
import { argumentRangeError } from "../../core/errors";
import { LogitsProcessor } from "./logits-processor";

/**
 * Divides the scores above 0 of tokens that occurred, and multiplies those below 0 (Keskar et al. 2019). Each token counts
 * once, however often it occurred; the prompt counts, and so does its padding, as in Python.
 *
 * Python: `transformers.RepetitionPenaltyLogitsProcessor`.
 *
 * @example
 * ```ts
 * new RepetitionPenaltyLogitsProcessor(2).process([0, 1], Float32Array.of(3, -1, 5)); // Float32Array(3) [ 1.5, -2, 5 ]
 * ```
 */
export class RepetitionPenaltyLogitsProcessor extends LogitsProcessor {
  readonly penalty: number;

  /** @param penalty Above 0; below 1 it favours repetition. */
  constructor(penalty: number) {
    super();
    if (!(penalty > 0) || !Number.isFinite(penalty))
      throw argumentRangeError({
        function: "RepetitionPenaltyLogitsProcessor",
        parameter: "penalty",
        rule: "be a number above 0",
        value: penalty,
      });
    this.penalty = penalty;
  }

  override process(ids: readonly number[], scores: Float32Array): Float32Array {
    for (const token of new Set(ids)) {
      const score = scores[token];
      if (score !== undefined) scores[token] = score < 0 ? score * this.penalty : score / this.penalty;
    }
    return scores;
  }
}
