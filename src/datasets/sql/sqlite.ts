/** @file SQLite files, by SQLite itself in WebAssembly: nothing is built, and the file is read in place. */
import { constants } from "node:fs";
import { copyFile, mkdtemp, open, rm, stat, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Database, Statement as SqliteStatement } from "node-sqlite3-wasm";
import { messageOf } from "../../core/errors";
import { DatasetError } from "../dataset-error";
import { type ResultColumn, ResultColumns } from "./result-columns";
import { sqlError, timeoutError } from "./sql-error";
import type { SqlBounds, SqlParameter } from "./sql-options";
import type { Columns, SqlSession } from "./sql-session";
import { sqlTokens } from "./sql-tokens";
import type { Statement } from "./statement";

type Sqlite = typeof import("node-sqlite3-wasm");

interface SqliteFile {
  path: string;
  absolute: string;
}

/** Whether a number is a float is not seen once it is in JavaScript; one column of flags says it for this many columns. */
const FLAGS = 30;
const ROWS_A_TURN = 5000;

/** Opens a SQLite file for `work`. A file that is written to meanwhile is a DatasetError. */
export async function withSqlite<Result>(
  file: SqliteFile,
  bounds: SqlBounds,
  work: (session: SqlSession) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "caderno-sqlite-"));
  try {
    const before = await changeMark(file);
    const isLogged = await prepareFolder(file, folder);
    // An import at run time finds what a CommonJS package exports under `default`; its declarations do not say so.
    const { default: sqlite } = (await import("node-sqlite3-wasm")) as unknown as { default: Sqlite };
    const database = new sqlite.Database(join(folder, "data.db"), { readOnly: !isLogged });
    try {
      // A write-ahead log needs memory shared between processes, or else a database that nobody shares: here, a copy.
      if (isLogged) database.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA query_only = ON");
      const result = await work(sessionOf(database, file, bounds));
      if ((await changeMark(file)) !== before) throw changed(file);
      return result;
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof DatasetError || !(error instanceof Error) || error.name !== "SQLite3Error") throw error;
    throw new DatasetError("unreadable", `\`${file.path}\` cannot be read: ${error.message}.`, {
      path: file.path,
      cause: error,
      hint: "Check it by SQLite's own program: `PRAGMA integrity_check`.",
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Puts the database into a folder of our own, by a link where the system has them: the reader marks a database that it reads by a
 * folder beside it, which would need permission there, would keep other readers out, and would stay after a crash.
 */
async function prepareFolder(file: SqliteFile, folder: string): Promise<boolean> {
  if ((await sizeOf(`${file.absolute}-journal`)) > 0) {
    throw new DatasetError("file-busy", `\`${file.path}\` is being written, or a program that wrote it has crashed.`, {
      path: file.path,
      hint: "Wait for the program that writes it, or open it once by SQLite, which repairs it.",
    });
  }
  const target = join(folder, "data.db");
  const start = await firstBytes(file.absolute, 20);
  const isLogged = start[18] === 2 || start[19] === 2;
  const log = `${file.absolute}-wal`;
  if (isLogged) {
    await copyFile(file.absolute, target, constants.COPYFILE_FICLONE);
    if ((await sizeOf(log)) > 0) await copyFile(log, `${target}-wal`, constants.COPYFILE_FICLONE);
  } else {
    await symlink(file.absolute, target).catch(() => copyFile(file.absolute, target, constants.COPYFILE_FICLONE));
  }
  return isLogged;
}

/** What changes whenever something is written: SQLite's own counter, and what the system knows of both files. */
async function changeMark({ absolute }: SqliteFile): Promise<string> {
  const counter = Buffer.from((await firstBytes(absolute, 28)).subarray(24)).toString("hex");
  const [main, log] = await Promise.all([absolute, `${absolute}-wal`].map((path) => stat(path).catch(() => undefined)));
  return [counter, main?.mtimeMs, main?.size, log?.mtimeMs, log?.size].join(" ");
}

function changed(file: SqliteFile): DatasetError {
  return new DatasetError("file-changed", `\`${file.path}\` was written to while it was read.`, {
    path: file.path,
    hint: "Load it again when nothing writes to it.",
  });
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? 0;
}

async function firstBytes(path: string, count: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const buffer = new Uint8Array(count);
    await file.read(buffer, 0, count, 0);
    return buffer;
  } finally {
    await file.close();
  }
}

function sessionOf(database: Database, file: SqliteFile, bounds: SqlBounds): SqlSession {
  const end = performance.now() + bounds.timeout;
  return {
    dialect: "sqlite",
    all: async (sql) => {
      // An object a row would lose one of two columns of one name; lists need names of our own.
      const names = columnNames(database, sql);
      const aliases = names.map((_, position) => `c${position}`);
      const rows = database.all(`WITH q(${aliases.join(", ")}) AS (${sql}\n) SELECT * FROM q`);
      return rows.map((row) => aliases.map((alias) => row[alias]));
    },
    read: (statement) => read(database, statement, file, bounds, end),
  };
}

async function read(
  database: Database,
  statement: Statement,
  file: SqliteFile,
  bounds: SqlBounds,
  end: number,
): Promise<Columns> {
  let prepared: SqliteStatement | undefined;
  let result: ResultColumns | undefined;
  try {
    const names = columnNames(database, statement.sql);
    const aliases = names.map((_, position) => `c${position}`);
    result = new ResultColumns(
      names.map((name): ResultColumn => ({ name, feature: undefined })),
      bounds,
    );
    // Where a float has no fraction, JavaScript sees a whole number: SQLite is asked which columns have held floats.
    const flags: string[] = [];
    for (let first = 0; first < names.length; first += FLAGS) {
      const part = aliases.slice(first, first + FLAGS);
      flags.push(
        `${part.map((alias, bit) => `((typeof(${alias}) = 'real') << ${bit})`).join(" | ")} AS f${flags.length}`,
      );
    }
    const hasFloats = flags.map(() => 0);
    // The reader ends a text at its first zero: such a text is refused rather than cut.
    const zeros = aliases.map((alias) => `(typeof(${alias}) = 'text' AND instr(${alias}, char(0)) > 0)`);
    prepared = database.prepare(
      `WITH q(${aliases.join(", ")}) AS (${statement.sql}\n) SELECT *, ${flags.join(", ")}, ${anyOf(zeros)} AS z FROM q`,
    );
    let rows = 0;
    for (const row of prepared.iterate(statement.values.map(bound))) {
      if (row.z !== 0) throw zeroInText(rows);
      result.add(aliases.map((alias) => row[alias]));
      for (const index of hasFloats.keys()) hasFloats[index] = (hasFloats[index] ?? 0) | Number(row[`f${index}`]);
      if (++rows % ROWS_A_TURN !== 0) continue;
      if (performance.now() > end) throw timeoutError(bounds);
      // SQLite works in this thread: others get their turn between its rows.
      await setImmediate();
    }
    const isFloat = (position: number): boolean =>
      (((hasFloats[Math.floor(position / FLAGS)] ?? 0) >> (position % FLAGS)) & 1) === 1;
    return result.finish(isFloat);
  } catch (error) {
    if (error instanceof DatasetError) throw error;
    throw sqlError(
      messageOf(error),
      { query: statement.query, offset: faultOf(error, statement) },
      {
        cause: error,
        path: file.path,
      },
    );
  } finally {
    result?.close();
    prepared?.finalize();
  }
}

/** The reader's declarations leave this method out; without it, an empty result would have no columns. */
function columnNames(database: Database, sql: string): string[] {
  const prepared = database.prepare(sql);
  try {
    return (prepared as unknown as { _getColumnNames(): string[] })._getColumnNames();
  } finally {
    prepared.finalize();
  }
}

/** Neither a chain of ORs nor a function's list of values may be long in SQLite. */
function anyOf(conditions: readonly string[]): string {
  if (conditions.length <= FLAGS) return `max(0, ${conditions.join(", ")})`;
  const groups: string[] = [];
  for (let first = 0; first < conditions.length; first += FLAGS) {
    groups.push(anyOf(conditions.slice(first, first + FLAGS)));
  }
  return anyOf(groups);
}

function zeroInText(row: number): DatasetError {
  return new DatasetError("zero-in-text", `Row ${row} of the result has a text with a zero byte in it.`, {
    row,
    hint: "Read that column as bytes, `CAST(… AS BLOB)`, or take the zero out: `replace(…, char(0), '')`.",
  });
}

function bound(value: SqlParameter): string | number | bigint | boolean | null {
  // As Python's sqlite3 writes dates, in UTC.
  return value instanceof Date
    ? value
        .toISOString()
        .replace("T", " ")
        .replace(/(\.000)?Z$/, "")
    : value;
}

/** SQLite names the word at which it stopped, not its place: it is marked where the query has it once. */
function faultOf(error: unknown, { query }: Statement): number | undefined {
  const [, near, column, table] =
    /^near "([\s\S]+)": |^no such column: (.+)$|^no such table: (?:main\.)?(.+)$/.exec(messageOf(error)) ?? [];
  const fault = near ?? column?.split(".").at(-1) ?? table;
  if (fault === undefined) return undefined;
  const found = sqlTokens(query, "sqlite").filter(({ text }) => text === fault);
  return found.length === 1 ? found[0]?.start : undefined;
}
