/** @file The best ended beams of every prompt as rows of one length. */
import type { GenerationRun, StrategyResult } from "../run/generation-run";
import type { BeamGroup } from "./beam-group";

/**
 * Takes the `numReturnSequences` best of each prompt, over all its groups. Python: `BeamSearchScorer.finalize`.
 *
 * A row that is shorter than the longest gets the end token behind it, and then padding.
 */
export function finishBeams(run: GenerationRun, prompts: readonly (readonly BeamGroup[])[]): StrategyResult {
  const best = prompts.flatMap((groups) => {
    const all = groups.flatMap((group) => group.finish());
    // Of equal scores the one that came last is first, as Python takes them from the end of a sorted list.
    const order = all.map((hypothesis, place) => ({ hypothesis, place }));
    order.sort((left, right) => right.hypothesis.score - left.hypothesis.score || right.place - left.place);
    return order.slice(0, run.config.numReturnSequences).map(({ hypothesis }) => hypothesis);
  });
  const width = Math.min(Math.max(...best.map(({ ids }) => ids.length)) + 1, run.maxLength);
  const end = run.config.eosTokenIds[0];
  const closed = best.map(({ ids }) => (ids.length < width && end !== undefined ? [...ids, end] : [...ids]));
  return {
    sequences: run.padded(closed),
    sequenceScores: best.map(({ score }) => Math.fround(score)),
    beamIndices: best.map(({ beamIndices }) => {
      const missing = Math.max(0, width - run.promptLength - beamIndices.length);
      return [...beamIndices, ...new Array<number>(missing).fill(-1)];
    }),
  };
}
