/** @file Copying many short texts at once, which is most of what reading a file of cells is. */

/** From this many bytes on, setting up views for the engine's own copy pays. */
const LONG = 192;

/** Where each of some cells is in a block; one that ends before it starts is missing. */
export interface CellPlaces {
  starts: Int32Array;
  ends: Int32Array;
}

/** How many bytes the cells `first` up to but without `last` have. */
export function sizeOfCells({ starts, ends }: CellPlaces, first: number, last: number): number {
  let size = 0;
  for (let cell = first; cell < last; cell++) size += Math.max(0, (ends[cell] ?? 0) - (starts[cell] ?? 0));
  return size;
}

/**
 * Copies these cells of a block to `bytes`, one after the other from `to` on, and writes where each ends to `offsets` from `place` on.
 * Gives how many are missing.
 *
 * Four bytes at a time: a loop over single bytes takes three times as long, and a view for each cell longer still.
 */
export function copyCells(
  block: Uint8Array,
  { starts, ends }: CellPlaces,
  first: number,
  last: number,
  bytes: Uint8Array,
  to: number,
  offsets: Int32Array,
  place: number,
): number {
  const source = new DataView(block.buffer, block.byteOffset, block.length);
  const target = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let end = to;
  let missing = 0;
  for (let cell = first; cell < last; cell++) {
    const start = starts[cell] ?? 0;
    const size = (ends[cell] ?? 0) - start;
    if (size >= LONG) bytes.set(block.subarray(start, start + size), end);
    else if (size >= 4) {
      const lastWord = size - 4;
      for (let at = 0; at < lastWord; at += 4) target.setUint32(end + at, source.getUint32(start + at, true), true);
      // The last four bytes, some of them perhaps a second time.
      target.setUint32(end + lastWord, source.getUint32(start + lastWord, true), true);
    } else for (let at = 0; at < size; at++) bytes[end + at] = block[start + at] ?? 0;
    if (size >= 0) end += size;
    else missing++;
    offsets[place + cell - first] = end;
  }
  return missing;
}
