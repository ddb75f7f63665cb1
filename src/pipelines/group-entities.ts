/** @file From labels of tokens to entities: the strategies of Python's token classification. */
import type { AggregationStrategy, Entity, EntityGroup } from "./entity";

/** A token of the text with the probability of every label. */
export interface LabelledToken {
  /** The token, or its text where the vocabulary does not have it. */
  word: string;
  scores: Float32Array;
  start: number;
  end: number;
  /** Its place in the row. */
  index: number;
  /** Whether it continues the word of the token before it. */
  position: "begins" | "continues";
}

/** What grouping needs from the pipeline. */
export interface GroupingContext {
  labels: readonly string[];
  /** Tokens put together as text. */
  joinTokens(tokens: readonly string[]): string;
}

type Labelled = Omit<Entity, "index">;

/** Each token's likeliest label. */
export function tokenEntities(tokens: readonly LabelledToken[], { labels }: GroupingContext): Entity[] {
  return tokens.map(({ scores, index, word, start, end }) => {
    const place = highest(scores);
    return { entity: labels[place] ?? "", score: scores[place] ?? Number.NaN, index, word, start, end };
  });
}

/** Neighbouring tokens or words of one entity as one. A label that begins with `B-` begins another. */
export function groupEntities(
  tokens: readonly LabelledToken[],
  strategy: Exclude<AggregationStrategy, "none">,
  context: GroupingContext,
): EntityGroup[] {
  const entities: readonly Labelled[] =
    strategy === "simple"
      ? tokenEntities(tokens, context)
      : wordsOf(tokens).map((word) => labelWord(word, strategy, context));
  const groups: Labelled[][] = [];
  for (const entity of entities) {
    const last = groups.at(-1);
    const previous = last?.at(-1);
    const isContinued =
      previous !== undefined && tagOf(previous.entity) === tagOf(entity.entity) && !entity.entity.startsWith("B-");
    if (isContinued) last?.push(entity);
    else groups.push([entity]);
  }
  return groups.map((group) => joinGroup(group, context));
}

/** Of entities of several windows that overlap, the longest, and of equally long ones the likeliest. */
export function withoutOverlaps(entities: readonly EntityGroup[]): EntityGroup[] {
  const kept: EntityGroup[] = [];
  for (const entity of [...entities].sort((left, right) => left.start - right.start)) {
    const previous = kept.at(-1);
    if (previous === undefined || entity.start >= previous.end) {
      kept.push(entity);
      continue;
    }
    const [length, previousLength] = [entity.end - entity.start, previous.end - previous.start];
    const isBetter = length > previousLength || (length === previousLength && entity.score > previous.score);
    if (isBetter) kept[kept.length - 1] = entity;
  }
  return kept;
}

function wordsOf(tokens: readonly LabelledToken[]): LabelledToken[][] {
  const words: LabelledToken[][] = [];
  for (const token of tokens) {
    const last = words.at(-1);
    if (last !== undefined && token.position === "continues") last.push(token);
    else words.push([token]);
  }
  return words;
}

/** One label for a word: its first token's, its surest token's, or that of the mean over its tokens. */
function labelWord(
  word: readonly LabelledToken[],
  strategy: "first" | "average" | "max",
  { labels, joinTokens }: GroupingContext,
): Labelled {
  const surest = (token: LabelledToken): number => token.scores[highest(token.scores)] ?? 0;
  const chosen =
    strategy === "average"
      ? mean(word)
      : strategy === "first"
        ? word[0]?.scores
        : word.reduce((best, token) => (surest(token) > surest(best) ? token : best)).scores;
  const scores = chosen ?? new Float32Array();
  const place = highest(scores);
  return {
    entity: labels[place] ?? "",
    score: scores[place] ?? Number.NaN,
    word: joinTokens(word.map((token) => token.word)),
    start: word[0]?.start ?? 0,
    end: word.at(-1)?.end ?? 0,
  };
}

function mean(word: readonly LabelledToken[]): Float32Array {
  const size = word[0]?.scores.length ?? 0;
  const sums = Float64Array.from({ length: size }, (_, label) =>
    word.reduce((total, { scores }) => total + (scores[label] ?? 0), 0),
  );
  return Float32Array.from(sums, (sum) => sum / word.length);
}

function joinGroup(group: readonly Labelled[], { joinTokens }: GroupingContext): EntityGroup {
  const [first] = group;
  return {
    entity_group: groupName(first?.entity ?? ""),
    score: group.reduce((total, { score }) => total + score, 0) / group.length,
    word: joinTokens(group.map(({ word }) => word)),
    start: first?.start ?? 0,
    end: group.at(-1)?.end ?? 0,
  };
}

/** What stands behind the first hyphen: `LOC` of `B-LOC`. */
function groupName(label: string): string {
  const hyphen = label.indexOf("-");
  return hyphen < 0 ? label : label.slice(hyphen + 1);
}

function tagOf(label: string): string {
  return /^[BI]-/.test(label) ? label.slice(2) : label;
}

function highest(scores: Float32Array): number {
  let best = 0;
  for (let index = 1; index < scores.length; index++) if ((scores[index] ?? 0) > (scores[best] ?? 0)) best = index;
  return best;
}
