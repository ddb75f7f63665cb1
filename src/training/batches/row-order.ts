/** @file In which order an epoch goes through the rows: as they come, at random, or at random with texts of a length together. */
import { Generator } from "../../core/random";

/** What an order hangs on. */
export interface RowOrder {
  readonly numRows: number;
  readonly shuffle: boolean;
  readonly seed: number;
  readonly batchSize: number;
  /** The rows' lengths, where texts of similar length are to stand together. */
  readonly lengths: ArrayLike<number> | undefined;
}

/** A batch of the longest texts costs most where it meets the shortest: so many batches are sorted together. */
const MOST_BATCHES_TOGETHER = 50;

/**
 * The rows of an epoch, in order. The same seed and epoch give the same order; epoch 0 is that of `dataset.shuffle({ seed })`.
 */
export function orderOf({ numRows, shuffle, seed, batchSize, lengths }: RowOrder, epoch: number): Uint32Array {
  if (!shuffle) {
    const rows = Uint32Array.from({ length: numRows }, (_, row) => row);
    return lengths === undefined ? rows : byLength(rows, lengths);
  }
  const random = new Generator([seed >>> 0, Math.floor(seed / 2 ** 32), epoch]);
  const order = random.permutation(numRows);
  return lengths === undefined ? order : groupedByLength(order, lengths, batchSize);
}

/** Python: `transformers.trainer_pt_utils.get_length_grouped_indices`, from the order that was drawn. */
function groupedByLength(order: Uint32Array, lengths: ArrayLike<number>, batchSize: number): Uint32Array {
  const together = Math.max(1, Math.min(MOST_BATCHES_TOGETHER, Math.floor(order.length / (batchSize * 4)))) * batchSize;
  const grouped = new Uint32Array(order.length);
  let longest = 0;
  for (let start = 0; start < order.length; start += together) {
    grouped.set(byLength(order.subarray(start, start + together), lengths), start);
    if (at(lengths, grouped[start]) > at(lengths, grouped[longest])) longest = start;
  }
  // The longest text comes first: where the memory does not suffice, that shows at once.
  const first = grouped[0] ?? 0;
  grouped[0] = grouped[longest] ?? 0;
  grouped[longest] = first;
  return grouped;
}

/** The longest first; equal ones stay in order. */
function byLength(rows: Uint32Array, lengths: ArrayLike<number>): Uint32Array {
  return Uint32Array.from([...rows].sort((left, right) => at(lengths, right) - at(lengths, left)));
}

function at(lengths: ArrayLike<number>, row: number | undefined): number {
  return lengths[row ?? 0] ?? 0;
}
