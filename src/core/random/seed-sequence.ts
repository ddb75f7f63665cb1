/** @file From a seed to well-mixed 32-bit words, as `numpy.random.SeedSequence` does it. */

const POOL_SIZE = 4;

/**
 * The state words that `numpy.random.SeedSequence(seed).generate_state(count)` gives.
 *
 * The hash is Melissa O'Neill's `seed_seq_fe` (2015): close seeds give unrelated states.
 *
 * @param entropy The seed in 32-bit words, the lowest first; at least one.
 * @param count How many 32-bit words to make.
 */
export function seedWords(entropy: readonly number[], count: number): Uint32Array {
  const pool = mixedPool(entropy);
  const words = new Uint32Array(count);
  let constant = 0x8b51f9dd;
  for (let index = 0; index < count; index++) {
    let word = (pool[index % POOL_SIZE] ?? 0) ^ constant;
    constant = Math.imul(constant, 0x58f38ded);
    word = Math.imul(word, constant);
    words[index] = word ^ (word >>> 16);
  }
  return words;
}

/** A safe integer from 0 on, in 32-bit words with the lowest first. */
export function entropyOf(seed: number): number[] {
  const high = Math.floor(seed / 2 ** 32);
  return high === 0 ? [seed] : [seed >>> 0, high];
}

function mixedPool(entropy: readonly number[]): Uint32Array {
  const pool = new Uint32Array(POOL_SIZE);
  let constant = 0x43b0d7e5;
  const hash = (value: number): number => {
    const mixed = value ^ constant;
    constant = Math.imul(constant, 0x931e8875);
    const product = Math.imul(mixed, constant);
    return product ^ (product >>> 16);
  };
  const mix = (left: number, right: number): number => {
    const difference = Math.imul(0xca01f9dd, left) - Math.imul(0x4973f715, right);
    return (difference ^ ((difference >>> 0) >>> 16)) >>> 0;
  };
  for (let index = 0; index < POOL_SIZE; index++) pool[index] = hash(entropy[index] ?? 0);
  for (let source = 0; source < POOL_SIZE; source++) {
    for (let target = 0; target < POOL_SIZE; target++) {
      if (source !== target) pool[target] = mix(pool[target] ?? 0, hash(pool[source] ?? 0));
    }
  }
  for (const word of entropy.slice(POOL_SIZE)) {
    for (let target = 0; target < POOL_SIZE; target++) pool[target] = mix(pool[target] ?? 0, hash(word));
  }
  return pool;
}
