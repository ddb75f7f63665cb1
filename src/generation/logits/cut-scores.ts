/** @file Taking tokens out of the choice: scores below a threshold become the filter value. */
import { argumentRangeError } from "../../core/errors";
import { highestOf } from "./log-sum-exp";
import { kthGreatest } from "./select";

/** Options of the processors that take tokens out of the choice. */
export interface CutOptions {
  /** The score of a token that is out. @default -Infinity */
  filterValue?: number;
  /** How many tokens stay at least. @default 1 */
  minTokensToKeep?: number;
}

/** The options with their defaults, checked. */
export function readCutOptions(
  caller: string,
  { filterValue = Number.NEGATIVE_INFINITY, minTokensToKeep = 1 }: CutOptions,
): Required<CutOptions> {
  if (!Number.isSafeInteger(minTokensToKeep) || minTokensToKeep < 1)
    throw argumentRangeError({
      function: caller,
      parameter: "minTokensToKeep",
      rule: "be a whole number from 1",
      value: minTokensToKeep,
    });
  return { filterValue, minTokensToKeep };
}

/** The probability below which a token may be out, checked. */
export function readEpsilon(caller: string, epsilon: number): number {
  if (epsilon > 0 && epsilon < 1) return epsilon;
  const rule = "be a number above 0 and below 1";
  throw argumentRangeError({ function: caller, parameter: "epsilon", rule, value: epsilon });
}

/** Filters every score below `threshold`, in place. */
export function cutBelow(scores: Float32Array, threshold: number, filterValue: number): Float32Array {
  for (let token = 0; token < scores.length; token++)
    if ((scores[token] as number) < threshold) scores[token] = filterValue;
  return scores;
}

/** As {@link cutBelow}, but never below the `count`-th greatest score: tokens that equal it stay too. */
export function cutBelowButKeep(
  scores: Float32Array,
  threshold: number,
  { filterValue, minTokensToKeep }: Required<CutOptions>,
): Float32Array {
  const enough =
    minTokensToKeep === 1 ? highestOf(scores) : kthGreatest(scores, Math.min(minTokensToKeep, scores.length));
  return cutBelow(scores, Math.min(threshold, enough), filterValue);
}
