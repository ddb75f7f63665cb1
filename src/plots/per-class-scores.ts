/** @file How well each class is found: precision, recall and F1, with the number of examples. */
import { argumentTypeError } from "../core/errors";
import { barChart } from "./bar-chart";
import type { Figure } from "./figure";
import { formatNumber, formatPercent } from "./format-number";
import type { ReferenceLine } from "./layout";

/** The scores of one class. */
export interface ClassScores {
  readonly precision: number;
  readonly recall: number;
  readonly f1Score: number;
  /** How many examples of the class there are. */
  readonly support: number;
}

/** Scores by class, as `classificationReport` has them in `classes`. */
export type ScoresByName = ReadonlyMap<string, ClassScores> | Readonly<Record<string, ClassScores>>;

/** Options of {@link perClassScores}. */
export interface PerClassScoresOptions {
  /** Which of the scores to draw. @default all three */
  scores?: readonly ("precision" | "recall" | "f1Score")[];
  /** `"horizontal"` has room for many classes and long names. @default "vertical" for up to 6 classes */
  direction?: "vertical" | "horizontal";
  /** The sentence above the picture. @default the best and the worst class by F1 */
  title?: string;
  /** The picture in words; made from the data where absent. */
  alt?: string;
}

const NAMES = { precision: "precision", recall: "recall", f1Score: "F1" } as const;

/**
 * Draws precision, recall and F1 of each class. Each label says how many examples the bars rest on.
 *
 * @param report What `classificationReport` gives, or scores by class.
 * @example
 * ```ts
 * const report = classificationReport(["fair", "fair", "unfair"], ["fair", "unfair", "unfair"]);
 * console.log(perClassScores(report, { scores: ["f1Score"] }));
 * // F1 is 0.6667 in every class
 * //
 * // class             F1
 * // ────────────  ──────  ────────────────────────────────
 * // fair (n 2)    0.6667  ████████████████████████████████
 * // unfair (n 1)  0.6667  ████████████████████████████████
 * //
 * // ┆ macro F1: 0.6667
 * ```
 * @throws TypeError when the scores are missing.
 */
export function perClassScores(
  report: { readonly classes: ScoresByName } | ScoresByName,
  options: PerClassScoresOptions = {},
): Figure {
  const classes = classesOf(report);
  const chosen = options.scores ?? (["precision", "recall", "f1Score"] as const);
  const label = ([name, scores]: readonly [string, ClassScores]): string =>
    `${name} (n ${formatNumber(scores.support)})`;
  const series = chosen.map((score): [string, Map<string, number>] => [
    NAMES[score],
    // What was left undefined (NaN) has no bar.
    new Map(
      classes
        .filter(([, scores]) => !Number.isNaN(scores[score]))
        .map((entry): [string, number] => [label(entry), entry[1][score]]),
    ),
  ]);
  const known = classes.filter(([, scores]) => !Number.isNaN(scores.f1Score));
  const macro = known.reduce((sum, [, scores]) => sum + scores.f1Score, 0) / known.length;
  const lines: ReferenceLine[] =
    known.length > 0 && chosen.includes("f1Score")
      ? [{ axis: "y", at: macro, label: `macro F1: ${formatNumber(macro)}` }]
      : [];
  return barChart(Object.fromEntries(series), {
    title: options.title ?? finding(known, macro),
    labelTitle: "class",
    valueTitle: "score (0 to 1)",
    direction: options.direction ?? (classes.length <= 6 ? "vertical" : "horizontal"),
    referenceLines: lines,
    ...(options.alt === undefined ? {} : { alt: options.alt }),
  });
}

function classesOf(report: unknown): [string, ClassScores][] {
  const given = report as { classes?: unknown } | null | undefined;
  const classes = given?.classes instanceof Map || typeof given?.classes === "object" ? given.classes : report;
  const entries = classes instanceof Map ? [...classes] : Object.entries((classes ?? {}) as Record<string, unknown>);
  for (const [name, scores] of entries as [string, Partial<ClassScores> | null][]) {
    const isComplete = ["precision", "recall", "f1Score", "support"].every(
      (key) => typeof (scores as Record<string, unknown> | null)?.[key] === "number",
    );
    if (!isComplete) {
      throw argumentTypeError({
        function: "perClassScores",
        parameter: `report.${name}`,
        rule: "have precision, recall, f1Score and support",
        value: scores,
        next: "Write classificationReport(yTrue, yPred).",
      });
    }
  }
  if (entries.length > 0) return entries as [string, ClassScores][];
  const next = "Write classificationReport(yTrue, yPred).";
  throw argumentTypeError({
    function: "perClassScores",
    parameter: "report",
    rule: "have scores by class",
    value: report,
    next,
  });
}

function finding(classes: readonly (readonly [string, ClassScores])[], macro: number): string {
  const [first] = classes;
  if (first === undefined) return "No class has an F1";
  const pick = (isBetter: (score: number, best: number) => boolean): readonly [string, ClassScores] =>
    classes.reduce((best, entry) => (isBetter(entry[1].f1Score, best[1].f1Score) ? entry : best), first);
  const best = pick((score, other) => score > other);
  const worst = pick((score, other) => score < other);
  if (best[1].f1Score === worst[1].f1Score) return `F1 is ${formatNumber(macro)} in every class`;
  const all = classes.reduce((sum, [, scores]) => sum + scores.support, 0);
  const share = all === 0 ? "" : `, ${formatPercent(worst[1].support / all)} of the examples`;
  return `F1 is highest for ${best[0]} (${formatNumber(best[1].f1Score)}) and lowest for ${worst[0]} (${formatNumber(worst[1].f1Score)}${share})`;
}
