/** @file The shapes of the review grammar. */

/** How good something was: from -2 (awful) over 0 (neither) to 2 (great). */
export type Level = -2 | -1 | 0 | 1 | 2;

/** All levels, from worst to best. */
export const LEVELS: readonly Level[] = [-2, -1, 0, 1, 2];

/** The stars of a review. */
export type Stars = 1 | 2 | 3 | 4 | 5;

/**
 * A clause in lower case, without full stop: `"the soup {was|arrived} cold"`. As `tools/text/writer.ts` reads it:
 * `{one|other}` and `<slot>`.
 */
export type Clause = string;

/** One thing that a review can speak about, and what it says at each level. */
export interface Aspect {
  id: string;
  awful: readonly Clause[];
  poor: readonly Clause[];
  fair: readonly Clause[];
  good: readonly Clause[];
  great: readonly Clause[];
}

/** A kind of place or product. */
export interface Domain {
  id: string;
  /** Whether one goes there, or it is a thing that is used: `"place"` may have a bus stop in front. */
  kind: "place" | "thing";
  /** Names for it in running text: `"the restaurant"`. */
  place: readonly string[];
  /** How the visit came about: whole clauses that judge nothing. */
  visit: readonly Clause[];
  aspects: readonly Aspect[];
  /** Praise that is meant the other way round, for the worst reviews. */
  sarcasm: readonly Clause[];
}
