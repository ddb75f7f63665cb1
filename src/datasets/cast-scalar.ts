/** @file One value of one scalar type as another, by Arrow's rules: nothing is lost in silence. */
import { numberText, shortestFloat32 } from "./cast-text";
import { decimalText, decimalUnits } from "./decimal";
import { instantText, parseInstant, UNITS_PER_DAY } from "./instant";
import { type DType, decimalDigits, timeUnitOf } from "./value";
import { numberToHalf } from "./value-to-arrow";

/** A value as Arrow stores it: times as counts of their unit, decimals as text, texts as strings. */
export type Stored = boolean | number | bigint | string | Uint8Array;

/** Casts one value; undefined where it does not fit. */
export type ScalarCast = (value: Stored) => Stored | undefined;

type Kind =
  | "null"
  | "bool"
  | "int"
  | "float"
  | "string"
  | "binary"
  | "date"
  | "time"
  | "timestamp"
  | "duration"
  | "decimal";

/** How many decimal digits the integers of a type may have. */
const INTEGER_DIGITS: Partial<Record<DType, number>> = {
  int8: 3,
  int16: 5,
  int32: 10,
  int64: 19,
  uint8: 3,
  uint16: 5,
  uint32: 10,
  uint64: 20,
};

/** What kind of type it is. */
export function kindOf(dtype: DType): Kind {
  if (dtype === "null" || dtype === "bool") return dtype;
  const [word = ""] =
    /^(?:u?int|float|string|large_string|binary|large_binary|date|timestamp|time|duration|decimal)/.exec(dtype) ?? [];
  if (word === "uint") return "int";
  return (word.startsWith("large_") ? word.slice(6) : word) as Kind;
}

/** The cast from one type to another; undefined where Arrow has none. */
export function scalarCast(from: DType, to: DType): ScalarCast | undefined {
  const target = kindOf(to);
  const source = kindOf(from);
  if (source === "null") return () => undefined;
  switch (target) {
    case "string":
      return toText(from, source);
    case "binary":
      if (source === "binary") return (value) => value;
      return source === "string" ? (value) => Buffer.from(String(value)) : undefined;
    case "bool":
      if (source === "bool") return (value) => value;
      if (source === "int" || source === "float") return (value) => Number(value) !== 0;
      return source === "string" ? parseBoolean : undefined;
    case "int":
      return toInteger(from, source, to);
    case "float":
      return toFloat(source, to);
    case "decimal":
      return toDecimal(from, source, to);
    case "null":
      return undefined;
    default:
      return toTime(from, source, to, target);
  }
}

function toText(from: DType, source: Kind): ScalarCast | undefined {
  switch (source) {
    case "bool":
    case "int":
    case "duration":
    case "decimal":
    case "string":
      return (value) => String(value);
    case "float":
      return (value) => numberText(Number(value), from === "float32" ? shortestFloat32 : String);
    case "binary":
      return (value) => {
        const text = Buffer.from(value as Uint8Array).toString("utf8");
        return Buffer.from(text).equals(value as Uint8Array) ? text : undefined;
      };
    default:
      return instantText(from) as ScalarCast | undefined;
  }
}

function toInteger(from: DType, source: Kind, to: DType): ScalarCast | undefined {
  const bits = Number(/[0-9]+$/.exec(to)?.[0] ?? 64);
  const isSigned = to.startsWith("i");
  const fit = (value: bigint): Stored | undefined => {
    if ((isSigned ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value)) !== value) return undefined;
    return bits === 64 ? value : Number(value);
  };
  if (source === "int") return (value) => fit(BigInt(value as number | bigint));
  if (source === "bool") return (value) => fit(value === true ? 1n : 0n);
  if (source === "float") {
    return (value) => (Number.isInteger(value) ? fit(BigInt(value as number)) : undefined);
  }
  if (source === "string") {
    const hex = new RegExp(`^0[xX][0-9a-fA-F]{1,${bits / 4}}$`);
    return (value) => {
      const text = String(value);
      if (hex.test(text)) return fit(isSigned ? BigInt.asIntN(bits, BigInt(text)) : BigInt(text));
      return (isSigned ? /^-?[0-9]{1,40}$/ : /^[0-9]{1,40}$/).test(text) ? fit(BigInt(text)) : undefined;
    };
  }
  if (source === "decimal") {
    return (value) => {
      const units = decimalUnits(String(value), 38, 0);
      return units === undefined ? undefined : fit(units);
    };
  }
  // Times give the count of their unit, where the integer has their width.
  const width = from === "date32" || from.startsWith("time32") ? 32 : 64;
  const isTime = source === "date" || source === "time" || source === "timestamp" || source === "duration";
  return isTime && isSigned && bits === width ? (value) => fit(BigInt(value as number | bigint)) : undefined;
}

