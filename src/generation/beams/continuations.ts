/** @file From the scores of a group's beams to the continuations among which it chooses. */
import type { Generator } from "../../core/random";
import { drawSeveral, weightsOf } from "../run/draw";
import { greatest } from "../run/greatest";
import type { Beam, Continuation } from "./beam-group";

/** Picks continuations from the sums of log-probabilities of all beams, laid one behind the other; the best come first. */
export type PickContinuations = (sums: Float32Array, count: number) => readonly number[];

/** The greatest sums. */
export const pickBest: PickContinuations = greatest;

/** Sums drawn by their share, without replacement, and then sorted. */
export function pickDrawn(random: Generator): PickContinuations {
  return (sums, count) => {
    const drawn = drawSeveral(weightsOf(sums), count, random);
    return drawn.sort((left, right) => (sums[right] ?? 0) - (sums[left] ?? 0) || left - right);
  };
}

/** The continuations that a group chooses among: twice as many as it has beams, and more where several tokens end texts. */
export function continuationsOf(
  beams: readonly Beam[],
  scores: readonly Float32Array[],
  ends: number,
  pick: PickContinuations,
): Continuation[] {
  const size = scores[0]?.length ?? 0;
  const sums = new Float32Array(beams.length * size);
  for (const [beam, own] of scores.entries()) {
    const before = beams[beam]?.score ?? 0;
    for (let token = 0; token < size; token++) sums[beam * size + token] = (own[token] as number) + before;
  }
  const count = Math.max(2, 1 + ends) * beams.length;
  return pick(sums, count).map((place) => ({
    parent: Math.floor(place / size),
    token: place % size,
    score: sums[place] ?? Number.NEGATIVE_INFINITY,
  }));
}
