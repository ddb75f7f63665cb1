/** @file A dataset as a danfo.js DataFrame. */
import type { DataFrame } from "danfojs-node";
import { argumentTypeError } from "../core/errors";
import type { Column } from "./column";
import { columnFromValues } from "./column-from-values";
import { dtypeOf } from "./feature";
import type { TableSource } from "./table-html";
import { type DType, Value } from "./value";
import { jsonText } from "./write/text-values";

/**
 * The rows as a DataFrame. danfo.js is loaded here, on the first call.
 *
 * Classes are their numbers, as in pandas; lists, objects and bytes are JSON texts, since danfo.js has no type for them.
 */
export async function dataFrameOf(source: TableSource): Promise<DataFrame> {
  const danfo = await import("danfojs-node");
  const columns = [...source.columnNames];
  const types = columns.map((name) => dtypeOf(source.features[name]) ?? "string");
  const lists = columns.map((name) => source.column(name));
  const dtypes = types.map((type, position) => danfoType(type, lists[position] ?? []));
  const values = lists.map((list, position) => list.map((value) => danfoValue(value, dtypes[position] ?? "string")));
  const rows = Array.from({ length: source.numRows }, (_, row) => values.map((column) => column[row]));
  return new danfo.DataFrame(rows, { columns, dtypes });
}

function danfoValue(value: unknown, dtype: string): unknown {
  if (value instanceof Date) return value.toISOString();
  if (value === null && dtype === "float32") return Number.NaN;
  if (value !== null && typeof value === "object") return jsonText(value);
  return typeof value === "bigint" ? value.toString() : value;
}

function danfoType(dtype: DType, values: readonly unknown[]): string {
  if (dtype === "bool") return "boolean";
  if (dtype.startsWith("float")) return "float32";
  if (!/^u?int/.test(dtype) || values.some((value) => typeof value === "bigint")) return "string";
  // As in pandas: whole numbers with missing ones among them are floats, and what is missing is NaN.
  return values.includes(null) ? "float32" : "int32";
}

/** What is read of a DataFrame. */
interface FrameLike {
  columns: readonly unknown[];
  dtypes: readonly string[];
  values: readonly unknown[];
}

/** A DataFrame's columns. What danfo.js calls `float32` are JavaScript's numbers, so they become `float64`; NaN is missing, as in Python. */
export function columnsOfDataFrame(frame: unknown): Map<string, Column> {
  const { columns, dtypes, values } = (frame ?? {}) as Partial<FrameLike>;
  if (!Array.isArray(columns) || !Array.isArray(dtypes) || !Array.isArray(values)) {
    throw argumentTypeError({
      function: "Dataset.fromDataFrame",
      parameter: "frame",
      rule: "be a danfo.js DataFrame",
      value: frame,
      next: "For lists by column, call Dataset.fromDict; for rows, Dataset.fromList.",
    });
  }
  const names = columns.map(String);
  const twice = names.find((name, position) => names.indexOf(name) < position);
  if (twice !== undefined) {
    const problem = {
      function: "Dataset.fromDataFrame",
      parameter: "frame",
      rule: "have a name of its own for each column",
    };
    throw argumentTypeError({ ...problem, value: twice });
  }
  return new Map(
    names.map((name, position) => {
      const cells = values.map((row: unknown) => present((row as readonly unknown[])[position]));
      const type = dtypes[position];
      const isBoolean = type === "boolean";
      const list = isBoolean ? cells.map((cell) => (cell === null ? null : Boolean(cell))) : cells;
      return [name, columnFromValues(name, list, type === "float32" ? new Value("float64") : undefined)];
    }),
  );
}

function present(cell: unknown): unknown {
  return cell === undefined || (typeof cell === "number" && Number.isNaN(cell)) ? null : cell;
}
