/** @file Sizes for people. */

/**
 * A number of bytes in the largest decimal unit that fits: "512 bytes", "20.5 MB".
 *
 * @example
 * ```ts
 * formatBytes(20_500_000); // "20.5 MB"
 * ```
 */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  let value = bytes;
  for (const unit of ["kB", "MB", "GB"]) {
    value /= 1000;
    if (value < 1000) return `${trimmed(value)} ${unit}`;
  }
  return `${trimmed(value / 1000)} TB`;
}

function trimmed(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1).replace(/\.0$/, "");
}
