/** @file Which classes are taken for which, as coloured cells. */
import { argumentRangeError, argumentTypeError } from "../core/errors";
import { Figure } from "./figure";
import { formatNumber, formatPercent } from "./format-number";
import { isIterable } from "./series";

/** Counts by true class (row) and predicted class (column), as `confusionMatrix` gives them. */
export interface ConfusionCounts {
  readonly labels: readonly string[];
  readonly matrix: readonly (readonly number[])[];
}

/** Options of {@link confusionMatrixPlot}. */
export interface ConfusionMatrixPlotOptions {
  /** Counts, or the share of each true class, so that rare classes are seen as well. @default "counts" */
  show?: "counts" | "shares";
  /** The classes' names, in the order of the rows. @default those of the matrix, else 0, 1, 2, … */
  labels?: readonly string[];
  /** What an example is: `"essays"`. @default "examples" */
  unit?: string;
  /** The sentence above the picture. @default how many are right, and the most frequent confusion */
  title?: string;
  /** The picture in words; made from the data where absent. */
  alt?: string;
}

const CALLER = "confusionMatrixPlot";

/**
 * Draws a confusion matrix: a row for each true class, a column for each predicted one, the right ones on the diagonal.
 *
 * @param counts What `confusionMatrix` gives, or rows of counts.
 * @example
 * ```ts
 * console.log(confusionMatrixPlot([[8, 2], [1, 9]], { labels: ["fair", "unfair"], unit: "clauses" }));
 * // 85.0% of 20 clauses are right; most often fair is taken for unfair (2 of 10)
 * //
 * // true \ predicted  fair  unfair
 * // ────────────────  ────  ──────
 * // fair                 8       2
 * // unfair               1       9
 * ```
 * @throws TypeError or RangeError when it is not square, holds anything but counts, or names do not fit.
 */
export function confusionMatrixPlot(
  counts: ConfusionCounts | Iterable<Iterable<number>>,
  options: ConfusionMatrixPlotOptions = {},
): Figure {
  const { labels, matrix } = readCounts(counts, options.labels);
  const { show = "counts", unit = "examples" } = options;
  const sums = matrix.map((row) => row.reduce((sum, count) => sum + count, 0));
  const isShares = show === "shares";
  const share = (r: number, c: number): number | null =>
    sums[r] === 0 ? null : (matrix[r]?.[c] ?? 0) / (sums[r] ?? 1);
  const text = matrix.map((row, r) =>
    row.map((count, c) => {
      const part = share(r, c);
      return isShares ? (part === null ? "" : formatPercent(part)) : formatNumber(count);
    }),
  );
  return new Figure(
    {
      data: [
        {
          type: "heatmap",
          x: labels,
          // A share without its number of examples says little.
          y: isShares ? labels.map((label, r) => `${label} (n ${formatNumber(sums[r] ?? 0)})`) : labels,
          z: isShares ? matrix.map((row, r) => row.map((_, c) => share(r, c))) : matrix,
          text,
          zmin: 0,
          ...(isShares ? { zmax: 1 } : {}),
        },
      ],
      layout: {
        title: options.title ?? finding(labels, matrix, sums, unit),
        xaxis: { title: "predicted" },
        yaxis: { title: "true" },
        ...(options.alt === undefined ? {} : { alt: options.alt }),
      },
    },
    CALLER,
  );
}

function readCounts(counts: unknown, names: readonly string[] | undefined): { labels: string[]; matrix: number[][] } {
  const given = counts as Partial<ConfusionCounts> | null | undefined;
  const rows = isIterable<Iterable<number>>(counts) ? [...counts] : given?.matrix;
  if (rows === undefined || rows.length === 0 || !rows.every((row) => isIterable<number>(row))) {
    const next = "Write confusionMatrix(yTrue, yPred).";
    throw argumentTypeError({ function: CALLER, parameter: "counts", rule: "be rows of counts", value: counts, next });
  }
  const matrix = rows.map((row) => [...row]);
  const labels = [...(names ?? given?.labels ?? matrix.map((_, index) => String(index)))];
  if (labels.length !== matrix.length) {
    const rule = `name the ${matrix.length} classes`;
    throw argumentRangeError({ function: CALLER, parameter: "labels", rule, value: labels });
  }
  matrix.forEach((row, r) => {
    if (row.length !== matrix.length) {
      const rule = `have ${matrix.length} counts, one for each class`;
      throw argumentRangeError({ function: CALLER, parameter: `counts[${r}]`, rule, value: row });
    }
    row.forEach((count, c) => {
      if (Number.isSafeInteger(count) && count >= 0) return;
      throw argumentRangeError({
        function: CALLER,
        parameter: `counts[${r}][${c}]`,
        rule: "be a count",
        value: count,
        next: 'Leave `normalize` out of confusionMatrix and write { show: "shares" } here.',
      });
    });
  });
  return { labels, matrix };
}

function finding(
  labels: readonly string[],
  matrix: readonly (readonly number[])[],
  sums: readonly number[],
  unit: string,
): string {
  const all = sums.reduce((sum, count) => sum + count, 0);
  const right = matrix.reduce((sum, row, index) => sum + (row[index] ?? 0), 0);
  let worst = { count: 0, r: 0, c: 0 };
  matrix.forEach((row, r) => {
    row.forEach((count, c) => {
      if (r !== c && count > worst.count) worst = { count, r, c };
    });
  });
  if (all === 0) return `There are no ${unit}`;
  if (worst.count === 0) return `All ${formatNumber(all)} ${unit} are right`;
  const from = `${formatNumber(worst.count)} of ${formatNumber(sums[worst.r] ?? 0)}`;
  return `${formatPercent(right / all)} of ${formatNumber(all)} ${unit} are right; most often ${labels[worst.r]} is taken for ${labels[worst.c]} (${from})`;
}
