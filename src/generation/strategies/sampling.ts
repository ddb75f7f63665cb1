/** @file Multinomial sampling: a token drawn by its probability, as the processors have left it. */
import { drawToken } from "../run/draw";
import type { GenerationRun, StrategyResult } from "../run/generation-run";
import { continueRows } from "./continue-rows";

/**
 * Continues each prompt by drawn tokens, `numReturnSequences` times. Python: `GenerationMixin._sample` with `do_sample`.
 *
 * Each row draws from numbers of its own, so that the rows beside it do not change what it gets.
 */
export function sampling(run: GenerationRun): Promise<StrategyResult> {
  const copies = run.config.numReturnSequences;
  const generators = Array.from({ length: run.prompts.length * copies }, (_, row) => run.random(row));
  return continueRows(run, (scores, row) => drawToken(scores, generators[row] ?? run.random(row)), copies);
}
