/** @file Whole chunks of cells that are numbers, in one plain loop for each type: these are most cells of most files. */
import type { CellChunk } from "./cell-store";
import { bigIntOf, floatOf } from "./number-text";

const ZERO = 48;
const MINUS = 45;
const POINT = 46;
/** So many digits a double holds exactly. */
const EXACT_DIGITS = 15;
const POWERS: Float64Array = Float64Array.from({ length: EXACT_DIGITS + 1 }, (_, power) => Number(`1e${power}`));

/** Writes each cell's number to `values`; gives the first row whose cell is none, or -1. Missing cells are left out. */
export function fillFloats({ bytes, offsets, validity, nulls, length }: CellChunk, values: Float64Array): number {
  for (let row = 0; row < length; row++) {
    if (nulls > 0 && ((validity[row >> 3] ?? 0) & (1 << (row & 7))) === 0) continue;
    const start = offsets[row] ?? 0;
    const end = offsets[row + 1] ?? 0;
    const isNegative = start < end && bytes[start] === MINUS;
    let at = isNegative ? start + 1 : start;
    let value = 0;
    let point = -1;
    let digits = 0;
    for (; at < end; at++) {
      const digit = (bytes[at] ?? 0) - ZERO;
      if (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
        digits++;
      } else if (digit === POINT - ZERO && point < 0) point = at;
      else break;
    }
    if (at === end && digits > 0 && digits <= EXACT_DIGITS) {
      // Both are exact in a double, so that the division rounds once, which is correct.
      const exact = point < 0 ? value : value / (POWERS[end - point - 1] ?? 1);
      values[row] = isNegative ? -exact : exact;
    } else {
      const number = floatOf(bytes, start, end);
      // A number beyond the type's range would silently become an infinity; only an infinity that is written is one.
      if (Number.isNaN(number) || (!Number.isFinite(number) && !hasLetterI(bytes, start, end))) return row;
      values[row] = number;
    }
  }
  return -1;
}

/**
 * Writes each cell's number to `values`; gives the first row whose cell is none, or beyond the type, or -1.
 * Missing cells are left out.
 */
export function fillWideIntegers(
  { bytes, offsets, validity, nulls, length }: CellChunk,
  values: BigInt64Array | BigUint64Array,
): number {
  const isSigned = values instanceof BigInt64Array;
  // Two halves of 32 bits each: a bigint for every value would cost ten times as much. Arrow's own order is little-endian.
  const halves = new Int32Array(values.buffer, values.byteOffset, values.length * 2);
  for (let row = 0; row < length; row++) {
    if (nulls > 0 && ((validity[row >> 3] ?? 0) & (1 << (row & 7))) === 0) continue;
    const start = offsets[row] ?? 0;
    const end = offsets[row + 1] ?? 0;
    const isNegative = start < end && bytes[start] === MINUS;
    const first = isNegative ? start + 1 : start;
    let at = first;
    let value = 0;
    for (; at < end; at++) {
      const digit = (bytes[at] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (at === end && at > first && at - first <= EXACT_DIGITS && (isSigned || !isNegative)) {
      const whole = isNegative ? -value : value;
      const high = Math.floor(whole / 2 ** 32);
      halves[2 * row] = whole - high * 2 ** 32;
      halves[2 * row + 1] = high;
    } else {
      const whole = bigIntOf(bytes, start, end);
      if (whole === undefined) return row;
      values[row] = whole;
      if (values[row] !== whole) return row;
    }
  }
  return -1;
}

function hasLetterI(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (((bytes[at] ?? 0) | 32) === 105) return true;
  return false;
}
