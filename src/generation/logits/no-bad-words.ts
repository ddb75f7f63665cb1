/** @file Runs of tokens that must not occur. */
import { argumentRangeError, argumentTypeError } from "../../core/errors";
import { idLists } from "../config/field-rules";
import type { TokenIds } from "../config/generation-options";
import { LogitsProcessor } from "./logits-processor";
import { SequenceBiasLogitsProcessor } from "./sequence-bias";

/**
 * Rules out runs of tokens. A run that is one token which ends texts is let through, or no text could end.
 *
 * Python: `transformers.NoBadWordsLogitsProcessor`.
 *
 * @example
 * ```ts
 * const processor = new NoBadWordsLogitsProcessor([[2], [1, 0]]);
 * processor.process([2, 1], Float32Array.of(5, 6, 7)); // Float32Array(3) [ -Infinity, 6, -Infinity ]
 * ```
 */
export class NoBadWordsLogitsProcessor extends LogitsProcessor {
  readonly #bias: SequenceBiasLogitsProcessor | undefined;
  readonly #greatest: number;

  /** @param badWordsIds Runs of ids: `tokenizer.encode(words, { addSpecialTokens: false }).input_ids`. */
  constructor(badWordsIds: readonly (readonly number[])[], options: { eosTokenId?: TokenIds } = {}) {
    super();
    const broken = idLists(badWordsIds);
    if (broken !== undefined)
      throw argumentTypeError({
        function: "NoBadWordsLogitsProcessor",
        parameter: "badWordsIds",
        rule: broken,
        value: badWordsIds,
      });
    const ends = [options.eosTokenId ?? []].flat();
    const banned = badWordsIds.filter(([first = -1, ...others]) => others.length > 0 || !ends.includes(first));
    this.#greatest = Math.max(...badWordsIds.map((ids) => Math.max(...ids)));
    this.#bias =
      banned.length === 0
        ? undefined
        : new SequenceBiasLogitsProcessor(banned.map((ids) => [ids, Number.NEGATIVE_INFINITY]));
  }

  override process(ids: readonly number[], scores: Float32Array): Float32Array {
    if (this.#greatest >= scores.length)
      throw argumentRangeError({
        function: "NoBadWordsLogitsProcessor",
        parameter: "badWordsIds",
        rule: `have ids below the vocabulary's ${scores.length}`,
        value: this.#greatest,
        next: "Take the ids from the model's own tokenizer.",
      });
    return this.#bias?.process(ids, scores) ?? scores;
  }
}
