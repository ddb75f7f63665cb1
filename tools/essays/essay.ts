/** @file One essay from a profile and a theme: plan, connectives, paragraphs, faults. */

import { chance, pick, type RandomSource } from "../text/random-source";
import { capitalize, type Slots } from "../text/writer";
import { joinSentences, mergeParagraphs } from "./cohesion";
import { scoreOf } from "./competences";
import { type FaultKind, injectFaults } from "./faults";
import { OFF_GENRE } from "./phrases/off-genre";
import { type Breadth, planEssay } from "./planner";
import type { Element } from "./proposal";
import { Writer } from "./template";
import type { Levels, Theme } from "./types";

/** An essay and everything that is known about it. */
export interface Essay {
  /** The text as it stands in the data set, paragraphs joined by a newline. */
  text: string;
  /** The text before its faults. */
  clean: string;
  score: number;
  levels: Levels;
  /** The theme's id. */
  theme: string;
  /** `"essay"`, or the id of another genre. */
  genre: string;
  faults: FaultKind[];
  elements: Element[];
}

const REFERENCES: readonly string[] = [
  "esse cenário",
  "esse problema",
  "essa realidade",
  "essa situação",
  "esse quadro",
  "essa questão",
];

/** Writes an essay on a theme, without faults. Its length is not checked here. */
export function writeEssay(random: RandomSource, theme: Theme, drift: Theme, levels: Levels, breadth: Breadth): Essay {
  const writer = new Writer(random, slotsOf(theme, levels));
  const plan = planEssay(writer, theme, drift, levels, breadth);
  const paragraphs = mergeParagraphs(random, plan.paragraphs, levels.cohesion);
  const clean = tidy(
    joinSentences(random, paragraphs, levels.cohesion)
      .map((sentences) => sentences.join(" "))
      .join("\n"),
  );
  return {
    text: clean,
    clean,
    score: scoreOf(levels),
    levels,
    theme: theme.id,
    genre: "essay",
    faults: [],
    elements: plan.elements,
  };
}

/** Writes a text of another genre, without faults, with every competence at zero. */
export function writeOffGenre(random: RandomSource, theme: Theme, levels: Levels): Essay {
  const genre = pick(random, OFF_GENRE);
  const writer = new Writer(random, { B: theme.broad });
  const sentences: string[] = [];
  for (const line of genre.lines) {
    const first = pick(random, line);
    const rest = line.filter((other) => other !== first);
    sentences.push(writer.write(first));
    if (rest.length > 0 && chance(random, 0.65)) sentences.push(writer.one(rest));
  }
  const cut = chance(random, 0.5) ? sentences.length : Math.floor(sentences.length / 2);
  const clean = tidy(
    [sentences.slice(0, cut), sentences.slice(cut)]
      .filter((part) => part.length > 0)
      .map((part) => part.map((sentence) => `${capitalize(sentence)}.`).join(" "))
      .join("\n"),
  );
  return { text: clean, clean, score: 0, levels, theme: theme.id, genre: genre.id, faults: [], elements: [] };
}

/** The essay with the faults that its level of the written norm asks for. */
export function withFaults(random: RandomSource, essay: Essay): Essay {
  const faulty = injectFaults(random, essay.clean, essay.levels.norm);
  return { ...essay, text: faulty.text, faults: faulty.faults };
}

function slotsOf(theme: Theme, levels: Levels): Slots {
  return {
    P: theme.problem,
    D: theme.right,
    V: theme.victims,
    B: theme.broad,
    // Writers with poor cohesion name the problem again where others refer back to it.
    R: levels.cohesion >= 120 ? REFERENCES : theme.problem,
  };
}

function tidy(text: string): string {
  return text
    .replace(/ {2,}/g, " ")
    .replace(/ +([,.;:])/g, "$1")
    .replace(/^ | $/gm, "");
}
