/** @file The end at a greatest length. */
import { argumentRangeError } from "../../core/errors";
import { whole } from "../config/field-rules";
import { StoppingCriteria } from "./stopping-criteria";

/**
 * Ends a row that has `maxLength` tokens, prompt and padding included. Python: `transformers.MaxLengthCriteria`.
 *
 * @example
 * ```ts
 * new MaxLengthCriteria(3).shouldStop([7, 8, 9]); // true
 * ```
 */
export class MaxLengthCriteria extends StoppingCriteria {
  readonly maxLength: number;

  constructor(maxLength: number) {
    super();
    const broken = whole(1)(maxLength);
    if (broken !== undefined)
      throw argumentRangeError({
        function: "MaxLengthCriteria",
        parameter: "maxLength",
        rule: broken,
        value: maxLength,
      });
    this.maxLength = maxLength;
  }

  override shouldStop(ids: readonly number[]): boolean {
    return ids.length >= this.maxLength;
  }
}
