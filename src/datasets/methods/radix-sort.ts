/** @file A stable sort by 64-bit keys in passes of 16 bits: a million rows need a few walks and no comparisons. */

/** A key a row, as two words: rows are in the order of their keys. */
interface SortKeys {
  high: Uint32Array;
  low: Uint32Array;
}

/** Below this many rows, comparing is faster than counting. */
const FEW = 2_000;

/** Rows in the order of their values, which are numbers, booleans or Dates; equal ones keep their order. */
export function sortByNumbers(rows: Uint32Array, values: readonly unknown[], reverse: boolean): Uint32Array {
  const numbers = new Float64Array(values.length);
  // Adding zero makes -0 and 0 the same key, as they are the same number.
  for (const row of rows) numbers[row] = Number(values[row]) + 0;
  const sign = reverse ? -1 : 1;
  if (rows.length < FEW) {
    return rows.slice().sort((left, right) => {
      const [a, b] = [numbers[left] ?? 0, numbers[right] ?? 0];
      return a < b ? -sign : a > b ? sign : 0;
    });
  }
  const words = new Uint32Array(numbers.buffer);
  const keys = newKeys(values.length);
  for (const row of rows) {
    const [low, high] = [words[2 * row] ?? 0, words[2 * row + 1] ?? 0];
    // A double's bits are in order once the sign is turned over, and of negative ones all other bits too.
    keys.high[row] = high & 0x8000_0000 ? ~high : high | 0x8000_0000;
    keys.low[row] = high & 0x8000_0000 ? ~low : low;
  }
  return radixSort(rows, keys, reverse);
}

/** Rows in the order of their texts' UTF-8 bytes; equal ones keep their order. */
export function sortByTexts(rows: Uint32Array, values: readonly unknown[], reverse: boolean): Uint32Array {
  return sortTexts(rows, values as readonly string[], reverse, newKeys(values.length), 0);
}

/** Sorts by four characters behind those that all texts share, at least `known` ones, then each group of still equal ones. */
function sortTexts(
  rows: Uint32Array,
  texts: readonly string[],
  reverse: boolean,
  keys: SortKeys,
  known: number,
): Uint32Array {
  const sign = reverse ? -1 : 1;
  if (rows.length < FEW) {
    return rows.slice().sort((left, right) => sign * compareTexts(texts[left] ?? "", texts[right] ?? "", known));
  }
  const shared = sharedLength(rows, texts, known);
  if (shared === undefined) return rows;
  for (const row of rows) {
    const text = texts[row] ?? "";
    keys.high[row] = ((unitAt(text, shared) << 16) | unitAt(text, shared + 1)) >>> 0;
    keys.low[row] = ((unitAt(text, shared + 2) << 16) | unitAt(text, shared + 3)) >>> 0;
  }
  const sorted = radixSort(rows, keys, reverse);
  const groups: [start: number, end: number][] = [];
  for (let start = 0; start < sorted.length; ) {
    const end = endOfGroup(sorted, keys, start);
    if (end - start > 1) groups.push([start, end]);
    start = end;
  }
  // Texts that differ only in how many NUL characters end them have one key, however far it reaches.
  if (groups[0]?.[1] === sorted.length && groups[0][0] === 0) {
    return sorted.sort((left, right) => sign * compareTexts(texts[left] ?? "", texts[right] ?? "", known));
  }
  // The groups are known before the first is sorted, since that uses the same memory for its keys.
  for (const [start, end] of groups) {
    sorted.set(sortTexts(sorted.subarray(start, end), texts, reverse, keys, shared + 4), start);
  }
  return sorted;
}

/** How many characters the texts begin with in common; undefined where they are all the same text. */
function sharedLength(rows: Uint32Array, texts: readonly string[], known: number): number | undefined {
  const first = texts[rows[0] ?? 0] ?? "";
  let shared = first.length;
  let isOne = true;
  for (const row of rows) {
    const text = texts[row] ?? "";
    if (text === first) continue;
    isOne = false;
    const most = Math.min(shared, text.length);
    let length = Math.min(known, most);
    while (length < most && text.charCodeAt(length) === first.charCodeAt(length)) length++;
    shared = length;
  }
  return isOne ? undefined : shared;
}

function endOfGroup(rows: Uint32Array, { high, low }: SortKeys, start: number): number {
  const row = rows[start] ?? 0;
  let end = start + 1;
  while (end < rows.length && high[rows[end] ?? 0] === high[row] && low[rows[end] ?? 0] === low[row]) end++;
  return end;
}

function radixSort(rows: Uint32Array, { high, low }: SortKeys, reverse: boolean): Uint32Array {
  let from = rows.slice();
  let to = new Uint32Array(rows.length);
  const passes = [
    [low, 0],
    [low, 16],
    [high, 0],
    [high, 16],
  ] as const;
  for (const [key, shift] of passes) if (countingPass(from, to, key, shift, reverse)) [from, to] = [to, from];
  return from;
}

/** One stable pass over 16 bits; false where all rows have the same ones and nothing was moved. */
function countingPass(from: Uint32Array, to: Uint32Array, key: Uint32Array, shift: number, reverse: boolean): boolean {
  const starts = new Uint32Array(0x10000);
  const turned = reverse ? 0xffff : 0;
  for (const row of from) {
    const digit = (((key[row] ?? 0) >>> shift) & 0xffff) ^ turned;
    starts[digit] = (starts[digit] ?? 0) + 1;
  }
  let sum = 0;
  for (let digit = 0; digit < starts.length; digit++) {
    const count = starts[digit] ?? 0;
    if (count === from.length) return false;
    starts[digit] = sum;
    sum += count;
  }
  for (const row of from) {
    const digit = (((key[row] ?? 0) >>> shift) & 0xffff) ^ turned;
    const place = starts[digit] ?? 0;
    to[place] = row;
    starts[digit] = place + 1;
  }
  return true;
}

function newKeys(length: number): SortKeys {
  return { high: new Uint32Array(length), low: new Uint32Array(length) };
}

/** The order of two texts whose first `known` characters are the same, an end being one too. */
function compareTexts(left: string, right: string, known: number): number {
  const length = Math.min(left.length, right.length);
  for (let index = known; index < length; index++) {
    const difference = unitAt(left, index) - unitAt(right, index);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/**
 * A character as a number in the order of UTF-8; 0 behind the end.
 *
 * UTF-16 writes characters beyond the basic plane in units from D800 to DFFF, below E000 to FFFF, which come before them in UTF-8.
 */
function unitAt(text: string, index: number): number {
  if (index >= text.length) return 0;
  const unit = text.charCodeAt(index);
  if (unit < 0xd800) return unit;
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}
