/** @file Nine surface features of a text, which know nothing of what it says. */

import { countWords, sentencesOf } from "../text/sentences";
import { ALL_CONNECTIVES } from "./phrases/connectives";

/** The features' names, in order. */
export const SURFACE_FEATURES: readonly string[] = [
  "words",
  "mean word length",
  "type-token ratio",
  "words per sentence",
  "connectives per sentence",
  "commas per sentence",
  "paragraphs",
  "quotation marks",
  "capitals per 100 words",
];

/** The features of a text, in the order of {@link SURFACE_FEATURES}. */
export function surfaceFeatures(text: string): number[] {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const sentences = Math.max(1, sentencesOf(text).length);
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return [
    countWords(text),
    letters / Math.max(1, words.length),
    new Set(words).size / Math.max(1, words.length),
    words.length / sentences,
    countConnectives(text) / sentences,
    count(/,/g) / sentences,
    text.split("\n").length,
    count(/["“”]/g),
    (100 * count(/\p{Lu}/gu)) / Math.max(1, words.length),
  ];
}

/** How many sentences of a text begin with one of the connectives of the grammar, with or without its comma. */
export function countConnectives(text: string): number {
  const starts = ALL_CONNECTIVES.map((connective) => connective.replace(",", "").toLowerCase());
  return text
    .split(/[.!?\n]+/)
    .map((sentence) => sentence.trim().toLowerCase())
    .filter((sentence) => starts.some((start) => sentence.startsWith(`${start} `) || sentence.startsWith(`${start},`)))
    .length;
}
