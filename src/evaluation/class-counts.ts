/** @file How often each class was predicted, was true, and both: what precision, recall and F1 are made of. */
import type { ClassPair, LabelSetPair } from "./class-pair";
import { rowAt } from "./values";

/** Counts, one entry for each class (or for each example, or one for all). */
export interface Counts {
  both: Float64Array;
  predicted: Float64Array;
  truth: Float64Array;
}

/** Counts by class, in the order of `labels`. */
export function countByClass(pair: ClassPair | LabelSetPair, labels: readonly (string | number)[]): Counts {
  const counts = emptyCounts(labels.length);
  if (pair.kind === "multilabel") {
    for (let index = 0; index < pair.truth.count; index++) {
      const [truth, predicted] = [rowAt(pair.truth, index), rowAt(pair.predicted, index)];
      labels.forEach((label, place) => {
        add(counts, place, truth[Number(label)] ?? 0, predicted[Number(label)] ?? 0);
      });
    }
    return counts;
  }
  const places = new Map(labels.map((label, place) => [label, place]));
  pair.truth.forEach((label, index) => {
    const guess = pair.predicted[index];
    const truePlace = places.get(label);
    const guessPlace = guess === undefined ? undefined : places.get(guess);
    if (truePlace !== undefined && truePlace === guessPlace) add(counts, truePlace, 1, 1);
    else {
      if (truePlace !== undefined) add(counts, truePlace, 1, 0);
      if (guessPlace !== undefined) add(counts, guessPlace, 0, 1);
    }
  });
  return counts;
}

/** Counts by example, over its labels. */
export function countByExample(pair: LabelSetPair, labels: readonly (string | number)[]): Counts {
  const counts = emptyCounts(pair.truth.count);
  for (let index = 0; index < pair.truth.count; index++) {
    const [truth, predicted] = [rowAt(pair.truth, index), rowAt(pair.predicted, index)];
    for (const label of labels) add(counts, index, truth[Number(label)] ?? 0, predicted[Number(label)] ?? 0);
  }
  return counts;
}

/** All classes taken together. */
export function addedUp(counts: Counts): Counts {
  const total = (values: Float64Array): Float64Array => Float64Array.of(values.reduce((sum, value) => sum + value, 0));
  return { both: total(counts.both), predicted: total(counts.predicted), truth: total(counts.truth) };
}

function emptyCounts(length: number): Counts {
  return { both: new Float64Array(length), predicted: new Float64Array(length), truth: new Float64Array(length) };
}

function add(counts: Counts, place: number, truth: number, predicted: number): void {
  counts.truth[place] = (counts.truth[place] ?? 0) + truth;
  counts.predicted[place] = (counts.predicted[place] ?? 0) + predicted;
  counts.both[place] = (counts.both[place] ?? 0) + truth * predicted;
}
