/** @file The whole data set: one profile after another, each written until it holds the rules, then shuffled. */
import { defaultRng } from "../../src/core/random";
import { bell, chance, pick, type RandomSource, shuffled } from "../text/random-source";
import { countWords, SentenceIndex, sentencesOf } from "../text/sentences";
import { drawProfile, type Profile, scoreOf } from "./competences";
import { type Essay, withFaults, writeEssay, writeOffGenre } from "./essay";
import type { Breadth } from "./planner";
import { THEMES } from "./themes";
import type { Theme } from "./types";

/** What {@link makeCorpus} makes. */
export interface CorpusOptions {
  /** Any whole number; the same one gives the same bytes. */
  seed: number;
  rows: number;
}

/** The rules that every essay holds. */
export const RULES: Readonly<{ minWords: number; maxWords: number; maxSharing: number }> = {
  minWords: 120,
  maxWords: 400,
  maxSharing: 0.3,
};

const ATTEMPTS = 400;
const DRAFTS = 4;

/** Makes the essays of the data set, in the order in which they are written to it. */
export function makeCorpus(options: CorpusOptions): Essay[] {
  const random: RandomSource = defaultRng(options.seed);
  const index = new SentenceIndex();
  const essays: Essay[] = [];
  for (let row = 0; row < options.rows; row++) {
    const theme = THEMES[row % THEMES.length] ?? pick(random, THEMES);
    const essay = writeOne(random, theme, drawProfile(random), index);
    index.add(essay.text);
    essays.push(essay);
  }
  return spread(random, essays);
}

/** Random order, but with each score spread evenly over the file, so that any cut gives two parts of like scores. */
function spread(random: RandomSource, essays: readonly Essay[]): Essay[] {
  const keyed: { essay: Essay; key: number }[] = [];
  for (let score = 0; score <= 10; score++) {
    const group = shuffled(
      random,
      essays.filter((essay) => essay.score === score),
    );
    group.forEach((essay, rank) => {
      keyed.push({ essay, key: (rank + random.random()) / group.length });
    });
  }
  return keyed.sort((a, b) => a.key - b.key).map(({ essay }) => essay);
}

function writeOne(random: RandomSource, theme: Theme, profile: Profile, index: SentenceIndex): Essay {
  // The wished length hangs only a little on the score; the nearest of a few drafts is kept.
  const wished = bell(random, 235 + 4 * scoreOf(profile.levels), 60);
  const drafts: Essay[] = [];
  for (let attempt = 0; attempt < ATTEMPTS && drafts.length < DRAFTS; attempt++) {
    const essay =
      profile.verdict === "annulled"
        ? writeOffGenre(random, theme, profile.levels)
        : writeEssay(random, theme, drawDrift(random, theme), profile.levels, drawBreadth(random));
    if (holdsRules(essay, index)) drafts.push(essay);
  }
  const distance = (essay: Essay): number => Math.abs(countWords(essay.text) - wished);
  for (const draft of drafts.sort((a, b) => distance(a) - distance(b))) {
    const essay = withFaults(random, draft);
    if (holdsRules(essay, index)) return essay;
  }
  throw new Error(`No essay on "${theme.id}" with ${JSON.stringify(profile)} held the rules in ${ATTEMPTS} attempts.`);
}

function holdsRules(essay: Essay, index: SentenceIndex): boolean {
  const words = countWords(essay.text);
  if (words < RULES.minWords || words > RULES.maxWords) return false;
  const sentences = sentencesOf(essay.clean);
  if (new Set(sentences).size < sentences.length) return false;
  return index.greatestSharing(essay.text) <= RULES.maxSharing;
}

function drawDrift(random: RandomSource, theme: Theme): Theme {
  return pick(
    random,
    THEMES.filter((other) => other !== theme),
  );
}

function drawBreadth(random: RandomSource): Breadth {
  return chance(random, 0.35) ? 0 : chance(random, 0.6) ? 1 : 2;
}
