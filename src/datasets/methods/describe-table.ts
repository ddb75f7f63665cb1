/** @file A dataset in figures, as pandas describes one. */
import type { Column } from "../column";
import { columnFromValues } from "../column-from-values";
import { dtypeOf } from "../feature";
import { readValues } from "../read-values";
import { makeTable, type Table } from "../table";

const NUMBER_ROWS = ["count", "mean", "std", "min", "25%", "50%", "75%", "max"];
const TEXT_ROWS = ["count", "unique", "top", "freq"];

/** A row a statistic and a column a column: those of numbers where there are any, else all that can be counted. */
export function describeTable(table: Table): Table {
  const numeric = [...table.columns].filter(([, { feature }]) => /^(u?int|float)/.test(dtypeOf(feature) ?? ""));
  const isNumeric = numeric.length > 0;
  const described = isNumeric
    ? numeric
    : [...table.columns].filter(([, { feature }]) => dtypeOf(feature) !== undefined);
  const rows = isNumeric ? NUMBER_ROWS : TEXT_ROWS;
  const columns = new Map<string, Column>([["statistic", columnFromValues("statistic", rows)]]);
  for (const [name, column] of described) {
    const values = readValues(column, table.indices, 0, table.numRows).filter((value) => value !== null);
    // A column may itself be called so: then its figures take the next free name.
    const free = columns.has(name) ? `${name}_2` : name;
    columns.set(free, columnFromValues(free, isNumeric ? figures(values.map(Number)) : counts(values)));
  }
  return makeTable(columns);
}

function figures(all: readonly number[]): (number | null)[] {
  const numbers = Float64Array.from(all.filter((value) => !Number.isNaN(value))).sort();
  const count = numbers.length;
  if (count === 0) return [0, null, null, null, null, null, null, null];
  const mean = numbers.reduce((sum, value) => sum + value, 0) / count;
  const squares = numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  // As in pandas: the deviation of a sample, which one value has none of.
  const std = count > 1 ? Math.sqrt(squares / (count - 1)) : null;
  return [
    count,
    mean,
    std,
    numbers[0] ?? null,
    quantile(numbers, 0.25),
    quantile(numbers, 0.5),
    quantile(numbers, 0.75),
    numbers[count - 1] ?? null,
  ];
}

/** The value below which a share of the numbers lies, between two of them in proportion. */
function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? 0;
  return below + (above - below) * (place - Math.floor(place));
}

function counts(values: readonly unknown[]): (string | null)[] {
  const seen = new Map<string, number>();
  for (const value of values) {
    const text = value instanceof Date ? value.toISOString() : String(value);
    seen.set(text, (seen.get(text) ?? 0) + 1);
  }
  let top: string | null = null;
  let most = 0;
  for (const [text, count] of seen) if (count > most) [top, most] = [text, count];
  return [String(values.length), String(seen.size), top, values.length === 0 ? null : String(most)];
}
