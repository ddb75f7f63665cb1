/** @file Sizes as people write them: "5GB", "200MB", "1.5 KiB". */

const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  B: 1,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KIB: 2 ** 10,
  MIB: 2 ** 20,
  GIB: 2 ** 30,
  TIB: 2 ** 40,
};

/**
 * A size in whole bytes, at least one; undefined for what is no size.
 *
 * @example
 * ```ts
 * parseBytes("5GB"); // 5000000000
 * parseBytes("1.5 KiB"); // 1536
 * parseBytes("much"); // undefined
 * ```
 */
export function parseBytes(size: unknown): number | undefined {
  const [, digits, unit] = /^\s*(\d+(?:\.\d+)?)\s*([A-Za-z]*)\s*$/.exec(String(size)) ?? [];
  const factor = UNITS[(unit ?? "").toUpperCase()];
  const bytes = digits === undefined || factor === undefined ? Number.NaN : Math.floor(Number(digits) * factor);
  return Number.isSafeInteger(bytes) && bytes > 0 ? bytes : undefined;
}
