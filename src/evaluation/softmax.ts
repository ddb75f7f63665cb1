/** @file From scores to probabilities. */
import { type NumberRows, type NumberTensor, readRows, rowAt } from "./values";

/**
 * Each row as probabilities that add up to 1.
 *
 * Python: `scipy.special.softmax(logits, axis=-1)`.
 *
 * @param logits Rows of scores, or a tensor of shape [examples, classes].
 * @example
 * ```ts
 * softmax([[0, 0, 0, 0]]); // [ [ 0.25, 0.25, 0.25, 0.25 ] ]
 * ```
 * @throws RangeError when a number is not finite or the rows differ in length.
 */
export function softmax(logits: NumberRows | NumberTensor): number[][] {
  const rows = readRows({ function: "softmax", parameter: "logits" }, logits);
  return Array.from({ length: rows.count }, (_, index) => {
    const row = rowAt(rows, index);
    const highest = row.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
    const powers = Array.from(row, (value) => Math.exp(value - highest));
    const sum = powers.reduce((total, value) => total + value, 0);
    return powers.map((value) => value / sum);
  });
}
