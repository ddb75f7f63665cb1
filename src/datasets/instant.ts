/** @file Dates, times and timestamps between counts of their unit and texts, as Arrow writes and reads them. */
import { type DType, type TimeUnit, timeUnitOf } from "./value";

/** How many of a unit a day has. */
export const UNITS_PER_DAY: Readonly<Record<TimeUnit, bigint>> = {
  s: 86_400n,
  ms: 86_400_000n,
  us: 86_400_000_000n,
  ns: 86_400_000_000_000n,
};
const DIGITS: Readonly<Record<TimeUnit, number>> = { s: 0, ms: 3, us: 6, ns: 9 };
const DAY = 86_400_000;

/**
 * A function that writes counts of a date's, a time's or a timestamp's unit: `2020-01-02 03:04:05.678`.
 *
 * Undefined for other types, and for timestamps of a zone other than UTC, whose rules are not known here.
 */
export function instantText(dtype: DType): ((value: unknown) => string | undefined) | undefined {
  if (dtype === "date32") return (value) => dateText(BigInt(value as number));
  if (dtype === "date64") return (value) => dateText(BigInt(value as bigint) / UNITS_PER_DAY.ms);
  const unit = timeUnitOf(dtype);
  if (unit === undefined || dtype.startsWith("duration")) return undefined;
  const perDay = UNITS_PER_DAY[unit];
  if (dtype.startsWith("time3") || dtype.startsWith("time6"))
    return (value) => clockText(BigInt(value as bigint), unit);
  const [, zone] = /tz=(.+)\]$/.exec(dtype) ?? [];
  if (zone !== undefined && zone !== "UTC") return undefined;
  return (value) => {
    const count = BigInt(value as bigint);
    const rest = ((count % perDay) + perDay) % perDay;
    const date = dateText((count - rest) / perDay);
    return date === undefined ? undefined : `${date} ${clockText(rest, unit)}${zone === undefined ? "" : "Z"}`;
  };
}

function dateText(days: bigint): string | undefined {
  const date = new Date(Number(days) * DAY);
  if (Number.isNaN(date.getTime())) return undefined;
  const [text = ""] = date.toISOString().split("T");
  // Years beyond 9999 have a sign and six digits in JavaScript.
  return text.replace(/^\+0*/, "").replace(/^-0+(?=[0-9]{4}-)/, "-");
}

function clockText(count: bigint, unit: TimeUnit): string {
  const perSecond = UNITS_PER_DAY[unit] / 86_400n;
  const seconds = Number(count / perSecond);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const fraction = DIGITS[unit] === 0 ? "" : `.${String(count % perSecond).padStart(DIGITS[unit], "0")}`;
  return parts.map((part) => String(part).padStart(2, "0")).join(":") + fraction;
}

const INSTANT =
  /^([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[ T]([0-9]{2})(?::([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,9}))?)?)?(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?$/;

/** A text as a count of a date's or timestamp's unit; undefined where it is none, or says more than the unit can hold. */
export function parseInstant(text: string, dtype: DType): number | bigint | undefined {
  const match = INSTANT.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute = "0", second = "0", fraction = "", zone] = match;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const check = new Date(midnight);
  // Date.UTC takes years below 100 for those of the twentieth century, and turns over days that do not exist.
  if (Number(year) < 100) check.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (check.getUTCMonth() !== Number(month) - 1 || check.getUTCDate() !== Number(day)) return undefined;
  const days = check.getTime() / DAY;
  if (dtype === "date32" || dtype === "date64") {
    if (hour !== undefined) return undefined;
    return dtype === "date32" ? days : BigInt(days) * UNITS_PER_DAY.ms;
  }
  if (Number(hour ?? 0) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const isZoned = dtype.includes("tz=");
  if (isZoned !== (zone !== undefined)) return undefined;
  const unit = timeUnitOf(dtype) ?? "ms";
  if (fraction.length > DIGITS[unit]) return undefined;
  const perSecond = UNITS_PER_DAY[unit] / 86_400n;
  const seconds = Number(hour ?? 0) * 3600 + Number(minute) * 60 + Number(second) - zoneSeconds(zone);
  const part = fraction === "" ? 0n : BigInt(fraction.padEnd(DIGITS[unit], "0"));
  const count = BigInt(days) * UNITS_PER_DAY[unit] + BigInt(seconds) * perSecond + part;
  return BigInt.asIntN(64, count) === count ? count : undefined;
}

function zoneSeconds(zone: string | undefined): number {
  if (zone === undefined || zone === "Z") return 0;
  const sign = zone.startsWith("-") ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 3600 + Number(zone.slice(3).replace(":", "") || "0") * 60);
}
