/** @file The type that JavaScript values have in common, nested ones too. */
import { describeValue } from "../core/errors";
import { DatasetError } from "./dataset-error";
import { type Feature, isPlainObject, List } from "./feature";
import { type DType, Value } from "./value";
import { type Place, problem } from "./value-to-arrow";

const DEEPEST = 64;

/** What is known of the values so far: nothing, a scalar type, lists with items, or objects with properties. */
interface Known {
  kind: "nothing" | "scalar" | "list" | "struct";
  dtype: DType;
  /** Whether a whole number below 0 is among them: it does not go with those beyond an int64. */
  negative: boolean;
  items: Known | undefined;
  parts: Map<string, Known>;
}

// An array view of another kind says the type of its items; one of bytes is binary.
const TYPED: readonly (readonly [type: abstract new () => unknown, dtype: DType])[] = [
  [Int8Array, "int8"],
  [Int16Array, "int16"],
  [Int32Array, "int32"],
  [BigInt64Array, "int64"],
  [Uint16Array, "uint16"],
  [Uint32Array, "uint32"],
  [BigUint64Array, "uint64"],
  [Float32Array, "float32"],
  [Float64Array, "float64"],
];

/**
 * The common type of a column's values.
 *
 * As in Python: whole numbers are `int64`, with fractions among them `float64`; lists are a `List` of what all their items have
 * in common; objects are a struct of all properties that any of them has. Types that do not go together are a DatasetError.
 *
 * @param firstRow The number of the first value's row, for errors.
 */
export function inferFeature(name: string, values: readonly unknown[], firstRow = 0): Feature {
  const known = nothing();
  const place: Place = { column: name, row: 0, path: [] };
  for (let row = 0; row < values.length; row++) {
    place.row = firstRow + row;
    learn(known, values[row], place);
  }
  return featureOf(known);
}

function nothing(): Known {
  return { kind: "nothing", dtype: "null", negative: false, items: undefined, parts: new Map() };
}

function featureOf(known: Known): Feature {
  if (known.kind === "list") return new List(featureOf(known.items ?? nothing()));
  if (known.kind === "struct") {
    return Object.fromEntries([...known.parts].map(([name, part]) => [name, featureOf(part)]));
  }
  return new Value(known.dtype);
}

function learn(known: Known, value: unknown, place: Place): void {
  if (value === null || value === undefined) return;
  if (place.path.length > DEEPEST) {
    throw problem("too-deep", place, `is nested more than ${DEEPEST} deep`, { hint: "An object may contain itself." });
  }
  if (Array.isArray(value)) learnList(known, value, place);
  else if (ArrayBuffer.isView(value) && !(value instanceof Uint8Array)) learnTyped(known, value, place);
  else if (isPlainObject(value)) learnStruct(known, value, place);
  else learnScalar(known, value, place);
}

function learnScalar(known: Known, value: unknown, place: Place): void {
  const dtype = scalarType(value, place);
  if ((typeof value === "number" || typeof value === "bigint") && value < 0) known.negative = true;
  if (known.kind === "scalar" && known.dtype === dtype) return;
  if (known.kind === "nothing") {
    known.kind = "scalar";
    known.dtype = dtype;
  } else if (known.kind === "scalar" && isNumeric(known.dtype) && isNumeric(dtype)) {
    known.dtype = widerNumber(known.dtype, dtype);
    if (known.dtype === "uint64" && known.negative) throw tooLarge(place, BigInt(value as number | bigint));
  } else throw mixed(known, value, dtype, place);
}

function learnList(known: Known, list: readonly unknown[], place: Place): void {
  if (known.kind === "nothing") known.kind = "list";
  if (known.kind !== "list") throw mixed(known, list, "list", place);
  known.items ??= nothing();
  const depth = place.path.length;
  for (let item = 0; item < list.length; item++) {
    place.path[depth] = item;
    learn(known.items, list[item], place);
  }
  place.path.length = depth;
}

function learnTyped(known: Known, list: unknown, place: Place): void {
  const dtype = TYPED.find(([Type]) => list instanceof Type)?.[1];
  if (dtype === undefined) throw unsupported(list, place);
  if (known.kind === "nothing") known.kind = "list";
  if (known.kind !== "list") throw mixed(known, list, "list", place);
  known.items ??= nothing();
  const { items } = known;
  if (items.kind === "nothing") {
    items.kind = "scalar";
    items.dtype = dtype;
  } else if (items.kind !== "scalar" || !isNumeric(items.dtype)) throw mixed(items, list, dtype, place);
  else if (items.dtype !== dtype) items.dtype = widerNumber(items.dtype, dtype);
}

function learnStruct(known: Known, value: Readonly<Record<string, unknown>>, place: Place): void {
  if (known.kind === "nothing") known.kind = "struct";
  if (known.kind !== "struct") throw mixed(known, value, "struct", place);
  const depth = place.path.length;
  for (const name of Object.keys(value)) {
    let part = known.parts.get(name);
    if (part === undefined) {
      part = nothing();
      known.parts.set(name, part);
    }
    place.path[depth] = name;
    learn(part, value[name], place);
  }
  place.path.length = depth;
}

function scalarType(value: unknown, place: Place): DType {
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "bool";
  // A whole number beyond 2^53 may already have lost digits: as a float it claims no more than it holds.
  if (typeof value === "number") return Number.isSafeInteger(value) && !Object.is(value, -0) ? "int64" : "float64";
  if (typeof value === "bigint") {
    if (BigInt.asIntN(64, value) === value) return "int64";
    if (BigInt.asUintN(64, value) === value) return "uint64";
    throw tooLarge(place, value);
  }
  if (value instanceof Date) {
    if (!Number.isNaN(value.getTime())) return "timestamp[ms]";
    throw problem("invalid-date", place, "is an invalid Date", { hint: "Use null for a missing date." });
  }
  if (value instanceof Uint8Array) return "binary";
  throw unsupported(value, place);
}

function isNumeric(dtype: DType): boolean {
  return /^(u?int|float)/.test(dtype);
}

function widerNumber(left: DType, right: DType): DType {
  if (left.startsWith("float") || right.startsWith("float")) return "float64";
  return left === "uint64" || right === "uint64" ? "uint64" : "int64";
}

function mixed(known: Known, value: unknown, type: string, place: Place): DatasetError {
  const before = known.kind === "scalar" ? known.dtype : known.kind;
  const steps = place.path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
  const at = steps === "" ? "" : `, at \`${steps}\`,`;
  return new DatasetError(
    "mixed-types",
    `Column \`${place.column}\` mixes types: row ${place.row}${at} is ${describeValue(value)}, a ${type}, after values of type ${before}.`,
    {
      row: place.row,
      column: place.column,
      hint: "Make every value of the column the same type, for example with String(value).",
    },
  );
}

function unsupported(value: unknown, place: Place): DatasetError {
  return problem(
    "unsupported-value",
    place,
    `is ${describeValue(value)}, which is not a value that a column can hold`,
    {
      hint: "Use strings, numbers, bigints, booleans, Dates, bytes, lists and plain objects of them, or null for a missing value.",
    },
  );
}

function tooLarge(place: Place, value: bigint): DatasetError {
  return problem(
    "number-too-large",
    place,
    `is ${value}, which does not fit into 64 bits with the column's other numbers`,
    {
      hint: "Keep numbers of this size as strings.",
    },
  );
}
