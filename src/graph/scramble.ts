/** @file Nearby whole numbers far apart, for the seeds of generators that a count or an index would start alike. */

/** 32 bits, each of which depends on every bit of the number. The finalizer of MurmurHash3 (Appleby 2011), a public formula. */
export function scramble(number: number): number {
  let bits = (number + 0x9e3779b9) | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
