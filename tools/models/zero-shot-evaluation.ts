/** @file Measures zero-shot-pt-tiny on texts and labels that training has not seen. */
import { defaultRng } from "../../src/core/random";
import { pipeline } from "../../src/pipelines/pipeline";
import { pick, type RandomSource, shuffled } from "../text/random-source";
import { type FigureRow, percent } from "./card-figures";
import { ESSAY_TOPICS, type EssayTopic } from "./zero-shot/essay-topics";
import { HELD_HYPOTHESIS, HYPOTHESIS } from "./zero-shot/hypotheses";
import { isNear, type ThemedEssay } from "./zero-shot/pairs";
import type { Topic } from "./zero-shot/topic";
import { TOPICS, UNSEEN } from "./zero-shot/topics";
import { readEssays } from "./zero-shot/unlabelled";
import { nameTopic } from "./zero-shot/writing";

const SEED = 2026;
const CHOICES = 5;
const ESSAYS = 100;

/** A text and labels to choose from, the right one first. */
export interface Trial {
  text: string;
  labels: string[];
}

/** Trials of the sentences that training never reads, `draws` for each: labels of seen topics, or of unseen ones. */
export function heldTrials(which: "seen" | "unseen", draws: number, seed: number = SEED): Trial[] {
  const random = defaultRng(seed);
  const topics = TOPICS.filter(({ id }) => UNSEEN.has(id) === (which === "unseen"));
  return topics.flatMap((topic) =>
    topic.held.flatMap((text) =>
      Array.from({ length: draws }, () => ({
        text,
        labels: [pick(random, topic.labels), ...wrongNames(random, topic, topics)],
      })),
    ),
  );
}

/** Trials of essays: the usual name of the theme among those of four other themes. */
export function essayTrials(essays: readonly ThemedEssay[], seed: number = SEED): Trial[] {
  const random = defaultRng(seed);
  return essays.flatMap(({ text, theme }) => {
    const about = ESSAY_TOPICS.get(theme);
    if (about === undefined) return [];
    const others = shuffled(
      random,
      [...ESSAY_TOPICS.values()].filter((other) => isFar(about, other)),
    );
    return [{ text, labels: [about, ...others.slice(0, CHOICES - 1)].map(({ labels }) => labels[0] ?? "") }];
  });
}

/** A zero-shot pipeline's call, as far as it is needed here. */
type Classify = (
  text: string,
  labels: readonly string[],
  options: { hypothesisTemplate: string; multiLabel?: boolean },
) => Promise<{ labels: string[]; scores: number[] }>;

/** The share of trials in which the right label comes first. */
export async function accuracy(
  classify: Classify,
  trials: readonly Trial[],
  hypothesisTemplate: string,
): Promise<number> {
  let right = 0;
  for (const { text, labels } of trials) {
    const answer = await classify(text, labels, { hypothesisTemplate });
    if (answer.labels[0] === labels[0]) right++;
  }
  return right / trials.length;
}

/** The share of labels that, each judged by itself, are on the right side of one half. */
export async function pairAccuracy(classify: Classify, trials: readonly Trial[]): Promise<number> {
  let right = 0;
  for (const { text, labels } of trials) {
    const answer = await classify(text, labels, { hypothesisTemplate: HYPOTHESIS, multiLabel: true });
    right += answer.scores.filter((score, place) => score > 0.5 === (answer.labels[place] === labels[0])).length;
  }
  return right / (CHOICES * trials.length);
}

/** The figures of the card. */
export async function zeroShotFigures(folder: string): Promise<FigureRow[]> {
  const classify = await pipeline("zero-shot-classification", folder);
  const random = defaultRng(SEED);
  const [seen, unseen] = [heldTrials("seen", 2), heldTrials("unseen", 4)];
  const named = unseen.map(({ text, labels }) => {
    const topic = TOPICS.find((topic) => topic.labels.includes(labels[0] ?? ""));
    return {
      text: topic === undefined ? text : `${text} ${nameTopic(random, { ...topic, labels: labels.slice(0, 1) })}.`,
      labels,
    };
  });
  const essays = essayTrials(readEssays().test.slice(0, ESSAYS));
  const rows: FigureRow[] = [];
  const add = async (
    what: string,
    on: string,
    trials: readonly Trial[],
    template: string = HYPOTHESIS,
  ): Promise<void> => {
    rows.push([what, `${on}, ${trials.length} choices`, percent(await accuracy(classify, trials, template))]);
  };
  try {
    await add("right among 5 labels that training asked for", "sentences that it did not read", seen);
    await add("right among 5 labels that training never asked for", "the same kind of sentences", unseen);
    await add("the same, where the text calls its topic by that name", "the same and a naming sentence", named);
    await add(
      `labels asked for, by "${HELD_HYPOTHESIS}", which training never read`,
      "the sentences of the first row",
      seen,
      HELD_HYPOTHESIS,
    );
    await add("right theme of five", "whole essays of the test part of redacoes.csv", essays);
    for (const [on, trials] of [
      ["the sentences of the first row", seen],
      ["the sentences of the second row", unseen],
      ["the essays", essays],
    ] as const) {
      const share = percent(await pairAccuracy(classify, trials));
      rows.push(["each label by itself (`multiLabel`), on the right side of one half", on, share]);
    }
  } finally {
    await classify.dispose();
  }
  return [...rows, ["right among 5 by chance", "", percent(1 / CHOICES)]];
}

function wrongNames(random: RandomSource, topic: Topic, topics: readonly Topic[]): string[] {
  const near = isNear(topic);
  const others = shuffled(
    random,
    topics.filter(({ id }) => !near(id)),
  );
  return others.slice(0, CHOICES - 1).map(({ labels }) => pick(random, labels));
}

/** Whether neither of two themes is near what the other is about. */
function isFar(one: EssayTopic, other: EssayTopic): boolean {
  const about = ({ topics, near }: EssayTopic): string[] => [...topics, ...near];
  return (
    !about(one).some((id) => other.topics.includes(id)) &&
    !about(other).some((id) => one.topics.includes(id)) &&
    one !== other
  );
}
