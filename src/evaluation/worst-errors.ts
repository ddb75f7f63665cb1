/** @file The predictions that were most wrong, to be read one by one. */
import { argumentRangeError, argumentTypeError } from "../core/errors";
import { htmlTable } from "../core/html-table";
import { SelfShowing } from "../core/self-showing";
import { textTable } from "../core/text-table";
import { argmaxRows } from "./argmax";
import { classColumns, probabilityRows } from "./probability-rows";
import { checkSameLength, readValues, type Scores, type Targets } from "./values";

/** What {@link worstErrors} looks through: a text, a true class and a row of probabilities for each example. */
export interface JudgedTexts {
  texts: Iterable<string>;
  yTrue: Targets;
  /** A row of probabilities for each text: `softmax(logits)`. */
  yProba: Scores;
}

/** Options of {@link worstErrors}. */
export interface WorstErrorsOptions {
  /** How many to show, 1 to 1,000. @default 10 */
  count?: number;
  /**
   * What is worst: the least probability for the truth (the largest loss), or the greatest for the wrong class.
   * @default "loss"
   */
  by?: "loss" | "confidence";
  /** Names of the classes, in the order of the columns. @default the classes themselves */
  classNames?: readonly string[];
}

/** One wrong prediction. */
export interface PredictionError {
  /** Which of the examples it is, from 0. */
  index: number;
  text: string;
  truth: string;
  predicted: string;
  /** The probability of the predicted class. */
  probability: number;
  /** The probability that the true class was given. */
  truthProbability: number;
}

const HEADER = ["row", "text", "true", "predicted", "p(predicted)", "p(true)"];
const ALIGN = ["right", "left", "left", "left", "right", "right"] as const;
const LONGEST = 400;

/** Wrong predictions, the worst first. Made by {@link worstErrors}. */
export class WorstErrors extends SelfShowing {
  readonly errors: readonly PredictionError[];
  /** How many predictions are wrong in all. */
  readonly wrong: number;
  /** How many predictions there are. */
  readonly count: number;

  constructor(errors: readonly PredictionError[], wrong: number, count: number) {
    super();
    this.errors = errors;
    this.wrong = wrong;
    this.count = count;
  }

  /** How many are wrong, and how many are shown. */
  get title(): string {
    if (this.wrong === 0) return `All ${this.count} predictions are right`;
    return `${this.wrong} of ${this.count} predictions are wrong; the ${this.errors.length} worst:`;
  }

  toJSON(): readonly PredictionError[] {
    return this.errors;
  }

  override toText(): string {
    if (this.errors.length === 0) return this.title;
    return `${this.title}\n\n${textTable(HEADER, this.#rows(), { align: ALIGN, maxCellWidth: 56 })}`;
  }

  override toBundle(): { "text/plain": string; "text/html": string } {
    if (this.errors.length === 0) return { "text/plain": this.title, "text/html": `<div>${this.title}</div>` };
    const rows = this.#rows().map((row) =>
      row.map((cell) => (cell.length > LONGEST ? `${cell.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, "")}…` : cell)),
    );
    return { "text/plain": this.toText(), "text/html": htmlTable(HEADER, rows, { title: this.title, align: ALIGN }) };
  }

  #rows(): string[][] {
    return this.errors.map((error) => [
      String(error.index),
      error.text.replace(/(?![\n\t])\p{Control}/gu, "\ufffd"),
      error.truth,
      error.predicted,
      error.probability.toFixed(3),
      error.truthProbability.toFixed(3),
    ]);
  }
}

/**
 * The texts whose prediction was most wrong, with truth, prediction and probabilities: a table in a notebook and on a
 * terminal. Read them before you change the model: some labels are wrong, some texts say two things.
 *
 * @example
 * ```ts
 * console.log(worstErrors(
 *   { texts: ["lovely", "awful", "fine"], yTrue: [1, 0, 1], yProba: [[0.1, 0.9], [0.2, 0.8], [0.6, 0.4]] },
 *   { classNames: ["bad", "good"] },
 * ));
 * // 2 of 3 predictions are wrong; the 2 worst:
 * //
 * // row  text   true  predicted  p(predicted)  p(true)
 * // ───  ─────  ────  ─────────  ────────────  ───────
 * //   1  awful  bad   good              0.800    0.200
 * //   2  fine   good  bad               0.600    0.400
 * ```
 * @throws TypeError or RangeError when the lengths differ, or a number is no probability.
 */
export function worstErrors(judged: JudgedTexts, options: WorstErrorsOptions = {}): WorstErrors {
  const caller = "worstErrors";
  const { count = 10, by = "loss" } = options;
  if (!Number.isInteger(count) || count < 1 || count > 1000) {
    throw argumentRangeError({ function: caller, parameter: "count", rule: "be from 1 to 1000", value: count });
  }
  if (by !== "loss" && by !== "confidence") {
    throw argumentRangeError({ function: caller, parameter: "by", rule: 'be "loss" or "confidence"', value: by });
  }
  const rows = probabilityRows(caller, "yProba", judged?.yProba);
  const given = readValues({ function: caller, parameter: "yTrue" }, judged.yTrue);
  const yTrue = given.kind === "list" ? given.values : judged.yTrue;
  // Names of true classes are put in the order of the columns by `classNames`; numbers are columns already.
  const labels = given.kind === "list" && given.type === "string" ? options.classNames : undefined;
  const { columns, classes } = classColumns(caller, yTrue, { width: rows.width, parameter: "yProba", labels });
  checkSameLength({ function: caller, parameter: "yProba" }, rows.count, columns.length);
  const names = options.classNames ?? classes.map(String);
  if (names.length !== rows.width) {
    const rule = `name the ${rows.width} columns`;
    throw argumentRangeError({ function: caller, parameter: "classNames", rule, value: names });
  }
  const texts = [...judged.texts];
  checkSameLength({ function: caller, parameter: "texts" }, texts.length, columns.length);
  const wrong = argmaxRows(rows).flatMap((best, index): PredictionError[] => {
    const truth = columns[index] ?? 0;
    if (best === truth) return [];
    const text: unknown = texts[index];
    if (typeof text !== "string") {
      throw argumentTypeError({ function: caller, parameter: `texts[${index}]`, rule: "be a text", value: text });
    }
    return [
      {
        index,
        text,
        truth: names[truth] ?? "",
        predicted: names[best] ?? "",
        probability: rows.data[index * rows.width + best] ?? 0,
        truthProbability: rows.data[index * rows.width + truth] ?? 0,
      },
    ];
  });
  const sorted = [...wrong].sort((left, right) =>
    by === "loss" ? left.truthProbability - right.truthProbability : right.probability - left.probability,
  );
  return new WorstErrors(sorted.slice(0, count), wrong.length, columns.length);
}
