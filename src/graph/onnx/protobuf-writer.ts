/** @file A writer of protobuf's wire format: fields are gathered with their sizes, then written into one buffer. */

/** Bytes that are placed in a message now and read when the message is written out. */
export interface LateBytes {
  readonly byteLength: number;
  read(): Uint8Array | Promise<Uint8Array>;
}

interface Field {
  readonly key: number;
  readonly size: number;
  readonly value: number | bigint | Uint8Array | ProtobufMessage | LateBytes;
}

const VARINT = 0;
const LENGTH_DELIMITED = 2;
const FIXED32 = 5;
const UTF8: TextEncoder = new TextEncoder();

/**
 * One protobuf message. Fields are written in the order in which they are added.
 *
 * A message that was added to another must not be given more fields: its size is counted when it is added.
 * Wire format: https://protobuf.dev/programming-guides/encoding
 *
 * @example
 * ```ts
 * new ProtobufMessage().integer(1, 150).encode(); // Uint8Array(3) [ 8, 150, 1 ]
 * ```
 */
export class ProtobufMessage {
  readonly #fields: Field[] = [];
  #size = 0;
  #lateSize = 0;

  /** The message's length in bytes, late bytes included. */
  get size(): number {
    return this.#size;
  }

  /** An int32, int64, enum or bool: negative numbers take ten bytes, as in two's complement of 64 bits. */
  integer(field: number, value: number | bigint): this {
    return this.#add((field << 3) | VARINT, varintSize(value), value);
  }

  /** A float: four bytes. */
  float(field: number, value: number): this {
    return this.#add((field << 3) | FIXED32, 4, value);
  }

  /** A string, as UTF-8. */
  text(field: number, value: string): this {
    return this.bytes(field, UTF8.encode(value));
  }

  /** Bytes; an array is kept by reference and copied when the message is encoded. */
  bytes(field: number, value: Uint8Array | LateBytes): this {
    if (!(value instanceof Uint8Array)) this.#lateSize += value.byteLength;
    const size = varintSize(value.byteLength) + value.byteLength;
    return this.#add((field << 3) | LENGTH_DELIMITED, size, value);
  }

  /** A message within this one. */
  message(field: number, value: ProtobufMessage): this {
    this.#lateSize += value.#lateSize;
    return this.#add((field << 3) | LENGTH_DELIMITED, varintSize(value.#size) + value.#size, value);
  }

  /** The message in one new array of exactly {@link size} bytes. Throws a RangeError where it holds late bytes. */
  encode(): Uint8Array<ArrayBuffer> {
    const [bytes, ...rest] = this.parts();
    if (!(bytes instanceof Uint8Array) || rest.length > 0) {
      throw new RangeError("ProtobufMessage.encode: the message holds late bytes. Write its parts instead.");
    }
    return bytes;
  }

  /** The message as arrays and late bytes, in their order; all arrays are views of one allocation. */
  parts(): (Uint8Array<ArrayBuffer> | LateBytes)[] {
    const output = new Output(this.#size - this.#lateSize);
    this.#writeTo(output);
    return output.finish();
  }

  #add(key: number, size: number, value: Field["value"]): this {
    this.#fields.push({ key, size, value });
    this.#size += varintSize(key) + size;
    return this;
  }

  #writeTo(output: Output): void {
    for (const { key, value } of this.#fields) {
      output.varint(key);
      if (typeof value === "bigint") output.varint(value);
      else if (typeof value === "number") {
        if ((key & 7) === FIXED32) output.float(value);
        else output.varint(value);
      } else if (value instanceof ProtobufMessage) {
        output.varint(value.#size);
        value.#writeTo(output);
      } else {
        output.varint(value.byteLength);
        output.bytes(value);
      }
    }
  }
}

/** The number of bytes of a varint: seven bits in each. */
function varintSize(value: number | bigint): number {
  if (value < 0) return 10;
  let size = 1;
  if (typeof value === "bigint") {
    for (let rest = value >> 7n; rest > 0n; rest >>= 7n) size++;
  } else {
    for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) size++;
  }
  return size;
}

/** One array of known length that is filled from its start, and the late bytes that fall between its bytes. */
class Output {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #view: DataView;
  readonly #parts: (Uint8Array<ArrayBuffer> | LateBytes)[] = [];
  #at = 0;
  #cut = 0;

  constructor(size: number) {
    this.#bytes = new Uint8Array(size);
    this.#view = new DataView(this.#bytes.buffer);
  }

  varint(value: number | bigint): void {
    if (typeof value === "number" && value >= 0 && value < 0x80) {
      this.#bytes[this.#at++] = value;
      return;
    }
    if (typeof value === "number" && value >= 0) {
      let rest = value;
      for (; rest >= 0x80; rest = Math.floor(rest / 128)) this.#bytes[this.#at++] = (rest % 128) | 0x80;
      this.#bytes[this.#at++] = rest;
      return;
    }
    let rest = BigInt.asUintN(64, BigInt(value));
    for (; rest >= 0x80n; rest >>= 7n) this.#bytes[this.#at++] = Number(rest & 0x7fn) | 0x80;
    this.#bytes[this.#at++] = Number(rest);
  }

  float(value: number): void {
    this.#view.setFloat32(this.#at, value, true);
    this.#at += 4;
  }

  bytes(value: Uint8Array | LateBytes): void {
    if (value instanceof Uint8Array) {
      this.#bytes.set(value, this.#at);
      this.#at += value.byteLength;
      return;
    }
    this.#parts.push(this.#bytes.subarray(this.#cut, this.#at), value);
    this.#cut = this.#at;
  }

  finish(): (Uint8Array<ArrayBuffer> | LateBytes)[] {
    if (this.#cut < this.#at || this.#parts.length === 0) this.#parts.push(this.#bytes.subarray(this.#cut));
    return this.#parts;
  }
}
