/** @file Float32 rounded to half precision, which halves the files; the loader widens it again without loss. */

/** The bits of the nearest float16 (IEEE 754 binary16; a tie goes to the even one). Throws a RangeError above 65,504. */
export function halfBits(values: Float32Array): Uint16Array {
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length);
  return Uint16Array.from(words, (word, index) => {
    const sign = (word >>> 16) & 0x8000;
    const magnitude = word & 0x7fffffff;
    if (magnitude >= 0x477ff000) throw new RangeError(`${values[index]} does not fit into half precision.`);
    if (magnitude < 0x38800000) {
      // Below 2^-14 the steps are all 2^-24.
      const steps = Math.abs(values[index] ?? 0) * 2 ** 24;
      const low = Math.floor(steps);
      const rest = steps - low;
      return sign | (rest > 0.5 || (rest === 0.5 && low % 2 === 1) ? low + 1 : low);
    }
    const even = (magnitude >>> 13) & 1;
    return sign | ((magnitude + 0xfff + even - 0x38000000) >>> 13);
  });
}
