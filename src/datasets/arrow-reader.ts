/** @file Reading Arrow's memory as JavaScript values, lists and structs among them. */
import type * as arrow from "apache-arrow";
import type { Cell } from "./column";
import { decimalText } from "./decimal";
import { dtypeOf, type Feature, isStruct, LargeList, List } from "./feature";
import { type DType, decimalDigits, timeUnitOf } from "./value";

/** Gives the value at an index of one chunk. */
export type Reader = (index: number) => Cell;

const MOST_SAFE = BigInt(Number.MAX_SAFE_INTEGER);
const DAY = 86_400_000;

/** Makes the readers of a scalar type, one for each chunk. */
export type ScalarReaders = (chunks: readonly arrow.Data[], dtype: DType) => Reader[];

/**
 * One reader for each chunk of a column.
 *
 * `scalars` may read single values in another way. They are made together, because whether 64-bit integers are numbers or bigints is one decision for the whole column.
 */
export function chunkReaders(
  chunks: readonly arrow.Data[],
  feature: Feature,
  scalars: ScalarReaders = scalarReaders,
): Reader[] {
  const readers = isStruct(feature)
    ? structReaders(chunks, feature, scalars)
    : feature instanceof List || feature instanceof LargeList
      ? listReaders(chunks, feature, scalars)
      : scalars(chunks, dtypeOf(feature) ?? "null");
  return chunks.map((chunk, position) => withNulls(chunk, readers[position] ?? (() => null)));
}

function withNulls(chunk: arrow.Data, read: Reader): Reader {
  const { nullBitmap, offset } = chunk;
  if (chunk.nullCount === 0 || nullBitmap === null || nullBitmap === undefined || nullBitmap.length === 0) return read;
  return (index) => {
    const bit = offset + index;
    return ((nullBitmap[bit >> 3] ?? 0) >> (bit & 7)) & 1 ? read(index) : null;
  };
}

function structReaders(
  chunks: readonly arrow.Data[],
  feature: Readonly<Record<string, Feature>>,
  scalars: ScalarReaders,
): Reader[] {
  const names = Object.keys(feature);
  const parts = Object.values(feature).map((part, position) => {
    const children = chunks.map((chunk) => childOf(chunk, position));
    return chunkReaders(children, part, scalars);
  });
  return chunks.map((_, chunk) => (index) => {
    const value: { [name: string]: Cell } = {};
    for (const [position, name] of names.entries()) {
      const part = parts[position]?.[chunk]?.(index) ?? null;
      // An assignment to `__proto__` would change the prototype instead of adding a property.
      if (name === "__proto__") {
        Object.defineProperty(value, name, { value: part, enumerable: true, writable: true, configurable: true });
      } else value[name] = part;
    }
    return value;
  });
}

function listReaders(chunks: readonly arrow.Data[], feature: List | LargeList, scalars: ScalarReaders): Reader[] {
  const items = chunkReaders(
    chunks.map((chunk) => childOf(chunk, 0)),
    feature.feature,
    scalars,
  );
  const fixed = feature instanceof List ? feature.length : -1;
  return chunks.map((chunk, position) => {
    const read = items[position] ?? (() => null);
    const offsets: Int32Array | BigInt64Array | undefined = chunk.valueOffsets;
    return (index) => {
      const start = fixed === -1 ? Number(offsets?.[index] ?? 0) : index * fixed;
      const end = fixed === -1 ? Number(offsets?.[index + 1] ?? 0) : start + fixed;
      const list: Cell[] = [];
      for (let item = start; item < end; item++) list.push(read(item));
      return list;
    };
  });
}

function childOf(chunk: arrow.Data, position: number): arrow.Data {
  const child = chunk.children[position];
  if (child === undefined) throw new TypeError("The Arrow memory lacks the values of a list or a struct.");
  return child;
}

function scalarReaders(chunks: readonly arrow.Data[], dtype: DType): Reader[] {
  if (dtype === "int64" || dtype === "uint64" || dtype.startsWith("duration")) {
    const safe = chunks.every(isSafe);
    return chunks.map(({ values }) => (safe ? (index) => Number(values[index]) : (index) => values[index]));
  }
  return chunks.map((chunk) => scalarReader(chunk, dtype));
}

function scalarReader(chunk: arrow.Data, dtype: DType): Reader {
  const { values, offset } = chunk;
  const offsets: Int32Array | BigInt64Array = chunk.valueOffsets;
  const digits = decimalDigits(dtype);
  if (digits !== undefined) {
    const words = digits.bits / 32;
    return (index) => decimalText(values.subarray(index * words, (index + 1) * words), digits.scale);
  }
  if (dtype.startsWith("timestamp")) {
    const unit = timeUnitOf(dtype) ?? "ms";
    if (unit === "s") return (index) => new Date(Number(values[index]) * 1000);
    if (unit === "ms") return (index) => new Date(Number(values[index]));
    const divisor = unit === "us" ? 1000n : 1_000_000n;
    return (index) => new Date(Number(floorDivide(values[index], divisor)));
  }
  switch (dtype) {
    case "null":
      return () => null;
    case "bool":
      return (index) => (((values[(offset + index) >> 3] ?? 0) >> ((offset + index) & 7)) & 1) === 1;
    case "string":
    case "large_string": {
      // A Buffer, not a TextDecoder: it is faster on short texts, and keeps a byte order mark that is part of the text.
      const bytes = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
      return (index) => bytes.toString("utf8", Number(offsets[index]), Number(offsets[index + 1]));
    }
    case "binary":
    case "large_binary":
      // A copy: who changes the bytes must not change the dataset.
      return (index) => values.slice(Number(offsets[index]), Number(offsets[index + 1]));
    case "date32":
      return (index) => new Date(values[index] * DAY);
    case "date64":
      return (index) => new Date(Number(values[index]));
    case "time64[us]":
    case "time64[ns]":
      return (index) => Number(values[index]);
    case "float16":
      return (index) => halfToNumber(values[index]);
    default:
      return (index) => values[index];
  }
}

/** Gives values as they are stored: times as counts of their unit, 64-bit ones as bigints, decimals and texts as strings. */
export function storedReader(
  chunk: arrow.Data,
  dtype: DType,
): (index: number) => Exclude<Cell, null | Date | object> | Uint8Array {
  const { values } = chunk;
  if (/^(?:u?int|date|time|duration)/.test(dtype)) return (index) => values[index];
  return scalarReader(chunk, dtype) as (index: number) => string | number | bigint | boolean | Uint8Array;
}

/** Whether every 64-bit integer of the chunk is a safe JavaScript number; missing ones are. */
function isSafe(chunk: arrow.Data): boolean {
  const values: BigInt64Array | BigUint64Array = chunk.values;
  for (let index = 0; index < chunk.length; index++) {
    const value = values[index] ?? 0n;
    if ((value > MOST_SAFE || value < -MOST_SAFE) && chunk.getValid(index)) return false;
  }
  return true;
}

/** As Python rounds: towards the past, so that no time before 1970 comes out later than it is. */
function floorDivide(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor;
  return value % divisor < 0n ? quotient - 1n : quotient;
}

function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}
