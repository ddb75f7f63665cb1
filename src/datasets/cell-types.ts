/** @file What the compiler knows of a column's values from its feature. */
import type { ClassLabel } from "./class-label";
import type { LargeList, List, StructFeature } from "./feature";
import type { DType, Value } from "./value";

/** The values of a scalar type. 64-bit integers beyond 2^53 - 1 are bigints, which the compiler is not told. */
type ScalarCell<Name extends DType> = Name extends "bool"
  ? boolean
  : Name extends "string" | "large_string" | `decimal${string}`
    ? string
    : Name extends "binary" | "large_binary"
      ? Uint8Array
      : Name extends `date${string}` | `timestamp${string}`
        ? Date
        : Name extends "null"
          ? null
          : number;

/** The values of a column with this feature, missing ones aside. */
export type CellOf<Type> = Type extends ClassLabel
  ? number
  : Type extends Value<infer Name>
    ? DType extends Name
      ? unknown
      : ScalarCell<Name>
    : Type extends List | LargeList
      ? CellOf<Type["feature"]>[]
      : Type extends StructFeature
        ? { [Name in keyof Type]: CellOf<Type[Name]> }
        : unknown;

/** The rows of a dataset with these features. */
export type RowOf<Types> = { [Name in keyof Types]: CellOf<Types[Name]> };
