/** @file Bias for runs of tokens: the last token gets it where the others stand before. */
import { argumentRangeError, argumentTypeError } from "../../core/errors";
import { biasedIds } from "../config/field-rules";
import { LogitsProcessor } from "./logits-processor";

/** A run of tokens and what its last token's score gets. */
export type BiasedSequence = readonly [ids: readonly number[], bias: number];

/**
 * Adds a bias to the last token of each run, where the row ends in the tokens before it.
 *
 * A word can be several runs: with and without a space before it.
 *
 * Python: `transformers.SequenceBiasLogitsProcessor`.
 *
 * @example
 * ```ts
 * const processor = new SequenceBiasLogitsProcessor([[[2], -1], [[1, 0], 10]]);
 * processor.process([2, 1], Float32Array.of(5, 6, 7)); // Float32Array(3) [ 15, 6, 6 ]
 * ```
 */
export class SequenceBiasLogitsProcessor extends LogitsProcessor {
  readonly #sequences: readonly BiasedSequence[];
  readonly #greatest: number;

  /** @param sequenceBias Runs with their biases; of equal runs the last one counts. */
  constructor(sequenceBias: readonly BiasedSequence[]) {
    super();
    const broken = biasedIds(sequenceBias);
    if (broken !== undefined)
      throw argumentTypeError({
        function: this.constructor.name,
        parameter: "sequenceBias",
        rule: broken,
        value: sequenceBias,
      });
    this.#sequences = [...new Map(sequenceBias.map((sequence) => [sequence[0].join(), sequence])).values()];
    this.#greatest = Math.max(...this.#sequences.map(([ids]) => Math.max(...ids)));
  }

  override process(ids: readonly number[], scores: Float32Array): Float32Array {
    if (this.#greatest >= scores.length)
      throw argumentRangeError({
        function: this.constructor.name,
        parameter: "sequenceBias",
        rule: `have ids below the vocabulary's ${scores.length}`,
        value: this.#greatest,
        next: "Take the ids from the model's own tokenizer.",
      });
    for (const [sequence, bias] of this.#sequences) {
      const last = sequence.length - 1;
      const token = sequence[last] as number;
      // Python leaves out runs that are longer than the row, though their last token is yet to come.
      if (last > 0 && (sequence.length > ids.length || !endsWith(ids, sequence, last))) continue;
      scores[token] = (scores[token] as number) + bias;
    }
    return scores;
  }
}

/** Whether the row ends in the first `count` tokens of a run. */
function endsWith(ids: readonly number[], sequence: readonly number[], count: number): boolean {
  const start = ids.length - count;
  for (let place = 0; place < count; place++) if (ids[start + place] !== sequence[place]) return false;
  return true;
}
