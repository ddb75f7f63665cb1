/** @file Training and testing rows with the same share of each class: the rows that Python's `datasets` chooses. */
import type { Generator } from "../core/random";
import { DatasetError } from "./dataset-error";

/** The rows of the two parts, in order. */
export interface SplitIndices {
  /** Rows for training. */
  train: Uint32Array;
  /** Rows for testing. */
  test: Uint32Array;
}

/** What a stratified split needs to know. */
export interface StratifiedSplitOptions {
  /** The column's name, for errors. */
  column: string;
  /** How many rows to train on. */
  trainRows: number;
  /** How many rows to test on. */
  testRows: number;
  /** Where the random numbers come from. */
  generator: Generator;
}

/**
 * The rows of a split that keeps the classes' shares.
 *
 * Each class is mixed by itself, its first rows are for training and the next for testing, and both parts are mixed at the end.
 */
export function stratifiedIndices(labels: readonly number[], options: StratifiedSplitOptions): SplitIndices {
  const { column, trainRows, testRows, generator } = options;
  const classes = rowsByClass(labels);
  const counts = classes.map((rows) => rows.length);
  if (counts.some((count) => count < 2)) {
    throw new DatasetError(
      "class-too-small",
      `A class of the column \`${column}\` has only 1 row, which cannot be in both parts.`,
      {
        column,
        hint: "Every class needs 2 rows or more: filter the rare ones out, or split without `stratifyByColumn`.",
      },
    );
  }
  for (const [part, rows] of [
    ["train", trainRows],
    ["test", testRows],
  ] as const) {
    if (rows >= classes.length) continue;
    throw new DatasetError(
      "split-too-small",
      `The ${part} part of ${rows} ${rows === 1 ? "row" : "rows"} cannot hold the ${classes.length} classes of the column \`${column}\`.`,
      { column, hint: `Make \`${part}Size\` at least ${classes.length} rows.` },
    );
  }
  const trainCounts = likelyDraws(counts, trainRows, generator);
  const remaining = counts.map((count, position) => count - (trainCounts[position] ?? 0));
  const testCounts = likelyDraws(remaining, testRows, generator);
  const train: number[] = [];
  const test: number[] = [];
  for (const [position, rows] of classes.entries()) {
    const order = generator.permutation(rows.length);
    const first = trainCounts[position] ?? 0;
    const last = first + (testCounts[position] ?? 0);
    for (const place of order.subarray(0, first)) train.push(rows[place] ?? 0);
    for (const place of order.subarray(first, last)) test.push(rows[place] ?? 0);
  }
  return { train: shuffled(train, generator), test: shuffled(test, generator) };
}

/** Each class's rows, the classes in the order of their numbers. */
function rowsByClass(labels: readonly number[]): number[][] {
  const rows = new Map<number, number[]>();
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row] ?? 0;
    const known = rows.get(label);
    if (known === undefined) rows.set(label, [row]);
    else known.push(row);
  }
  return [...rows].sort(([left], [right]) => left - right).map(([, list]) => list);
}

/** How many of `draws` come from each class where the shares are kept as well as whole numbers can; ties are drawn. */
function likelyDraws(counts: readonly number[], draws: number, generator: Generator): number[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const shares = counts.map((count) => (draws * count) / all);
  const drawn = shares.map(Math.floor);
  let missing = Math.trunc(draws - drawn.reduce((sum, count) => sum + count, 0));
  const rests = shares.map((share, position) => share - (drawn[position] ?? 0));
  const values = [...new Set(rests)].sort((left, right) => right - left);
  for (const value of values) {
    if (missing <= 0) break;
    const tied = rests.flatMap((rest, position) => (rest === value ? [position] : []));
    const more = Math.min(tied.length, missing);
    for (const place of generator.choice(tied.length, { size: more, replace: false })) {
      const position = tied[place] ?? 0;
      drawn[position] = (drawn[position] ?? 0) + 1;
    }
    missing -= more;
  }
  return drawn;
}

/** NumPy's permutation of an array is a shuffled copy. */
function shuffled(rows: readonly number[], generator: Generator): Uint32Array {
  const order = Uint32Array.from(rows);
  generator.shuffle(order);
  return order;
}
