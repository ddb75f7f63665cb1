/** @file The Parquet library in WebAssembly, of which no call that failed, and no memory that grew, outlives its work. */
import { createRequire } from "node:module";

/** What the library offers. */
export type ParquetWasm = typeof import("parquet-wasm/node");

const NAME = "parquet-wasm/node";
const KEPT_BYTES = 1 << 26;

/** Files up to this size, and tables of as much memory, go through the library; WebAssembly holds them as a whole. */
export const MOST_WASM_BYTES: number = 1 << 28;

/**
 * Calls `work` with the library.
 *
 * After an error, or where its memory has grown, the next call gets a new instance: a trap leaves the old one in an unknown state, and
 * the memory of WebAssembly never shrinks.
 */
export function withParquetWasm<Result>(work: (parquet: ParquetWasm) => Result): Result {
  const load = createRequire(__filename);
  const parquet = load(NAME) as ParquetWasm;
  let isKept = false;
  try {
    const result = work(parquet);
    isKept = memoryOf(parquet).buffer.byteLength <= KEPT_BYTES;
    return result;
  } finally {
    if (!isKept) delete load.cache[load.resolve(NAME)];
  }
}

/** The library's memory. Its buffer is another one after each call that made it grow. */
export function memoryOf(parquet: ParquetWasm): { readonly buffer: ArrayBuffer } {
  return parquet.wasmMemory() as { readonly buffer: ArrayBuffer };
}
