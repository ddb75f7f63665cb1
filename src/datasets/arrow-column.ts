/** @file A column in Apache Arrow's memory, read as JavaScript values. */
import type * as arrow from "apache-arrow";
import { chunkReaders, type Reader } from "./arrow-reader";
import type { Cell, Column } from "./column";
import type { Feature } from "./feature";

/**
 * A column over an Arrow vector, whose type must be the one that stores the feature.
 *
 * 64-bit integers come out as numbers where every one of the column is safe (up to 2^53 - 1), else all as bigints, so that a
 * column never mixes the two. Dates and timestamps come out as Date, which holds milliseconds; lists as arrays, structs as objects.
 */
export class ArrowColumn implements Column {
  readonly feature: Feature;
  /** The values in Arrow's layout. */
  readonly vector: arrow.Vector;
  #read: Reader | undefined;

  constructor(vector: arrow.Vector, feature: Feature) {
    this.vector = vector;
    this.feature = feature;
  }

  get length(): number {
    return this.vector.length;
  }

  get nullCount(): number {
    return this.vector.nullCount;
  }

  get(index: number): Cell {
    this.#read ??= readerOf(this.vector, this.feature);
    return this.#read(index);
  }
}

function readerOf(vector: arrow.Vector, feature: Feature): Reader {
  const chunks = vector.data.filter((chunk) => chunk.length > 0);
  const readers = chunkReaders(chunks, feature);
  const [only] = readers;
  if (readers.length <= 1) return only ?? (() => null);
  const starts: number[] = [];
  let start = 0;
  for (const chunk of chunks) {
    starts.push(start);
    start += chunk.length;
  }
  // Most reads go on where the last one was.
  let current = 0;
  return (index) => {
    if (index < (starts[current] ?? 0) || index >= (starts[current + 1] ?? start)) current = chunkAt(starts, index);
    return readers[current]?.(index - (starts[current] ?? 0)) ?? null;
  };
}

/** The last chunk that starts at or before a row. */
function chunkAt(starts: readonly number[], row: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}
