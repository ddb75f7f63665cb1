/** @file PostgreSQL: one read-only transaction, its rows taken in batches. */
import type { Client, ClientConfig, FieldDef } from "pg";
import type { CursorQueryConfig } from "pg-cursor";
import { messageOf } from "../../core/errors";
import { DatasetError } from "../dataset-error";
import { postgresColumn } from "./postgres-types";
import { ResultColumns } from "./result-columns";
import { sentence, sqlError, timeoutError } from "./sql-error";
import type { PostgresConnection, SqlBounds, SqlParameter } from "./sql-options";
import type { Columns, SqlSession } from "./sql-session";
import type { Statement } from "./statement";

/** Where the server is; `shown` is the address without the password. */
export interface PostgresServer {
  url: string | undefined;
  config: PostgresConnection;
  shown: string;
}

const BATCH = 2000;
const CONNECT_TIMEOUT = 10_000;
/** What is the same whatever the server's settings are: how dates and numbers are written, and the order of a table's rows. */
const SETTINGS = `SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'iso_8601'; SET bytea_output = 'hex';
  SET extra_float_digits = 1; SET synchronize_seqscans = off; BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY`;

/** Connects for `work`, in a transaction that cannot write. */
export async function withPostgres<Result>(
  server: PostgresServer,
  bounds: SqlBounds,
  work: (session: SqlSession) => Promise<Result>,
): Promise<Result> {
  const { Client } = await import("pg");
  let client: Client;
  try {
    client = new Client(clientConfig(server, bounds));
  } catch {
    // The parser's own error may repeat the password.
    throw new DatasetError("bad-connection", `The connection to \`${server.shown}\` cannot be understood.`, {
      hint: "Write postgres://user:password@host:5432/database.",
    });
  }
  let give: (error: unknown) => void = () => undefined;
  // Whatever ends the connection rejects this, and with it whatever waits for an answer.
  const lost = new Promise<never>((_, reject) => {
    give = reject;
  });
  lost.catch(() => undefined);
  let isConnected = false;
  client.on("error", (error) => give(isConnected ? lostError(server, error) : connectError(server, error)));
  client.on("end", () => give(lostError(server, undefined)));
  const timer = setTimeout(() => give(timeoutError(bounds)), Math.min(bounds.timeout, 2 ** 31 - 1));
  try {
    await Promise.race([client.connect(), lost]).catch((error: unknown) => {
      throw error instanceof DatasetError ? error : connectError(server, error);
    });
    isConnected = true;
    await Promise.race([client.query(SETTINGS), lost]);
    return await Promise.race([work(sessionOf(client, server)), lost]);
  } finally {
    clearTimeout(timer);
    await closed(client);
  }

  function sessionOf(open: Client, from: PostgresServer): SqlSession {
    return {
      dialect: "postgres",
      all: async (sql) => (await open.query<unknown[]>({ text: sql, rowMode: "array" })).rows,
      read: (statement) => read(open, statement, from, bounds),
    };
  }
}

function clientConfig({ url, config }: PostgresServer, bounds: SqlBounds): ClientConfig {
  return {
    ...(url === undefined ? (config as ClientConfig) : { connectionString: url }),
    connectionTimeoutMillis: Math.min(CONNECT_TIMEOUT, bounds.timeout),
    statement_timeout: Math.min(bounds.timeout, 2 ** 31 - 1),
    keepAlive: true,
    application_name: "caderno",
  };
}

/** Ends the connection: politely, and after a while by closing the socket. */
async function closed(client: Client): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, 1000);
  });
  await Promise.race([client.end().catch(() => undefined), patience]);
  clearTimeout(timer);
  (client as unknown as { connection?: { stream?: { destroy(): void } } }).connection?.stream?.destroy();
}

