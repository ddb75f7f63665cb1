/** @file Seeded random numbers, bit for bit those of `numpy.random.default_rng`. */
import { randomBytes } from "node:crypto";
import { argumentRangeError, argumentTypeError } from "./errors";
import { Pcg64 } from "./random/pcg64";
import { entropyOf, seedWords } from "./random/seed-sequence";

/** Options of {@link Generator.choice}. */
export interface ChoiceOptions {
  /** How many to draw. */
  size: number;
  /**
   * Whether a number may be drawn more than once.
   * @default true
   */
  replace?: boolean;
}

/**
 * Random numbers from a seed: the same seed gives the numbers that NumPy gives.
 *
 * Python: `numpy.random.Generator` over `PCG64`.
 *
 * @example
 * ```ts
 * const rng = defaultRng(42);
 * rng.random(); // 0.7739560485559633
 * rng.integers(0, 10); // 6
 * [...rng.permutation(5)]; // [ 3, 4, 2, 0, 1 ]
 * ```
 */
export class Generator {
  readonly #bits: Pcg64;

  /** @param entropy The seed in 32-bit words, the lowest first. Most callers want {@link defaultRng}. */
  constructor(entropy: readonly number[]) {
    this.#bits = new Pcg64(seedWords(entropy, 8));
  }

