/** @file Precision, recall and F1 of every class, and their averages, in one table. */
import { argumentRangeError } from "../core/errors";
import { htmlTable } from "../core/html-table";
import { SelfShowing } from "../core/self-showing";
import { averageOf, type ClassScoreOptions, scoredLabels } from "./averaged-scores";
import { readPair } from "./class-pair";
import { precisionRecallFscoreSupport } from "./precision-recall-fscore-support";
import type { Targets } from "./values";

/** Options of {@link classificationReport}. */
export interface ClassificationReportOptions extends ClassScoreOptions {
  /** Names to show for the classes, in the order of `labels` (or of the classes that occur). */
  targetNames?: readonly string[];
  /** How many decimals the table shows, 0 to 15. @default 2 */
  digits?: number;
}

/** The scores of a class or of an average. */
export interface ReportRow {
  precision: number;
  recall: number;
  f1Score: number;
  /** How many examples. */
  support: number;
}

/** A report with Python's keys, as `output_dict=True` gives it. */
export type ReportDict = Record<
  string,
  number | { precision: number; recall: number; "f1-score": number; support: number }
>;

const HEADERS = ["precision", "recall", "f1-score", "support"];

/** A table of scores by class. Made by {@link classificationReport}. */
export class ClassificationReport extends SelfShowing {
  /** The scores by class name. */
  readonly classes: ReadonlyMap<string, ReportRow>;
  /** The averages: `"micro avg"` where it is not the accuracy, `"macro avg"`, `"weighted avg"`, and `"samples avg"` for several labels. */
  readonly averages: ReadonlyMap<string, ReportRow>;
  /** The share that is right; undefined where only some classes count or an example can have several labels. */
  readonly accuracy: number | undefined;
  readonly #total: number;
  readonly #digits: number;

  constructor(parts: {
    classes: ReadonlyMap<string, ReportRow>;
    averages: ReadonlyMap<string, ReportRow>;
    accuracy: number | undefined;
    total: number;
    digits: number;
  }) {
    super();
    this.classes = parts.classes;
    this.averages = parts.averages;
    this.accuracy = parts.accuracy;
    this.#total = parts.total;
    this.#digits = parts.digits;
  }

  /** The report with Python's keys: `report.toDict()["macro avg"]`. */
  toDict(): ReportDict {
    const entry = ([name, row]: readonly [string, ReportRow]): [string, ReportDict[string]] => [
      name,
      { precision: row.precision, recall: row.recall, "f1-score": row.f1Score, support: row.support },
    ];
    return Object.fromEntries([
      ...[...this.classes].map(entry),
      ...(this.accuracy === undefined ? [] : [["accuracy", this.accuracy] as const]),
      ...[...this.averages].map(entry),
    ]);
  }

  toJSON(): ReportDict {
    return this.toDict();
  }

