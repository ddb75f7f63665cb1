/** @file Growing pieces of Arrow memory: a node for each part of a type, a tree of them for lists and structs. */
import * as arrow from "apache-arrow";
import { grown, type Numbers, type NumbersType, Offsets, rangeOf } from "./arrow-memory";
import { arrowTypeOf } from "./arrow-type";
import { writeWords } from "./decimal";
import { dtypeOf, type Feature, isStruct, LargeList, List } from "./feature";
import { type DType, decimalDigits, Value } from "./value";

const UTF8 = new TextEncoder();

const NUMBERS: Partial<Record<DType, NumbersType>> = {
  int8: Int8Array,
  int16: Int16Array,
  int32: Int32Array,
  int64: BigInt64Array,
  uint8: Uint8Array,
  uint16: Uint16Array,
  uint32: Uint32Array,
  uint64: BigUint64Array,
  float16: Uint16Array,
  float32: Float32Array,
  float64: Float64Array,
  date32: Int32Array,
  "time32[s]": Int32Array,
  "time32[ms]": Int32Array,
};

/** Values of one type in a row, which become one piece of Arrow memory. */
export abstract class ArrowNode {
  readonly type: arrow.DataType;
  /** How many values it has. */
  length = 0;
  #nulls = 0;
  #validity: Uint8Array = new Uint8Array(0);

  constructor(type: arrow.DataType) {
    this.type = type;
  }

  /** The bytes or items of the fullest part: what must stay below Arrow's 32-bit offsets. */
  abstract fill(): number;
  /** Adds a missing value. */
  abstract addNull(): void;
  protected abstract buffers(): { offsets?: Int32Array | BigInt64Array; values?: Numbers };
  protected children(): arrow.Data[] {
    return [];
  }

  /** What was added, as Arrow memory; the node is empty afterwards. */
  take(): arrow.Data {
    const { offsets, values } = this.buffers();
    const { length } = this;
    const nulls = this.#nulls;
    const bitmap = nulls === 0 ? undefined : this.#validity.slice(0, Math.ceil(length / 8));
    const children = this.children();
    this.length = 0;
    this.#nulls = 0;
    this.#validity = new Uint8Array(0);
    return new arrow.Data(
      this.type,
      0,
      length,
      nulls,
      {
        ...(offsets === undefined ? {} : { [arrow.BufferType.OFFSET]: offsets }),
        ...(values === undefined ? {} : { [arrow.BufferType.DATA]: values }),
        ...(bitmap === undefined ? {} : { [arrow.BufferType.VALIDITY]: bitmap }),
      },
      children,
    );
  }

  /** Counts the value that was added last. */
  protected end(valid: boolean): void {
    const row = this.length++;
    if (row >> 3 >= this.#validity.length) {
      this.#validity = grown(this.#validity, Uint8Array, Math.max(128, this.#validity.length * 2));
    }
    if (valid) this.#validity[row >> 3] = (this.#validity[row >> 3] ?? 0) | (1 << (row & 7));
    else this.#nulls++;
  }
}

/** Values of one width: numbers, dates, times. */
export class NumberNode extends ArrowNode {
  readonly #Type: NumbersType;
  readonly #least: number;
  readonly #most: number;
  readonly #isWhole: boolean;
  #values: Numbers;
  /** The values' halves where they have 64 bits: writing these costs far less than a bigint. */
  #words: Uint32Array | undefined;

