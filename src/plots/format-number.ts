/** @file Numbers as the pictures and tables write them. */
import type { FigureAxis } from "./layout";

/**
 * A number for a reader: thousands separated, at most four significant digits after a decimal point.
 *
 * @example
 * ```ts
 * formatNumber(3656); // "3,656"
 * formatNumber(1.91288); // "1.913"
 * formatNumber(0.00002); // "2e-5"
 * ```
 */
export function formatNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return separateThousands(String(Math.abs(value)), value < 0);
  const size = Math.abs(value);
  if (size < 1e-3 || size >= 1e15) return trimExponent(value.toExponential(3));
  const decimals = Math.max(0, 3 - Math.floor(Math.log10(size)));
  const text = size.toFixed(Math.min(decimals, 6));
  const [whole = "0", fraction = ""] = text.split(".");
  const kept = fraction.replace(/0+$/, "");
  return separateThousands(kept === "" ? whole : `${whole}.${kept}`, value < 0);
}

/**
 * A share between 0 and 1 in percent, with one decimal.
 *
 * @example
 * ```ts
 * formatPercent(0.1837); // "18.4%"
 * ```
 */
export function formatPercent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

/** A number as its axis writes it. */
export function axisNumber(value: number, axis: FigureAxis): string {
  return axis.format === "percent" ? formatPercent(value) : formatNumber(value);
}

function separateThousands(digits: string, negative: boolean): string {
  const [whole = "", fraction] = digits.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${negative && /[1-9]/.test(digits) ? "-" : ""}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}

function trimExponent(text: string): string {
  return text.replace(/\.?0+e/, "e").replace("e+", "e");
}
