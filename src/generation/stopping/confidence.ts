/** @file The end of a draft that is no longer sure. */
import { argumentRangeError } from "../../core/errors";
import { logSumExp } from "../logits/log-sum-exp";
import { StoppingCriteria, type StoppingPlace } from "./stopping-criteria";

/**
 * Ends a draft whose last token was less likely than a threshold, by the scores in its place.
 *
 * Python: `transformers.generation.ConfidenceCriteria`, which assisted decoding gives to its draft model.
 *
 * @example
 * ```ts
 * const place = { row: 0, step: 1, promptLength: 1, scores: Float32Array.of(0, 0) };
 * new ConfidenceCriteria(0.6).shouldStop([7, 1], place); // true: the token had a probability of 0.5
 * ```
 */
export class ConfidenceCriteria extends StoppingCriteria {
  readonly threshold: number;

  /** @param threshold A probability. */
  constructor(threshold: number) {
    super();
    if (!(threshold >= 0 && threshold <= 1))
      throw argumentRangeError({
        function: "ConfidenceCriteria",
        parameter: "threshold",
        rule: "be a number from 0 to 1",
        value: threshold,
      });
    this.threshold = threshold;
  }

  override shouldStop(ids: readonly number[], { scores }: StoppingPlace): boolean {
    const score = scores?.[ids.at(-1) ?? -1];
    if (scores === undefined || score === undefined) return false;
    return Math.exp(score - logSumExp(scores)) < this.threshold;
  }
}
