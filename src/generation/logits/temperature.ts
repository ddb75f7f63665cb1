/** @file Temperature: how much the likeliest tokens stand out. */
import { argumentRangeError } from "../../core/errors";
import { LogitsProcessor } from "./logits-processor";

/**
 * Divides the scores: below 1 likely tokens become likelier, above 1 unlikely ones.
 *
 * Python: `transformers.TemperatureLogitsWarper`.
 *
 * @example
 * ```ts
 * new TemperatureLogitsWarper(0.5).process([1], Float32Array.of(1, 2, -3)); // Float32Array(3) [ 2, 4, -6 ]
 * ```
 */
export class TemperatureLogitsWarper extends LogitsProcessor {
  readonly temperature: number;

  /** @param temperature A number above 0. */
  constructor(temperature: number) {
    super();
    if (!(temperature > 0) || !Number.isFinite(temperature))
      throw argumentRangeError({
        function: "TemperatureLogitsWarper",
        parameter: "temperature",
        rule: "be a number above 0",
        value: temperature,
        next: "The nearer to 0, the surer the likeliest token; for that one alone draw nothing.",
      });
    this.temperature = temperature;
  }

  override process(_ids: readonly number[], scores: Float32Array): Float32Array {
    for (let token = 0; token < scores.length; token++) scores[token] = (scores[token] as number) / this.temperature;
    return scores;
  }
}
