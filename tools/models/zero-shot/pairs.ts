/** @file Pairs of a text and a hypothesis, with whether the hypothesis follows: what the zero-shot model learns from. */
import { between, chance, pick, type RandomSource } from "../../text/random-source";
import { ESSAY_TOPICS, type EssayTopic } from "./essay-topics";
import { ANSWERS, HYPOTHESES, hypothesisOf, UNANSWERED } from "./hypotheses";
import type { Topic } from "./topic";
import { TOPICS, UNSEEN } from "./topics";
import { writeSentences, writeText } from "./writing";

/** A text, a sentence about it, and whether the sentence follows from it. */
export interface Pair {
  premise: string;
  hypothesis: string;
  entailed: boolean;
}

/** An essay and the theme it was written on. */
export interface ThemedEssay {
  text: string;
  theme: string;
}

/** The topics whose names training uses as labels. */
export const SEEN_TOPICS: readonly Topic[] = TOPICS.filter(({ id }) => !UNSEEN.has(id));

/** Words of the names that are kept for the test. */
const KEPT_WORDS: ReadonlySet<string> = new Set(
  TOPICS.filter(({ id }) => UNSEEN.has(id)).flatMap(({ labels }) => labels.join(" ").match(/\p{L}{4,}/gu) ?? []),
);
/** Their beginnings, for other forms of them. */
const KEPT_STEMS: readonly string[] = [...KEPT_WORDS].map((word) => word.slice(0, Math.max(4, word.length - 2)));

const ESSAY_THEMES: readonly EssayTopic[] = [...ESSAY_TOPICS.values()];

/** Draws pairs of a text about a topic and a label. */
export function drawLabelPair(random: RandomSource): Pair {
  const topic = pick(random, SEEN_TOPICS);
  const premise = writeText(random, topic, { sentences: between(random, 1, 3), naming: 0.15, from: "training" });
  const entailed = chance(random, 0.5);
  const label = entailed ? pick(random, topic.labels) : drawWrongLabel(random, namesOf(topic), isNear(topic));
  return { premise, hypothesis: hypothesisOf(pick(random, HYPOTHESES), label), entailed };
}

/**
 * Draws pairs of two parts of one text, or of two texts about different topics. Nobody has to know what a text is about for
 * this, so that all topics take part, those too whose names are never asked for.
 */
export function drawTextPair(random: RandomSource): Pair {
  const rules = { sentences: 1, naming: 0, from: "training" } as const;
  for (;;) {
    const topic = pick(random, TOPICS);
    const near = isNear(topic);
    const far = TOPICS.filter(({ id }) => !near(id));
    const entailed = chance(random, 0.5);
    const [hypothesis = ""] = writeSentences(random, entailed ? topic : pick(random, far), rules);
    const premise = writeText(random, topic, { ...rules, sentences: between(random, 1, 3), naming: 0.25 });
    // Such a sentence would ask for the name all the same.
    if (!namesKept(hypothesis) && !premise.includes(hypothesis)) return { premise, hypothesis, entailed };
  }
}

/**
 * Draws pairs of an essay, or of a few sentences of one, and a label.
 *
 * @param whole Whether the essay is given whole.
 */
export function drawEssayPair(random: RandomSource, essays: readonly ThemedEssay[], whole: boolean): Pair {
  const { text, theme } = pick(random, essays);
  const about = ESSAY_TOPICS.get(theme);
  if (about === undefined) throw new Error(`The theme ${theme} has no names in essay-topics.ts.`);
  const entailed = chance(random, 0.5);
  const names = trueLabels(about);
  const near = new Set([...about.topics, ...about.near]);
  const label = entailed ? pick(random, names) : drawWrongLabel(random, new Set(names), (id) => near.has(id));
  const premise = whole ? text : someSentences(random, text);
  return { premise, hypothesis: hypothesisOf(pick(random, HYPOTHESES), label), entailed };
}

/**
 * Draws pairs of a text and a word that stands in it, or in another text only: a label may be a word that no list has.
 *
 * @param texts Texts on anything.
 */
export function drawWordPair(random: RandomSource, texts: readonly string[]): Pair {
  for (;;) {
    const premise = someSentences(random, pick(random, texts));
    const entailed = chance(random, 0.5);
    const words = wordsOf(entailed ? premise : pick(random, texts));
    const word = words.length === 0 ? undefined : pick(random, words);
    if (word === undefined || (!entailed && wordsOf(premise).includes(word))) continue;
    return { premise, hypothesis: hypothesisOf(pick(random, HYPOTHESES), word), entailed };
  }
}

/** Draws pairs of a text and a hypothesis that it does not answer, which therefore does not follow. */
export function drawUnansweredPair(random: RandomSource, texts: readonly string[]): Pair {
  const hypothesis = hypothesisOf(pick(random, UNANSWERED), pick(random, ANSWERS));
  return { premise: pick(random, texts), hypothesis, entailed: false };
}

/** Words that could be labels: long ones in small letters, without those that are kept for the test. */
function wordsOf(text: string): string[] {
  return (text.match(/(?<![\p{L}-])\p{Ll}{7,}(?![\p{L}-])/gu) ?? []).filter(
    (word) => !KEPT_STEMS.some((stem) => word.startsWith(stem)),
  );
}

/** The names that are true of an essay on a theme. */
export function trueLabels({ labels, topics }: EssayTopic): string[] {
  return [...labels, ...topics.flatMap((id) => TOPICS.find((topic) => topic.id === id)?.labels ?? [])];
}

/** Whether a topic is near another, by what either of the two says. */
export function isNear(topic: Topic): (id: string) => boolean {
  const near = new Set(topic.near);
  for (const other of TOPICS) if (other.near?.includes(topic.id)) near.add(other.id);
  return (id) => id === topic.id || near.has(id);
}

/** Whether a sentence holds a word of the names that are kept for the test. */
function namesKept(sentence: string): boolean {
  return (sentence.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => KEPT_WORDS.has(word));
}

function namesOf({ labels }: Topic): ReadonlySet<string> {
  return new Set(labels);
}

function drawWrongLabel(
  random: RandomSource,
  names: ReadonlySet<string>,
  isNearTopic: (id: string) => boolean,
): string {
  for (;;) {
    const label = drawLabelFar(random, isNearTopic);
    if (!names.has(label)) return label;
  }
}

function drawLabelFar(random: RandomSource, isNearTopic: (id: string) => boolean): string {
  if (chance(random, 0.25)) {
    const theme = pick(
      random,
      ESSAY_THEMES.filter(({ topics, near }) => ![...topics, ...near].some(isNearTopic)),
    );
    return pick(random, theme.labels);
  }
  const topic = pick(
    random,
    SEEN_TOPICS.filter(({ id }) => !isNearTopic(id)),
  );
  return pick(random, topic.labels);
}

function someSentences(random: RandomSource, text: string): string {
  const sentences = text.split(/(?<=[.!?])\s+/);
  const count = between(random, 3, 6);
  const at = between(random, 0, Math.max(0, sentences.length - count));
  return sentences.slice(at, at + count).join(" ");
}
