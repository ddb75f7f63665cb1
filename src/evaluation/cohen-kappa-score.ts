/** @file Agreement beyond chance; for marks on a scale, a near miss counts less than a far one. */
import { argumentRangeError } from "../core/errors";
import { listNames } from "../core/suggest";
import { countConfusions } from "./confusion-matrix";
import type { Label, Targets } from "./values";

/** Options of {@link cohenKappaScore}. */
export interface KappaOptions {
  /**
   * How much a miss weighs: all the same, by how many classes it is off, or by the square of that.
   * @default "none"
   */
  weights?: "none" | "linear" | "quadratic";
  /**
   * The classes in their order. Weights go by place in this list: give the whole scale where a mark may be missing from
   * the data, as in `labels: [0, 1, 2, 3, 4]`.
   * @default all that occur
   */
  labels?: Iterable<Label>;
}

const WEIGHTS = ["none", "linear", "quadratic"] as const;

/**
 * Cohen's kappa: 1 is full agreement, 0 what chance would give, below 0 less than that.
 *
 * Python: `sklearn.metrics.cohen_kappa_score`. With `weights: "quadratic"` it is the measure of automatic essay scoring.
 * Where both sides hold one and the same class only, it is NaN.
 *
 * @param yTrue The true classes: numbers or names.
 * @param yPred The predicted ones, or rows of logits, of which the largest counts.
 * @example
 * ```ts
 * cohenKappaScore([0, 1, 2, 3], [0, 1, 2, 2]); // 0.6666666666666667
 * cohenKappaScore([0, 1, 2, 3], [0, 1, 2, 2], { weights: "quadratic" }); // 0.875
 * ```
 * @throws TypeError or RangeError when the lengths differ, or none of `labels` is among the true classes.
 */
export function cohenKappaScore(yTrue: Targets, yPred: Targets, options: KappaOptions = {}): number {
  const caller = "cohenKappaScore";
  const weights = options.weights ?? "none";
  if (!WEIGHTS.includes(weights)) {
    const next = listNames("weights", String(weights), WEIGHTS);
    throw argumentRangeError({ function: caller, parameter: "weights", rule: "be known", value: weights, next });
  }
  const { matrix } = countConfusions(caller, yTrue, yPred, options.labels);
  const rowSums = matrix.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columnSums = matrix.map((_, column) => matrix.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const all = rowSums.reduce((sum, count) => sum + count, 0);
  let observed = 0;
  let expected = 0;
  matrix.forEach((row, r) => {
    row.forEach((count, c) => {
      const apart = Math.abs(r - c);
      const weight = weights === "quadratic" ? apart ** 2 : weights === "linear" ? apart : Math.min(1, apart);
      observed += weight * count;
      expected += (weight * (rowSums[r] ?? 0) * (columnSums[c] ?? 0)) / all;
    });
  });
  return expected === 0 ? Number.NaN : 1 - observed / expected;
}
