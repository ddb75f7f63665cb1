/** @file The distinct words of many texts and how often each comes, which is all that training keeps of them. */
import { argumentRangeError, argumentTypeError, describeValue } from "../../core/errors";
import { bertWords } from "./bert-words";
import { bytesAsCharacters, textWords } from "./byte-words";
import type { TrainingRules } from "./training-options";

/** Longer words are cut into pieces of this many characters: each merge reads the whole of each word that it changes. */
const LONGEST_WORD = 10_000;
/** The most distinct words, and characters of distinct words, that are kept: some gigabytes. */
const MOST_WORDS = 8_000_000;
const MOST_CHARACTERS = 200_000_000;

/** Where the characters at which a text can be cut before it is normalized are: BERT sees spaces there whatever stands around. */
const SPACES = /[\t\n\r\p{Z}]+/u;

/** Counts the words of all texts, in the spelling of the model's vocabulary. */
export function countWords(texts: Iterable<string>, rules: TrainingRules): Map<string, number> {
  const isBytes = rules.model === "byte-level-bpe";
  const chunks = new BoundedCounts();
  for (const text of checkedTexts(texts)) {
    for (const chunk of isBytes ? textWords(text, rules) : text.split(SPACES)) chunks.add(chunk, 1);
  }
  // The costly half is done once for each distinct chunk: in a corpus most words come again and again.
  const words = new BoundedCounts();
  for (const [chunk, count] of chunks.counts) {
    for (const word of isBytes ? [bytesAsCharacters(chunk)] : bertWords(chunk, rules)) {
      for (const piece of pieces(word)) words.add(piece, count);
    }
  }
  if (words.counts.size === 0) {
    const next = "Give it texts with words in them.";
    throw argumentRangeError({
      function: "trainFromTexts",
      parameter: "texts",
      rule: "hold words",
      value: "none",
      next,
    });
  }
  return words.counts;
}

class BoundedCounts {
  readonly counts = new Map<string, number>();
  #characters = 0;

  add(word: string, count: number): void {
    const before = this.counts.get(word);
    if (before === undefined && word !== "") {
      this.#characters += word.length;
      if (this.counts.size >= MOST_WORDS || this.#characters > MOST_CHARACTERS) throw tooMuch();
    }
    if (word !== "") this.counts.set(word, (before ?? 0) + count);
  }
}

function* checkedTexts(texts: Iterable<string>): Generator<string> {
  const isIterable = typeof texts === "object" && texts !== null && Symbol.iterator in texts;
  const named = { function: "trainFromTexts", parameter: "texts" };
  if (!isIterable)
    throw argumentTypeError({ ...named, rule: "be a list or another iterable of strings", value: texts });
  let index = 0;
  for (const text of texts as Iterable<unknown>) {
    const one = { function: "trainFromTexts", parameter: `texts[${index}]`, value: text };
    if (typeof text !== "string") throw argumentTypeError({ ...one, rule: "be a string" });
    const surrogate = text.search(/\p{Surrogate}/u);
    if (surrogate >= 0) {
      const next = "Use `toWellFormed()` on it, or read the file with the right encoding.";
      const rule = `be well-formed Unicode, without the lone surrogate at ${surrogate}`;
      throw argumentRangeError({ ...one, rule, next });
    }
    index++;
    yield text;
  }
  if (index === 0) throw argumentRangeError({ ...named, rule: "hold at least one text", value: texts });
}

function pieces(word: string): readonly string[] {
  if (word.length <= LONGEST_WORD) return [word];
  const characters = Array.from(word);
  const starts = Array.from(
    { length: Math.ceil(characters.length / LONGEST_WORD) },
    (_, piece) => piece * LONGEST_WORD,
  );
  return starts.map((start) => characters.slice(start, start + LONGEST_WORD).join(""));
}

function tooMuch(): RangeError {
  return argumentRangeError({
    function: "trainFromTexts",
    parameter: "texts",
    rule: `have at most ${describeValue(MOST_WORDS)} distinct words of ${describeValue(MOST_CHARACTERS)} characters in all`,
    value: "more",
    next: "Train on a part of them: a vocabulary needs no more.",
  });
}