async function read(client: Client, statement: Statement, server: PostgresServer, bounds: SqlBounds): Promise<Columns> {
  const [{ types }, { default: Cursor }] = await Promise.all([import("pg"), import("pg-cursor")]);
  // The declarations know the numbers of single types only; 1009 is a list of texts.
  const parserOf = types.getTypeParser as unknown as (type: number) => (text: string) => unknown[];
  const itemsOf = parserOf(1009);
  const asText = { getTypeParser: () => (text: string) => text };
  const options = { rowMode: "array", types: asText } as unknown as CursorQueryConfig;
  const cursor = client.query(new Cursor<unknown[]>(statement.sql, statement.values.map(bound), options));
  const batch = (): Promise<{ rows: unknown[][]; fields: readonly FieldDef[] }> =>
    new Promise((resolve, reject) => {
      cursor.read(BATCH, (error: Error | undefined, rows, result) => {
        if (error) reject(error);
        else resolve({ rows, fields: result?.fields ?? [] });
      });
    });
  let columns: ResultColumns | undefined;
  try {
    for (;;) {
      const { rows, fields } = await batch();
      columns ??= new ResultColumns(
        fields.map(({ name, dataTypeID }) => postgresColumn(name, dataTypeID, itemsOf)),
        bounds,
      );
      for (const row of rows) columns.add(row);
      if (rows.length < BATCH) return columns.finish();
    }
  } catch (error) {
    throw error instanceof DatasetError ? error : queryError(error, statement, server, bounds);
  } finally {
    columns?.close();
  }
}

function bound(value: SqlParameter): string | number | bigint | boolean | null {
  // With its zone said: the column's type decides whether it counts.
  return value instanceof Date ? value.toISOString() : value;
}

function queryError(error: unknown, statement: Statement, server: PostgresServer, bounds: SqlBounds): DatasetError {
  const { code, position, hint, detail } = serverFields(error);
  if (code === undefined || /^(57P0|08)/.test(code)) return lostError(server, error);
  if (code === "57014") return timeoutError(bounds);
  if (code === "25006") {
    return sqlError(
      messageOf(error),
      { query: statement.query, offset: undefined },
      {
        code: "not-a-query",
        cause: error,
        hint: "Datasets are read in a transaction that cannot write.",
      },
    );
  }
  const offset =
    position === undefined ? undefined : statement.original(utf16Offset(statement.sql, Number(position) - 1));
  const place = { query: statement.query, offset };
  const advice = [hint, detail].find((text) => text !== undefined);
  return sqlError(messageOf(error), place, {
    cause: error,
    hint: advice === undefined ? undefined : sentence(advice),
    code: code === "42501" ? "not-allowed" : "bad-query",
  });
}

function connectError(server: PostgresServer, error: unknown): DatasetError {
  const { code } = serverFields(error);
  const [name, hint] = /^28/.test(code ?? "")
    ? ["not-authorized", "Check the user's name and the password."]
    : code === "3D000"
      ? ["unknown-database", "Check the database's name; `psql --list` shows them."]
      : ["no-connection", "Check the host, the port, and that the server runs and can be reached from here."];
  const reason = error instanceof AggregateError ? messageOf(error.errors[0]) : messageOf(error);
  return new DatasetError(
    name,
    `There is no connection to the PostgreSQL server \`${server.shown}\`: ${sentence(reason)}`,
    {
      hint,
      cause: error,
    },
  );
}

function lostError(server: PostgresServer, error: unknown): DatasetError {
  const reason = error === undefined ? "" : ` ${sentence(messageOf(error))}`;
  return new DatasetError(
    "connection-lost",
    `The connection to \`${server.shown}\` was lost before all rows had come.${reason}`,
    {
      hint: "Load it again; nothing was kept of what had come.",
      cause: error,
    },
  );
}

interface ServerFields {
  code: string | undefined;
  position: string | undefined;
  hint: string | undefined;
  detail: string | undefined;
}

function serverFields(error: unknown): ServerFields {
  const fields = (error ?? {}) as Readonly<Record<string, unknown>>;
  const text = (name: string): string | undefined => (typeof fields[name] === "string" ? fields[name] : undefined);
  return { code: text("code"), position: text("position"), hint: text("hint"), detail: text("detail") };
}

/** PostgreSQL counts characters, JavaScript UTF-16 units. */
function utf16Offset(text: string, characters: number): number {
  return [...text].slice(0, characters).join("").length;
}
