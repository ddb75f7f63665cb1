/** @file Columns' values as texts for CSV and JSON files. */
import { castedColumn } from "../cast-column";
import { kindOf } from "../cast-scalar";
import type { Column } from "../column";
import { dtypeOf } from "../feature";
import { readValues } from "../read-values";
import { consecutive } from "../table";
import { type DType, Value } from "../value";

/** How many rows are written at a time. */
export const WRITTEN_ROWS = 10_000;

/**
 * The values of some rows, with dates and times as texts that keep all their digits: `2020-01-02 03:04:05.678`.
 *
 * Timestamps of a time zone are written in UTC, with `+00:00` behind.
 */
export function writtenValues(
  name: string,
  column: Column,
  indices: Uint32Array | undefined,
  start: number,
  end: number,
): unknown[] {
  const dtype = dtypeOf(column.feature);
  const kind = dtype === undefined ? "null" : kindOf(dtype);
  if (dtype === undefined || (kind !== "timestamp" && kind !== "date" && kind !== "time")) {
    return readValues(column, indices, start, end);
  }
  const rows = indices?.subarray(start, end) ?? consecutive(start, end);
  const zoned = dtype.includes("tz=");
  const inUtc = zoned
    ? castedColumn(name, column, rows, new Value(dtype.replace(/tz=.+\]$/, "tz=UTC]") as DType))
    : column;
  const texts = castedColumn(name, inUtc, zoned ? undefined : rows, new Value("string"));
  const values = readValues(texts, undefined, 0, texts.length);
  return zoned ? values.map((value) => (value === null ? null : String(value).replace(/Z$/, "+00:00"))) : values;
}

/** A value inside a JSON text: bytes as base64, bigints as numbers with all their digits, what is no number as null. */
export function jsonText(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "bigint") return String(value);
  if (typeof value === "number")
    return Number.isFinite(value) ? (Object.is(value, -0) ? "-0.0" : String(value)) : "null";
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (value instanceof Uint8Array) return JSON.stringify(Buffer.from(value).toString("base64"));
  if (Array.isArray(value)) return `[${value.map(jsonText).join(",")}]`;
  if (typeof value === "object") {
    return `{${Object.entries(value)
      .map(([name, part]) => `${JSON.stringify(name)}:${jsonText(part)}`)
      .join(",")}}`;
  }
  return JSON.stringify(value);
}
