/** @file A query's result, or a part of a table, as columns. */
import { type SqlSource, sqlSource } from "./connection";
import { checkSqlOptions, type SqlBounds, type SqlOptions, sqlBounds } from "./sql-options";
import type { Columns, SqlSession } from "./sql-session";
import { readingStatement } from "./statement";
import { tableStatement } from "./table-query";

/**
 * Reads from a SQLite file, a DuckDB file or a PostgreSQL server.
 *
 * The database is opened for reading only, and one reading statement is run; values are bound to its placeholders. Rows come in
 * the database's order, which a query fixes by ORDER BY.
 */
export async function readSql(options: SqlOptions): Promise<Columns> {
  checkSqlOptions(options);
  const bounds = sqlBounds(options);
  const source = await sqlSource(options.connection);
  if (options.query !== undefined) {
    const statement = readingStatement(options.query, options.parameters, source.dialect);
    return await withSession(source, bounds, (session) => session.read(statement));
  }
  return await withSession(source, bounds, async (session) => session.read(await tableStatement(session, options)));
}

async function withSession(
  source: SqlSource,
  bounds: SqlBounds,
  work: (session: SqlSession) => Promise<Columns>,
): Promise<Columns> {
  // Each reader is loaded where it is needed: their packages take a while.
  if (source.dialect === "postgres") {
    const { withPostgres } = await import("./postgres.js");
    return await withPostgres(source, bounds, work);
  }
  if (source.dialect === "sqlite") {
    const { withSqlite } = await import("./sqlite.js");
    return await withSqlite(source, bounds, work);
  }
  const { withDuckDBFile } = await import("./duckdb-file.js");
  return await withDuckDBFile(source, bounds, work);
}
