/** @file Greedy search: the likeliest token, again and again. */
import type { GenerationRun, StrategyResult } from "../run/generation-run";
import { argmax } from "../run/greatest";
import { continueRows } from "./continue-rows";

/** Continues each prompt by the likeliest tokens. Python: `GenerationMixin._sample` without `do_sample`. */
export function greedySearch(run: GenerationRun): Promise<StrategyResult> {
  return continueRows(run, argmax, 1);
}
