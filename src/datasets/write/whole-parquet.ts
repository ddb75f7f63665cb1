/** @file A table of plain types as the bytes of a Parquet file, encoded in WebAssembly. */
import * as arrow from "apache-arrow";
import { ArrowColumn } from "../arrow-column";
import { recordBatches, schemaOf } from "../arrow-copy";
import { rechunked } from "../cache/rechunked";
import { ClassLabel } from "../class-label";
import type { Column } from "../column";
import { dtypeOf, type Feature, isStruct, List } from "../feature";
import { HUGGINGFACE_KEY, huggingfaceNote } from "../huggingface-metadata";
import { MOST_WASM_BYTES, type ParquetWasm, withParquetWasm } from "../parquet/parquet-wasm";
import type { Table } from "../table";

const BATCH_ROWS = 1 << 17;
const SAMPLE = 1 << 10;
/** Parquet stores these as Arrow does, so that other programs need no note to read them. */
const PLAIN = /^(?:bool|u?int(?:8|16|32|64)|float(?:32|64)|(?:large_)?string|binary|date32)$/;

/**
 * The bytes of the file, with the note of the features; undefined where the table is large, or has types that DuckDB stores better.
 */
export function wholeParquet(table: Table): Uint8Array | undefined {
  const columns = [...table.columns];
  const features = Object.fromEntries(columns.map(([name, column]) => [name, column.feature]));
  if (table.numRows === 0 || !columns.every(([, { feature }]) => isPlain(feature))) return undefined;
  const note = huggingfaceNote(features);
  const stream = streamOf(table, note);
  if (stream === undefined) return undefined;
  try {
    const varied = columns.flatMap(([name, column]) => (isVaried(column) ? [name] : []));
    return withParquetWasm((parquet) => encoded(parquet, stream, note, varied));
  } catch {
    return undefined;
  }
}

function encoded(parquet: ParquetWasm, stream: Uint8Array, note: string, varied: readonly string[]): Uint8Array {
  let properties = new parquet.WriterPropertiesBuilder()
    .setCompression(parquet.Compression.SNAPPY)
    .setStatisticsEnabled(parquet.EnabledStatistics.Chunk)
    .setKeyValueMetadata(new Map([[HUGGINGFACE_KEY, note]]));
  // A dictionary of values that hardly repeat costs time and saves no room.
  for (const name of varied) properties = properties.setColumnDictionaryEnabled(name, false);
  return parquet.writeParquet(parquet.Table.fromIPCStream(stream), properties.build());
}

/** Whether most of a sample of a column's values differ. Lists and objects are not looked at. */
function isVaried(column: Column): boolean {
  if (dtypeOf(column.feature) === undefined) return false;
  const step = Math.max(1, Math.floor(column.length / SAMPLE));
  const seen = new Set<unknown>();
  let looked = 0;
  for (let row = 0; row < column.length && looked < SAMPLE; row += step) {
    seen.add(column.get(row));
    looked++;
  }
  return seen.size > looked / 2;
}

function isPlain(feature: Feature): boolean {
  if (feature instanceof List) return feature.length === -1 && isPlain(feature.feature);
  if (feature instanceof ClassLabel) return true;
  if (!isStruct(feature)) return PLAIN.test(dtypeOf(feature) ?? "");
  const parts = Object.values(feature);
  return parts.length > 0 && parts.every(isPlain);
}

/** The rows as a stream of Arrow's, or undefined where they are more than WebAssembly is to hold. */
function streamOf(table: Table, note: string): Uint8Array | undefined {
  const stored = [...table.columns].flatMap(([name, column]) =>
    column instanceof ArrowColumn ? [[name, column] as const] : [],
  );
  if (table.indices === undefined && stored.length === table.columns.size) {
    const bytes = stored.reduce((sum, [, { vector }]) => sum + vector.byteLength, 0);
    if (bytes > MOST_WASM_BYTES) return undefined;
    return arrow.RecordBatchStreamWriter.writeAll(rechunked(stored, JSON.parse(note) as object)).toUint8Array(true);
  }
  const schema = schemaOf(table, new Map([[HUGGINGFACE_KEY, note]]));
  const batches: arrow.RecordBatch[] = [];
  let bytes = 0;
  for (const batch of recordBatches(table, schema, { start: 0, end: table.numRows, most: BATCH_ROWS })) {
    bytes += batch.data.byteLength;
    if (bytes > MOST_WASM_BYTES) return undefined;
    batches.push(batch);
  }
  return arrow.RecordBatchStreamWriter.writeAll(batches).toUint8Array(true);
}
