/** @file What a vocabulary holds before the first merge: special tokens, and the characters of the texts. */
import type { TrainingWord } from "./bpe-merges";
import { Vocabulary } from "./vocabulary";

/** What goes into the first vocabulary. */
export interface AlphabetRules {
  specialTokens: readonly string[];
  /** Characters that are kept whether or not the texts have them. */
  initialAlphabet: readonly string[];
  /** How many characters to keep at most: the commonest. */
  limitAlphabet: number | undefined;
  /** What marks a character inside a word; `""` for none. */
  prefix: string;
}

/** The vocabulary of special tokens and characters, and the words as its ids. */
export interface StartingPoint {
  vocabulary: Vocabulary;
  words: TrainingWord[];
}

/**
 * Special tokens come first, then the characters by code point, then those inside words with their prefix.
 *
 * Python numbers the prefixed characters in the order of a hash table, which differs from run to run; ours are in the
 * order of their code points, so that training twice gives the same. A character beyond the limit drops out of its words.
 */
export function startingPoint(wordCounts: ReadonlyMap<string, number>, rules: AlphabetRules): StartingPoint {
  const vocabulary = new Vocabulary();
  for (const token of rules.specialTokens) vocabulary.add(token);
  for (const character of keptCharacters(wordCounts, rules)) vocabulary.add(character);
  const split = [...wordCounts].map(([word, count]) => {
    const parts: string[] = [];
    let inside = false;
    for (const character of word) {
      if (vocabulary.idOf(character) !== undefined) parts.push(inside ? rules.prefix + character : character);
      inside = true;
    }
    return { parts, count };
  });
  if (rules.prefix !== "") {
    const continuing = new Set<string>();
    for (const { parts } of split) for (const part of parts) continuing.add(part);
    for (const part of [...continuing].sort(byCodePoints)) vocabulary.add(part);
  }
  const words = split.map(({ parts, count }) => ({ ids: parts.map((part) => vocabulary.add(part)), count }));
  return { vocabulary, words };
}

function keptCharacters(wordCounts: ReadonlyMap<string, number>, rules: AlphabetRules): string[] {
  const counts = new Map<string, number>();
  for (const [word, count] of wordCounts) {
    for (const character of word) counts.set(character, (counts.get(character) ?? 0) + count);
  }
  for (const character of rules.initialAlphabet) counts.set(character, Number.POSITIVE_INFINITY);
  const commonest = [...counts].sort(([one, ones], [other, others]) => {
    return ones === others ? byCodePoints(one, other) : others - ones;
  });
  return commonest
    .slice(0, rules.limitAlphabet)
    .map(([character]) => character)
    .sort(byCodePoints);
}

/** The order of code points, where the order of strings would be that of UTF-16 units. */
function byCodePoints(one: string, other: string): number {
  for (let index = 0; index < one.length && index < other.length; ) {
    const difference = (one.codePointAt(index) ?? 0) - (other.codePointAt(index) ?? 0);
    if (difference !== 0) return difference;
    index += (one.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
  return one.length - other.length;
}
