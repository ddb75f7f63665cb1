/** @file JavaScript values of a known type into Arrow memory, each checked. */
import { describeValue } from "../core/errors";
import { listNames } from "../core/suggest";
import { type ArrowNode, BooleanNode, BytesNode, DecimalNode, ListNode, NumberNode, StructNode } from "./arrow-node";
import { ClassLabel } from "./class-label";
import { DatasetError } from "./dataset-error";
import { decimalUnits } from "./decimal";
import { dtypeOf, type Feature, featureText, isPlainObject, isStruct, LargeList, List } from "./feature";
import { type DType, decimalDigits, type TimeUnit, timeUnitOf } from "./value";

/** Where a value stands: its column, its row, and the way to it within the row's value. */
export interface Place {
  /** The column's name. */
  column: string;
  /** The row, counted from 0. */
  row: number;
  /** Places in lists and names of properties, from the outside in. */
  path: (string | number)[];
}

const DAY = 86_400_000;
const PER_SECOND: Readonly<Record<TimeUnit, bigint>> = { s: 1n, ms: 1000n, us: 1_000_000n, ns: 1_000_000_000n };

/** Adds a value to the node of its feature; one that does not fit is a DatasetError that says where it stands. */
export function addTo(node: ArrowNode, feature: Feature, value: unknown, place: Place): void {
  if (value === null || value === undefined) {
    node.addNull();
    return;
  }
  if (typeof value === "number" && node instanceof NumberNode && node.addPlain(value)) return;
  if (node instanceof ListNode && (feature instanceof List || feature instanceof LargeList)) {
    addList(node, feature, value, place);
  } else if (node instanceof StructNode && isStruct(feature)) addStruct(node, feature, value, place);
  else addScalar(node, feature, value, place);
}

function addList(node: ListNode, feature: List | LargeList, value: unknown, place: Place): void {
  const isList = Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
  if (!isList) throw misfit(feature, value, place);
  const items = value as ArrayLike<unknown>;
  if (feature instanceof List && feature.length !== -1 && items.length !== feature.length) {
    throw problem("wrong-length", place, `has ${items.length} items where ${feature.length} are expected`, {
      hint: `Every list of ${featureText(feature)} has ${feature.length} items.`,
    });
  }
  const depth = place.path.length;
  for (let item = 0; item < items.length; item++) {
    place.path[depth] = item;
    addTo(node.items, feature.feature, items[item], place);
  }
  place.path.length = depth;
  node.endList();
}

function addStruct(node: StructNode, feature: Readonly<Record<string, Feature>>, value: unknown, place: Place): void {
  if (!isPlainObject(value)) throw misfit(feature, value, place);
  const depth = place.path.length;
  for (const name of Object.keys(value)) {
    if (node.parts.has(name)) continue;
    throw problem("unknown-property", place, `has a property \`${name}\` that its type does not have`, {
      hint: listNames("properties", name, [...node.parts.keys()]),
    });
  }
  for (const [name, part] of node.parts) {
    const type = feature[name];
    place.path[depth] = name;
    if (type !== undefined) addTo(part, type, Object.hasOwn(value, name) ? value[name] : null, place);
  }
  place.path.length = depth;
  node.endStruct();
}

function addScalar(node: ArrowNode, feature: Feature, value: unknown, place: Place): void {
  const dtype = dtypeOf(feature) ?? "null";
  if (node instanceof NumberNode) {
    const stored = feature instanceof ClassLabel ? classNumber(feature, value, place) : numberFor(dtype, value);
    if (stored === undefined) throw misfit(feature, value, place);
    node.add(stored);
  } else if (node instanceof BytesNode && typeof value === "string" && dtype.endsWith("string")) node.addText(value);
  else if (node instanceof BytesNode && value instanceof Uint8Array && dtype.endsWith("binary")) node.add(value);
  else if (node instanceof BooleanNode && typeof value === "boolean") node.add(value);
  else if (node instanceof DecimalNode) {
    const { precision = 0, scale = 0 } = decimalDigits(dtype) ?? {};
    const isNumber = typeof value === "string" || typeof value === "number" || typeof value === "bigint";
    const units = isNumber ? decimalUnits(value, precision, scale) : undefined;
    if (units === undefined) throw misfit(feature, value, place);
    node.add(units);
  } else throw misfit(feature, value, place);
}

