/** @file Rows of token ids as the tensors that graphs are fed. */
import type { Feeds } from "../../src/graph/training/training-session";

/** The label that no loss counts. */
export const IGNORED = -100;

/** Rows of whole numbers as an int64 tensor, short rows filled up. */
export function integerRows(rows: readonly ArrayLike<number>[], fill: number): Feeds[string] {
  const width = rows.reduce((longest, row) => Math.max(longest, row.length), 0);
  const data = new BigInt64Array(rows.length * width).fill(BigInt(fill));
  for (const [index, row] of rows.entries()) {
    for (let column = 0; column < row.length; column++) data[index * width + column] = BigInt(row[column] ?? fill);
  }
  return { type: "int64", dims: [rows.length, width], data };
}

/**
 * The feeds of a decoder: each row's ids, all of them to be seen, filled up on the right.
 *
 * @param offsets The position of each row's first token. By default 0.
 */
export function decoderFeeds(
  rows: readonly ArrayLike<number>[],
  labels?: readonly ArrayLike<number>[],
  offsets?: readonly number[],
): Feeds {
  const places = rows.map((row, index) => Array.from({ length: row.length }, (_, at) => at + (offsets?.[index] ?? 0)));
  const feeds: Record<string, Feeds[string]> = {
    input_ids: integerRows(rows, 0),
    attention_mask: integerRows(rows.map(ones), 0),
    position_ids: integerRows(places, 0),
  };
  if (labels !== undefined) feeds.labels = integerRows(labels, IGNORED);
  return feeds;
}

function ones(row: ArrayLike<number>): number[] {
  return new Array<number>(row.length).fill(1);
}
