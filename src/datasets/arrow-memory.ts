/** @file Typed arrays that grow, and the offsets of texts and lists. */

/** The arrays that hold numbers in Arrow's layout. */
export type Numbers =
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

/** Makes one of them. */
export type NumbersType = new (length: number) => Numbers;

/** Where each text or list begins and ends. */
export class Offsets {
  readonly #large: boolean;
  #values: Int32Array | BigInt64Array;

  constructor(large: boolean) {
    this.#large = large;
    this.#values = this.#made(0);
  }

  /** Says that the value before `place` ends at `offset`. */
  set(place: number, offset: number): void {
    if (place >= this.#values.length) {
      const longer = this.#made(Math.max(1024, this.#values.length * 2));
      (longer as Int32Array).set(this.#values as Int32Array);
      this.#values = longer;
    }
    if (this.#values instanceof Int32Array) this.#values[place] = offset;
    else this.#values[place] = BigInt(offset);
  }

  /** The offsets of so many values; none are left. */
  take(length: number): Int32Array | BigInt64Array {
    const taken = this.#values.length === 0 ? this.#made(1) : this.#values.slice(0, length + 1);
    this.#values = this.#made(0);
    return taken;
  }

  #made(length: number): Int32Array | BigInt64Array {
    return this.#large ? new BigInt64Array(length) : new Int32Array(length);
  }
}

/** The smallest and the largest number of a type, as far as a JavaScript number can tell it from its neighbours. */
export function rangeOf(values: Numbers): [least: number, most: number] {
  const bits = values.BYTES_PER_ELEMENT * 8;
  if (values instanceof BigInt64Array) return [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
  if (values instanceof BigUint64Array) return [0, Number.MAX_SAFE_INTEGER];
  const isUnsigned = values instanceof Uint8Array || values instanceof Uint16Array || values instanceof Uint32Array;
  return isUnsigned ? [0, 2 ** bits - 1] : [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1];
}

/** A longer copy of a typed array. */
export function grown<Items extends Numbers>(items: Items, Type: new (length: number) => Items, length: number): Items {
  const longer = new Type(length);
  // Both are of one type; the compiler cannot know that the union's members do not mix.
  (longer as Uint8Array).set(items as Uint8Array);
  return longer;
}
