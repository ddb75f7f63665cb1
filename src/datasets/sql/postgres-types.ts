/** @file PostgreSQL's types as a dataset's, from the texts that the server sends. */
import { DatasetError } from "../dataset-error";
import { List } from "../feature";
import { type DType, Value } from "../value";
import type { ResultColumn } from "./result-columns";

type Convert = (text: string) => unknown;

const UTF8 = (text: string): unknown => text;
const DAY = 86_400_000;

/** The types by the numbers that the server gives them. All others come as the server writes them, as texts. */
const SCALARS: ReadonlyMap<number, readonly [dtype: DType, convert: Convert, as?: "raw"]> = new Map([
  [16, ["bool", (text: string) => text === "t"]],
  [17, ["binary", (text: string) => new Uint8Array(Buffer.from(text.slice(2), "hex"))]],
  [20, ["int64", BigInt]],
  [21, ["int64", Number]],
  [23, ["int64", Number]],
  [26, ["int64", Number]],
  [700, ["float64", Number]],
  [701, ["float64", Number]],
  [1082, ["date32", (text: string) => Number(instant(text) / BigInt(DAY) / 1000n), "raw"]],
  [1114, ["timestamp[us]", (text: string) => instant(text), "raw"]],
  [1184, ["timestamp[us, tz=UTC]", (text: string) => instant(text), "raw"]],
  [1700, ["float64", Number]],
]);

/** Arrays, by the type of their items. */
const ARRAYS: ReadonlyMap<number, number> = new Map([
  [1000, 16],
  [1005, 21],
  [1007, 23],
  [1009, 25],
  [1014, 1042],
  [1015, 1043],
  [1016, 20],
  [1021, 700],
  [1022, 701],
  [1231, 1700],
  [2951, 2950],
]);

/** The column of a result's field; arrays are cut into their items by `itemsOf`. */
export function postgresColumn(name: string, type: number, itemsOf: (text: string) => unknown[]): ResultColumn {
  const items = ARRAYS.get(type);
  const [dtype, convert, as] = SCALARS.get(items ?? type) ?? (["string", UTF8] as const);
  const feature = new Value(dtype);
  if (items !== undefined) {
    const convertItem = (item: unknown): unknown => (typeof item === "string" ? convert(item) : item);
    return { name, feature: new List(feature), convert: (text) => itemsOf(String(text)).map(convertItem) };
  }
  return { name, feature, convert: (text) => convert(String(text)), ...(as === undefined ? {} : { as }) };
}

/** Microseconds since 1970 in UTC, from "2024-01-02 03:04:05.678901+00" or "2024-01-02". */
function instant(text: string): bigint {
  const found =
    /^([0-9]{4,6})-([0-9]{2})-([0-9]{2})(?: ([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]{1,6}))?)?(?:\+00)?$/.exec(text);
  if (found === null) throw noDate(text);
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  return BigInt(date.getTime()) * 1000n + BigInt((found[7] ?? "").padEnd(6, "0"));
}

function noDate(text: string): DatasetError {
  return new DatasetError(
    "invalid-date",
    `The database gives the date \`${text}\`, which no column of dates can hold.`,
    {
      hint: "Leave it out by WHERE, replace it by NULLIF, or cast the column to text.",
    },
  );
}
