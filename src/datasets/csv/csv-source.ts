/** @file A CSV file as a relation that DuckDB can query: its columns as texts, missing values as NULL. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { messageOf } from "../../core/errors";
import { DatasetError } from "../dataset-error";
import { globLiteral, sqlString } from "../duckdb";
import { diagnoseCsv, LONGEST_ROW } from "./diagnose";
import { kindsAggregate } from "./infer-types";
import type { CsvFile } from "./open-csv";
import type { Dialect } from "./options";

/** A file that DuckDB has read once without complaint. */
export interface CsvSource {
  /** The file. */
  file: CsvFile;
  /** The relation, to stand after FROM. Its columns are called as {@link columnAlias} says. */
  sql: string;
  /** How many rows it has. */
  rows: number;
  /** What kinds of values each column has, for `typeOfKinds`. */
  kinds: readonly number[];
}

/** What the column at this position is called in SQL. Users' names never come into a query. */
export function columnAlias(position: number): string {
  return `c${position}`;
}

/** Reads the file once: counts its rows and finds the kinds of its values. A fault is a DatasetError with its place. */
export async function csvSource(connection: DuckDBConnection, file: CsvFile, dialect: Dialect): Promise<CsvSource> {
  const strict = relation(file, dialect, "strict_mode = true");
  try {
    return await survey(connection, file, strict);
  } catch (error) {
    const { problem, rows } = await diagnoseCsv(file, dialect);
    if (problem !== undefined) throw problem;
    // DuckDB's strict mode refuses files that mix line ends. Its lenient mode reads them, but would also pass over real
    // faults; the walk over the file has just shown that there are none.
    const lenient = relation(file, dialect, "strict_mode = false, parallel = false");
    const source = await survey(connection, file, lenient).catch(() => undefined);
    if (source !== undefined && source.rows === rows) return source;
    const [reason = ""] = messageOf(error).split("\n");
    throw new DatasetError("unreadable", `\`${file.path}\` cannot be read as CSV. ${reason}`, {
      path: file.path,
      cause: error,
      hint: "Check `delimiter`, `quote` and `encoding`.",
    });
  }
}

async function survey(connection: DuckDBConnection, file: CsvFile, sql: string): Promise<CsvSource> {
  const kinds = file.names.map((_, position) => kindsAggregate(columnAlias(position)));
  const reader = await connection.runAndReadAll(`SELECT count(*), ${kinds.join(", ")} FROM ${sql}`);
  const [rows = 0, ...found] = (reader.getRows()[0] ?? []).map(Number);
  return { file, sql, rows, kinds: found };
}

function relation(file: CsvFile, dialect: Dialect, mode: string): string {
  const names = file.names.map((_, position) => columnAlias(position));
  const columns = names.map((name) => {
    const text = `coalesce(${name}, '')`;
    return `CASE WHEN ${isMissing(text, dialect.missing)} THEN NULL ELSE ${text} END AS ${name}`;
  });
  // In a file of one column an empty line looks like an empty value; only a quoted one is a value, as in pandas.
  const filter = names.length === 1 ? ` WHERE ${names[0]} IS NOT NULL` : "";
  return `(SELECT ${columns.join(", ")} FROM read_csv(
    ${sqlString(globLiteral(file.absolute))},
    auto_detect = false, header = ${dialect.header}, ${mode},
    columns = {${names.map((name) => `${name}: 'VARCHAR'`).join(", ")}},
    delim = ${sqlString(dialect.delimiter)}, quote = ${sqlString(dialect.quote)}, escape = ${sqlString(dialect.quote)},
    encoding = ${sqlString(dialect.encoding)}, compression = 'none', nullstr = '', allow_quoted_nulls = false,
    max_line_size = ${LONGEST_ROW}, buffer_size = ${LONGEST_ROW}
  )${filter})`;
}

function isMissing(text: string, missing: readonly string[]): string {
  if (missing.length === 0) return "false";
  // Not `text IN (…)`: DuckDB turns a long list there into a join, and a join does not keep the order of the rows.
  const longest = Math.max(...missing.map((value) => Buffer.byteLength(value)));
  return `strlen(${text}) <= ${longest} AND list_contains([${missing.map(sqlString).join(", ")}], ${text})`;
}
