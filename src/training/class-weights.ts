/** @file How much each class should count where some are rare. */
import { argumentRangeError, argumentTypeError } from "../core/errors";
import { TrainingError } from "./training-error";

/** Options of {@link classWeights}. */
export interface ClassWeightsOptions {
  /**
   * `"balanced"`: rows / (classes · rows of the class), so that every class counts alike; `"square-root"`: the square root of
   * that, for classes so rare that their full weight would shout; `"uniform"`: 1 for each.
   * @default "balanced"
   */
  scheme?: "balanced" | "square-root" | "uniform";
  /** How many classes the model has. @default one more than the largest label */
  numClasses?: number;
}

/** More classes than any classifier has. */
const MOST_CLASSES = 1_000_000;

/**
 * The weights of classes, in the order of their numbers, from the labels of the training rows.
 *
 * A class without rows has the weight 1, which no row ever meets. Throws a TrainingError `data-empty`, and `label-invalid` with
 * the row for a label that is no class.
 *
 * Python: `sklearn.utils.class_weight.compute_class_weight("balanced", …)`.
 *
 * @example
 * ```ts
 * classWeights([0, 0, 0, 1]); // [ 0.6666666666666666, 2 ]
 * ```
 */
export function classWeights(labels: Iterable<number | bigint>, options: ClassWeightsOptions = {}): number[] {
  const { scheme = "balanced", numClasses } = options;
  if (scheme !== "balanced" && scheme !== "square-root" && scheme !== "uniform") {
    const rule = 'be "balanced", "square-root" or "uniform"';
    throw argumentRangeError({ function: "classWeights", parameter: "scheme", rule, value: scheme });
  }
  if (
    numClasses !== undefined &&
    !(Number.isSafeInteger(numClasses) && numClasses >= 1 && numClasses <= MOST_CLASSES)
  ) {
    const rule = `be a whole number from 1 to ${MOST_CLASSES}`;
    throw argumentRangeError({ function: "classWeights", parameter: "numClasses", rule, value: numClasses });
  }
  const counts = countClasses(labels, numClasses ?? MOST_CLASSES);
  const rows = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (rows === 0) {
    throw new TrainingError("data-empty", "There are no labels to count.", { hint: "Pass the training rows' labels." });
  }
  const largest = [...counts.keys()].reduce((most, label) => Math.max(most, label), 0);
  return Array.from({ length: numClasses ?? largest + 1 }, (_, label) => {
    const count = counts.get(label);
    if (count === undefined || scheme === "uniform") return 1;
    const balanced = rows / (counts.size * count);
    return scheme === "balanced" ? balanced : Math.sqrt(balanced);
  });
}

function countClasses(labels: Iterable<number | bigint>, limit: number): Map<number, number> {
  if (typeof labels !== "object" || labels === null || !(Symbol.iterator in labels)) {
    const rule = "be a list of labels";
    const next = 'For example `dataset.column("label")`.';
    throw argumentTypeError({ function: "classWeights", parameter: "labels", rule, value: labels, next });
  }
  const counts = new Map<number, number>();
  let row = 0;
  for (const item of labels) {
    const label = typeof item === "bigint" ? Number(item) : item;
    if (!Number.isSafeInteger(label) || label < 0 || label >= limit) {
      throw new TrainingError(
        "label-invalid",
        `The label of row ${row} is ${String(item)}, but classes are numbered from 0 to ${limit - 1}.`,
        {
          row,
          hint: "Names of classes become numbers by `classEncodeColumn` or a ClassLabel.",
        },
      );
    }
    counts.set(label, (counts.get(label) ?? 0) + 1);
    row++;
  }
  return counts;
}
