/** @file Numbers as they are written in files: what kind a text is, and its value, without making a string of it. */

/** Kinds of cells, as bits, so that one number tells everything that occurred in a column. */
export const KIND = {
  natural: 1,
  negative: 2,
  beyondInt64: 4,
  beyondUint64: 8,
  float: 16,
  bool: 32,
  text: 64,
  missing: 128,
} as const;

/** No number is written in more characters than this. */
const LONGEST_NUMBER = 400;
const BOOL = /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/;
const INFINITE = /^[\t\n\f\r ]*[+-]?inf(?:inity)?[\t\n\f\r ]*$/i;
const DECIMAL = /^[\t\n\f\r ]*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[\t\n\f\r ]*$/;
const INTEGER = /^[\t\n\f\r ]*[+-]?\d+[\t\n\f\r ]*$/;

const POWERS: readonly number[] = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));

/** Bytes as a string; each byte one character, which is right for what numbers are written with. */
export function asciiText(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let index = start; index < end; index++) text += String.fromCharCode(bytes[index] ?? 0);
  return text;
}

/** The kind of a cell by the rules of pandas. */
export function kindOf(bytes: Uint8Array, start: number, end: number): number {
  const size = end - start;
  if (size > LONGEST_NUMBER || size === 0) return KIND.text;
  const first = bytes[start] ?? 0;
  // Everything that is a number but infinities begins with a character below the colon.
  if (first >= 58) {
    if (size <= 5 && BOOL.test(asciiText(bytes, start, end))) return KIND.bool;
    if ((first | 32) === 105 && size <= 20 && INFINITE.test(asciiText(bytes, start, end))) return KIND.float;
    return KIND.text;
  }
  let at = start;
  if (first === 45 || first === 43) at++;
  let digits = 0;
  let points = 0;
  for (; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 48 && byte <= 57) digits++;
    else if (byte === 46 && points === 0) points++;
    else return kindOfText(asciiText(bytes, start, end));
  }
  if (digits === 0) return KIND.text;
  if (points > 0) return digits <= 300 ? KIND.float : kindOfText(asciiText(bytes, start, end));
  if (digits > 18) return kindOfText(asciiText(bytes, start, end));
  return first === 45 && integerOf(bytes, start, end) !== 0 ? KIND.negative : KIND.natural;
}

function kindOfText(text: string): number {
  if (INTEGER.test(text)) {
    const value = BigInt(text.trim().replace(/^\+/, ""));
    if (BigInt.asIntN(64, value) === value) return value < 0n ? KIND.negative : KIND.natural;
    return value > 0n && BigInt.asUintN(64, value) === value ? KIND.beyondInt64 : KIND.beyondUint64;
  }
  if (DECIMAL.test(text)) return Number.isFinite(Number(text)) ? KIND.float : KIND.text;
  return INFINITE.test(text) ? KIND.float : KIND.text;
}

/** A whole number of at most 18 digits, as far as a double can hold it; NaN where it is written in another way. */
export function integerOf(bytes: Uint8Array, start: number, end: number): number {
  const first = bytes[start] ?? 0;
  let at = first === 45 || first === 43 ? start + 1 : start;
  if (end - at > 18 || end === at) return Number.NaN;
  let value = 0;
  for (; at < end; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return first === 45 ? -value : value;
}

/** The number that a text means, correctly rounded; the text must be of a numeric kind. */
export function floatOf(bytes: Uint8Array, start: number, end: number): number {
  const first = bytes[start] ?? 0;
  let at = first === 45 || first === 43 ? start + 1 : start;
  let value = 0;
  let digits = 0;
  let fraction = -1;
  for (; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 46 && fraction < 0) {
      fraction = 0;
      continue;
    }
    if (byte < 48 || byte > 57) break;
    value = value * 10 + (byte - 48);
    digits++;
    if (fraction >= 0) fraction++;
  }
  // Up to 15 digits are exact in a double, and so are these powers of ten: one division rounds once, which is correct.
  const power = POWERS[Math.max(0, fraction)];
  if (at === end && digits > 0 && digits <= 15 && power !== undefined) {
    const exact = value / power;
    return first === 45 ? -exact : exact;
  }
  const text = asciiText(bytes, start, end);
  if (INFINITE.test(text)) return text.includes("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return DECIMAL.test(text) ? Number(text) : Number.NaN;
}

/** A whole number of any size, or undefined where the text is none. */
export function bigIntOf(bytes: Uint8Array, start: number, end: number): bigint | undefined {
  if (end - start > LONGEST_NUMBER) return undefined;
  const text = asciiText(bytes, start, end);
  return INTEGER.test(text) ? BigInt(text.trim().replace(/^\+/, "")) : undefined;
}
