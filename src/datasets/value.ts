/** @file The type of one column: `Value("int64")`. */

import type { MimeBundle } from "../core/display";
import { argumentTypeError } from "../core/errors";
import { SelfShowing } from "../core/self-showing";
import { listNames } from "../core/suggest";
import { pythonRepr } from "./python-repr";

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
  | "float32"
  | "float64"
  | "string"
  | "date32"
  | "timestamp[s]"
  | "timestamp[ms]"
  | "timestamp[us]"
  | "timestamp[ns]";

/** Every {@link DType}. */
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
  "float32",
  "float64",
  "string",
  "date32",
  "timestamp[s]",
  "timestamp[ms]",
  "timestamp[us]",
  "timestamp[ns]",
];

/**
 * The type of a column that holds one value a row.
 *
 * Python: `datasets.Value`.
 *
 * @example
 * ```ts
 * console.log(new Value("int64")); // Value('int64')
 * ```
 */
export class Value extends SelfShowing {
  /** The type's name. */
  readonly dtype: DType;

  constructor(dtype: DType) {
    super();
    if (!DTYPES.includes(dtype)) {
      throw argumentTypeError({
        function: "Value",
        parameter: "dtype",
        rule: "be the name of a type",
        value: dtype,
        next: listNames("types", String(dtype), DTYPES),
      });
    }
    this.dtype = dtype;
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
}
