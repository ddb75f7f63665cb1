/** @file The different values of a column. */
import { DatasetError } from "../dataset-error";
import { readValues } from "../read-values";
import { columnOf, type Table } from "../table";

/** Each value once, in the order in which they come first; a missing value is one of them. */
export function uniqueValues(table: Table, name: string): unknown[] {
  const seen = new Map<unknown, unknown>();
  for (const value of readValues(columnOf(table, name), table.indices, 0, table.numRows)) {
    const isObject = value !== null && typeof value === "object";
    if (isObject && !(value instanceof Date)) {
      throw new DatasetError(
        "unsupported-column",
        `Column \`${name}\` holds lists, objects or bytes, which \`unique\` cannot compare.`,
        {
          column: name,
          hint: "Use a column of texts, numbers, booleans or dates.",
        },
      );
    }
    // Two Dates of one moment are two objects; -0 and 0 are one key of a Map, and two values in Arrow.
    const key = value instanceof Date ? value.getTime() : Object.is(value, -0) ? "-0" : value;
    if (!seen.has(key)) seen.set(key, value);
  }
  return [...seen.values()];
}
