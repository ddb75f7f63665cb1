/** @file Which rows `select`, `slice`, `take`, `skip`, `shard` and `repeat` mean. */
import { argumentRangeError, argumentTypeError } from "../../core/errors";
import { consecutive, rowsAt, rowsBetween, type Table } from "../table";

/** Options of `Dataset.shard`. */
export interface ShardOptions {
  /** How many parts there are. */
  numShards: number;
  /** Which of them, counted from 0. */
  index: number;
  /**
   * Whether a part is rows that follow each other; else it is every `numShards`-th row.
   * @default true
   */
  contiguous?: boolean;
}

/** The rows at these places; negative ones count from the end. */
export function selectRows(table: Table, indices: Iterable<number>): Table {
  if (typeof indices !== "object" || indices === null || !(Symbol.iterator in indices)) {
    throw argumentTypeError({
      function: "Dataset.select",
      parameter: "indices",
      rule: "be a list of places",
      value: indices,
      next: "For one row, write `dataset.at(index)` or `dataset.select([index])`.",
    });
  }
  // As in Python: of an empty dataset, any selection is that dataset.
  if (table.numRows === 0) return table;
  const places = Array.isArray(indices) ? (indices as number[]) : Array.from(indices);
  const chosen = new Uint32Array(places.length);
  for (let position = 0; position < places.length; position++) {
    chosen[position] = rowAt(table, "Dataset.select", "indices", places[position]);
  }
  return rowsAt(table, chosen);
}

/** The row that an index means, negative ones counting from the end. */
export function rowAt(table: Table, caller: string, parameter: string, index: unknown): number {
  const { numRows } = table;
  if (typeof index !== "number") {
    throw argumentTypeError({ function: caller, parameter, rule: "be a whole number", value: index });
  }
  const row = index < 0 ? index + numRows : index;
  if (Number.isInteger(row) && row >= 0 && row < numRows) return row;
  throw argumentRangeError({
    function: caller,
    parameter,
    rule: numRows === 0 ? "be the place of a row" : `be a whole number from ${-numRows} to ${numRows - 1}`,
    value: index,
    next: `The dataset has ${numRows} rows.`,
  });
}

/** The rows from `start` up to but without `end`, as `Array.slice` counts them. */
export function sliceRows(table: Table, start: number, end: number): Table {
  const first = border(start, table.numRows);
  return rowsBetween(table, first, Math.max(first, border(end, table.numRows)));
}

/** The first `count` rows, or all where there are fewer. */
export function takeRows(table: Table, count: number): Table {
  return rowsBetween(table, 0, Math.min(table.numRows, checkCount("Dataset.take", "count", count)));
}

/** The rows after the first `count`. */
export function skipRows(table: Table, count: number): Table {
  return rowsBetween(table, Math.min(table.numRows, checkCount("Dataset.skip", "count", count)), table.numRows);
}

/** All rows, `times` times over. */
export function repeatRows(table: Table, times: number): Table {
  const rows = table.numRows * checkCount("Dataset.repeat", "times", times);
  if (rows > 0xffffffff) {
    const rule = "give at most 4,294,967,295 rows";
    throw argumentRangeError({ function: "Dataset.repeat", parameter: "times", rule, value: times });
  }
  const places = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) places[row] = row % table.numRows;
  return rowsAt(table, places);
}

/** One of `numShards` parts. The first ones have a row more where the rows do not divide evenly. */
export function shardRows(table: Table, options: ShardOptions): Table {
  const caller = "Dataset.shard";
  const shards = checkCount(caller, "numShards", options?.numShards);
  const index = checkCount(caller, "index", options.index);
  if (index >= shards) {
    const rule = shards === 0 ? "be at least 1" : `be from 0 to ${shards - 1}`;
    const [parameter, value] = shards === 0 ? ["numShards", shards] : ["index", index];
    throw argumentRangeError({ function: caller, parameter, rule, value });
  }
  if (options.contiguous ?? true) {
    const size = Math.floor(table.numRows / shards);
    const larger = table.numRows % shards;
    const start = size * index + Math.min(index, larger);
    return rowsBetween(table, start, start + size + (index < larger ? 1 : 0));
  }
  const places = consecutive(0, Math.ceil(Math.max(0, table.numRows - index) / shards));
  return rowsAt(
    table,
    places.map((place) => place * shards + index),
  );
}

/** A count from 0 on. */
export function checkCount(caller: string, parameter: string, value: unknown): number {
  const problem = { function: caller, parameter, rule: "be a whole number from 0 on", value };
  if (typeof value !== "number") throw argumentTypeError(problem);
  if (!Number.isSafeInteger(value) || value < 0) throw argumentRangeError(problem);
  return value;
}

/** A border between rows as `Array.slice` reads it: whole, from the end where negative, and never outside. */
function border(value: number, numRows: number): number {
  const whole = Math.trunc(value) || 0;
  return Math.min(Math.max(0, whole < 0 ? whole + numRows : whole), numRows);
}
