/** @file English templates: `a <slot>` becomes `an` before a vowel. */
import type { RandomSource } from "../text/random-source";
import { type Grammar, type Slots, TemplateWriter } from "../text/writer";

const ENGLISH: Grammar = {
  join(before, phrase) {
    return /(?:^|\s)[Aa]\s$/.test(before) && /^[aeiou]/i.test(phrase)
      ? `${before.trimEnd()}n ${phrase}`
      : before + phrase;
  },
  // Nothing of these templates changes with the phrase.
  agree: () => undefined,
};

/** A writer of English templates. */
export function englishWriter(random: RandomSource, slots: Slots): TemplateWriter {
  return new TemplateWriter(random, slots, ENGLISH);
}
