/** @file What the zero-shot model's texts are made of: a topic with its names, its words and its sentences. */

/** A list of phrases with bars between them, as templates have it inside braces: `"o médico|a enfermeira"`. */
export type Phrases = string;

/** One topic. Its lists are templates: see `tools/essays/template.ts`. */
export interface Topic {
  id: string;
  /** Its names, as they end "Este texto é sobre …". The first is the usual one. */
  labels: readonly string[];
  /** Topics whose names may be true of its texts too: they are never taken for wrong ones. */
  near?: readonly string[];
  /** Who appears in it: noun phrases in the singular. */
  person: Phrases;
  /** What it deals with: noun phrases that can be objects. */
  thing: Phrases;
  /** Where it happens: noun phrases. */
  place: Phrases;
  /** What is done: infinitives with what they need. */
  doing: Phrases;
  /** Sentences of its own. */
  sentences: readonly string[];
  /** Sentences that only the test reads. They hold none of the names. */
  held: readonly string[];
}
