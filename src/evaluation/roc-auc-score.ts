/** @file How well scores put examples in order: the area under the ROC curve. */
import { argumentRangeError } from "../core/errors";
import { listNames } from "../core/suggest";
import { classesSentence, readLabelList, sortClasses } from "./class-pair";
import { classColumns, probabilityRows } from "./probability-rows";
import { checkSameLength, type Label, readValues, type Scores, type Targets, type ValueRows } from "./values";

/** Options of {@link rocAucScore}. */
export interface RocAucOptions {
  /**
   * Over classes: `"macro"` is the plain mean, `"weighted"` that by how often a class is true, `"micro"` counts all columns
   * together.
   * @default "macro"
   */
  average?: "macro" | "weighted" | "micro";
  /** How several classes become pairs of two: each one against the rest. @default "ovr" */
  multiClass?: "ovr";
  /** The classes of the columns. @default the column numbers where `yTrue` holds such, else the classes that occur */
  labels?: Iterable<Label>;
}

const CALLER = "rocAucScore";
const AVERAGES = ["macro", "weighted", "micro"] as const;

/**
 * The area under the ROC curve: how probable it is that an example of the class scores higher than one of another; ties
 * count half. 0.5 is chance.
 *
 * Python: `sklearn.metrics.roc_auc_score`, with `multi_class="ovr"` for several classes.
 *
 * @param yTrue The true classes, of which the greater counts as positive; or rows of 0 and 1 for several labels an example.
 * @param yScore For two classes a score for each example (or rows of two, of which the second counts); for more, rows of
 *   probabilities; for several labels an example, rows of scores.
 * @example
 * ```ts
 * rocAucScore([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]); // 0.75
 * rocAucScore([0, 1, 2, 2], [[0.8, 0.1, 0.1], [0.3, 0.4, 0.3], [0.2, 0.5, 0.3], [0.1, 0.2, 0.7]]); // 0.8472222222222222
 * ```
 * @throws RangeError when a class has no example, or all examples are of one class: there is no order to judge.
 */
export function rocAucScore(yTrue: Targets, yScore: Scores, options: RocAucOptions = {}): number {
  const average = options.average ?? "macro";
  const multiClass: unknown = options.multiClass ?? "ovr";
  if (!AVERAGES.includes(average)) {
    const next = listNames("averages", String(average), AVERAGES);
    throw argumentRangeError({ function: CALLER, parameter: "average", rule: "be known", value: average, next });
  }
  if (multiClass !== "ovr") {
    const next = "Each class is set against the rest.";
    throw argumentRangeError({ function: CALLER, parameter: "multiClass", rule: 'be "ovr"', value: multiClass, next });
  }
  const truth = readValues({ function: CALLER, parameter: "yTrue" }, yTrue);
  const place = { function: CALLER, parameter: "yScore" };
  const scores = readValues(place, yScore);
  const expected = truth.kind === "rows" ? truth.count : truth.values.length;
  checkSameLength(place, scores.kind === "rows" ? scores.count : scores.values.length, expected);
  if (truth.kind === "rows") return multilabelAuc(truth, scores.kind === "rows" ? scores : undefined, average);
  const found = sortClasses(truth.values);
  const isTwo = scores.kind === "list" || scores.width <= 2;
  if (isTwo && found.length <= 2) {
    const column =
      scores.kind === "list"
        ? scores.values.map(Number)
        : Array.from({ length: expected }, (_, index) => scores.data[(index + 1) * scores.width - 1] ?? 0);
    if (found.length < 2) throw oneClass("yTrue", `only ${found[0]}`);
    return areaUnderCurve(column, (index) => truth.values[index] === found[1]);
  }
  if (scores.kind === "list") {
    throw argumentRangeError({
      ...place,
      rule: `be a row of probabilities for each example, since there are ${found.length} classes`,
      value: scores.values,
      next: classesSentence({ classes: found, nameOf: String }),
    });
  }
  const rows = probabilityRows(CALLER, "yScore", yScore);
  const labels = options.labels === undefined ? undefined : readLabelList(CALLER, "labels", options.labels);
  const { columns, classes } = classColumns(CALLER, yTrue, { width: rows.width, parameter: "yScore", labels });
  return overColumns(rows, (index, column) => columns[index] === column, average, classes);
}

/** The area for one column of scores, from the sum of ranks (Mann and Whitney 1947). Equal scores share their ranks. */
function areaUnderCurve(scores: readonly number[], isPositive: (index: number) => boolean): number {
  const order = scores.map((_, index) => index).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  let rankSum = 0;
  let positives = 0;
  for (let start = 0; start < order.length; ) {
    let end = start;
    let inTie = 0;
    while (end < order.length && scores[order[end] ?? 0] === scores[order[start] ?? 0]) {
      if (isPositive(order[end] ?? 0)) inTie++;
      end++;
    }
    rankSum += (inTie * (start + 1 + end)) / 2;
    positives += inTie;
    start = end;
  }
  const negatives = scores.length - positives;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

function multilabelAuc(
  truth: ValueRows,
  scores: ValueRows | undefined,
  average: "macro" | "weighted" | "micro",
): number {
  if (scores === undefined || scores.width !== truth.width) {
    throw argumentRangeError({
      function: CALLER,
      parameter: "yScore",
      rule: `have rows of ${truth.width} scores, as \`yTrue\` has`,
      value: scores === undefined ? "one score for each example" : `rows of ${scores.width}`,
    });
  }
  const wrong = truth.data.find((value) => value !== 0 && value !== 1);
  if (wrong !== undefined) {
    throw argumentRangeError({ function: CALLER, parameter: "yTrue", rule: "be rows of 0 and 1", value: wrong });
  }
  const isTrue = (index: number, column: number): boolean => truth.data[index * truth.width + column] === 1;
  return overColumns(
    scores,
    isTrue,
    average,
    Array.from({ length: truth.width }, (_, column) => column),
  );
}

function overColumns(
  rows: ValueRows,
  isTrue: (index: number, column: number) => boolean,
  average: "macro" | "weighted" | "micro",
  classes: readonly (string | number)[],
): number {
  const indices = Array.from({ length: rows.count }, (_, index) => index);
  const supports = classes.map((_, column) => indices.filter((index) => isTrue(index, column)).length);
  if (average === "micro") {
    return areaUnderCurve([...rows.data], (at) => isTrue(Math.floor(at / rows.width), at % rows.width));
  }
  const areas = classes.map((label, column) => {
    const support = supports[column] ?? 0;
    if (support === 0) throw oneClass("yTrue", `no example of class ${label}`);
    if (support === rows.count) throw oneClass("yTrue", `only examples of class ${label}`);
    const scores = indices.map((index) => rows.data[index * rows.width + column] ?? 0);
    return areaUnderCurve(scores, (index) => isTrue(index, column));
  });
  const weights = average === "weighted" ? supports : areas.map(() => 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return areas.reduce((sum, area, column) => sum + area * (weights[column] ?? 0), 0) / total;
}

function oneClass(parameter: string, value: string): RangeError {
  return argumentRangeError({
    function: CALLER,
    parameter,
    rule: "have examples of every class, and of others",
    value,
    next: "Evaluate more examples, or split them by class (`stratifyByColumn`).",
  });
}
