/** @file The texts that say nothing of what they are about: from them come the vocabulary and what its tokens mean. */
import { defaultRng } from "../../../src/core/random";
import { makeCorpus } from "../../essays/corpus";
import { fromCsv } from "../../essays/csv";
import { DEFAULTS } from "../../essays/main";
import { readCorpus } from "../corpora";
import { BOSQUE, UOL } from "../portuguese-texts";
import type { ThemedEssay } from "./pairs";
import { TOPICS } from "./topics";
import { writeText } from "./writing";

const SEED = 1888;
const TEXTS_A_TOPIC = 150;
/** The essays of redacoes.csv that are learnt from: its first four fifths, as the course splits it. */
const TRAINING_SHARE = 0.8;

/** Texts by where they come from. */
export interface UnlabelledTexts {
  /** Written by the topics' grammar. Some call their topic by its name, as texts do. */
  topics: string[];
  /** Essays of redacoes.csv. */
  essays: string[];
  /** Paragraphs of real essays. */
  uol: string[];
  /** Sentences of newspapers. */
  bosque: string[];
}

/** The essays of redacoes.csv with their themes: those to learn from, and those to judge by. */
export function readEssays(): { training: ThemedEssay[]; test: ThemedEssay[] } {
  const all = makeCorpus({ seed: DEFAULTS.seed, rows: DEFAULTS.rows });
  const cut = Math.round(TRAINING_SHARE * all.length);
  return { training: all.slice(0, cut), test: all.slice(cut) };
}

/** All texts. */
export function readUnlabelled(data: string, essays: readonly ThemedEssay[]): UnlabelledTexts {
  const random = defaultRng(SEED);
  const rules = { sentences: 4, naming: 0.25, from: "training" } as const;
  return {
    topics: TOPICS.flatMap((topic) => Array.from({ length: TEXTS_A_TOPIC }, () => writeText(random, topic, rules))),
    essays: essays.map(({ text }) => text),
    uol: fromCsv(readCorpus(data, UOL)).flatMap(({ essay }) => essay.split("\n")),
    bosque: readCorpus(data, BOSQUE).split("\n"),
  };
}