  /** The next number from 0 (included) to 1 (excluded), with 53 random bits. */
  random(): number {
    this.#bits.next64();
    return (this.#bits.high * 2 ** 21 + (this.#bits.low >>> 11)) / 2 ** 53;
  }

  /**
   * A whole number from `low` (included) to `high` (excluded), each as likely as the others.
   *
   * With one argument, from 0 up to it. Python: `rng.integers(low, high)`.
   */
  integers(low: number, high?: number): number {
    const first = high === undefined ? 0 : checkSafeInteger("Generator.integers", "low", low);
    const end = checkSafeInteger("Generator.integers", high === undefined ? "low" : "high", high ?? low);
    if (end <= first) {
      throw argumentRangeError({
        function: "Generator.integers",
        parameter: high === undefined ? "low" : "high",
        rule: `be greater than ${first}`,
        value: end,
        next: "The upper end is not among the numbers that can be drawn.",
      });
    }
    const range = end - 1 - first;
    if (range < 2 ** 32) return first + this.#below(range);
    return Number(BigInt(first) + this.#below64(BigInt(end) - 1n - BigInt(first)));
  }

  /** The numbers from 0 to `length - 1` in random order. Python: `rng.permutation(length)`. */
  permutation(length: number): Uint32Array {
    const count = checkCount("Generator.permutation", "length", length);
    const order = new Uint32Array(count);
    for (let index = 0; index < count; index++) order[index] = index;
    this.shuffle(order);
    return order;
  }

  /** Puts the items into random order, in place. Python: `rng.shuffle(items)`. */
  shuffle(items: unknown[] | Uint32Array | Int32Array | Float64Array | Float32Array): void {
    const list: { readonly length: number; [index: number]: unknown } = items;
    // NumPy draws here by masking and rejecting, and everywhere else by multiplying: the same order needs the same draw.
    for (let index = list.length - 1; index > 0; index--) {
      const mask = 0xffffffff >>> Math.clz32(index);
      let other = (this.#bits.next32() & mask) >>> 0;
      while (other > index) other = (this.#bits.next32() & mask) >>> 0;
      const kept = list[index];
      list[index] = list[other];
      list[other] = kept;
    }
  }

  /**
   * `size` numbers drawn from 0 to `population - 1`.
   *
   * Python: `rng.choice(population, size, replace=…)`, where every number is equally likely.
   */
  choice(population: number, options: ChoiceOptions): Uint32Array {
    const all = checkCount("Generator.choice", "population", population);
    const size = checkCount("Generator.choice", "size", options.size);
    const drawn = new Uint32Array(size);
    if (size === 0) return drawn;
    if (options.replace ?? true) {
      if (all === 0) throw tooManyDrawn(size, all);
      for (let index = 0; index < size; index++) drawn[index] = this.#below(all - 1);
      return drawn;
    }
    if (size > all) throw tooManyDrawn(size, all);
    // NumPy's own switch: for a large share of a large population, the tail of a partial shuffle is cheaper.
    if (all > 10_000 && size > Math.floor(all / 50)) {
      const order = new Uint32Array(all);
      for (let index = 0; index < all; index++) order[index] = index;
      this.#shuffleFrom(order, Math.max(all - size, 1));
      return order.slice(all - size);
    }
    // Floyd's algorithm (Bentley and Floyd 1987): `size` draws and no list of the population.
    const taken = new Set<number>();
    for (let last = all - size; last < all; last++) {
      const candidate = this.#below(last);
      const value = taken.has(candidate) ? last : candidate;
      taken.add(value);
      drawn[last - (all - size)] = value;
    }
    this.#shuffleFrom(drawn, 1);
    return drawn;
  }

  /** Shuffles the tail of a choice, from the end down to `first`. */
  #shuffleFrom(items: Uint32Array, first: number): void {
    for (let index = items.length - 1; index >= first; index--) {
      const other = this.#below(index);
      const kept = items[index] ?? 0;
      items[index] = items[other] ?? 0;
      items[other] = kept;
    }
  }

  /** A number from 0 to `range`, both included, for ranges of up to 32 bits (Lemire 2019). */
  #below(range: number): number {
    if (range === 0) return 0;
    if (range === 0xffffffff) return this.#bits.next32();
    const count = range + 1;
    let word = this.#bits.next32();
    let leftover = Math.imul(word, count) >>> 0;
    if (leftover < count) {
      const threshold = (0xffffffff - range) % count;
      while (leftover < threshold) {
        word = this.#bits.next32();
        leftover = Math.imul(word, count) >>> 0;
      }
    }
    if (count <= 0x200000) return Math.floor((word * count) / 2 ** 32);
    const low = word * (count & 0xffff);
    return Math.floor((word * (count >>> 16) + Math.floor(low / 0x10000)) / 0x10000);
  }

  /** As `#below` for ranges beyond 32 bits. Rare, so that BigInt is good enough. */
  #below64(range: bigint): bigint {
    const count = range + 1n;
    const threshold = (2n ** 64n - 1n - range) % count;
    for (;;) {
      this.#bits.next64();
      const product = ((BigInt(this.#bits.high) << 32n) | BigInt(this.#bits.low)) * count;
      if (BigInt.asUintN(64, product) >= threshold) return product >> 64n;
    }
  }
}

/**
 * A generator of random numbers.
 *
 * Python: `numpy.random.default_rng(seed)`, with the same numbers for the same seed.
 *
 * @param seed A whole number from 0 to 2^53 - 1. Without one, the operating system's randomness is the seed.
 */
export function defaultRng(seed?: number): Generator {
  if (seed === undefined) return new Generator([...new Uint32Array(new Uint8Array(randomBytes(16)).buffer)]);
  return new Generator(entropyOf(checkCount("defaultRng", "seed", seed, Number.MAX_SAFE_INTEGER)));
}

function checkSafeInteger(caller: string, parameter: string, value: unknown): number {
  if (typeof value !== "number") {
    throw argumentTypeError({ function: caller, parameter, rule: "be a whole number", value });
  }
  if (!Number.isSafeInteger(value)) {
    throw argumentRangeError({ function: caller, parameter, rule: "be a whole number of at most 53 bits", value });
  }
  return value;
}

function checkCount(caller: string, parameter: string, value: unknown, most = 0xffffffff): number {
  const count = checkSafeInteger(caller, parameter, value);
  if (count < 0 || count > most) {
    throw argumentRangeError({ function: caller, parameter, rule: `be from 0 to ${most}`, value });
  }
  return count;
}

function tooManyDrawn(size: number, population: number): RangeError {
  return argumentRangeError({
    function: "Generator.choice",
    parameter: "size",
    rule: `be at most the population of ${population}`,
    value: size,
    next: "Draw fewer, or pass `replace: true` where the population is not empty.",
  });
}