  /** The table, character by character as scikit-learn writes it. */
  override toText(): string {
    const rows = this.#rows();
    const width = Math.max(12, this.#digits, ...[...this.classes.keys()].map((name) => [...name].length));
    const line = (cells: readonly string[]): string => {
      const [name = "", ...numbers] = cells;
      return `${pad(name, width)} ${numbers.map((cell) => ` ${pad(cell, 9)}`).join("")}\n`;
    };
    const classes = rows.slice(0, this.classes.size).map(line).join("");
    return `${line(["", ...HEADERS])}\n${classes}\n${rows.slice(this.classes.size).map(line).join("")}`;
  }

  override toBundle(): { "text/plain": string; "text/html": string } {
    const align = ["left", "right", "right", "right", "right"] as const;
    const html = htmlTable(["", ...HEADERS], this.#rows(), { align, rowHeaders: "yes" });
    return { "text/plain": this.toText(), "text/html": html };
  }

  #rows(): string[][] {
    const number = (value: number): string => (Number.isNaN(value) ? "nan" : fixed(value, this.#digits));
    const row = ([name, scores]: readonly [string, ReportRow]): string[] => [
      name,
      number(scores.precision),
      number(scores.recall),
      number(scores.f1Score),
      String(scores.support),
    ];
    const accuracy =
      this.accuracy === undefined ? [] : [["accuracy", "", "", number(this.accuracy), String(this.#total)]];
    return [...[...this.classes].map(row), ...accuracy, ...[...this.averages].map(row)];
  }
}

/**
 * Precision, recall, F1 and number of examples of every class, with their averages.
 *
 * Python: `sklearn.metrics.classification_report`; the text is the same, character by character, and `toDict()` has the
 * same keys.
 *
 * @param yTrue The true classes, or rows of 0 and 1 where an example can have several labels.
 * @param yPred The predicted ones in the same form, or rows of logits, of which the largest counts.
 * @example
 * ```ts
 * console.log(classificationReport([0, 1, 1, 0], [0, 1, 0, 0], { targetNames: ["fair", "unfair"] }));
 * //               precision    recall  f1-score   support
 * //
 * //         fair       0.67      1.00      0.80         2
 * //       unfair       1.00      0.50      0.67         2
 * //
 * //     accuracy                           0.75         4
 * //    macro avg       0.83      0.75      0.73         4
 * // weighted avg       0.83      0.75      0.73         4
 * ```
 * @throws TypeError or RangeError when the lengths differ, a label is NaN, or there are not as many names as classes.
 */
export function classificationReport(
  yTrue: Targets,
  yPred: Targets,
  options: ClassificationReportOptions = {},
): ClassificationReport {
  const caller = "classificationReport";
  const digits = options.digits ?? 2;
  if (!Number.isInteger(digits) || digits < 0 || digits > 15) {
    throw argumentRangeError({ function: caller, parameter: "digits", rule: "be from 0 to 15", value: digits });
  }
  const pair = readPair(caller, yTrue, yPred);
  const labels = scoredLabels(caller, pair, options.labels);
  const { zeroDivision } = options;
  const scores = precisionRecallFscoreSupport(yTrue, yPred, { ...options, labels });
  const names = options.targetNames ?? scores.labels;
  if (names.length !== labels.length || new Set(names).size < names.length) {
    throw argumentRangeError({
      function: caller,
      parameter: "targetNames",
      rule: `be ${labels.length} different names, one for each class`,
      value: names,
      next: "Name all classes in `labels` where some do not occur.",
    });
  }
  const total = scores.support.reduce((sum, count) => sum + count, 0);
  const classes = new Map(
    names.map((name, place): [string, ReportRow] => [
      name,
      {
        precision: scores.precision[place] ?? 0,
        recall: scores.recall[place] ?? 0,
        f1Score: scores.fScore[place] ?? 0,
        support: scores.support[place] ?? 0,
      },
    ]),
  );
  const isComplete = pair.kind === "classes" && pair.classes.every((label) => labels.includes(label));
  const average = (kind: "micro" | "macro" | "weighted" | "samples"): ReportRow => {
    const { precision, recall, fScore } = averageOf(caller, pair, labels, { average: kind, zeroDivision });
    return { precision, recall, f1Score: fScore, support: total };
  };
  const kinds = [
    ...(isComplete ? [] : ["micro" as const]),
    "macro" as const,
    "weighted" as const,
    ...(pair.kind === "multilabel" ? ["samples" as const] : []),
  ];
  return new ClassificationReport({
    classes,
    averages: new Map(kinds.map((kind) => [`${kind} avg`, average(kind)])),
    accuracy: isComplete ? average("micro").precision : undefined,
    total,
    digits,
  });
}

function pad(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - [...text].length)) + text;
}

/** As Python rounds: a tie goes to the even digit, where `toFixed` takes the larger. */
function fixed(value: number, digits: number): string {
  const rest = value.toFixed(digits + 60);
  // Only a number with few binary digits lies exactly between two decimals, so that what follows is 5000….
  if (!/^50*$/.test(rest.slice(rest.length - 60))) return value.toFixed(digits);
  const low = Math.floor(value * 10 ** digits);
  return ((low % 2 === 0 ? low : low + 1) / 10 ** digits).toFixed(digits);
}
