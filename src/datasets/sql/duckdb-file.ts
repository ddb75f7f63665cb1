/** @file DuckDB files, opened for reading only and kept from every other file. */
import type { DuckDBConnection, DuckDBPreparedStatement, DuckDBType } from "@duckdb/node-api";
import { messageOf } from "../../core/errors";
import { DatasetError } from "../dataset-error";
import { duckdbColumn } from "./duckdb-types";
import { ResultColumns } from "./result-columns";
import { sqlError, timeoutError } from "./sql-error";
import type { SqlBounds, SqlParameter } from "./sql-options";
import type { Columns, SqlSession } from "./sql-session";
import type { Statement } from "./statement";

type DuckDB = typeof import("@duckdb/node-api");

interface DuckDBFile {
  path: string;
  absolute: string;
}

/** Opens a DuckDB file for `work`. */
export async function withDuckDBFile<Result>(
  file: DuckDBFile,
  bounds: SqlBounds,
  work: (session: SqlSession) => Promise<Result>,
): Promise<Result> {
  const duckdb = await import("@duckdb/node-api");
  const instance = await openFile(duckdb, file);
  try {
    const connection = await instance.connect();
    let isLate = false;
    const timer = setTimeout(
      () => {
        isLate = true;
        connection.interrupt();
      },
      Math.min(bounds.timeout, 2 ** 31 - 1),
    );
    try {
      return await work({
        dialect: "duckdb",
        all: async (sql) => (await connection.runAndReadAll(sql)).getRows(),
        read: (statement) => read(duckdb, connection, statement, file, bounds),
      });
    } catch (error) {
      throw isLate ? timeoutError(bounds) : error;
    } finally {
      clearTimeout(timer);
      connection.closeSync();
    }
  } finally {
    instance.closeSync();
  }
}

async function openFile(duckdb: DuckDB, file: DuckDBFile): Promise<import("@duckdb/node-api").DuckDBInstance> {
  try {
    return await duckdb.DuckDBInstance.create(file.absolute, {
      access_mode: "READ_ONLY",
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      enable_external_access: "false",
    });
  } catch (error) {
    const [reason = ""] = messageOf(error).split("\n");
    const isLocked = /lock/i.test(reason);
    throw new DatasetError(
      isLocked ? "file-busy" : "unreadable",
      isLocked
        ? `\`${file.path}\` is open in another program, which may write to it.`
        : `\`${file.path}\` cannot be read. ${reason}`,
      {
        path: file.path,
        cause: error,
        hint: isLocked ? "Close it there, or copy the file." : "It may be damaged, or of a later version of DuckDB.",
      },
    );
  }
}

async function read(
  duckdb: DuckDB,
  connection: DuckDBConnection,
  statement: Statement,
  file: DuckDBFile,
  bounds: SqlBounds,
): Promise<Columns> {
  let prepared: DuckDBPreparedStatement | undefined;
  let columns: ResultColumns | undefined;
  try {
    prepared = await connection.prepare(statement.sql);
    for (const [index, value] of statement.values.entries()) bindValue(duckdb, prepared, index + 1, value);
    const result = await prepared.stream();
    const types: readonly DuckDBType[] = result.columnTypes();
    columns = new ResultColumns(
      result.columnNames().map((name, position) => duckdbColumn(duckdb, name, types[position])),
      bounds,
    );
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) return columns.finish();
      for (const row of chunk.getRows()) columns.add(row);
    }
  } catch (error) {
    if (error instanceof DatasetError) throw error;
    const message = messageOf(error);
    const [reason = ""] = message.split("\n");
    const hint = /^(Did you mean|Candidate)[^\n]*/m.exec(message.slice(reason.length))?.[0];
    const offset = faultOf(message, statement);
    throw sqlError(reason, { query: statement.query, offset }, { cause: error, path: file.path, hint });
  } finally {
    columns?.close();
    prepared?.destroySync();
  }
}

/** DuckDB shows the line, cut to its width, with a mark below: the mark counts where the line is not cut. */
function faultOf(message: string, { sql, original }: Statement): number | undefined {
  const [, number = "", shown = "", mark = ""] = /\nLINE ([0-9]+): ([^\n]*)\n( *)\^/.exec(message) ?? [];
  const lines = sql.split("\n");
  const line = lines[Number(number) - 1];
  if (line === undefined) return undefined;
  const before = lines.slice(0, Number(number) - 1).reduce((sum, text) => sum + text.length + 1, 0);
  const clean = shown.replace(/^\.\.\./, "").replace(/\.\.\.$/, "");
  const start = line.indexOf(clean);
  if (start === -1) return undefined;
  const cut = shown.startsWith("...") && !line.startsWith("...") ? 3 : 0;
  return original(before + start + mark.length - `LINE ${number}: `.length - cut);
}

function bindValue(duckdb: DuckDB, prepared: DuckDBPreparedStatement, index: number, value: SqlParameter): void {
  if (value === null) prepared.bindNull(index);
  else if (typeof value === "string") prepared.bindVarchar(index, value);
  else if (typeof value === "boolean") prepared.bindBoolean(index, value);
  else if (value instanceof Date) {
    prepared.bindTimestamp(index, new duckdb.DuckDBTimestampValue(BigInt(value.getTime()) * 1000n));
  } else if (typeof value === "number" && !Number.isSafeInteger(value)) prepared.bindDouble(index, value);
  else if (BigInt.asIntN(64, BigInt(value)) === BigInt(value)) prepared.bindBigInt(index, BigInt(value));
  else prepared.bindHugeInt(index, BigInt(value));
}
