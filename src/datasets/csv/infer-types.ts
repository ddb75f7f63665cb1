/** @file The types of CSV columns, inferred over all rows by the rules of pandas, which Python's `datasets` uses. */
import { KIND } from "../cells/number-text";
import type { DType } from "../value";

/**
 * The type of a column with these kinds of values.
 *
 * As in pandas, whole numbers with missing values among them are floats, a column of nothing but missing values is one of
 * floats, and whole numbers beyond 64 bits stay texts.
 */
export function typeOfKinds(kinds: number): DType {
  const present = kinds & ~KIND.missing;
  const has = (kind: number): boolean => (kinds & kind) !== 0;
  if (present === 0) return "float64";
  if (present === KIND.bool) return "bool";
  if (has(KIND.text) || has(KIND.bool)) return "string";
  if (has(KIND.float)) return "float64";
  if (has(KIND.beyondUint64) || (has(KIND.beyondInt64) && has(KIND.negative))) return "string";
  if (has(KIND.missing)) return "float64";
  return has(KIND.beyondInt64) ? "uint64" : "int64";
}
