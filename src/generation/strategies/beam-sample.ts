/** @file Beam search with drawing: which continuations go on is drawn by their probabilities. */
import { pickDrawn } from "../beams/continuations";
import { searchBeams } from "../beams/search-beams";
import type { GenerationRun, StrategyResult } from "../run/generation-run";

/** Beams over drawn continuations. Python: `GenerationMixin._beam_search` with `do_sample`. */
export function beamSample(run: GenerationRun): Promise<StrategyResult> {
  return searchBeams(run, { pickFor: (prompt) => pickDrawn(run.random(prompt)) });
}
