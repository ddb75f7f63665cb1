/** @file What may change the scores of the next token: the class that every processor extends. */

/** Where a row of scores stands in a generation. */
export interface LogitsPlace {
  /** Which row of the batch this is, from 0. With several sequences or beams a prompt, its rows follow each other. */
  readonly row: number;
  /** How many new tokens the row has already: 0 where the first one is chosen. */
  readonly step: number;
  /** How many of the row's ids are the prompt, its padding included: `ids.length === promptLength + step`. */
  readonly promptLength: number;
  /** How many of the prompt's ids are padding on the left. @default 0 */
  readonly padding?: number;
  /**
   * Of group beam search: the tokens that the groups before this one took at this step for the same prompt, one for each
   * of their beams. Empty or left out for the first group and without groups.
   */
  readonly groupTokens?: readonly number[];
}

/**
 * Changes the scores of the next token, one row at a time. Extend it to write your own.
 *
 * Python: `transformers.LogitsProcessor`, whose `__call__` takes a batch where `process` takes a row.
 *
 * @example
 * ```ts
 * class NoEvenTokens extends LogitsProcessor {
 *   override process(ids: readonly number[], scores: Float32Array): Float32Array {
 *     for (let token = 0; token < scores.length; token += 2) scores[token] = -Infinity;
 *     return scores;
 *   }
 * }
 * new NoEvenTokens().process([7], Float32Array.of(1, 2, 3, 4)); // Float32Array(4) [ -Infinity, 2, -Infinity, 4 ]
 * ```
 */
export abstract class LogitsProcessor {
  /**
   * The scores to go on with.
   *
   * `scores` belongs to the processor: it may be changed in place and returned, or left alone and another array of the same
   * length returned. Who calls hands over a copy where the scores before are still needed.
   *
   * @param ids The row so far, as the model sees it: padding on the left, prompt, new tokens. Not to be changed.
   * @param scores One number a token of the vocabulary: logits, or log-probabilities under beam search.
   * @param place Where the row stands.
   */
  abstract process(ids: readonly number[], scores: Float32Array, place: LogitsPlace): Float32Array;
}
