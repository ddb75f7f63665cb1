/** @file The options that `map` and `filter` share, and their checks. */
import { argumentRangeError, argumentTypeError } from "../../core/errors";
import { columnOf, type Table } from "../table";
import { nameList } from "./change-columns";

/** Options of functions over rows: `Dataset.map` and `Dataset.filter`. */
export interface FunctionOptions<
  Batched extends boolean = boolean,
  Indexed extends boolean = boolean,
  Columns extends readonly string[] = readonly string[],
  Kwargs extends object = object,
> {
  /**
   * Whether the function gets many rows at once, as an object of lists.
   * @default false
   */
  batched?: Batched;
  /**
   * How many rows a batch has; null for all in one.
   * @default 1000
   */
  batchSize?: number | null;
  /**
   * Whether the function also gets the row's place, or the list of the batch's places.
   * @default false
   */
  withIndices?: Indexed;
  /** Columns that the function gets one by one, in place of the row or batch. */
  inputColumns?: readonly [...Columns];
  /** What the function gets as its last argument. It belongs to the cache's key, which variables from outside do not. */
  fnKwargs?: Kwargs;
  /** What the progress line says. @default the method's name */
  desc?: string;
  /**
   * Whether a result of the same work is taken from the cache, if there is one. With false the work is done anew, and what was kept
   * of it is replaced. What is kept at all is told at `Dataset.map`.
   * @default true
   */
  loadFromCacheFile?: boolean;
  /** The file to keep the result in, in place of one in the cache folder. */
  cacheFileName?: string;
  /** A name for the result in the cache, in place of one made from the function's source. Whoever gives it vouches for it. */
  newFingerprint?: string;
}

/** A function over rows with every default filled in. */
export interface FunctionCall {
  /** Who is called, for messages: `Dataset.map`. */
  caller: string;
  fn: (...inputs: unknown[]) => unknown;
  batched: boolean;
  batchSize: number;
  withIndices: boolean;
  inputColumns: readonly string[] | undefined;
  /** The last argument in a list, or nothing. */
  kwargs: readonly unknown[];
  desc: string;
}

/** Checks a function and its options against the table. */
export function functionCall(table: Table, caller: string, fn: unknown, options: FunctionOptions): FunctionCall {
  if (typeof fn !== "function") {
    const next = `For example \`${caller === "Dataset.filter" ? "filter((row) => row.score > 5)" : "map((row) => ({ length: row.text.length }))"}\`.`;
    throw argumentTypeError({ function: caller, parameter: "fn", rule: "be a function", value: fn, next });
  }
  if (options === null || typeof options !== "object") {
    throw argumentTypeError({ function: caller, parameter: "options", rule: "be an object", value: options });
  }
  for (const parameter of ["batched", "withIndices", "loadFromCacheFile"] as const) {
    const value = options[parameter];
    if (value === undefined || typeof value === "boolean") continue;
    throw argumentTypeError({ function: caller, parameter, rule: "be true or false", value });
  }
  const inputColumns = options.inputColumns === undefined ? undefined : nameList(caller, options.inputColumns);
  for (const name of inputColumns ?? []) columnOf(table, name);
  const kwargs = options.fnKwargs === undefined ? [] : [options.fnKwargs];
  return {
    caller,
    fn: fn as FunctionCall["fn"],
    batched: options.batched ?? false,
    batchSize: checkBatchSize(caller, options.batchSize, table.numRows),
    withIndices: options.withIndices ?? false,
    inputColumns,
    kwargs,
    desc: options.desc ?? caller,
  };
}

/** The number of rows in a batch; null means all. As in Python, 0 and less mean all as well. */
function checkBatchSize(caller: string, size: unknown, numRows: number): number {
  if (size === undefined) return 1000;
  if (size === null) return Math.max(1, numRows);
  const problem = {
    function: caller,
    parameter: "batchSize",
    rule: "be a whole number, or null for all rows",
    value: size,
  };
  if (typeof size !== "number") throw argumentTypeError(problem);
  if (!Number.isInteger(size)) throw argumentRangeError(problem);
  return size > 0 ? size : Math.max(1, numRows);
}
