/** @file The end after some time. */
import { argumentRangeError } from "../../core/errors";
import { StoppingCriteria } from "./stopping-criteria";

/**
 * Ends every row once `maxTime` seconds have passed. A step that has begun is finished. Python: `transformers.MaxTimeCriteria`.
 *
 * @example
 * ```ts
 * const criterion = new MaxTimeCriteria(0.5); // its clock runs from here
 * criterion.shouldStop([7]); // false
 * ```
 */
export class MaxTimeCriteria extends StoppingCriteria {
  readonly maxTime: number;
  readonly #start: number;

  /**
   * @param maxTime Seconds, above 0.
   * @param options `initialTimestamp`: when the clock began, as `performance.now()` gives it; now without it.
   */
  constructor(maxTime: number, options: { initialTimestamp?: number | undefined } = {}) {
    super();
    if (!(maxTime > 0))
      throw argumentRangeError({
        function: "MaxTimeCriteria",
        parameter: "maxTime",
        rule: "be a number of seconds above 0",
        value: maxTime,
      });
    this.maxTime = maxTime;
    this.#start = options.initialTimestamp ?? performance.now();
  }

  override shouldStop(): boolean {
    return performance.now() - this.#start > this.maxTime * 1000;
  }
}
