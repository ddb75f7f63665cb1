/** @file Diversity of beam groups: what earlier groups took becomes less likely. */
import { argumentRangeError } from "../../core/errors";
import { type LogitsPlace, LogitsProcessor } from "./logits-processor";

/**
 * Takes a penalty off each token, as often as the groups before took it at this step (Vijayakumar et al. 2018).
 *
 * The tokens are `place.groupTokens`. Python: `transformers.HammingDiversityLogitsProcessor`, which also needs the numbers of
 * beams and groups to find them.
 *
 * @example
 * ```ts
 * const place = { row: 2, step: 0, promptLength: 1, groupTokens: [1, 1] };
 * new HammingDiversityLogitsProcessor(0.5).process([7], Float32Array.of(3, 4), place); // Float32Array(2) [ 3, 3 ]
 * ```
 */
export class HammingDiversityLogitsProcessor extends LogitsProcessor {
  readonly diversityPenalty: number;

  /** @param diversityPenalty A number above 0. */
  constructor(diversityPenalty: number) {
    super();
    if (!(diversityPenalty > 0) || !Number.isFinite(diversityPenalty))
      throw argumentRangeError({
        function: "HammingDiversityLogitsProcessor",
        parameter: "diversityPenalty",
        rule: "be a number above 0",
        value: diversityPenalty,
      });
    this.diversityPenalty = diversityPenalty;
  }

  override process(_ids: readonly number[], scores: Float32Array, { groupTokens = [] }: LogitsPlace): Float32Array {
    const times = new Map<number, number>();
    for (const token of groupTokens) times.set(token, (times.get(token) ?? 0) + 1);
    for (const [token, count] of times)
      if (token < scores.length) scores[token] = (scores[token] as number) - this.diversityPenalty * count;
    return scores;
  }
}
