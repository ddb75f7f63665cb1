/** @file Dates and times as ISO 8601 writes them. */

const ISO =
  /^\s*([+-]?\d{4,6})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?\s*$/;
const PER_SECOND: Readonly<Record<string, bigint>> = { s: 1n, ms: 1_000n, us: 1_000_000n, ns: 1_000_000_000n };

/**
 * How many units ("s", "ms", "us" or "ns") after 1970 in UTC a text names; undefined where it is no date.
 *
 * Without an offset the time is taken as UTC. Digits finer than the unit are cut off.
 */
export function instantOf(text: string, unit: string): bigint | undefined {
  const found = ISO.exec(text);
  if (found === null) return undefined;
  const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = "", offset = "Z"] = found;
  const numbers = [hour, minute, second].map(Number);
  if ((numbers[0] ?? 0) > 23 || (numbers[1] ?? 0) > 59 || (numbers[2] ?? 0) > 59) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  // A day that the month does not have rolls over; then the text named no day.
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return undefined;
  date.setUTCHours(numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 0);
  const shift = offset === "Z" ? 0 : offsetSeconds(offset);
  const perSecond = PER_SECOND[unit] ?? 1n;
  const nanoseconds = BigInt(fraction.padEnd(9, "0"));
  return BigInt(date.getTime() / 1000 - shift) * perSecond + (nanoseconds * perSecond) / 1_000_000_000n;
}

function offsetSeconds(offset: string): number {
  const digits = offset.slice(1).replace(":", "").padEnd(4, "0");
  const seconds = Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2)) * 60;
  return offset.startsWith("-") ? -seconds : seconds;
}
