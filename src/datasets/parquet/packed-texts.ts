/** @file Columns of short texts out of DuckDB, thousands of rows in one call instead of one call a row. */
import type { DuckDBConnection } from "@duckdb/node-api";
import * as arrow from "apache-arrow";
import { ArrowColumn } from "../arrow-column";
import { arrowTypeOf } from "../arrow-type";
import { dtypeOf, type Feature } from "../feature";

/** A column to be packed. */
export interface TextColumn {
  /** The SQL expression of its texts. */
  expression: string;
  /** Its type, `string` or `large_string`. */
  feature: Feature;
}

/**
 * The texts that a relation's rows have, in the order of its rows; the database must run on one thread, which keeps it.
 *
 * DuckDB's binding makes a buffer for every text; a column's texts joined are one buffer, which is Arrow's own layout.
 */
export async function packedTexts(
  connection: DuckDBConnection,
  columns: readonly TextColumn[],
  relation: string,
): Promise<ArrowColumn[]> {
  const parts = columns.flatMap(({ expression }) => [
    `encode(string_agg(coalesce(${expression}, ''), ''))`,
    `list(strlen(${expression})::INTEGER)`,
  ]);
  const { DuckDBBlobVector, DuckDBListVector } = await import("@duckdb/node-api");
  const result = await connection.stream(`SELECT ${parts.join(", ")} FROM ${relation}`);
  const chunk = await result.fetchChunk();
  return columns.map(({ feature }, index) => {
    const texts = chunk?.getColumnVector(2 * index);
    const lists = chunk?.getColumnVector(2 * index + 1);
    const bytes = texts instanceof DuckDBBlobVector ? texts.getItemBytes(0) : null;
    const lengths = lists instanceof DuckDBListVector ? lists.getItemVector(0) : null;
    return columnOf(feature, bytes ?? new Uint8Array(0), lengths?.itemCount ?? 0, (row) => {
      const length: unknown = lengths?.getItem(row);
      return typeof length === "number" ? length : null;
    });
  });
}

function columnOf(
  feature: Feature,
  bytes: Uint8Array,
  rows: number,
  lengthOf: (row: number) => number | null,
): ArrowColumn {
  const isLarge = dtypeOf(feature) === "large_string";
  const offsets = new Int32Array(rows + 1);
  const validity = new Uint8Array(Math.ceil(rows / 8));
  let nulls = 0;
  let end = 0;
  for (let row = 0; row < rows; row++) {
    const length = lengthOf(row);
    if (length === null) nulls++;
    else {
      validity[row >> 3] = (validity[row >> 3] ?? 0) | (1 << (row & 7));
      end += length;
    }
    offsets[row + 1] = end;
  }
  const data = new arrow.Data(arrowTypeOf(feature), 0, rows, nulls, {
    [arrow.BufferType.OFFSET]: isLarge ? BigInt64Array.from(offsets, BigInt) : offsets,
    // A copy, since the binding's buffer is the database's memory.
    [arrow.BufferType.DATA]: bytes.slice(),
    ...(nulls > 0 ? { [arrow.BufferType.VALIDITY]: validity } : {}),
  });
  return new ArrowColumn(new arrow.Vector([data]), feature);
}
