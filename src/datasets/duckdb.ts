/** @file An in-memory DuckDB for one piece of work, and the bridge from its results to Arrow columns. */
import type { DuckDBConnection, DuckDBDataChunk } from "@duckdb/node-api";
import { columnBuilder } from "./arrow-builder";
import type { ArrowColumn } from "./arrow-column";
import type { Value } from "./value";

/**
 * Runs `work` on a fresh in-memory database and closes it.
 *
 * The database loads no extension, so that no name in a query makes it fetch anything.
 */
export async function withDuckDB<Result>(work: (connection: DuckDBConnection) => Promise<Result>): Promise<Result> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  try {
    const connection = await instance.connect();
    try {
      return await work(connection);
    } finally {
      connection.closeSync();
    }
  } finally {
    instance.closeSync();
  }
}

/** A text as an SQL literal. */
export function sqlString(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A path as a pattern that only this file matches: DuckDB reads `*`, `?` and `[` in a file name as wildcards. */
export function globLiteral(path: string): string {
  return path.replace(/[*?[]/g, "[$&]");
}

/**
 * Collects rows of query results into one Arrow column a feature.
 *
 * A query's columns must come as {@link transferExpression} writes them.
 */
export class ArrowCollector {
  readonly #builders: readonly ReturnType<typeof columnBuilder>[];
  readonly #features: readonly Value[];
  /** How many rows have come so far. */
  rows = 0;

  constructor(features: readonly Value[]) {
    this.#features = features;
    this.#builders = features.map((feature) => columnBuilder(feature));
  }

  /** Takes all rows of a query, in order. */
  async read(connection: DuckDBConnection, sql: string): Promise<void> {
    const { DuckDBBlobVector } = await import("@duckdb/node-api");
    const result = await connection.stream(sql);
    for (;;) {
      const chunk = await result.fetchChunk();
      // The count is asked once: each time it is read, DuckDB's binding is called.
      const count = chunk?.rowCount ?? 0;
      if (chunk === null || count === 0) return;
      this.#add(chunk, count, DuckDBBlobVector);
      this.rows += count;
    }
  }

  /** The columns of everything that was read. */
  finish(): ArrowColumn[] {
    return this.#builders.map((builder) => builder.finish());
  }

  #add(chunk: DuckDBDataChunk, count: number, Blob: typeof import("@duckdb/node-api").DuckDBBlobVector): void {
    for (const [position, builder] of this.#builders.entries()) {
      const vector = chunk.getColumnVector(position);
      for (let row = 0; row < count; row++) {
        // Bytes, not strings: what DuckDB holds in UTF-8 is what Arrow wants, and nothing has to be decoded.
        const value = vector instanceof Blob ? vector.getItemBytes(row) : vector.getItem(row);
        if (value === null) builder.addNull();
        else if (value instanceof Uint8Array) builder.addBytes(value);
        else if (typeof value === "boolean") builder.addBoolean(value);
        else if (typeof value === "number" || typeof value === "bigint") builder.addNumber(value);
        else throw new TypeError(`DuckDB gave ${String(value)} for a column of ${this.#features[position]}.`);
      }
    }
  }
}

/** An SQL expression whose values {@link ArrowCollector} can take for a column of this type. */
export function transferExpression(expression: string, feature: Value): string {
  switch (feature.dtype) {
    case "null":
      return "CAST(NULL AS BIGINT)";
    case "string":
      return `encode(${expression})`;
    case "date32":
      return `date_diff('day', DATE '1970-01-01', ${expression})::INTEGER`;
    case "timestamp[s]":
      return `epoch_ms(${expression}) // 1000`;
    case "timestamp[ms]":
      return `epoch_ms(${expression})`;
    case "timestamp[us]":
      return `epoch_us(${expression})`;
    case "timestamp[ns]":
      return `epoch_ns(${expression})`;
    default:
      return expression;
  }
}