function classNumber(label: ClassLabel, value: unknown, place: Place): bigint {
  if (typeof value === "string") {
    try {
      return BigInt(label.str2int(value));
    } catch (error) {
      throw error instanceof DatasetError ? unknownClass(label, value, place) : error;
    }
  }
  const whole = wholeNumber(value);
  if (whole === undefined) throw misfit(label, value, place);
  if (whole < -1n || whole >= BigInt(label.numClasses)) throw unknownClass(label, value, place);
  return whole;
}

function unknownClass(label: ClassLabel, value: unknown, place: Place): DatasetError {
  const rule = `no class: they are numbered from 0 to ${label.numClasses - 1}, and -1 stands for an unknown one`;
  const hint = listNames("classes", String(value), label.names);
  return problem("unknown-class", place, `is ${describeValue(value)}, which is ${rule}`, { hint });
}

/** A value as its type stores it, or undefined where it does not fit. */
function numberFor(dtype: DType, value: unknown): number | bigint | undefined {
  if (dtype.startsWith("float")) {
    if (typeof value !== "number" && typeof value !== "bigint") return undefined;
    return dtype === "float16" ? numberToHalf(Number(value)) : Number(value);
  }
  if (dtype.startsWith("timestamp") || dtype.startsWith("date")) {
    if (!(value instanceof Date) || Number.isNaN(value.getTime())) return undefined;
    if (dtype === "date32") return Math.floor(value.getTime() / DAY);
    if (dtype === "date64") return BigInt(Math.floor(value.getTime() / DAY)) * BigInt(DAY);
    const units = inUnit(value.getTime(), timeUnitOf(dtype) ?? "ms");
    return BigInt.asIntN(64, units) === units ? units : undefined;
  }
  const whole = wholeNumber(value);
  if (whole === undefined) return undefined;
  const [, unsigned, width] = /^(u?)int([0-9]+)$/.exec(dtype) ?? [];
  const bits = width === undefined ? (dtype.startsWith("time32") ? 32 : 64) : Number(width);
  const fits = unsigned === "u" ? BigInt.asUintN(bits, whole) : BigInt.asIntN(bits, whole);
  if (fits !== whole) return undefined;
  return bits === 64 ? whole : Number(whole);
}

function wholeNumber(value: unknown): bigint | undefined {
  if (typeof value === "bigint") return value;
  return typeof value === "number" && Number.isInteger(value) ? BigInt(value) : undefined;
}

function inUnit(milliseconds: number, unit: TimeUnit): bigint {
  if (unit === "s") return BigInt(Math.floor(milliseconds / 1000));
  return BigInt(milliseconds) * (PER_SECOND[unit] / 1000n);
}

/** The nearest 16-bit float, halves to even, as its bits. */
export function numberToHalf(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (Number.isNaN(value)) return 0x7e00;
  if (size >= 65520) return sign | 0x7c00;
  if (size < 2 ** -14) return sign | roundToEven(size * 2 ** 24);
  const exponent = Math.floor(Math.log2(size));
  // The logarithm of a number just below a power of two may round up to it.
  const exact = 2 ** exponent > size ? exponent - 1 : exponent;
  return sign | (((exact + 14) << 10) + roundToEven(size * 2 ** (10 - exact)));
}

function roundToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
}

function misfit(feature: Feature, value: unknown, place: Place): DatasetError {
  return problem("wrong-type", place, `is ${describeValue(value)}, which is no ${describeFeature(feature)}`, {
    hint: "Correct the value, or give the column another type.",
  });
}

function describeFeature(feature: Feature): string {
  return feature instanceof ClassLabel ? "class" : (dtypeOf(feature) ?? featureText(feature));
}

/** An error about one value: "Column `labels`, row 3, at [2].x, is …". */
export function problem(code: string, place: Place, what: string, options: { hint: string }): DatasetError {
  const steps = place.path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
  const at = steps === "" ? "" : `, at \`${steps}\`,`;
  return new DatasetError(code, `Column \`${place.column}\`, row ${place.row}${at} ${what}.`, {
    row: place.row,
    column: place.column,
    ...options,
  });
}
