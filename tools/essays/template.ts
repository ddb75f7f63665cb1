/** @file Templates: `{a|b}` chooses, `<slot>` inserts a noun phrase with the contraction that Portuguese asks for. */
import { pick, type RandomSource } from "./random-source";

/** Noun phrases by slot name; one of the list is drawn each time. */
export type Slots = Readonly<Record<string, readonly string[]>>;

const CONTRACTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  de: {
    o: "do",
    a: "da",
    os: "dos",
    as: "das",
    esse: "desse",
    essa: "dessa",
    esses: "desses",
    essas: "dessas",
    isso: "disso",
  },
  em: {
    o: "no",
    a: "na",
    os: "nos",
    as: "nas",
    esse: "nesse",
    essa: "nessa",
    esses: "nesses",
    essas: "nessas",
    isso: "nisso",
  },
  por: { o: "pelo", a: "pela", os: "pelos", as: "pelas" },
  a: { o: "ao", a: "à", os: "aos", as: "às" },
};

const FORM: Readonly<Record<string, 0 | 1 | 2 | 3>> = {
  o: 0,
  esse: 0,
  um: 0,
  a: 1,
  essa: 1,
  uma: 1,
  os: 2,
  esses: 2,
  as: 3,
  essas: 3,
};

/** Which of the four forms (masculine, feminine, and their plurals) agrees with a noun phrase. */
export function agreement(phrase: string): 0 | 1 | 2 | 3 {
  const both = /^(os?|as?) \p{L}+ e (os?|as?) /u.exec(phrase);
  if (both !== null) return both[1]?.startsWith("a") && both[2]?.startsWith("a") ? 3 : 2;
  const article = phrase.slice(0, Math.max(0, phrase.indexOf(" ")));
  const form = FORM[article];
  if (form === undefined) throw new Error(`The noun phrase "${phrase}" must start with an article or demonstrative.`);
  return form;
}

/** A preposition and a noun phrase, contracted: `de` and `a água` give `da água`. */
export function contract(preposition: string, phrase: string): string {
  const space = phrase.indexOf(" ");
  const first = space < 0 ? phrase : phrase.slice(0, space);
  const joined = CONTRACTIONS[preposition]?.[first];
  return joined === undefined ? `${preposition} ${phrase}` : joined + phrase.slice(first.length);
}

/** Writes templates out. It avoids drawing the same noun phrase twice in a row for a slot. */
export class Writer {
  readonly #random: RandomSource;
  readonly #slots: Slots;
  readonly #last = new Map<string, string>();

  constructor(random: RandomSource, slots: Slots) {
    this.#random = random;
    this.#slots = slots;
  }

  /** The random source that this writer draws from. */
  get random(): RandomSource {
    return this.#random;
  }

  /** The same writer with some slots replaced. */
  with(slots: Slots): Writer {
    return new Writer(this.#random, { ...this.#slots, ...slots });
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
      else {
        const phrase = this.#draw(slot);
        const preposition = /(?:^|[\s(])(de|em|por|a)\s$/.exec(out)?.[1];
        if (preposition === undefined) out += phrase;
        else out = out.slice(0, out.length - preposition.length - 1) + contract(preposition, phrase);
      }
    }
  }

  #draw(slot: string): string {
    const list = this.#slots[slot];
    if (list === undefined || list.length === 0) throw new Error(`No noun phrase for the slot <${slot}>.`);
    const last = this.#last.get(slot);
    const fresh = list.length > 1 ? list.filter((phrase) => phrase !== last) : list;
    const chosen = pick(this.#random, fresh);
    this.#last.set(slot, chosen);
    return this.#fill(this.#choose(chosen));
  }

  #agree(slot: string, forms: readonly string[]): string {
    const last = this.#last.get(slot);
    if (last === undefined) throw new Error(`The slot <${slot}> must be filled before something agrees with it.`);
    const form = agreement(last);
    const chosen = forms.length === 2 ? forms[form < 2 ? 0 : 1] : forms[form];
    if (chosen === undefined) throw new Error(`Agreement with <${slot}> needs two or four forms.`);
    return chosen;
  }
}

/** A text with its first letter in upper case. */
export function capitalize(text: string): string {
  const first = text.search(/\p{L}/u);
  return first < 0 ? text : text.slice(0, first) + text.charAt(first).toUpperCase() + text.slice(first + 1);
}
