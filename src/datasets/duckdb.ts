/** @file An in-memory DuckDB for one piece of work. */
import type { DuckDBConnection } from "@duckdb/node-api";

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
