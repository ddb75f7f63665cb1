/** @file From scores to classes. */
import { type NumberRows, type NumberTensor, readRows, rowAt, type ValueRows } from "./values";

/**
 * Where the largest number of each row stands: the predicted class. The first of equals.
 *
 * Python: `numpy.argmax(logits, axis=-1).tolist()`.
 *
 * @param logits Rows of scores, or a tensor of shape [examples, classes].
 * @example
 * ```ts
 * argmax([[0.1, 2.3, -1], [4, 0, 0]]); // [ 1, 0 ]
 * ```
 * @throws RangeError when a number is not finite or the rows differ in length.
 */
export function argmax(logits: NumberRows | NumberTensor): number[] {
  return argmaxRows(readRows({ function: "argmax", parameter: "logits" }, logits));
}

/** The same for rows that are read already. */
export function argmaxRows(rows: ValueRows): number[] {
  return Array.from({ length: rows.count }, (_, index) => {
    const row = rowAt(rows, index);
    let best = 0;
    for (let column = 1; column < row.length; column++) if ((row[column] ?? 0) > (row[best] ?? 0)) best = column;
    return best;
  });
}
