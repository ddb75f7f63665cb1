/** @file The cells of a column as strings. */
import type { CellChunk } from "./cell-store";

/** Each cell's text in order, null for a missing one. */
export function* cellTexts(chunks: readonly CellChunk[]): Generator<string | null> {
  for (const { bytes, offsets, validity, length } of chunks) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let row = 0; row < length; row++) {
      const isPresent = ((validity[row >> 3] ?? 0) & (1 << (row & 7))) !== 0;
      yield isPresent ? buffer.toString("utf8", offsets[row], offsets[row + 1]) : null;
    }
  }
}
