/** @file A whole Parquet file as columns, decoded in WebAssembly. */
import { readFile } from "node:fs/promises";
import * as arrow from "apache-arrow";
import { ArrowColumn } from "../arrow-column";
import { withFeature } from "../arrow-file";
import { featureOfArrow } from "../arrow-type";
import type { Columns } from "../cells/read-cells";
import type { Column } from "../column";
import type { InputFile } from "../files/input-file";
import { featuresOfNote, HUGGINGFACE_KEY } from "../huggingface-metadata";
import { foreignData } from "./foreign-data";
import { MOST_WASM_BYTES, memoryOf, type ParquetWasm, withParquetWasm } from "./parquet-wasm";

/** Rows of one chunk. Many small ones would cost more each than their rows. */
const CHUNK_ROWS = 1 << 20;

/** The file's columns; undefined where it is too large, or has what only DuckDB reads or tells the fault of. */
export async function readWholeParquet(file: InputFile): Promise<Columns | undefined> {
  if (file.bytes > MOST_WASM_BYTES) return undefined;
  const bytes = await readFile(file.absolute);
  try {
    return withParquetWasm((parquet) => columnsOf(parquet, bytes));
  } catch {
    return undefined;
  }
}

function columnsOf(parquet: ParquetWasm, bytes: Uint8Array): Columns | undefined {
  const table = parquet.readParquet(bytes, { batchSize: CHUNK_ROWS });
  const { schema } = arrow.RecordBatchReader.from(table.schema.intoIPCStream()).open();
  const names = schema.fields.map(({ name }) => name);
  if (new Set(names).size < names.length || table.numBatches === 0) {
    table.free();
    return undefined;
  }
  const chunks: arrow.Data[][] = schema.fields.map(() => []);
  const foreign = table.intoFFI();
  const struct = new arrow.Struct(schema.fields);
  for (const address of foreign.arrayAddrs()) {
    const batch = foreignData(memoryOf(parquet).buffer, address, struct);
    for (const [position, child] of batch.children.entries()) chunks[position]?.push(child);
  }
  foreign.drop();
  const noted = featuresOfNote(schema.metadata.get(HUGGINGFACE_KEY));
  return new Map(
    schema.fields.map(({ name, type }, position): [string, Column] => {
      const column = new ArrowColumn(new arrow.Vector(chunks[position] ?? []), featureOfArrow(type, name));
      return [name, withFeature(name, column, noted?.get(name))];
    }),
  );
}
