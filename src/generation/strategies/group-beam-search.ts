/** @file Diverse beam search: groups of beams, each of which avoids what the groups before it took (Vijayakumar et al. 2018). */
import { pickBest } from "../beams/continuations";
import { searchBeams } from "../beams/search-beams";
import type { GenerationRun, StrategyResult } from "../run/generation-run";

/**
 * Beams in `numBeamGroups` groups. The `diversityPenalty` is a logits processor that reads what earlier groups took.
 *
 * Python: `GenerationMixin._group_beam_search`.
 */
export function groupBeamSearch(run: GenerationRun): Promise<StrategyResult> {
  return searchBeams(run, { pickFor: () => pickBest });
}
