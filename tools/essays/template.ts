/** @file Templates: `{a|b}` chooses, `<slot>` inserts a noun phrase with the contraction that Portuguese asks for. */
import type { RandomSource } from "../text/random-source";
import { type Grammar, type Slots, TemplateWriter } from "../text/writer";

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

const PORTUGUESE: Grammar = {
  join(before, phrase) {
    const preposition = /(?:^|[\s(])(de|em|por|a)\s$/.exec(before)?.[1];
    if (preposition === undefined) return before + phrase;
    return before.slice(0, before.length - preposition.length - 1) + contract(preposition, phrase);
  },
  agree(phrase, forms) {
    const form = agreement(phrase);
    return forms.length === 2 ? forms[form < 2 ? 0 : 1] : forms[form];
  },
};

/** Writes Portuguese templates out: prepositions contract with articles, forms agree with noun phrases. */
export class Writer extends TemplateWriter {
  constructor(random: RandomSource, slots: Slots) {
    super(random, slots, PORTUGUESE);
  }

  /** The same writer with some slots replaced. */
  with(slots: Slots): Writer {
    return new Writer(this.random, { ...this.slots, ...slots });
  }
}
