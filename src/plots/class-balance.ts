/** @file How many examples each class has. */
import { argumentRangeError, argumentTypeError } from "../core/errors";
import { listNames } from "../core/suggest";
import { Figure } from "./figure";
import { formatNumber, formatPercent } from "./format-number";
import { namedSeries } from "./series";
import type { BarTrace } from "./trace";

/** A class as a dataset's column holds it. */
export type ClassValue = string | number | bigint | boolean;

/** Options of {@link classBalance}. */
export interface ClassBalanceOptions {
  /**
   * The sentence above the picture.
   * @default the largest and the smallest class; with several splits, where they differ most
   */
  title?: string;
  /** What a class is: the title of the x axis. @default "class" */
  className?: string;
  /** What is counted: `"essays"`. @default "examples" */
  unit?: string;
  /** Names by class number, as a `ClassLabel` has them; classes without an example are shown as well. */
  classNames?: readonly string[];
  /**
   * In which order the classes stand: by label (numbers by size), the most frequent first, or as listed.
   * @default "label", or that of `classNames`
   */
  order?: "label" | "count" | readonly ClassValue[];
}

const MOST_CLASSES = 100;

/**
 * Draws the number of examples of each class, or for several splits the share that each class has in each.
 *
 * @example
 * ```ts
 * console.log(classBalance([5, 6, 5, 7, 5], { unit: "essays", className: "score" }));
 * // Most frequent score: 5 (60.0% of 5 essays); rarest: 6 (20.0%)
 * //
 * // score  essays
 * // ─────  ──────  ─────  ────────────────────────────────
 * //     5       3  60.0%  ████████████████████████████████
 * //     6       1  20.0%  ██████████▋
 * //     7       1  20.0%  ██████████▋
 *
 * classBalance({ train: train.column("score"), test: test.column("score") }); // two splits side by side
 * ```
 * @throws TypeError or RangeError when a label is missing or unknown, or there are over 100 classes.
 */
export function classBalance(
  labels: Iterable<ClassValue> | Readonly<Record<string, Iterable<ClassValue>>>,
  options: ClassBalanceOptions = {},
): Figure {
  const splits = namedSeries("classBalance", "labels", labels).map(({ name, values }) =>
    countLabels(name, values, options),
  );
  const classes = orderedClasses(splits, options);
  const { className: what = "class", unit = "examples" } = options;
  const isCompared = splits.length > 1 || splits[0]?.name !== "";
  const data = splits.map((split): BarTrace => {
    const counts = classes.map((label) => split.counts.get(label) ?? 0);
    const share = (count: number): number => count / split.total;
    return {
      type: "bar",
      ...(isCompared ? { name: split.name } : {}),
      x: classes,
      y: isCompared ? counts.map(share) : counts,
      text: counts.map((count) =>
        isCompared ? formatPercent(share(count)) : `${formatNumber(count)}\n${formatPercent(share(count))}`,
      ),
      hover: classes.map((label, index) => {
        const count = counts[index] ?? 0;
        const where = isCompared ? ` in ${split.name}` : "";
        return `${what} ${label}\n${unit}${where}: ${formatNumber(count)}, ${formatPercent(share(count))}`;
      }),
    };
  });
  return new Figure(
    {
      data,
      layout: {
        title: options.title ?? (splits.length > 1 ? comparison : finding)(splits, classes, what, unit),
        xaxis: { title: what, type: "category" },
        yaxis: isCompared ? { title: `share of ${unit}`, format: "percent" } : { title: unit },
      },
    },
    "classBalance",
  );
}

interface Split {
  name: string;
  counts: Map<string, number>;
  total: number;
}

function countLabels(name: string, values: Iterable<ClassValue>, options: ClassBalanceOptions): Split {
  const counts = new Map<string, number>();
  const parameter = name === "" ? "labels" : `labels.${name}`;
  let total = 0;
  for (const value of values) {
    const label = labelOf(value, `${parameter}[${total}]`, options.classNames);
    counts.set(label, (counts.get(label) ?? 0) + 1);
    total++;
    if (counts.size > MOST_CLASSES) {
      throw argumentRangeError({
        function: "classBalance",
        parameter,
        rule: `have at most ${MOST_CLASSES} different classes`,
        value: `over ${MOST_CLASSES} in the first ${total} values`,
        next: "Are these the texts or row numbers in place of the labels?",
      });
    }
  }
  if (total === 0) {
    throw argumentRangeError({ function: "classBalance", parameter, rule: "hold at least one label", value: [] });
  }
  return { name, counts, total };
}

