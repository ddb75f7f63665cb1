/** @file How a review is drawn: its stars, the mood that they stand for, and how good each thing was. */
import { bell, between, chance, type RandomSource, shuffled } from "../text/random-source";
import type { Domain, Level, Stars } from "./types";

/** What a review is going to say. */
export interface ReviewPlan {
  stars: Stars;
  /** The aspects in the order in which they are spoken of, each with its level. */
  aspects: { id: string; level: Level }[];
  /** How good it was on the whole; undefined where the writer does not say. */
  verdict: Level | undefined;
  /** Where the verdict stands. */
  place: "first" | "last";
  /** How the writer came there, or nothing about it. */
  opener: "visit" | "none";
  /** How many of the aspects get a second sentence. */
  details: number;
  /** How many sentences judge nothing. */
  asides: number;
  /** Whether one sentence is praise that is meant the other way round. */
  tone: "plain" | "sarcastic";
}

/** How far the mood of a review strays from its stars; neighbouring stars overlap by it. */
const MOOD_SPREAD = 0.38;
const ASPECT_SPREAD = 0.7;
const VERDICT_SPREAD = 0.4;
const HAS_VERDICT = 0.7;
/** How many writers are wordy, which has nothing to do with what they think. */
const WORDY = 0.35;

/** Draws what a review of a domain with these stars says. */
export function drawPlan(random: RandomSource, domain: Domain, stars: Stars): ReviewPlan {
  const mood = stars - 3 + bell(random, 0, MOOD_SPREAD);
  const level = (spread: number): Level => toLevel(mood + bell(random, 0, spread));
  const count = Math.min(domain.aspects.length, between(random, 1, 3) + between(random, 0, 2));
  const aspects = shuffled(random, domain.aspects)
    .slice(0, count)
    .map(({ id }) => ({ id, level: level(ASPECT_SPREAD) }));
  const sarcasm = stars === 1 ? 0.06 : stars === 2 ? 0.02 : 0;
  return {
    stars,
    aspects,
    verdict: chance(random, HAS_VERDICT) ? level(VERDICT_SPREAD) : undefined,
    place: chance(random, 0.25) ? "first" : "last",
    opener: chance(random, 0.6) ? "visit" : "none",
    details: chance(random, WORDY) ? between(random, 1, count) : 0,
    asides: chance(random, 0.25) ? 1 : 0,
    tone: chance(random, sarcasm) ? "sarcastic" : "plain",
  };
}

function toLevel(value: number): Level {
  if (value < -1.5) return -2;
  if (value < -0.5) return -1;
  if (value <= 0.5) return 0;
  return value <= 1.5 ? 1 : 2;
}