function toFloat(source: Kind, to: DType): ScalarCast | undefined {
  const store = (value: number): number => (to === "float16" ? numberToHalf(value) : value);
  const exact = to === "float64" ? 2n ** 53n : to === "float32" ? 2n ** 24n : 2n ** 11n;
  if (source === "float") return (value) => store(Number(value));
  if (source === "bool") return (value) => store(Number(value));
  if (source === "decimal") return (value) => store(Number(value));
  if (source === "int") {
    return (value) => {
      const whole = BigInt(value as number | bigint);
      return whole <= exact && whole >= -exact ? store(Number(whole)) : undefined;
    };
  }
  if (source !== "string") return undefined;
  const number = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
  return (value) => {
    const text = String(value);
    if (number.test(text)) return store(Number(text));
    const [, sign, word] = /^([+-]?)(nan|inf(?:inity)?)$/i.exec(text) ?? [];
    if (word === undefined) return undefined;
    if (word.toLowerCase() === "nan") return store(Number.NaN);
    return store(sign === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
  };
}

function toDecimal(from: DType, source: Kind, to: DType): ScalarCast | undefined {
  const { precision = 38, scale = 0, bits = 128 } = decimalDigits(to) ?? {};
  const text = (units: bigint | undefined): string | undefined =>
    units === undefined ? undefined : scaled(units, scale, bits);
  if (source === "float") {
    return (value) => {
      const rounded = roundedUnits(Number(value), scale);
      return rounded === undefined ? undefined : text(decimalUnits(`${rounded}e${-scale}`, precision, scale));
    };
  }
  if (source === "string")
    return (value) => (/\s/.test(String(value)) ? undefined : text(decimalUnits(String(value), precision, scale)));
  if (source !== "int" && source !== "decimal") return undefined;
  // Arrow wants room for every value that the integers' type can hold, whatever the values are.
  if (source === "int" && precision - scale < (INTEGER_DIGITS[from] ?? 20)) return undefined;
  return (value) => text(decimalUnits(String(value), precision, scale));
}

function scaled(units: bigint, scale: number, bits: number): string {
  const words = new Uint32Array(bits / 32);
  const twos = BigInt.asUintN(bits, units);
  for (let word = 0; word < words.length; word++) words[word] = Number((twos >> BigInt(32 * word)) & 0xffffffffn);
  return decimalText(words, scale);
}

/** A double in units of 10^-scale, halves to even. A hundred digits hold every tie there is at these scales. */
function roundedUnits(value: number, scale: number): bigint | undefined {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21 || scale < 0 || scale > 40) return undefined;
  const [whole = "0", fraction = ""] = Math.abs(value).toFixed(100).split(".");
  const kept = BigInt(whole + fraction.slice(0, scale));
  const rest = fraction.slice(scale);
  const half = `5${"0".repeat(rest.length - 1)}`;
  const up = rest > half || (rest === half && kept % 2n === 1n);
  const units = up ? kept + 1n : kept;
  return value < 0 ? -units : units;
}

function parseBoolean(value: Stored): boolean | undefined {
  const text = String(value).toLowerCase();
  if (text === "true" || text === "1") return true;
  return text === "false" || text === "0" ? false : undefined;
}

function toTime(from: DType, source: Kind, to: DType, target: Kind): ScalarCast | undefined {
  const store = (value: bigint): Stored | undefined => {
    const bits = to === "date32" || to.startsWith("time32") ? 32 : 64;
    if (BigInt.asIntN(bits, value) !== value) return undefined;
    return bits === 64 ? value : Number(value);
  };
  const count = (value: Stored): bigint => BigInt(value as number | bigint);
  if (source === "int") {
    const width = to === "date32" || to.startsWith("time32") ? "int32" : "int64";
    // Arrow takes integers of any width for timestamps through int64, and only those of their own width for the others.
    return from === width ? (value) => store(count(value)) : undefined;
  }
  if (source === "string")
    return target === "timestamp" || target === "date" ? (value) => parseInstant(String(value), to) : undefined;
  const zoned = /tz=(?!UTC\])/.test(from);
  const fromDay = unitsPerDay(from);
  const toDay = unitsPerDay(to);
  if (fromDay === undefined || toDay === undefined) return undefined;
  const exact = (value: Stored): Stored | undefined => {
    const units = count(value) * toDay;
    return units % fromDay === 0n ? store(units / fromDay) : undefined;
  };
  if (source === target || (source === "date" && target === "timestamp")) return exact;
  // The day and the time of day depend on the zone, whose rules Arrow's memory does not have.
  if (source !== "timestamp" || zoned) return undefined;
  if (target === "date") {
    const perDate = toDay;
    return (value) => store(floorDivide(count(value), fromDay) * perDate);
  }
  if (target !== "time") return undefined;
  return (value) => {
    const rest = count(value) - floorDivide(count(value), fromDay) * fromDay;
    return (rest * toDay) % fromDay === 0n ? store((rest * toDay) / fromDay) : undefined;
  };
}

function unitsPerDay(dtype: DType): bigint | undefined {
  if (dtype === "date32") return 1n;
  if (dtype === "date64") return UNITS_PER_DAY.ms;
  const unit = timeUnitOf(dtype);
  return unit === undefined ? undefined : UNITS_PER_DAY[unit];
}

function floorDivide(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor;
  return value % divisor < 0n ? quotient - 1n : quotient;
}
