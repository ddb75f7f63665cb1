/** @file DuckDB's types as features, and its values as JavaScript's. */
import type { DuckDBType } from "@duckdb/node-api";
import { DatasetError } from "../dataset-error";
import { type Feature, List } from "../feature";
import { type DType, Value } from "../value";

const SIMPLE: Readonly<Record<string, DType>> = {
  BOOLEAN: "bool",
  TINYINT: "int8",
  SMALLINT: "int16",
  INTEGER: "int32",
  BIGINT: "int64",
  UTINYINT: "uint8",
  USMALLINT: "uint16",
  UINTEGER: "uint32",
  UBIGINT: "uint64",
  FLOAT: "float32",
  DOUBLE: "float64",
  VARCHAR: "string",
  BLOB: "binary",
  DATE: "date32",
  TIMESTAMP: "timestamp[us]",
  TIMESTAMP_S: "timestamp[s]",
  TIMESTAMP_MS: "timestamp[ms]",
  TIMESTAMP_NS: "timestamp[ns]",
  "TIMESTAMP WITH TIME ZONE": "timestamp[us, tz=UTC]",
};

/** The feature of a DuckDB type. One without a feature is a DatasetError. */
export function featureOfDuckType(name: string, type: DuckDBType | undefined): Feature {
  const text = String(type);
  const simple = SIMPLE[text];
  if (simple !== undefined) return new Value(simple);
  const [, precision, scale] = /^DECIMAL\((\d+),\s*(\d+)\)$/.exec(text) ?? [];
  if (precision !== undefined) return new Value(`decimal128(${Number(precision)}, ${Number(scale)})`);
  if (type !== undefined && "valueType" in type && "length" in type === false && text.endsWith("[]")) {
    return new List(featureOfDuckType(`${name}[]`, type.valueType));
  }
  if (type !== undefined && "entryNames" in type && "entryTypes" in type) {
    const { entryNames, entryTypes } = type as { entryNames: readonly string[]; entryTypes: readonly DuckDBType[] };
    return Object.fromEntries(
      entryNames.map((entry, index) => [entry, featureOfDuckType(`${name}.${entry}`, entryTypes[index])]),
    );
  }
  throw new DatasetError("unsupported-type", `Column \`${name}\` has the type ${text}, which no feature stands for.`, {
    column: name,
    hint: "Cast the column in the program that wrote the file, for example to a string.",
  });
}

/** A value as DuckDB's binding gives it, as a column takes it: lists as arrays, structs as objects, times as Date. */
export function plainValue(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if ("items" in value && Array.isArray(value.items)) return value.items.map(plainValue);
  if ("entries" in value && value.entries !== null && typeof value.entries === "object") {
    return Object.fromEntries(Object.entries(value.entries).map(([name, entry]) => [name, plainValue(entry)]));
  }
  if ("bytes" in value && value.bytes instanceof Uint8Array) return value.bytes;
  if ("days" in value && typeof value.days === "number") return new Date(value.days * 86_400_000);
  // A decimal's text has all its digits.
  if ("scale" in value && "width" in value) return String(value);
  // Times of day are counts of their unit, and look like timestamps but for their class.
  if ("micros" in value && value.constructor.name === "DuckDBTimeValue") return Number(value.micros);
  if ("seconds" in value && typeof value.seconds === "bigint") return new Date(Number(value.seconds) * 1000);
  if ("millis" in value && typeof value.millis === "bigint") return new Date(Number(value.millis));
  if ("nanos" in value && typeof value.nanos === "bigint") return new Date(Number(value.nanos / 1_000_000n));
  if ("micros" in value && typeof value.micros === "bigint") return new Date(Number(value.micros / 1000n));
  return value;
}
