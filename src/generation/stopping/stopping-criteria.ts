/** @file What ends a row: the class that every stopping criterion extends. */

/** Where a row stands when it is asked whether it ends. */
export interface StoppingPlace {
  /** Which row of the batch this is, from 0. */
  readonly row: number;
  /** How many new tokens the row has, the last one included. */
  readonly step: number;
  /** How many of the row's ids are the prompt, its padding included: `ids.length === promptLength + step`. */
  readonly promptLength: number;
  /** The scores that the last token was chosen by; left out where the strategy has none at hand. */
  readonly scores?: Float32Array;
}

/**
 * Says after each new token whether a row ends. Extend it to write your own.
 *
 * Python: `transformers.StoppingCriteria`, whose `__call__` takes a batch where `shouldStop` takes a row.
 *
 * @example
 * ```ts
 * class StopAfterTwoEqual extends StoppingCriteria {
 *   override shouldStop(ids: readonly number[]): boolean {
 *     return ids.length > 1 && ids.at(-1) === ids.at(-2);
 *   }
 * }
 * new StopAfterTwoEqual().shouldStop([5, 8, 8]); // true
 * ```
 */
export abstract class StoppingCriteria {
  /**
   * Whether the row ends with its last token, which is kept.
   *
   * @param ids The row so far, as the model sees it: padding on the left, prompt, new tokens. Not to be changed.
   * @param place Where the row stands.
   */
  abstract shouldStop(ids: readonly number[], place: StoppingPlace): boolean;
}
