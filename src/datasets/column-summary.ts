/** @file What a column looks like at a glance: its range, what is missing, and a small histogram. */

/** One bar of a histogram. */
export interface Bar {
  /** The value or the range that it stands for. */
  label: string;
  /** How many values fall there. */
  count: number;
}

/** A column at a glance. */
export interface ColumnSummary {
  /** What the bars count: each value by itself, numbers in ranges, or lengths of texts in ranges. */
  kind: "values" | "ranges" | "lengths" | "none";
  /** The histogram, from left to right; empty where there is nothing to count. */
  bars: readonly Bar[];
  /** One short line: the range, or the number of different values. */
  text: string;
  /** How many values are missing. */
  missing: number;
}

const MOST_CLASSES = 20;
const MOST_BINS = 20;

/**
 * Summarizes values as they come out of a column.
 *
 * @param names The names of the classes that the values are the numbers of.
 */
export function summarize(values: readonly unknown[], names?: readonly string[]): ColumnSummary {
  const present = values.filter((value) => value !== null && value !== undefined);
  const missing = values.length - present.length;
  const [first] = present;
  if (first === undefined) return { kind: "none", bars: [], text: "", missing };
  if (Array.isArray(first)) return { ...itemCounts(present), missing };
  if (typeof first === "object" && !(first instanceof Date)) return { kind: "none", bars: [], text: "", missing };
  const classes = names === undefined ? countClasses(present) : countNamed(present, names);
  if (names !== undefined && classes === undefined) return { kind: "none", bars: [], text: "", missing };
  if (classes !== undefined) {
    const different = `${classes.length} ${classes.length === 1 ? "value" : "values"}`;
    const text =
      typeof first === "number" && names === undefined
        ? `${classes[0]?.label} to ${classes.at(-1)?.label}, ${different}`
        : different;
    return { kind: "values", bars: classes, text, missing };
  }
  if (typeof first === "string") {
    const lengths = present.map((value) => [...String(value)].length).sort((left, right) => left - right);
    const middle = lengths[lengths.length >> 1] ?? 0;
    const text = `${count(lengths[0] ?? 0)} to ${count(lengths.at(-1) ?? 0)} characters, median ${count(middle)}`;
    return { kind: "lengths", bars: histogram(lengths, count), text, missing };
  }
  const isDate = first instanceof Date;
  const numbers = present.map(Number).filter(Number.isFinite);
  if (numbers.length === 0) return { kind: "none", bars: [], text: "no finite number", missing };
  const format = isDate ? (value: number): string => new Date(value).toISOString().slice(0, 10) : short;
  const [least, most] = extremes(numbers);
  const mean = numbers.reduce((sum, value) => sum + value / numbers.length, 0);
  const text = `${format(least)} to ${format(most)}${isDate ? "" : `, mean ${short(mean)}`}`;
  return { kind: "ranges", bars: histogram(numbers, format), text, missing };
}

/** Counts by value, in order, where there are few enough different ones to be classes. */
function countClasses(values: readonly unknown[]): Bar[] | undefined {
  const counts = new Map<unknown, number>();
  for (const value of values) {
    if (typeof value === "number" && !Number.isInteger(value)) return undefined;
    if (value instanceof Date || (typeof value === "string" && value.length > 40)) return undefined;
    counts.set(value, (counts.get(value) ?? 0) + 1);
    if (counts.size > MOST_CLASSES) return undefined;
  }
  // Where nearly every value is another one, they are no classes: a short list of names, for example.
  if (typeof values[0] === "string" && counts.size > 2 && counts.size > values.length / 2) return undefined;
  const ordered = [...counts].sort(([left], [right]) => compare(left, right));
  return ordered.map(([value, total]) => ({ label: String(value), count: total }));
}

/** How often each class is there, where there are few enough of them to be bars. */
function countNamed(values: readonly unknown[], names: readonly string[]): Bar[] | undefined {
  return countClasses(values)?.map(({ label, count: total }) => ({
    label: names[Number(label)] ?? `${label} (unknown)`,
    count: total,
  }));
}

/** How many items the lists have. */
function itemCounts(lists: readonly unknown[]): { kind: "lengths"; bars: readonly Bar[]; text: string } {
  const lengths = lists.map((list) => (Array.isArray(list) ? list.length : 0));
  const [least, most] = extremes(lengths);
  const text =
    least === most ? `${count(least)} ${least === 1 ? "item" : "items"}` : `${count(least)} to ${count(most)} items`;
  return { kind: "lengths", bars: histogram(lengths, count), text };
}

function compare(left: unknown, right: unknown): number {
  if (typeof left === "string" && typeof right === "string") return left < right ? -1 : 1;
  return Number(left) - Number(right);
}

function histogram(numbers: readonly number[], format: (value: number) => string): Bar[] {
  const [least, most] = extremes(numbers);
  const bins = least === most ? 1 : Math.min(MOST_BINS, Math.max(5, Math.ceil(Math.sqrt(numbers.length))));
  // Halves before the difference: the range of the largest doubles is itself no double.
  const halfWidth = (most / 2 - least / 2) / bins;
  const counts = new Array<number>(bins).fill(0);
  for (const value of numbers) {
    const bin = halfWidth === 0 ? 0 : Math.min(bins - 1, Math.floor((value / 2 - least / 2) / halfWidth));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((total, bin) => {
    const from = least + bin * halfWidth * 2;
    const label = bins === 1 ? format(least) : `${format(from)} to ${format(from + halfWidth * 2)}`;
    return { label, count: total };
  });
}

function extremes(numbers: readonly number[]): [least: number, most: number] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of numbers) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

/** A whole number with commas: 12,345. */
export function count(value: number): string {
  return Math.round(value).toLocaleString("en-US");
}

function short(value: number): string {
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e9) return value.toLocaleString("en-US");
  return size !== 0 && (size < 1e-3 || size >= 1e9) ? value.toExponential(2) : Number(value.toPrecision(4)).toString();
}
