/** @file PCG64, the bit generator behind `numpy.random.default_rng`: 128 bits of state, 64 bits a step. */

// The multiplier 0x2360ED051FC65DA44385DF649FCCF645 in 16-bit limbs, the lowest first. Products of a 32-bit limb of
// the state and a 16-bit limb of the multiplier stay below 2^48, so that doubles hold every sum exactly and no step
// needs a BigInt.
const M0 = 0xf645;
const M1 = 0x9fcc;
const M2 = 0xdf64;
const M3 = 0x4385;
const M4 = 0x5da4;
const M5 = 0x1fc6;
const M6 = 0xed05;
const M7 = 0x2360;
const LIMB = 0x10000;
const INVERSE_LIMB = 1 / LIMB;

/**
 * PCG XSL-RR 128/64 (O'Neill 2014): a linear congruential step, then a rotation that depends on the state.
 *
 * The state, the increment and the last output are kept in 32-bit limbs, the lowest first.
 */
export class Pcg64 {
  #state0 = 0;
  #state1 = 0;
  #state2 = 0;
  #state3 = 0;
  readonly #increment0: number;
  readonly #increment1: number;
  readonly #increment2: number;
  readonly #increment3: number;
  #buffered = false;
  /** The low 32 bits of the latest 64-bit output. */
  low = 0;
  /** The high 32 bits of the latest 64-bit output. */
  high = 0;

  /** @param words The eight words of {@link seedWords}: two 128-bit numbers as four 64-bit ones, high half first. */
  constructor(words: Uint32Array) {
    const [s2 = 0, s3 = 0, s0 = 0, s1 = 0, i2 = 0, i3 = 0, i0 = 0, i1 = 0] = words;
    this.#increment0 = ((i0 << 1) | 1) >>> 0;
    this.#increment1 = ((i1 << 1) | (i0 >>> 31)) >>> 0;
    this.#increment2 = ((i2 << 1) | (i1 >>> 31)) >>> 0;
    this.#increment3 = ((i3 << 1) | (i2 >>> 31)) >>> 0;
    this.#step();
    const sum0 = this.#state0 + s0;
    const sum1 = this.#state1 + s1 + (sum0 > 0xffffffff ? 1 : 0);
    const sum2 = this.#state2 + s2 + (sum1 > 0xffffffff ? 1 : 0);
    const sum3 = this.#state3 + s3 + (sum2 > 0xffffffff ? 1 : 0);
    this.#state0 = sum0 >>> 0;
    this.#state1 = sum1 >>> 0;
    this.#state2 = sum2 >>> 0;
    this.#state3 = sum3 >>> 0;
    this.#step();
  }

  /** Makes the next 64 bits and leaves them in `low` and `high`. */
  next64(): void {
    this.#step();
    const low = this.#state2 ^ this.#state0;
    const high = this.#state3 ^ this.#state1;
    const rotation = this.#state3 >>> 26;
    const right = rotation & 31;
    const left = 32 - right;
    const near = rotation < 32 ? low : high;
    const far = rotation < 32 ? high : low;
    // A shift by 32 is a shift by 0 in JavaScript, so that an even rotation has to be a case of its own.
    this.low = right === 0 ? near >>> 0 : ((near >>> right) | (far << left)) >>> 0;
    this.high = right === 0 ? far >>> 0 : ((far >>> right) | (near << left)) >>> 0;
  }

  /** The next 32 bits: NumPy takes the low half of a 64-bit output and keeps the high half for the next call. */
  next32(): number {
    if (this.#buffered) {
      this.#buffered = false;
      return this.#kept;
    }
    this.next64();
    this.#buffered = true;
    this.#kept = this.high;
    return this.low;
  }

  #kept = 0;

  /** state = state * multiplier + increment, modulo 2^128. */
  #step(): void {
    const a = this.#state0;
    const b = this.#state1;
    const c = this.#state2;
    const d = this.#state3;
    let sum = a * M0 + (this.#increment0 & 0xffff);
    let carry = Math.floor(sum * INVERSE_LIMB);
    let half = sum - carry * LIMB;
    sum = a * M1 + (this.#increment0 >>> 16) + carry;
    carry = Math.floor(sum * INVERSE_LIMB);
    this.#state0 = half + (sum - carry * LIMB) * LIMB;
    sum = a * M2 + b * M0 + (this.#increment1 & 0xffff) + carry;
    carry = Math.floor(sum * INVERSE_LIMB);
    half = sum - carry * LIMB;
    sum = a * M3 + b * M1 + (this.#increment1 >>> 16) + carry;
    carry = Math.floor(sum * INVERSE_LIMB);
    this.#state1 = half + (sum - carry * LIMB) * LIMB;
    sum = a * M4 + b * M2 + c * M0 + (this.#increment2 & 0xffff) + carry;
    carry = Math.floor(sum * INVERSE_LIMB);
    half = sum - carry * LIMB;
    sum = a * M5 + b * M3 + c * M1 + (this.#increment2 >>> 16) + carry;
    carry = Math.floor(sum * INVERSE_LIMB);
    this.#state2 = half + (sum - carry * LIMB) * LIMB;
    sum = a * M6 + b * M4 + c * M2 + d * M0 + (this.#increment3 & 0xffff) + carry;
    carry = Math.floor(sum * INVERSE_LIMB);
    half = sum - carry * LIMB;
    sum = a * M7 + b * M5 + c * M3 + d * M1 + (this.#increment3 >>> 16) + carry;
    carry = Math.floor(sum * INVERSE_LIMB);
    this.#state3 = half + (sum - carry * LIMB) * LIMB;
  }
}
