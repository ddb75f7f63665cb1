/** @file Which classes are taken for which. */
import { argumentRangeError } from "../core/errors";
import { htmlTable } from "../core/html-table";
import { SelfShowing } from "../core/self-showing";
import { listNames } from "../core/suggest";
import { textTable } from "../core/text-table";
import { classesSentence, readClasses, readLabelList } from "./class-pair";
import type { Label, Targets } from "./values";

/** Options of {@link confusionMatrix}. */
export interface ConfusionMatrixOptions {
  /** The classes of the rows and columns, in this order; examples of others are left out. @default all that occur */
  labels?: Iterable<Label>;
  /**
   * Counts, or shares of each true class (`"true"`, rows add up to 1), of each predicted class (`"pred"`) or of all.
   * @default "none"
   */
  normalize?: "none" | "true" | "pred" | "all";
}

const MOST_CLASSES = 2000;
const NORMALIZATIONS = ["none", "true", "pred", "all"] as const;

/** How often each true class (row) was predicted as each class (column). Made by {@link confusionMatrix}. */
export class ConfusionMatrix extends SelfShowing {
  /** The classes' names, in the order of rows and columns. */
  readonly labels: readonly string[];
  /** `matrix[true][predicted]`. */
  readonly matrix: readonly (readonly number[])[];

  constructor(labels: readonly string[], matrix: readonly (readonly number[])[]) {
    super();
    this.labels = labels;
    this.matrix = matrix;
  }

  /** The numbers in lists. Python: `matrix.tolist()`. */
  tolist(): number[][] {
    return this.matrix.map((row) => [...row]);
  }

  /** The same matrix in JSON. */
  toJSON(): { labels: readonly string[]; matrix: readonly (readonly number[])[] } {
    return { labels: this.labels, matrix: this.matrix };
  }

  override toText(): string {
    const { header, rows, align } = this.#table();
    return textTable(header, rows, { align, maxCellWidth: 30 });
  }

  override toBundle(): { "text/plain": string; "text/html": string } {
    const { header, rows, align } = this.#table();
    return { "text/plain": this.toText(), "text/html": htmlTable(header, rows, { align, rowHeaders: "yes" }) };
  }

  #table(): { header: string[]; rows: string[][]; align: ("left" | "right")[] } {
    const isCount = this.matrix.every((row) => row.every(Number.isInteger));
    const rows = this.matrix.map((row, index) => [
      this.labels[index] ?? "",
      ...row.map((value) => (isCount ? String(value) : value.toFixed(3))),
    ]);
    return {
      header: ["true \\ predicted", ...this.labels],
      rows,
      align: ["left", ...this.labels.map(() => "right" as const)],
    };
  }
}

/**
 * Counts how often each true class was predicted as each class.
 *
 * Python: `sklearn.metrics.confusion_matrix`. Draw it with `confusionMatrixPlot`.
 *
 * @param yTrue The true classes: numbers or names.
 * @param yPred The predicted ones, or rows of logits, of which the largest counts.
 * @example
 * ```ts
 * console.log(confusionMatrix(["no", "yes", "yes"], ["no", "no", "yes"]));
 * // true \ predicted  no  yes
 * // ────────────────  ──  ───
 * // no                 1    0
 * // yes                1    1
 * ```
 * @throws TypeError or RangeError when the lengths differ, none of `labels` is among the true classes, or there are over
 *   2,000 classes.
 */
export function confusionMatrix(yTrue: Targets, yPred: Targets, options: ConfusionMatrixOptions = {}): ConfusionMatrix {
  const { labels, matrix } = countConfusions("confusionMatrix", yTrue, yPred, options.labels);
  const normalize = options.normalize ?? "none";
  if (!NORMALIZATIONS.includes(normalize)) {
    throw argumentRangeError({
      function: "confusionMatrix",
      parameter: "normalize",
      rule: "be known",
      value: normalize,
      next: listNames("normalizations", String(normalize), NORMALIZATIONS),
    });
  }
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const columnSums = labels.map((_, column) => sum(matrix.map((row) => row[column] ?? 0)));
  const all = sum(columnSums);
  const shares = matrix.map((row) => {
    const rowSum = sum(row);
    return row.map((count, column) => {
      const whole = normalize === "true" ? rowSum : normalize === "pred" ? (columnSums[column] ?? 0) : all;
      return normalize === "none" ? count : whole === 0 ? 0 : count / whole;
    });
  });
  return new ConfusionMatrix(labels, shares);
}

/** The counts alone, for metrics that are made of them. */
export function countConfusions(
  caller: string,
  yTrue: unknown,
  yPred: unknown,
  given: Iterable<Label> | undefined,
): { labels: string[]; matrix: number[][] } {
  const pair = readClasses(caller, yTrue, yPred);
  const labels = given === undefined ? pair.classes : readLabelList(caller, "labels", given);
  if (labels.length > MOST_CLASSES) {
    throw argumentRangeError({
      function: caller,
      parameter: "yTrue",
      rule: `have at most ${MOST_CLASSES} different classes`,
      value: labels.length,
      next: "Are these texts or row numbers in place of the labels?",
    });
  }
  const placeOf = new Map(labels.map((label, place) => [label, place]));
  if (!pair.truth.some((label) => placeOf.has(label))) {
    throw argumentRangeError({
      function: caller,
      parameter: "labels",
      rule: "name at least one of the true classes",
      value: labels,
      next: classesSentence(pair, labels[0]),
    });
  }
  const matrix = labels.map(() => new Array<number>(labels.length).fill(0));
  pair.truth.forEach((label, index) => {
    const row = matrix[placeOf.get(label) ?? -1];
    const column = placeOf.get(pair.predicted[index] ?? "");
    if (row !== undefined && column !== undefined) row[column] = (row[column] ?? 0) + 1;
  });
  return { labels: labels.map((label) => pair.nameOf(label)), matrix };
}
