/** @file Floating-point numbers as Arrow writes them when it casts them to text. */

/** The shortest decimal text that reads back as the same 32-bit float. */
export function shortestFloat32(value: number): string {
  for (let digits = 1; digits < 9; digits++) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return String(Number(text));
  }
  return String(Number(value.toPrecision(9)));
}

/** `1`, `0.5`, `1e+10`, `nan`, `inf`: with an exponent from 10^10 on and below 10^-6. */
export function numberText(value: number, shortest: (value: number) => string): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value < 0 ? "-inf" : "inf";
  if (value === 0) return Object.is(value, -0) ? "-0" : "0";
  const text = shortest(Math.abs(value));
  const sign = value < 0 ? "-" : "";
  const [digits = "0", exponent] = text.split("e");
  // JavaScript writes an exponent only from 10^21 on.
  const [whole = "0", fraction = ""] = digits.split(".");
  if (exponent !== undefined) return `${sign}${digits}e${Number(exponent) < 0 ? "" : "+"}${Number(exponent)}`;
  if (whole.length <= 10) return sign + text;
  const all = (whole + fraction).replace(/0+$/, "");
  const rest = all.slice(1);
  return `${sign}${all.slice(0, 1)}${rest === "" ? "" : `.${rest}`}e+${whole.length - 1}`;
}
