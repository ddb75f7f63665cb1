/** @file What the Portuguese models read: essays that this project's grammar writes, with real essays and news. */
import { makeCorpus } from "../essays/corpus";
import { fromCsv } from "../essays/csv";
import { type Corpus, readCorpus } from "./corpora";

/** Essays of the UOL bank. */
export const UOL: Corpus = {
  file: "essays/uol.csv",
  what: "essays of the UOL bank, github.com/gpassero/uol-redacoes-xml",
  licence: "Apache-2.0",
};

/** Sentences of newspapers. */
export const BOSQUE: Corpus = {
  file: "text/corpus_pt_ud.txt",
  what: "sentences of UD Portuguese-Bosque",
  licence: "CC BY-SA 4.0",
};

/** Real essays that no training here reads. */
export const ESSAY_BR: Corpus = {
  file: "essays/essaybr_dev.csv",
  what: "the dev split of Essay-BR, github.com/rafaelanchieta/essay",
  licence: "MIT",
};

/** Seeds of the grammar. The data set's own is another one, 20261121. */
const TRAINING_SEEDS = { first: 7_100, count: 10, rows: 800 } as const;
const HELD_OUT_SEED = 8_200;
const HELD_OUT_ROWS = 150;

/** The texts to learn from, by where they come from. */
export interface PortugueseTexts {
  grammar: string[];
  uol: string[];
  bosque: string[];
}

/** All texts to learn from. */
export function readPortuguese(folder: string): PortugueseTexts {
  const seeds = Array.from({ length: TRAINING_SEEDS.count }, (_, index) => TRAINING_SEEDS.first + index);
  return {
    grammar: seeds.flatMap((seed) => makeCorpus({ seed, rows: TRAINING_SEEDS.rows }).map(({ text }) => text)),
    uol: fromCsv(readCorpus(folder, UOL)).map(({ essay }) => essay),
    bosque: passages(readCorpus(folder, BOSQUE)),
  };
}

/** Essays of the grammar from a seed that training has not drawn. */
export function heldOutEssays(): string[] {
  return makeCorpus({ seed: HELD_OUT_SEED, rows: HELD_OUT_ROWS }).map(({ text }) => text);
}

/** Real essays to judge by: the first ones of Essay-BR. */
export function heldOutRealEssays(folder: string): string[] {
  return fromCsv(readCorpus(folder, ESSAY_BR))
    .slice(0, HELD_OUT_ROWS)
    .map(({ essay }) => essay);
}

const PASSAGE = 1000;

/** Lines one after another, up to a thousand characters each. */
function passages(text: string): string[] {
  const found: string[] = [];
  let current = "";
  for (const line of text.split("\n")) {
    current = current === "" ? line : `${current}\n${line}`;
    if (current.length < PASSAGE) continue;
    found.push(current);
    current = "";
  }
  return current === "" ? found : [...found, current];
}
