/** @file A column from JavaScript values: which type they have in common, and their copy in Arrow. */
import { describeValue } from "../core/errors";
import { columnBuilder } from "./arrow-builder";
import type { ArrowColumn } from "./arrow-column";
import { DatasetError } from "./dataset-error";
import { type DType, Value } from "./value";

const UTF8 = new TextEncoder();

/**
 * A column from values of one kind; null and undefined are missing values.
 *
 * Whole numbers make an `int64`, numbers with a fraction make the column `float64`, bigints an `int64`, Dates a
 * `timestamp[ms]`, as Python's `datasets` infers them.
 */
export function columnFromValues(name: string, values: readonly unknown[]): ArrowColumn {
  const dtype = commonType(name, values);
  const builder = columnBuilder(new Value(dtype));
  for (const [row, value] of values.entries()) {
    if (value === null || value === undefined) builder.addNull();
    else if (typeof value === "string") builder.addBytes(UTF8.encode(value));
    else if (typeof value === "boolean") builder.addBoolean(value);
    else if (value instanceof Date) builder.addNumber(BigInt(value.getTime()));
    else if (dtype === "float64") builder.addNumber(Number(value));
    else {
      const whole = BigInt(value as number | bigint);
      if (dtype === "uint64" && whole < 0n) throw tooLarge(name, row, whole);
      builder.addNumber(whole);
    }
  }
  return builder.finish();
}

function commonType(name: string, values: readonly unknown[]): DType {
  let common: DType = "null";
  for (const [row, value] of values.entries()) {
    const dtype = typeOf(name, row, value);
    if (dtype === "null" || dtype === common) continue;
    if (common === "null") common = dtype;
    else if (isNumeric(common) && isNumeric(dtype)) common = widerNumber(common, dtype);
    else {
      throw new DatasetError(
        "mixed-types",
        `Column \`${name}\` mixes types: row ${row} is ${describeValue(value)}, a ${dtype}, after values of type ${common}.`,
        { row, column: name, hint: "Make every value of the column the same type, for example with String(value)." },
      );
    }
  }
  return common;
}

function typeOf(name: string, row: number, value: unknown): DType {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "bool";
  // A whole number beyond 2^53 may already have lost digits: as a float it claims no more than it holds.
  if (typeof value === "number") return Number.isSafeInteger(value) && !Object.is(value, -0) ? "int64" : "float64";
  if (typeof value === "bigint") {
    if (BigInt.asIntN(64, value) === value) return "int64";
    if (BigInt.asUintN(64, value) === value) return "uint64";
    throw tooLarge(name, row, value);
  }
  if (value instanceof Date) {
    if (!Number.isNaN(value.getTime())) return "timestamp[ms]";
    throw new DatasetError("invalid-date", `Column \`${name}\`, row ${row}: the Date is invalid.`, {
      row,
      column: name,
      hint: "Use null for a missing date.",
    });
  }
  throw new DatasetError(
    "unsupported-value",
    `Column \`${name}\`, row ${row}: ${describeValue(value)} is not a value that a column can hold.`,
    { row, column: name, hint: "Use strings, numbers, bigints, booleans, Dates, or null for a missing value." },
  );
}

function isNumeric(dtype: DType): boolean {
  return dtype === "int64" || dtype === "uint64" || dtype === "float64";
}

function widerNumber(left: DType, right: DType): DType {
  return left === "float64" || right === "float64" ? "float64" : "uint64";
}

function tooLarge(name: string, row: number, value: bigint): DatasetError {
  return new DatasetError(
    "number-too-large",
    `Column \`${name}\`, row ${row}: ${value} does not fit into 64 bits with the column's other numbers.`,
    { row, column: name, hint: "Keep numbers of this size as strings." },
  );
}
