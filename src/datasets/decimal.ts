/** @file Decimals between their texts and Arrow's words. */

/** Arrow's little-endian 32-bit words, two's complement, as a decimal text with all its digits after the point. */
export function decimalText(words: Uint32Array, scale: number): string {
  let value = 0n;
  for (let word = words.length - 1; word >= 0; word--) value = (value << 32n) | BigInt(words[word] ?? 0);
  value = BigInt.asIntN(words.length * 32, value);
  if (scale <= 0) return String(value * 10n ** BigInt(-scale));
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, "0");
  return `${value < 0n ? "-" : ""}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** A decimal text, a number or a bigint as a whole number of units of the last digit; undefined where digits would be lost. */
export function decimalUnits(value: string | number | bigint, precision: number, scale: number): bigint | undefined {
  const match = /^\s*([+-]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,4}))?\s*$/.exec(String(value));
  if (match === null) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  if (whole === "" && fraction === "") return undefined;
  const digits = `${whole}${fraction}`.replace(/^0+/, "") || "0";
  const shift = scale - fraction.length + Number(exponent);
  if (digits.length > 200 || Math.abs(shift) > 400) return digits === "0" ? 0n : undefined;
  let units = BigInt(digits);
  if (shift >= 0) units *= 10n ** BigInt(shift);
  else {
    const divisor = 10n ** BigInt(-shift);
    if (units % divisor !== 0n) return undefined;
    units /= divisor;
  }
  if (units >= 10n ** BigInt(precision)) return undefined;
  return sign === "-" ? -units : units;
}

/** Writes units into Arrow's words, beginning at `place`. */
export function writeWords(words: Uint32Array, place: number, count: number, units: bigint): void {
  const bits = BigInt.asUintN(count * 32, units);
  for (let word = 0; word < count; word++) words[place + word] = Number((bits >> BigInt(32 * word)) & 0xffffffffn);
}
