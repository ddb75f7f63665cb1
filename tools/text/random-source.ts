/** @file Draws from a source of uniform numbers, with exact arithmetic only, so that every platform draws the same. */

/** A source of uniform numbers in [0, 1). */
export interface RandomSource {
  random(): number;
}

/** One of the items, each as likely as the others. */
export function pick<T>(source: RandomSource, items: readonly T[]): T {
  const item = items[Math.floor(source.random() * items.length)];
  if (item === undefined) throw new Error("Cannot pick from an empty list.");
  return item;
}

/** Whether an event of the given probability happens. */
export function chance(source: RandomSource, probability: number): boolean {
  return source.random() < probability;
}

/** An integer between `low` and `high`, both included. */
export function between(source: RandomSource, low: number, high: number): number {
  return low + Math.floor(source.random() * (high - low + 1));
}

/** A copy in random order. */
export function shuffled<T>(source: RandomSource, items: readonly T[]): T[] {
  const rest = [...items];
  const out: T[] = [];
  while (rest.length > 0) out.push(...rest.splice(Math.floor(source.random() * rest.length), 1));
  return out;
}

/**
 * A draw from a bell of the given mean and deviation, at most six deviations wide: twelve uniforms summed.
 * The logarithm and cosine of the usual method round differently from one platform to the next.
 */
export function bell(source: RandomSource, mean: number, deviation: number): number {
  let sum = 0;
  for (let draw = 0; draw < 12; draw++) sum += source.random();
  return mean + (sum - 6) * deviation;
}
