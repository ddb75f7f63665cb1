/** @file A text that stands for a dataset's content: equal rows and types give equal ones, in every process. */
import { createHash, type Hash } from "node:crypto";
import type * as arrow from "apache-arrow";
import type { Column } from "../column";
import { featureText } from "../feature";
import { arrowColumn } from "../join-columns";
import type { Table } from "../table";
import { ViewColumn } from "../view-column";

const known = new WeakMap<Column, string>();

/**
 * The fingerprint of a table.
 *
 * It is made of the bytes in memory, not of how they came there, so that nothing which makes a dataset has to think of it. Reading
 * them takes about a second a gigabyte; a column's own part is kept, so that the next method over the same columns pays nothing.
 */
export function fingerprintOf(table: Table): string {
  const hash = createHash("sha256");
  for (const [name, column] of table.columns) hash.update(`${JSON.stringify(name)} ${columnFingerprint(column)}\n`);
  if (table.indices !== undefined) hash.update(bytesOf(table.indices));
  return hash.digest("hex").slice(0, 32);
}

function columnFingerprint(column: Column): string {
  const before = known.get(column);
  if (before !== undefined) return before;
  const hash = createHash("sha256");
  hash.update(`${featureText(column.feature)} ${column.length}\n`);
  if (column instanceof ViewColumn) {
    hash.update(columnFingerprint(column.base));
    hash.update(bytesOf(column.indices));
  } else for (const chunk of arrowColumn(column).vector.data) addChunk(hash, chunk);
  const fingerprint = hash.digest("hex");
  known.set(column, fingerprint);
  return fingerprint;
}

function addChunk(hash: Hash, chunk: arrow.Data): void {
  hash.update(`${chunk.type} ${chunk.offset} ${chunk.length} ${chunk.nullCount}\n`);
  for (const buffer of [chunk.nullBitmap, chunk.valueOffsets, chunk.values] as (ArrayBufferView | undefined | null)[]) {
    const bytes = buffer === undefined || buffer === null ? new Uint8Array(0) : bytesOf(buffer);
    hash.update(`${bytes.length}\n`);
    hash.update(bytes);
  }
  for (const child of chunk.children) addChunk(hash, child);
}

function bytesOf(view: ArrayBufferView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}
