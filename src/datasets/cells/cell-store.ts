/** @file The cells of one column as they stand in a file: their bytes one after the other, in Arrow's own layout for texts. */

import { type CellPlaces, copyCells, sizeOfCells } from "./copy-cells";

/** A chunk is closed at this many rows or bytes: large enough that few are needed, small enough that growing is cheap. */
const CHUNK_ROWS = 1 << 18;
const CHUNK_BYTES = 1 << 24;
/** Memory that is touched for the first time costs more than what is done with it; room that is never used costs nothing. */
const GROWTH = 4;

/** Cells that follow each other: `bytes.subarray(offsets[i], offsets[i + 1])` is the cell of row `i`. */
export interface CellChunk {
  /** How many cells. */
  length: number;
  /** All cells' bytes. */
  bytes: Uint8Array;
  /** Where each cell begins; one more than there are cells. */
  offsets: Int32Array;
  /** One bit a cell: 1 where there is a value. */
  validity: Uint8Array;
  /** How many cells are missing. */
  nulls: number;
}

/** Takes the cells of one column in order. Types come later, when all cells are known. */
export class CellStore {
  /** What kinds of values came, as bits; the reader of the format says which bit means what. */
  kinds = 0;
  #chunks: CellChunk[] = [];
  #chunk: CellChunk = newChunk(0, 0);
  #byteCount = 0;
  #closedRows = 0;

  /** How many cells there are. */
  get length(): number {
    return this.#closedRows + this.#chunk.length;
  }

  /** Adds a copy of `block[start..end)`. */
  append(block: Uint8Array, start: number, end: number): void {
    const size = end - start;
    this.#makeRoom(1, size);
    const chunk = this.#chunk;
    const { bytes } = chunk;
    let to = this.#byteCount;
    // Setting up a view costs more than copying a short text byte by byte.
    if (size < 48) for (let from = start; from < end; from++) bytes[to++] = block[from] ?? 0;
    else {
      bytes.set(block.subarray(start, end), to);
      to += size;
    }
    this.#byteCount = to;
    const row = chunk.length++;
    chunk.validity[row >> 3] = (chunk.validity[row >> 3] ?? 0) | (1 << (row & 7));
    chunk.offsets[row + 1] = to;
  }

  /** Adds copies of a block's cells at the places `first` up to but without `last`; `last - first` must be small. */
  appendCells(block: Uint8Array, places: CellPlaces, first: number, last: number): void {
    const size = sizeOfCells(places, first, last);
    this.#makeRoom(last - first, size);
    const chunk = this.#chunk;
    const row = chunk.length;
    const missing = copyCells(block, places, first, last, chunk.bytes, this.#byteCount, chunk.offsets, row + 1);
    setBits(chunk.validity, row, row + last - first);
    chunk.nulls += missing;
    if (missing > 0) {
      for (let cell = first, bit = row; cell < last; cell++, bit++) {
        if ((places.ends[cell] ?? 0) >= (places.starts[cell] ?? 0)) continue;
        chunk.validity[bit >> 3] = (chunk.validity[bit >> 3] ?? 0) & ~(1 << (bit & 7));
      }
    }
    chunk.length += last - first;
    this.#byteCount += size;
  }

  /** Adds a missing cell. */
  appendNull(): void {
    this.#makeRoom(1, 0);
    const row = this.#chunk.length++;
    this.#chunk.nulls++;
    this.#chunk.offsets[row + 1] = this.#byteCount;
  }

  /** Adds missing cells until there are `rows`. */
  padTo(rows: number): void {
    while (this.length < rows) this.appendNull();
  }

  /** Gives all cells and forgets them; {@link kinds} stay. */
  take(): CellChunk[] {
    if (this.#chunk.length > 0 || this.#chunks.length === 0) this.#close();
    const chunks = this.#chunks;
    this.#chunks = [];
    this.#closedRows = 0;
    return chunks;
  }

  #makeRoom(rows: number, size: number): void {
    let chunk = this.#chunk;
    if (chunk.length + rows > CHUNK_ROWS || (this.#byteCount > 0 && this.#byteCount + size > CHUNK_BYTES)) {
      this.#close();
      chunk = this.#chunk;
    }
    if (chunk.length + rows > chunk.offsets.length - 1) {
      const room = Math.min(CHUNK_ROWS, Math.max(1024, chunk.length + rows, (chunk.offsets.length - 1) * GROWTH));
      const offsets = new Int32Array(room + 1);
      offsets.set(chunk.offsets);
      const validity = new Uint8Array(Math.ceil(room / 8));
      validity.set(chunk.validity);
      chunk.offsets = offsets;
      chunk.validity = validity;
    }
    if (this.#byteCount + size > chunk.bytes.length) {
      const room = Math.min(CHUNK_BYTES, Math.max(4096, chunk.bytes.length * GROWTH));
      const bytes = new Uint8Array(Math.max(this.#byteCount + size, room));
      bytes.set(chunk.bytes.subarray(0, this.#byteCount));
      chunk.bytes = bytes;
    }
  }

  #close(): void {
    const chunk = this.#chunk;
    this.#closedRows += chunk.length;
    // Views, not copies: the unused rest of a large buffer was never touched and so takes no memory.
    chunk.bytes = chunk.bytes.subarray(0, this.#byteCount);
    chunk.offsets = chunk.offsets.subarray(0, chunk.length + 1);
    chunk.validity = chunk.validity.subarray(0, Math.ceil(chunk.length / 8));
    this.#chunks.push(chunk);
    // The next chunk will probably need as much room.
    const isFull = chunk.length >= CHUNK_ROWS / 2 || this.#byteCount >= CHUNK_BYTES / 2;
    this.#chunk = isFull ? newChunk(chunk.length, Math.min(CHUNK_BYTES, this.#byteCount * 1.05)) : newChunk(0, 0);
    this.#byteCount = 0;
  }
}

function newChunk(rows: number, bytes: number): CellChunk {
  return {
    length: 0,
    bytes: new Uint8Array(Math.ceil(bytes)),
    offsets: new Int32Array(rows + 1),
    validity: new Uint8Array(Math.ceil(rows / 8)),
    nulls: 0,
  };
}

/** Sets the bits from `first` up to but without `last`. */
function setBits(bits: Uint8Array, first: number, last: number): void {
  let bit = first;
  for (; bit < last && (bit & 7) !== 0; bit++) bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7));
  bits.fill(255, bit >> 3, Math.max(bit, last) >> 3);
  for (bit = Math.max(bit, last & ~7); bit < last; bit++) bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7));
}
