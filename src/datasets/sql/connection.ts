/** @file What a `connection` means: a file's database, or a server. */
import { fileURLToPath } from "node:url";
import { argumentTypeError, messageOf } from "../../core/errors";
import { DatasetError } from "../dataset-error";
import { firstBytes, inputFile } from "../files/input-file";
import type { PostgresConnection, SqlReadOptions } from "./sql-options";

/** A database that can be read. */
export type SqlSource =
  | { dialect: "sqlite" | "duckdb"; path: string; absolute: string }
  | { dialect: "postgres"; url: string | undefined; config: PostgresConnection; shown: string };

const NEXT =
  'For example `connection: "essays.db"` (SQLite or DuckDB) or `connection: "postgres://user:password@host/database"`.';

/** Finds out which database a connection names. A file is known by its first bytes, not by its name. */
export async function sqlSource(connection: SqlReadOptions["connection"]): Promise<SqlSource> {
  if (typeof connection === "string") {
    const [, scheme, rest = ""] = /^([a-z][a-z0-9+.-]+):\/\/([\s\S]*)$/i.exec(connection) ?? [];
    switch (scheme?.toLowerCase()) {
      case undefined:
        break;
      case "postgres":
      case "postgresql":
        return postgresUrl(connection);
      case "sqlite":
      case "duckdb":
        // As in Python: three slashes begin a relative path, four an absolute one.
        return fileSource(rest.replace(/^\//, ""));
      case "file":
        return fileSource(filePath(connection));
      default:
        throw new DatasetError("unknown-database", `There is no reader for \`${scheme}://\` databases.`, {
          hint: `SQLite files, DuckDB files and postgres:// URLs are read. ${NEXT}`,
        });
    }
    if (connection !== "" && !connection.includes("\0")) return fileSource(connection);
  } else if (connection !== null && typeof connection === "object" && !Array.isArray(connection)) {
    const { host, port, user, database } = connection;
    const shown = `${user ?? ""}${user === undefined ? "" : "@"}${host ?? "localhost"}${port === undefined ? "" : `:${port}`}/${database ?? ""}`;
    return { dialect: "postgres", url: undefined, config: connection, shown };
  }
  throw argumentTypeError({
    function: "loadDataset",
    parameter: "connection",
    rule: "be a database file's path, a postgres:// URL, or an object with `host`, `user` and so on",
    // The value may hold a password.
    value: typeof connection === "string" ? "" : connection,
    next: NEXT,
  });
}

function filePath(url: string): string {
  try {
    return fileURLToPath(url);
  } catch (error) {
    throw new DatasetError("bad-connection", `\`connection\` is no file URL: ${messageOf(error)}.`, { hint: NEXT });
  }
}

function postgresUrl(text: string): SqlSource {
  let url: URL | undefined;
  try {
    url = new URL(text);
  } catch {
    // The parser's own error repeats the URL with its password.
  }
  if (url === undefined) {
    throw new DatasetError(
      "bad-connection",
      "`connection` is no URL that can be read; it is not shown for its password.",
      {
        hint: "Write postgres://user:password@host:5432/database, and encode signs like @ or / in the password: encodeURIComponent does it.",
      },
    );
  }
  const user = url.username === "" ? "" : `${url.username}@`;
  return { dialect: "postgres", url: text, config: {}, shown: `${user}${url.host}${url.pathname}` };
}

async function fileSource(path: string): Promise<SqlSource> {
  const file = await inputFile(path, "It is no database. Name a SQLite or a DuckDB file.");
  const start = Buffer.from(await firstBytes(file, 16)).toString("latin1");
  if (start === "SQLite format 3\0") return { dialect: "sqlite", path, absolute: file.absolute };
  if (start.slice(8, 12) === "DUCK") return { dialect: "duckdb", path, absolute: file.absolute };
  throw new DatasetError("not-a-database", `\`${path}\` is neither a SQLite nor a DuckDB file.`, {
    path,
    hint: 'Name a database file; other files have formats of their own, as in `loadDataset("csv", …)`.',
  });
}
