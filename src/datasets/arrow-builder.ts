/** @file Values one after the other into Arrow memory, in chunks that stay below Arrow's own limits. */
import * as arrow from "apache-arrow";
import { ArrowColumn, arrowType } from "./arrow-column";
import type { DType, Value } from "./value";

/** A chunk is closed at this many rows, or at this many bytes of text: offsets into text are 32 bits wide. */
const CHUNK_ROWS = 1 << 20;
const CHUNK_BYTES = 1 << 28;

type Numbers =
  | Int8Array
  | Int16Array
  | Int32Array
  | Uint8Array
  | Uint16Array
  | Uint32Array
  | Float32Array
  | Float64Array
  | BigInt64Array
  | BigUint64Array;

const NUMBERS: Partial<Record<DType, new (length: number) => Numbers>> = {
  int8: Int8Array,
  int16: Int16Array,
  int32: Int32Array,
  int64: BigInt64Array,
  uint8: Uint8Array,
  uint16: Uint16Array,
  uint32: Uint32Array,
  uint64: BigUint64Array,
  float32: Float32Array,
  float64: Float64Array,
  date32: Int32Array,
  "timestamp[s]": BigInt64Array,
  "timestamp[ms]": BigInt64Array,
  "timestamp[us]": BigInt64Array,
  "timestamp[ns]": BigInt64Array,
};

/** Takes the values of one column in order, and gives the column. */
export interface ColumnBuilder {
  /** Adds a number in the unit that Arrow stores (days, or the timestamp's own unit), a bigint for 64-bit types. */
  addNumber(value: number | bigint): void;
  /** Adds a boolean. */
  addBoolean(value: boolean): void;
  /** Adds a text as UTF-8 bytes, which are copied. */
  addBytes(value: Uint8Array): void;
  /** Adds a missing value. */
  addNull(): void;
  /** Ends the column. */
  finish(): ArrowColumn;
}

/** A builder for columns of this type. */
export function columnBuilder(feature: Value): ColumnBuilder {
  return new ChunkedBuilder(feature);
}

class ChunkedBuilder implements ColumnBuilder {
  readonly #feature: Value;
  readonly #chunks: arrow.Data[] = [];
  #length = 0;
  #nulls = 0;
  #validity = new Uint8Array(0);
  #numbers: Numbers | undefined;
  #bits = new Uint8Array(0);
  #offsets = new Int32Array(0);
  #bytes = new Uint8Array(0);
  #byteCount = 0;
  #capacity = 0;

  constructor(feature: Value) {
    this.#feature = feature;
  }

  addNumber(value: number | bigint): void {
    this.#makeRoom(0);
    if (this.#numbers !== undefined) this.#numbers[this.#length] = value;
    this.#endRow(true);
  }

  addBoolean(value: boolean): void {
    this.#makeRoom(0);
    if (value) this.#bits[this.#length >> 3] = (this.#bits[this.#length >> 3] ?? 0) | (1 << (this.#length & 7));
    this.#endRow(true);
  }

  addBytes(value: Uint8Array): void {
    this.#makeRoom(value.length);
    this.#bytes.set(value, this.#byteCount);
    this.#byteCount += value.length;
    this.#endRow(true);
  }

  addNull(): void {
    this.#makeRoom(0);
    this.#endRow(false);
  }

  finish(): ArrowColumn {
    if (this.#chunks.length === 0) this.#makeRoom(0);
    if (this.#length > 0 || this.#chunks.length === 0) this.#closeChunk();
    return new ArrowColumn(new arrow.Vector(this.#chunks), this.#feature);
  }

  #endRow(valid: boolean): void {
    const row = this.#length++;
    if (valid) this.#validity[row >> 3] = (this.#validity[row >> 3] ?? 0) | (1 << (row & 7));
    else this.#nulls++;
    if (this.#feature.dtype === "string") this.#offsets[row + 1] = this.#byteCount;
  }

  #makeRoom(bytes: number): void {
    if (this.#length >= CHUNK_ROWS || (this.#byteCount > 0 && this.#byteCount + bytes > CHUNK_BYTES))
      this.#closeChunk();
    if (this.#length >= this.#capacity) {
      this.#capacity = Math.min(CHUNK_ROWS, Math.max(1024, this.#capacity * 2));
      this.#validity = grown(this.#validity, Uint8Array, this.#capacity / 8);
      const dtype = this.#feature.dtype;
      const Type = NUMBERS[dtype];
      if (Type !== undefined) this.#numbers = grown(this.#numbers, Type, this.#capacity);
      if (dtype === "bool") this.#bits = grown(this.#bits, Uint8Array, this.#capacity / 8);
      if (dtype === "string") this.#offsets = grown(this.#offsets, Int32Array, this.#capacity + 1);
    }
    if (this.#byteCount + bytes > this.#bytes.length) {
      this.#bytes = grown(this.#bytes, Uint8Array, Math.max(this.#byteCount + bytes, this.#bytes.length * 2, 4096));
    }
  }

  #closeChunk(): void {
    const length = this.#length;
    const { dtype } = this.#feature;
    const bitmapBytes = Math.ceil(length / 8);
    const offsets = dtype === "string" ? this.#offsets.slice(0, length + 1) : undefined;
    const nullBitmap = this.#nulls === 0 ? undefined : this.#validity.slice(0, bitmapBytes);
    let values: Numbers | undefined = this.#numbers?.slice(0, length);
    if (dtype === "string") values = this.#bytes.slice(0, this.#byteCount);
    if (dtype === "bool") values = this.#bits.slice(0, bitmapBytes);
    this.#chunks.push(
      new arrow.Data(arrowType(dtype), 0, length, this.#nulls, {
        ...(offsets === undefined ? {} : { [arrow.BufferType.OFFSET]: offsets }),
        ...(values === undefined ? {} : { [arrow.BufferType.DATA]: values }),
        ...(nullBitmap === undefined ? {} : { [arrow.BufferType.VALIDITY]: nullBitmap }),
      }),
    );
    this.#length = 0;
    this.#nulls = 0;
    this.#byteCount = 0;
    this.#capacity = 0;
    this.#validity = new Uint8Array(0);
    this.#numbers = undefined;
    this.#bits = new Uint8Array(0);
    this.#offsets = new Int32Array(0);
  }
}

/** A longer copy of a typed array, or a new one. */
function grown<Items extends Numbers>(
  items: Items | undefined,
  Type: new (length: number) => Items,
  length: number,
): Items {
  const longer = new Type(length);
  // Both are of one type; the compiler cannot know that the union's members do not mix.
  if (items !== undefined) (longer as Uint8Array).set(items as Uint8Array);
  return longer;
}
