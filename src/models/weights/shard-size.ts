/** @file Sizes of shards as people write them: "5GB", "200MB". */
import { argumentRangeError } from "../../core/errors";

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
 * A size in bytes.
 *
 * @example
 * ```ts
 * parseShardSize("5GB"); // 5000000000
 * ```
 */
export function parseShardSize(size: number | string): number {
  const [, digits, unit] = /^\s*(\d+(?:\.\d+)?)\s*([A-Za-z]*)\s*$/.exec(String(size)) ?? [];
  const factor = UNITS[(unit ?? "").toUpperCase()];
  const bytes = digits === undefined || factor === undefined ? Number.NaN : Math.floor(Number(digits) * factor);
  if (Number.isSafeInteger(bytes) && bytes > 0) return bytes;
  throw argumentRangeError({
    function: "saveSafetensors",
    parameter: "maxShardSize",
    rule: 'be a number of bytes or a text such as "5GB" or "200MB"',
    value: size,
  });
}
