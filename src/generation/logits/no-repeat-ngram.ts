/** @file No n-gram twice: a run of tokens that occurred is not written again. */
import { argumentRangeError } from "../../core/errors";
import { LogitsProcessor } from "./logits-processor";

/**
 * Rules out every token that would end a run of `ngramSize` tokens which the row has already, its prompt included.
 *
 * Python: `transformers.NoRepeatNGramLogitsProcessor`.
 *
 * @example
 * ```ts
 * // 0 1 occurred, and the row ends in 0: no 1 now.
 * new NoRepeatNGramLogitsProcessor(2).process([0, 1, 0], Float32Array.of(5, 6, 7)); // Float32Array(3) [ 5, -Infinity, 7 ]
 * ```
 */
export class NoRepeatNGramLogitsProcessor extends LogitsProcessor {
  readonly ngramSize: number;

  /** @param ngramSize How many tokens a run has, from 1. */
  constructor(ngramSize: number) {
    super();
    if (!Number.isSafeInteger(ngramSize) || ngramSize < 1)
      throw argumentRangeError({
        function: "NoRepeatNGramLogitsProcessor",
        parameter: "ngramSize",
        rule: "be a whole number from 1",
        value: ngramSize,
      });
    this.ngramSize = ngramSize;
  }

  override process(ids: readonly number[], scores: Float32Array): Float32Array {
    const before = this.ngramSize - 1;
    const tail = ids.length - before;
    for (let start = 0; start < tail; start++) {
      let same = 0;
      while (same < before && ids[start + same] === ids[tail + same]) same++;
      const token = ids[start + before];
      if (same === before && token !== undefined && token < scores.length) scores[token] = Number.NEGATIVE_INFINITY;
    }
    return scores;
  }
}
