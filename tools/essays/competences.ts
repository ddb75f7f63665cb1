/** @file How the five competences are drawn: one ability a writer, five levels that scatter around it. */
import { bell, chance, type RandomSource } from "../text/random-source";
import type { Level, Levels } from "./types";

/** The levels of one essay and whether it was annulled, which makes all five zero. */
export interface Profile {
  levels: Levels;
  /** `"essay"`, or `"annulled"` for a text of another genre, which the ENEM scores with zero in every competence. */
  verdict: "essay" | "annulled";
}

const ANNULLED = 0.02;
const STRUGGLING = 0.05;

/** Draws one profile. The figures were chosen to come near the score histogram of real ENEM-style essays. */
export function drawProfile(random: RandomSource): Profile {
  if (chance(random, ANNULLED))
    return { verdict: "annulled", levels: { norm: 0, theme: 0, argument: 0, cohesion: 0, proposal: 0 } };
  const ability = chance(random, STRUGGLING) ? bell(random, 45, 20) : bell(random, 126, 28);
  const level = (shift: number, spread: number): Level => quantize(bell(random, ability + shift, spread));
  const levels: Levels = {
    norm: level(2, 24),
    theme: level(6, 24),
    argument: level(-6, 24),
    cohesion: level(2, 24),
    proposal: level(-4, 34),
  };
  // A theme level of zero annuls an essay, so an essay that counts has at least 40 there.
  if (levels.theme === 0) levels.theme = 40;
  return { verdict: "essay", levels };
}

/** The score of an essay: its five competences, 0 to 200 each, in hundreds. */
export function scoreOf(levels: Levels): number {
  return Math.round((levels.norm + levels.theme + levels.argument + levels.cohesion + levels.proposal) / 100);
}

function quantize(value: number): Level {
  if (value < 20) return 0;
  if (value < 60) return 40;
  if (value < 100) return 80;
  if (value < 140) return 120;
  return value < 180 ? 160 : 200;
}
