/** @file The options of `loadDataset("sql", …)`, checked. */
import { argumentRangeError, argumentTypeError } from "../../core/errors";

/** A value that is bound to a placeholder. Dates are sent in UTC. */
export type SqlParameter = string | number | bigint | boolean | Date | null;

/** How to reach a PostgreSQL server, where a URL does not say it well. What is left out comes from PGHOST, PGUSER and so on. */
export interface PostgresConnection {
  /** A name, an address, or the folder of a Unix socket. */
  host?: string;
  /** @default 5432 */
  port?: number;
  /** The user's name. */
  user?: string;
  /** The password; it is never printed. */
  password?: string;
  /** The database's name. */
  database?: string;
  /** Whether to encrypt; an object goes to `tls.connect`. */
  ssl?: boolean | Readonly<Record<string, unknown>>;
}

/** What reads a database has in common, whether it asks by a query or by a table's name. */
export interface SqlReadOptions {
  /**
   * The database: the path of a SQLite or DuckDB file, a `postgres://user:password@host/database` URL, or its parts.
   */
  connection: string | PostgresConnection;
  /**
   * The split's name, to get its Dataset instead of a DatasetDict. A query makes the split `train`.
   * @default all splits
   */
  split?: string;
  /**
   * The most rows that are taken; more are a DatasetError.
   * @default 10_000_000
   */
  maxRows?: number;
  /**
   * The most bytes of texts and numbers that are taken; more are a DatasetError.
   * @default 4_000_000_000
   */
  maxBytes?: number;
  /**
   * The longest time in milliseconds for connecting and reading together. SQLite looks at the clock only between rows.
   * @default 600_000
   */
  timeout?: number;
}

/** A query and its values. */
export interface SqlQueryOptions extends SqlReadOptions {
  /** One SELECT, WITH, VALUES or TABLE statement. Values stand in it as `?` or `$1` (`$1` in PostgreSQL), or by name: `:name`. */
  query: string;
  /** The values of the placeholders, in their order or by their names. They are bound, never pasted into the query. */
  parameters?: readonly SqlParameter[] | Readonly<Record<string, SqlParameter>>;
  table?: never;
  columns?: never;
  limit?: never;
}

/** A table's name, and which part of it. */
export interface SqlTableOptions extends SqlReadOptions {
  /** The table or view: `"essays"`, or `"school.essays"` with its schema. */
  table: string;
  /**
   * The columns, in the order that they shall have.
   * @default all of them
   */
  columns?: readonly string[];
  /**
   * The most rows, from the first one that the database gives.
   * @default all of them
   */
  limit?: number;
  query?: never;
  parameters?: never;
}

/**
 * Options of `loadDataset("sql", …)`.
 *
 * Python: `datasets.Dataset.from_sql`. Whole numbers with missing values among them stay `int64` here, where pandas makes floats.
 * PostgreSQL's `numeric` and DuckDB's `DECIMAL` are `float64`, JSON and types without a counterpart are texts.
 *
 * @example
 * ```ts
 * await loadDataset("sql", {
 *   connection: "school.db",
 *   query: "SELECT essay, score FROM essays WHERE score >= :least ORDER BY id",
 *   parameters: { least: 9 },
 * });
 * await loadDataset("sql", { connection: "school.db", table: "essays", columns: ["essay", "score"], limit: 20 });
 * ```
 */
export type SqlOptions = SqlQueryOptions | SqlTableOptions;

/** How much may be read, and for how long. */
export interface SqlBounds {
  maxRows: number;
  maxBytes: number;
  timeout: number;
}

const LONGEST_QUERY = 1_000_000;

/** The bounds of a call. */
export function sqlBounds(options: SqlReadOptions): SqlBounds {
  return {
    maxRows: positive("maxRows", options.maxRows, 10_000_000),
    maxBytes: positive("maxBytes", options.maxBytes, 4_000_000_000),
    timeout: positive("timeout", options.timeout, 600_000),
  };
}

/** Refuses options that name neither a query nor a table, or both, or with values of a wrong type. */
export function checkSqlOptions(options: SqlOptions): void {
  const { query, table, columns, limit, parameters } = options ?? {};
  const { streaming } = (options ?? {}) as { streaming?: unknown };
  if (streaming !== undefined && streaming !== false) {
    throw argumentRangeError({
      function: "loadDataset",
      parameter: "streaming",
      rule: 'be left out with the format "sql"',
      value: streaming,
      next: "Ask for fewer rows by LIMIT.",
    });
  }
  if ((query === undefined) === (table === undefined)) {
    throw argumentTypeError({
      function: "loadDataset",
      parameter: query === undefined ? "query" : "table",
      rule: query === undefined ? "be given, or a `table`" : "be left out where a `query` is given",
      value: table,
      next: 'Write `loadDataset("sql", { query: "SELECT …", connection: "essays.db" })`.',
    });
  }
  if (query !== undefined) checkText("query", query, LONGEST_QUERY);
  else checkText("table", table, 500);
  const wrongColumns =
    columns !== undefined &&
    !(Array.isArray(columns) && columns.length > 0 && columns.every((name) => typeof name === "string"));
  if (wrongColumns) {
    throw argumentTypeError({
      function: "loadDataset",
      parameter: "columns",
      rule: "be a list of columns' names",
      value: columns,
      next: 'For example `columns: ["essay", "score"]`.',
    });
  }
  if (limit !== undefined && !(Number.isSafeInteger(limit) && (limit as number) >= 0)) {
    throw argumentRangeError({
      function: "loadDataset",
      parameter: "limit",
      rule: "be a whole number of at least 0",
      value: limit,
    });
  }
  for (const wrong of [query === undefined ? ["parameters", parameters] : ["columns", columns], ["limit", limit]]) {
    const [name, value] = wrong;
    if (value === undefined || (query === undefined && name === "limit")) continue;
    throw argumentTypeError({
      function: "loadDataset",
      parameter: String(name),
      rule: query === undefined ? "be left out where a `table` is given" : "be left out where a `query` is given",
      value,
      next: query === undefined ? "Write a `query` with placeholders." : "Say it in the query.",
    });
  }
}

function checkText(parameter: string, value: unknown, longest: number): void {
  if (typeof value === "string" && value.trim() !== "" && value.length <= longest && !value.includes("\0")) return;
  throw argumentTypeError({
    function: "loadDataset",
    parameter,
    rule: `be a text of at most ${longest} characters`,
    value,
  });
}

function positive(parameter: keyof SqlBounds, value: unknown, standard: number): number {
  if (value === undefined) return standard;
  if (typeof value === "number" && value > 0) return value;
  throw argumentRangeError({ function: "loadDataset", parameter, rule: "be a number above 0", value });
}
