/** @file The mean surprise at the truth: the loss that classification trains on, from probabilities. */
import { argumentRangeError } from "../core/errors";
import { readLabelList, sortClasses } from "./class-pair";
import { classColumns, probabilityRows } from "./probability-rows";
import { checkSameLength, type Label, type Scores, type Targets } from "./values";

/** Options of {@link logLoss}. */
export interface LogLossOptions {
  /**
   * The classes of the columns. They are put in order first, as scikit-learn does: numbers by size, names by characters.
   * @default the column numbers where `yTrue` holds such, else the classes that occur
   */
  labels?: Iterable<Label>;
}

/**
 * Log loss (cross-entropy) in nats: the mean of -log of the probability that was given to the true class.
 *
 * Python: `sklearn.metrics.log_loss`. Probabilities are kept a machine epsilon away from 0 and 1.
 *
 * @param yTrue The true classes.
 * @param yProba A row of probabilities for each example, or for two classes the probability of the second.
 * @example
 * ```ts
 * logLoss([0, 1], [[0.9, 0.1], [0.2, 0.8]]); // 0.164252033486018
 * logLoss([0, 1], softmax(logits)); // from a model's logits
 * ```
 * @throws RangeError when a number is no probability, a row does not add up to 1, or a class has no column.
 */
export function logLoss(yTrue: Targets, yProba: Scores, options: LogLossOptions = {}): number {
  const caller = "logLoss";
  const rows = probabilityRows(caller, "yProba", yProba);
  const given = options.labels === undefined ? undefined : sortClasses(readLabelList(caller, "labels", options.labels));
  const { columns } = classColumns(caller, yTrue, { width: rows.width, parameter: "yProba", labels: given });
  checkSameLength({ function: caller, parameter: "yProba" }, rows.count, columns.length);
  if (rows.width < 2) {
    throw argumentRangeError({ function: caller, parameter: "yProba", rule: "have a column for each class", value: 1 });
  }
  const epsilon = rows.precision === "float32" ? 2 ** -23 : 2 ** -52;
  let total = 0;
  columns.forEach((column, index) => {
    const probability = rows.data[index * rows.width + column] ?? 0;
    total -= Math.log(Math.min(1 - epsilon, Math.max(epsilon, probability)));
  });
  return total / columns.length;
}
