/** @file A dataset as a danfo.js DataFrame. */
import type { DataFrame } from "danfojs-node";
import type { TableSource } from "./table-html";
import type { DType } from "./value";

/** The rows as a DataFrame. danfo.js is loaded here, on the first call. */
export async function dataFrameOf(source: TableSource): Promise<DataFrame> {
  const danfo = await import("danfojs-node");
  const columns = [...source.columnNames];
  const types = columns.map((name) => source.features[name]?.dtype ?? "string");
  const values = columns.map((name) => source.column(name).map(danfoValue));
  const rows = Array.from({ length: source.numRows }, (_, row) => values.map((column) => column[row]));
  const dtypes = types.map((type, position) => danfoType(type, values[position] ?? []));
  return new danfo.DataFrame(rows, { columns, dtypes });
}

function danfoValue(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return typeof value === "bigint" ? value.toString() : value;
}

function danfoType(dtype: DType, values: readonly unknown[]): string {
  if (dtype === "bool") return "boolean";
  if (dtype.startsWith("float")) return "float32";
  if (/^u?int/.test(dtype)) return values.some((value) => typeof value === "string") ? "string" : "int32";
  return "string";
}