  /** @param plain Whether the values are the numbers that they stand for, and not dates, times or classes. */
  constructor(type: arrow.DataType, Type: NumbersType, plain = false) {
    super(type);
    this.#Type = Type;
    this.#values = new Type(0);
    [this.#least, this.#most] = plain ? rangeOf(this.#values) : [1, 0];
    this.#isWhole = !(this.#values instanceof Float32Array || this.#values instanceof Float64Array);
  }

  /** Adds a number; false where it is none of the type's, or the type needs more than a look at its size. */
  addPlain(value: number): boolean {
    if (this.#isWhole ? !(value >= this.#least && value <= this.#most && Number.isInteger(value)) : this.#most === 0) {
      return false;
    }
    this.#makeRoom();
    if (this.#words === undefined) this.#values[this.length] = value;
    else {
      this.#words[2 * this.length] = value;
      this.#words[2 * this.length + 1] = Math.floor(value / 0x1_0000_0000);
    }
    this.end(true);
    return true;
  }

  /** Adds one. */
  add(value: number | bigint): void {
    this.#makeRoom();
    this.#values[this.length] = value;
    this.end(true);
  }

  addNull(): void {
    this.#makeRoom();
    this.end(false);
  }

  fill(): number {
    return this.length;
  }

  protected buffers(): { values: Numbers } {
    const values = this.#values.slice(0, this.length);
    this.#values = new this.#Type(0);
    return { values };
  }

  #makeRoom(): void {
    if (this.length < this.#values.length) return;
    this.#values = grown(this.#values, this.#Type, Math.max(1024, this.#values.length * 2));
    if (this.#values.BYTES_PER_ELEMENT === 8 && this.#isWhole) this.#words = new Uint32Array(this.#values.buffer);
  }
}

/** Decimals, as whole numbers of their last digit. */
export class DecimalNode extends ArrowNode {
  /** How many 32-bit words each of them has. */
  readonly words: number;
  #values: Uint32Array = new Uint32Array(0);

  constructor(type: arrow.DataType, bits: number) {
    super(type);
    this.words = bits / 32;
  }

  /** Adds one by its words. */
  addWords(words: Uint32Array): void {
    this.#makeRoom();
    this.#values.set(words, this.length * this.words);
    this.end(true);
  }

  /** Adds one. */
  add(units: bigint): void {
    this.#makeRoom();
    writeWords(this.#values, this.length * this.words, this.words, units);
    this.end(true);
  }

  addNull(): void {
    this.#makeRoom();
    this.end(false);
  }

  fill(): number {
    return this.length;
  }

  protected buffers(): { values: Uint32Array } {
    const values = this.#values.slice(0, this.length * this.words);
    this.#values = new Uint32Array(0);
    return { values };
  }

  #makeRoom(): void {
    const needed = (this.length + 1) * this.words;
    if (needed > this.#values.length) {
      this.#values = grown(this.#values, Uint32Array, Math.max(1024, this.#values.length * 2));
    }
  }
}

/** Booleans, a bit each. */
export class BooleanNode extends ArrowNode {
  #bits: Uint8Array = new Uint8Array(0);

  /** Adds one. */
  add(value: boolean): void {
    this.#makeRoom();
    if (value) this.#bits[this.length >> 3] = (this.#bits[this.length >> 3] ?? 0) | (1 << (this.length & 7));
    this.end(true);
  }

  addNull(): void {
    this.#makeRoom();
    this.end(false);
  }

  fill(): number {
    return this.length;
  }

  protected buffers(): { values: Uint8Array } {
    const values = this.#bits.slice(0, Math.ceil(this.length / 8));
    this.#bits = new Uint8Array(0);
    return { values };
  }

  #makeRoom(): void {
    if (this.length >> 3 < this.#bits.length) return;
    this.#bits = grown(this.#bits, Uint8Array, Math.max(128, this.#bits.length * 2));
  }
}

/** Nothing but missing values. */
export class NullNode extends ArrowNode {
  addNull(): void {
    this.end(false);
  }

  fill(): number {
    return this.length;
  }

  protected buffers(): Record<never, never> {
    return {};
  }
}

/** Texts and bytes, one after the other. */
export class BytesNode extends ArrowNode {
  readonly #offsets: Offsets;
  #bytes: Uint8Array = new Uint8Array(0);
  #count = 0;

  constructor(type: arrow.DataType, large: boolean) {
    super(type);
    this.#offsets = new Offsets(large);
  }

  /** Adds one. */
  add(value: Uint8Array): void {
    const end = this.#count + value.length;
    this.#makeRoom(end);
    this.#bytes.set(value, this.#count);
    this.#count = end;
    this.#offsets.set(this.length + 1, end);
    this.end(true);
  }

  /** Adds a text. */
  addText(value: string): void {
    const { length } = value;
    // A long text is measured first: three bytes a character is room enough, and for most texts far too much.
    if (length > 1 << 16) {
      this.add(UTF8.encode(value));
      return;
    }
    this.#makeRoom(this.#count + length * 3);
    const bytes = this.#bytes;
    let end = this.#count;
    let index = 0;
    // Most short texts are ASCII, and a loop over them is faster than a call to the encoder.
    for (const most = Math.min(length, 64); index < most; index++) {
      const unit = value.charCodeAt(index);
      if (unit > 127) break;
      bytes[end++] = unit;
    }
    if (index < length) end += UTF8.encodeInto(value.slice(index), bytes.subarray(end)).written;
    this.#count = end;
    this.#offsets.set(this.length + 1, end);
    this.end(true);
  }

  addNull(): void {
    this.#offsets.set(this.length + 1, this.#count);
    this.end(false);
  }

  fill(): number {
    return this.#count;
  }

  protected buffers(): { offsets: Int32Array | BigInt64Array; values: Uint8Array } {
    const offsets = this.#offsets.take(this.length);
    const values = this.#bytes.slice(0, this.#count);
    this.#bytes = new Uint8Array(0);
    this.#count = 0;
    return { offsets, values };
  }

  #makeRoom(bytes: number): void {
    if (bytes <= this.#bytes.length) return;
    this.#bytes = grown(this.#bytes, Uint8Array, Math.max(bytes, this.#bytes.length * 2, 4096));
  }
}

/** Lists: the items of all of them one after the other, in a node of their own. */
export class ListNode extends ArrowNode {
  readonly items: ArrowNode;
  readonly #offsets: Offsets | undefined;
  readonly #fixed: number;

  constructor(type: arrow.DataType, items: ArrowNode, kind: { large?: boolean; fixed?: number }) {
    super(type);
    this.items = items;
    this.#fixed = kind.fixed ?? -1;
    this.#offsets = this.#fixed === -1 ? new Offsets(kind.large ?? false) : undefined;
  }

  /** Ends a list, whose items are those that were added since the last one ended. */
  endList(): void {
    this.#offsets?.set(this.length + 1, this.items.length);
    this.end(true);
  }

  addNull(): void {
    // A list of fixed length has its place in the items even where it is missing.
    for (let item = 0; item < this.#fixed; item++) this.items.addNull();
    this.#offsets?.set(this.length + 1, this.items.length);
    this.end(false);
  }

  fill(): number {
    return Math.max(this.items.fill(), this.items.length);
  }

  protected buffers(): { offsets?: Int32Array | BigInt64Array } {
    return this.#offsets === undefined ? {} : { offsets: this.#offsets.take(this.length) };
  }

  protected override children(): arrow.Data[] {
    return [this.items.take()];
  }
}

/** Objects: a node for each property. */
export class StructNode extends ArrowNode {
  readonly parts: ReadonlyMap<string, ArrowNode>;

  constructor(type: arrow.DataType, parts: ReadonlyMap<string, ArrowNode>) {
    super(type);
    this.parts = parts;
  }

  /** Ends an object, after a value was added to each part. */
  endStruct(): void {
    this.end(true);
  }

  addNull(): void {
    for (const part of this.parts.values()) part.addNull();
    this.end(false);
  }

  fill(): number {
    let most = 0;
    for (const part of this.parts.values()) most = Math.max(most, part.fill());
    return most;
  }

  protected buffers(): Record<never, never> {
    return {};
  }

  protected override children(): arrow.Data[] {
    return [...this.parts.values()].map((part) => part.take());
  }
}

/** An empty node for values of a feature. */
export function nodeOf(feature: Feature): ArrowNode {
  const type = arrowTypeOf(feature);
  if (feature instanceof LargeList) return new ListNode(type, nodeOf(feature.feature), { large: true });
  if (feature instanceof List) return new ListNode(type, nodeOf(feature.feature), { fixed: feature.length });
  if (isStruct(feature)) {
    return new StructNode(type, new Map(Object.entries(feature).map(([name, part]) => [name, nodeOf(part)])));
  }
  const dtype = dtypeOf(feature) ?? "null";
  if (dtype === "null") return new NullNode(type);
  if (dtype === "bool") return new BooleanNode(type);
  if (/string|binary/.test(dtype)) return new BytesNode(type, dtype.startsWith("large"));
  const digits = decimalDigits(dtype);
  if (digits !== undefined) return new DecimalNode(type, digits.bits);
  // What is left is stored in 64 bits: timestamps, durations, the finer times, date64.
  const plain = feature instanceof Value && /^(u?int|float32|float64)/.test(dtype);
  return new NumberNode(type, NUMBERS[dtype] ?? BigInt64Array, plain);
}
