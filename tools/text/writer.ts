/** @file Templates: `{a|b}` chooses, `<slot>` inserts a phrase as the language at hand asks for. */
import { pick, type RandomSource } from "./random-source";

/** Phrases by slot name; one of the list is drawn each time. */
export type Slots = Readonly<Record<string, readonly string[]>>;

/** What a language does where a phrase is inserted. */
export interface Grammar {
  /** What was written so far with a phrase after it: `"casos de "` and `"a rua"` give `"casos da rua"`. */
  join(before: string, phrase: string): string;
  /** Which of the forms in `<slot:one/other>` agrees with the phrase that the slot drew last. */
  agree(phrase: string, forms: readonly string[]): string | undefined;
}

/** Writes templates out. It avoids drawing the same phrase twice in a row for a slot. */
export class TemplateWriter {
  readonly #random: RandomSource;
  readonly #slots: Slots;
  readonly #grammar: Grammar;
  readonly #last = new Map<string, string>();

  constructor(random: RandomSource, slots: Slots, grammar: Grammar) {
    this.#random = random;
    this.#slots = slots;
    this.#grammar = grammar;
  }

  /** The random source that this writer draws from. */
  get random(): RandomSource {
    return this.#random;
  }

  /** The phrases of this writer. */
  get slots(): Slots {
    return this.#slots;
  }

  /** A template with every choice made and every slot filled. */
  write(template: string): string {
    return this.#fill(this.#choose(template));
  }

  /** One of several templates, written out. */
  one(templates: readonly string[]): string {
    return this.write(pick(this.#random, templates));
  }

  #choose(template: string): string {
    let text = template;
    // The innermost braces hold no others, so replacing them until none is left resolves any nesting.
    for (;;) {
      const close = text.indexOf("}");
      if (close < 0) {
        if (text.includes("{")) throw new Error(`Unbalanced braces in "${template}".`);
        return text;
      }
      const open = text.lastIndexOf("{", close);
      if (open < 0) throw new Error(`Unbalanced braces in "${template}".`);
      const options = text.slice(open + 1, close).split("|");
      text = text.slice(0, open) + pick(this.#random, options) + text.slice(close + 1);
    }
  }

  #fill(text: string): string {
    let out = "";
    let rest = text;
    for (;;) {
      const open = rest.indexOf("<");
      if (open < 0) return out + rest;
      const close = rest.indexOf(">", open);
      if (close < 0) throw new Error(`Unclosed slot in "${text}".`);
      out += rest.slice(0, open);
      const slot = rest.slice(open + 1, close);
      rest = rest.slice(close + 1);
      const colon = slot.indexOf(":");
      if (colon >= 0) out += this.#agree(slot.slice(0, colon), slot.slice(colon + 1).split("/"));
      else out = this.#grammar.join(out, this.#draw(slot));
    }
  }

  #draw(slot: string): string {
    const list = this.#slots[slot];
    if (list === undefined || list.length === 0) throw new Error(`No phrase for the slot <${slot}>.`);
    const last = this.#last.get(slot);
    const fresh = list.length > 1 ? list.filter((phrase) => phrase !== last) : list;
    const chosen = pick(this.#random, fresh);
    this.#last.set(slot, chosen);
    return this.#fill(this.#choose(chosen));
  }

  #agree(slot: string, forms: readonly string[]): string {
    const last = this.#last.get(slot);
    if (last === undefined) throw new Error(`The slot <${slot}> must be filled before something agrees with it.`);
    const chosen = this.#grammar.agree(last, forms);
    if (chosen === undefined) throw new Error(`None of ${forms.join("/")} agrees with <${slot}>.`);
    return chosen;
  }
}

/** A text with its first letter in upper case. */
export function capitalize(text: string): string {
  const first = text.search(/\p{L}/u);
  return first < 0 ? text : text.slice(0, first) + text.charAt(first).toUpperCase() + text.slice(first + 1);
}
