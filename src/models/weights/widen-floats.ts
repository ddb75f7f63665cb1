/** @file Half precision, bfloat16 and double precision as float32. */

/** Writes float16 bits (IEEE 754 binary16) as float32; every value is exact. */
export function widenFloat16(bits: Uint16Array, target: Float32Array): void {
  const table = float16Table();
  for (let index = 0; index < bits.length; index++) target[index] = table[bits[index] ?? 0] ?? 0;
}

/** Writes bfloat16 bits as float32: they are its upper half. */
export function widenBfloat16(bits: Uint16Array, target: Float32Array): void {
  const words = new Uint32Array(target.buffer, target.byteOffset, target.length);
  for (let index = 0; index < bits.length; index++) words[index] = (bits[index] ?? 0) << 16;
}

/** Writes float64 values as float32, rounded to the nearest. */
export function narrowFloat64(values: Float64Array, target: Float32Array): void {
  target.set(values);
}

let table: Float32Array | undefined;

function float16Table(): Float32Array {
  if (table !== undefined) return table;
  table = new Float32Array(65_536);
  for (let bits = 0; bits < 65_536; bits++) {
    const sign = bits & 0x8000 ? -1 : 1;
    const exponent = (bits >> 10) & 0x1f;
    const fraction = bits & 0x3ff;
    if (exponent === 31) table[bits] = fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
    else if (exponent === 0) table[bits] = sign * fraction * 2 ** -24;
    else table[bits] = sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
  }
  return table;
}
