/** @file The type of one column: `Value("int64")`. */

import type { MimeBundle } from "../core/display";
import { argumentTypeError } from "../core/errors";
import { SelfShowing } from "../core/self-showing";
import { listNames } from "../core/suggest";
import { pythonRepr } from "./python-repr";

/** The unit of a time: seconds, milliseconds, microseconds, nanoseconds. */
export type TimeUnit = "s" | "ms" | "us" | "ns";

/** The names of the types that a column can have, as in Apache Arrow and in Python's `datasets`. */
export type DType =
  | "null"
  | "bool"
  | "int8"
  | "int16"
  | "int32"
  | "int64"
  | "uint8"
  | "uint16"
  | "uint32"
  | "uint64"
  | "float16"
  | "float32"
  | "float64"
  | "string"
  | "large_string"
  | "binary"
  | "large_binary"
  | "date32"
  | "date64"
  | "time32[s]"
  | "time32[ms]"
  | "time64[us]"
  | "time64[ns]"
  | `timestamp[${TimeUnit}]`
  | `timestamp[${TimeUnit}, tz=${string}]`
  | `duration[${TimeUnit}]`
  | `decimal128(${number}, ${number})`
  | `decimal256(${number}, ${number})`;

/** Every {@link DType} but those with a time zone or a number of digits in their names. */
export const DTYPES: readonly DType[] = [
  "null",
  "bool",
  "int8",
  "int16",
  "int32",
  "int64",
  "uint8",
  "uint16",
  "uint32",
  "uint64",
  "float16",
  "float32",
  "float64",
  "string",
  "large_string",
  "binary",
  "large_binary",
  "date32",
  "date64",
  "time32[s]",
  "time32[ms]",
  "time64[us]",
  "time64[ns]",
  "timestamp[s]",
  "timestamp[ms]",
  "timestamp[us]",
  "timestamp[ns]",
  "duration[s]",
  "duration[ms]",
  "duration[us]",
  "duration[ns]",
];

const WITH_PARTS = ["timestamp[us, tz=UTC]", "decimal128(10, 2)"];
const ZONED = /^timestamp\[(?:s|ms|us|ns), tz=[A-Za-z0-9_+:/-]{1,64}\]$/;
const DECIMAL = /^decimal(128|256)\(([0-9]{1,2}), (-?[0-9]{1,2})\)$/;
// Python's names for some types have shorter spellings.
const ALIASES: Readonly<Record<string, DType>> = { float: "float32", double: "float64", utf8: "string" };

/**
 * The type of a column that holds one value a row.
 *
 * Python: `datasets.Value`. As values in JavaScript, integers are numbers (64-bit ones bigints where one of the column is beyond
 * 2^53 - 1), dates and timestamps are Date, times of day and durations are counts of their own unit, decimals are strings with all
 * their digits, and binary is Uint8Array. `timestamp[us, tz=UTC]` has a time zone; `decimal128(10, 2)` has ten digits, two of them
 * after the point. `float`, `double` and `utf8` are taken for `float32`, `float64` and `string`.
 *
 * @example
 * ```ts
 * console.log(new Value("int64")); // Value('int64')
 * console.log(new Value("decimal128(10, 2)")); // Value('decimal128(10, 2)')
 * ```
 */
export class Value<Name extends DType = DType> extends SelfShowing {
  /** The type's name. */
  readonly dtype: Name;

  constructor(dtype: Name) {
    super();
    const name = typeof dtype === "string" && Object.hasOwn(ALIASES, dtype) ? ALIASES[dtype] : dtype;
    if (!isDType(name)) {
      throw argumentTypeError({
        function: "Value",
        parameter: "dtype",
        rule: "be the name of a type",
        value: dtype,
        next: `${listNames("types", String(dtype), [...DTYPES.slice(0, 18), ...WITH_PARTS])} Units are s, ms, us and ns.`,
      });
    }
    this.dtype = name as Name;
  }

  /** As Python prints it: `Value('int64')`. */
  override toText(): string {
    return `Value(${pythonRepr(this.dtype)})`;
  }

  override toString(): string {
    return this.toText();
  }

  override toBundle(): MimeBundle {
    return { "text/plain": this.toText() };
  }

  /** As Python's `datasets` writes it into its JSON files. */
  toJSON(): { dtype: Name; _type: "Value" } {
    return { dtype: this.dtype, _type: "Value" };
  }
}

/** Whether a name is one of a type. */
export function isDType(name: unknown): name is DType {
  if (typeof name !== "string") return false;
  if ((DTYPES as readonly string[]).includes(name) || ZONED.test(name)) return true;
  const [, width, precision, scale] = DECIMAL.exec(name) ?? [];
  if (width === undefined) return false;
  const digits = Number(precision);
  return digits >= 1 && digits <= (width === "128" ? 38 : 76) && Math.abs(Number(scale)) <= digits;
}

/** The digits of a decimal type in all and after the point; undefined for other types. */
export function decimalDigits(dtype: DType): { bits: 128 | 256; precision: number; scale: number } | undefined {
  const [, width, precision, scale] = DECIMAL.exec(dtype) ?? [];
  if (width === undefined) return undefined;
  return { bits: width === "128" ? 128 : 256, precision: Number(precision), scale: Number(scale) };
}

/** The unit in the name of a time, timestamp or duration; undefined for other types. */
export function timeUnitOf(dtype: DType): TimeUnit | undefined {
  const [, unit] = /\[(s|ms|us|ns)[,\]]/.exec(dtype) ?? [];
  return unit as TimeUnit | undefined;
}
