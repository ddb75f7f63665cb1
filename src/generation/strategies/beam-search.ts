/** @file Beam search: several continuations at once, the best ones by the sum of their log-probabilities. */
import { pickBest } from "../beams/continuations";
import { searchBeams } from "../beams/search-beams";
import type { GenerationRun, StrategyResult } from "../run/generation-run";

/** Finds likely whole texts rather than likely next tokens. Python: `GenerationMixin._beam_search`. */
export function beamSearch(run: GenerationRun): Promise<StrategyResult> {
  return searchBeams(run, { pickFor: () => pickBest });
}