function labelOf(value: unknown, parameter: string, classNames: readonly string[] | undefined): string {
  const isNumber = typeof value === "number" || typeof value === "bigint";
  if (!(isNumber || typeof value === "string" || typeof value === "boolean") || Number.isNaN(value)) {
    throw argumentTypeError({
      function: "classBalance",
      parameter,
      rule: "be a string, a number or a boolean",
      value,
      next: "Filter out the rows without a label first.",
    });
  }
  if (classNames === undefined) return visibleLabel(String(value));
  const name = isNumber ? classNames[Number(value)] : classNames.find((each) => each === value);
  if (name !== undefined) return visibleLabel(name);
  const known = isNumber
    ? `There are names for 0 to ${classNames.length - 1}.`
    : listNames("classes", String(value), classNames);
  throw argumentRangeError({
    function: "classBalance",
    parameter,
    rule: isNumber ? "be an index into `classNames`" : "be one of `classNames`",
    value,
    next: known,
  });
}

/** An empty label would be a bar without a name, so it is shown in quotation marks. */
function visibleLabel(label: string): string {
  return label.trim() === "" ? JSON.stringify(label) : label;
}

function orderedClasses(splits: readonly Split[], options: ClassBalanceOptions): string[] {
  const found = [...new Set(splits.flatMap((split) => [...split.counts.keys()]))];
  const { order, classNames } = options;
  if (Array.isArray(order)) {
    const listed = order.map((value, index) => labelOf(value, `order[${index}]`, classNames));
    const missing = found.find((label) => !listed.includes(label));
    if (missing === undefined) return [...new Set(listed)];
    throw argumentRangeError({
      function: "classBalance",
      parameter: "order",
      rule: "list every class that occurs",
      value: order,
      next: `Add ${JSON.stringify(missing)}.`,
    });
  }
  const byLabel = classNames === undefined ? found.sort(compareLabels) : [...new Set(classNames.map(visibleLabel))];
  if (order !== "count") return byLabel;
  const count = (label: string): number => splits.reduce((sum, split) => sum + (split.counts.get(label) ?? 0), 0);
  return byLabel.sort((left, right) => count(right) - count(left));
}

function compareLabels(left: string, right: string): number {
  const difference = Number(left) - Number(right);
  if (!Number.isNaN(difference)) return difference;
  return left < right ? -1 : left > right ? 1 : 0;
}

function finding(splits: readonly Split[], classes: readonly string[], what: string, unit: string): string {
  const [split] = splits;
  const [first] = classes;
  if (split === undefined || first === undefined) return "Class balance";
  const count = (label: string): number => split.counts.get(label) ?? 0;
  const of = `${formatNumber(split.total)} ${unit}`;
  const largest = classes.reduce((best, label) => (count(label) > count(best) ? label : best), first);
  const smallest = classes.reduce((best, label) => (count(label) < count(best) ? label : best), first);
  if (classes.length === 1) return `The only ${what} is ${first} (${of})`;
  if (count(largest) === count(smallest)) {
    return `The ${classes.length} classes are balanced: ${formatPercent(1 / classes.length)} each of ${of}`;
  }
  const [most, least] = [largest, smallest].map((label) => formatPercent(count(label) / split.total));
  return `Most frequent ${what}: ${largest} (${most} of ${of}); rarest: ${smallest} (${least})`;
}

function comparison(splits: readonly Split[], classes: readonly string[], what: string): string {
  let [most, where] = [0, classes[0] ?? ""];
  for (const label of classes) {
    const shares = splits.map((split) => (split.counts.get(label) ?? 0) / split.total);
    const apart = Math.max(...shares) - Math.min(...shares);
    if (apart > most) [most, where] = [apart, label];
  }
  const names = splits
    .map((split) => split.name)
    .join(", ")
    .replace(/, ([^,]*)$/, " and $1");
  if (most === 0) return `The classes have the same shares in ${names}`;
  return `The shares of ${names} differ most in ${what} ${where}: by ${(most * 100).toFixed(1)} percentage points`;
}
