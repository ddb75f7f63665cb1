/** @file Rows in the order of their values: a stable sort by one column or more. */
import { argumentRangeError, argumentTypeError } from "../../core/errors";
import { DatasetError } from "../dataset-error";
import { readValues } from "../read-values";
import { columnOf, consecutive, rowsAt, type Table } from "../table";
import { nameList } from "./change-columns";
import { sortByNumbers, sortByTexts } from "./radix-sort";

/** Options of `Dataset.sort`. */
export interface SortOptions {
  /**
   * Whether the largest come first: for all columns, or one answer a column.
   * @default false
   */
  reverse?: boolean | readonly boolean[];
  /**
   * Where rows without a value go, whatever the direction. Python's `"at_start"` and `"at_end"` mean the same.
   * @default "last"
   */
  nullPlacement?: "first" | "last" | "at_start" | "at_end";
}

const CALLER = "Dataset.sort";

/** The table's rows in order. Rows with equal values keep their order. */
export function sortRows(table: Table, names: unknown, options: SortOptions = {}): Table {
  if (table.numRows === 0) return table;
  const columns = nameList(CALLER, names);
  const reverse = directions(columns, options.reverse ?? false);
  const placement = options.nullPlacement ?? "last";
  if (!["first", "last", "at_start", "at_end"].includes(placement)) {
    const rule = 'be "first" or "last"';
    throw argumentRangeError({ function: CALLER, parameter: "nullPlacement", rule, value: placement });
  }
  const nullsFirst = placement === "first" || placement === "at_start";
  for (const name of columns) columnOf(table, name);
  let order = consecutive(0, table.numRows);
  // A stable sort by the last column, then by the one before it, and so on, is a sort by all of them.
  for (let position = columns.length - 1; position >= 0; position--) {
    order = sortBy(table, columns[position] ?? "", order, reverse[position] ?? false, nullsFirst);
  }
  return rowsAt(table, order);
}

function sortBy(table: Table, name: string, order: Uint32Array, reverse: boolean, nullsFirst: boolean): Uint32Array {
  const values = readValues(columnOf(table, name), table.indices, 0, table.numRows);
  const nulls = order.filter((row) => values[row] === null);
  const rest = nulls.length === 0 ? order : order.filter((row) => values[row] !== null);
  const notNumbers = rest.filter((row) => Number.isNaN(values[row]));
  const present = notNumbers.length === 0 ? rest : rest.filter((row) => !Number.isNaN(values[row]));
  const sorted = sortPresent(name, values, present, reverse);
  // As in Arrow: what is not a number stands between the numbers and the missing values.
  return joined(nullsFirst ? [nulls, notNumbers, sorted] : [sorted, notNumbers, nulls], order.length);
}

function sortPresent(name: string, values: readonly unknown[], rows: Uint32Array, reverse: boolean): Uint32Array {
  const first = values[rows[0] ?? 0];
  if (rows.length === 0) return rows;
  if (typeof first === "string") return sortByTexts(rows, values, reverse);
  if (typeof first === "number" || typeof first === "boolean" || first instanceof Date) {
    return sortByNumbers(rows, values, reverse);
  }
  if (typeof first === "bigint") {
    const sign = reverse ? -1 : 1;
    return rows.slice().sort((left, right) => {
      const [a, b] = [values[left] as bigint, values[right] as bigint];
      return a < b ? -sign : a > b ? sign : 0;
    });
  }
  throw new DatasetError("unsortable-column", `Column \`${name}\` holds lists or objects, which have no order.`, {
    column: name,
    hint: "Sort by a column of numbers, texts, booleans or dates.",
  });
}

function directions(columns: readonly string[], reverse: unknown): readonly boolean[] {
  if (typeof reverse === "boolean") return columns.map(() => reverse);
  const isList = Array.isArray(reverse) && reverse.every((value) => typeof value === "boolean");
  if (isList && reverse.length === columns.length) return reverse;
  throw argumentTypeError({
    function: CALLER,
    parameter: "reverse",
    rule: `be true, false, or a list of ${columns.length} of them`,
    value: reverse,
    next: "Give one answer for each column.",
  });
}

function joined(parts: readonly Uint32Array[], length: number): Uint32Array {
  const all = new Uint32Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
