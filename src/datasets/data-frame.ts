/** @file A dataset as a danfo.js DataFrame. */
import type { DataFrame } from "danfojs-node";
import { dtypeOf } from "./feature";
import type { TableSource } from "./table-html";
import type { DType } from "./value";

/** The rows as a DataFrame. danfo.js is loaded here, on the first call. */
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
  return typeof value === "bigint" ? value.toString() : value;
}

function danfoType(dtype: DType, values: readonly unknown[]): string {
  if (dtype === "bool") return "boolean";
  if (dtype.startsWith("float")) return "float32";
  if (!/^u?int/.test(dtype) || values.some((value) => typeof value === "bigint")) return "string";
  // As in pandas: whole numbers with missing ones among them are floats, and what is missing is NaN.
  return values.includes(null) ? "float32" : "int32";
}
