/** @file The shapes of the essay grammar: themes, their parts, and the five competences. */

/** The official levels of one ENEM competence. */
export type Level = 0 | 40 | 80 | 120 | 160 | 200;

/** All levels, from worst to best. */
export const LEVELS: readonly Level[] = [0, 40, 80, 120, 160, 200];

/** The five competences of one essay. */
export interface Levels {
  /** C1, the written standard: spelling, accents, agreement, punctuation. */
  norm: Level;
  /** C2, the theme, the genre and the repertoire. */
  theme: Level;
  /** C3, the choice and order of arguments. */
  argument: Level;
  /** C4, the linguistic means that tie the text together. */
  cohesion: Level;
  /** C5, the intervention proposal with its five elements. */
  proposal: Level;
}

/**
 * A noun phrase that starts with its article, from which gender and number follow: `"a coleta seletiva"`.
 * Every text of the grammar is a template as `template.ts` reads it: `{one|other}` and `<slot>`.
 */
export type NounPhrase = string;

/** A clause without connective, capital or full stop: `"o ônibus {atrasa|demora}"`. */
export type Clause = string;

/** A cause of the theme's problem, with what a good writer can say about it. */
export interface Cause {
  /** Names of the cause. */
  np: readonly NounPhrase[];
  /** Why it works as a cause. */
  why: readonly Clause[];
  /** A concrete situation. */
  example: readonly Clause[];
  /** What follows from it. */
  effect: readonly Clause[];
}

/** How a cited work stands to the theme: a promise that reality breaks, a mirror of reality, or an idea that explains it. */
export type RepertoireKind = "ideal" | "mirror" | "idea";

/** A piece of general knowledge that an essay cites. */
export interface Repertoire {
  kind: RepertoireKind;
  /** The citation itself, a whole clause. */
  cite: Clause;
  /** Ties the citation to the theme, a whole clause. Empty where the shared links of the kind are enough. */
  link: readonly Clause[];
  /** Comes back to the citation in the last sentence. */
  back?: Clause;
}

/** Something that others hold against the writer's view, and the answer. */
export interface Counter {
  /** Completes "há quem diga que …". */
  claim: Clause;
  reply: Clause;
}

/** A measure with the five elements that the ENEM asks of a proposal. */
export interface Measure {
  agent: NounPhrase;
  /** An infinitive: `"ampliar as faixas de ônibus"`. */
  action: Clause;
  /** Completes "por meio de …". */
  means: Clause;
  /** An infinitive that completes "a fim de …". */
  purpose: Clause;
  /** A sentence about how, where or with whom. */
  detail: Clause;
}

/** The key of a group of shared repertoire. */
export type Tag =
  | "rights"
  | "education"
  | "inequality"
  | "technology"
  | "consumption"
  | "environment"
  | "childhood"
  | "culture"
  | "health"
  | "others"
  | "city"
  | "work";

/** One theme and its lexicon. */
export interface Theme {
  id: string;
  /** The theme as an exam would word it, starting in lower case. */
  title: string;
  /** Names of the problem. */
  problem: readonly NounPhrase[];
  /** What the problem harms. */
  right: readonly NounPhrase[];
  /** Who suffers it, in the plural. */
  victims: readonly NounPhrase[];
  /** The wider subject into which a weak essay drifts. */
  broad: readonly NounPhrase[];
  /** What can be seen today. */
  scene: readonly Clause[];
  causes: readonly Cause[];
  repertoire: readonly Repertoire[];
  tags: readonly Tag[];
  counter: readonly Counter[];
  measures: readonly Measure[];
  /** What a weak writer says: true, plain and empty. */
  vague: readonly Clause[];
  /** Sentences of the exam's motivating texts, copied by weak writers. */
  source: readonly Clause[];
}
