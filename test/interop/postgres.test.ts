import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { Client } from "pg";
import { Dataset } from "../../src/datasets/dataset";
import { DatasetError } from "../../src/datasets/dataset-error";
import { readSql } from "../../src/datasets/sql/read-sql";
import type { SqlOptions } from "../../src/datasets/sql/sql-options";
import { findPostgres, PASSWORD, type PostgresTestServer, startPostgres } from "./postgres-server";

const binaries = findPostgres();
const skip =
  binaries === undefined ? "There is no initdb: install PostgreSQL (Debian: apt-get install postgresql)." : false;

async function dataset(options: SqlOptions): Promise<Dataset> {
  return new Dataset(await readSql(options));
}

function withCode(code: string, pattern?: RegExp): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof DatasetError, String(error));
    assert.equal(error.code, code, error.message);
    if (pattern) assert.match(`${error.message}\n${error.hint}`, pattern);
    const everything = `${error.stack} ${JSON.stringify(error)} ${String(error.cause)} ${JSON.stringify(error.cause)}`;
    assert.ok(
      !everything.includes("word: ") && !everything.includes(encodeURIComponent(PASSWORD)),
      "the password shows",
    );
    return true;
  };
}

describe("PostgreSQL", { skip }, () => {
  let server: PostgresTestServer;
  let url = "";

  before(async () => {
    server = await startPostgres(binaries ?? "");
    url = `postgres://reader:${encodeURIComponent(PASSWORD)}@127.0.0.1:${server.port}/school`;
    await admin("postgres", `CREATE ROLE reader LOGIN PASSWORD '${PASSWORD}'; `);
    await admin("postgres", "CREATE DATABASE school");
    await admin(
      "school",
      `CREATE TABLE essays (id int8 PRIMARY KEY, "The ""Text""" text, score numeric(4, 1), sent timestamptz);
       INSERT INTO essays SELECT i, 'essay ' || i, (i % 11)::numeric, '2024-01-01T00:00:00Z'::timestamptz + i * interval '1 second'
         FROM generate_series(1, 200000) AS i;
       CREATE SCHEMA iris; CREATE TABLE iris."Review" ("ReviewLabel" int, "ReviewText" text);
       INSERT INTO iris."Review" SELECT i, 'review ' || i FROM generate_series(1, 50) AS i;
       CREATE TABLE secrets (a int);
       GRANT USAGE ON SCHEMA iris TO reader; GRANT SELECT ON essays, iris."Review" TO reader;
       CREATE TABLE open_to_all (a int); GRANT ALL ON open_to_all TO reader`,
    );
    // From here on passwords count on 127.0.0.1.
    const rules = join(server.socket, "data", "pg_hba.conf");
    writeFileSync(rules, "local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
    await admin("postgres", "SELECT pg_reload_conf()");
  });
  after(async () => {
    await server?.stop();
  });

  async function admin(database: string, sql: string): Promise<void> {
    const client = new Client({ host: server.socket, port: server.port, user: "admin", database });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  }

  test("a query with values, in order and by name", async () => {
    const query =
      'SELECT id, "The ""Text""" AS text, score FROM essays WHERE id > $1 AND score = $2 ORDER BY id LIMIT 2';
    const data = await dataset({ query, connection: url, parameters: [100, 3] });
    assert.deepEqual(data.toList(), [
      { id: 102, text: "essay 102", score: 3 },
      { id: 113, text: "essay 113", score: 3 },
    ]);
    const named = "SELECT count(*) AS n FROM essays WHERE sent >= :from AND sent < :to AND id::text <> :id";
    const parameters = { from: new Date("2024-01-01T00:00:10Z"), to: new Date("2024-01-01T00:00:20Z"), id: "11" };
    assert.deepEqual((await dataset({ query: named, connection: url, parameters })).toList(), [{ n: 9 }]);
  });

  test("an injection stays a value", async () => {
    const evil = "'; DROP TABLE essays; --";
    const query = 'SELECT id FROM essays WHERE "The ""Text""" = $1';
    assert.equal((await dataset({ query, connection: url, parameters: [evil] })).numRows, 0);
    const said = await dataset({ query: "SELECT $1::text AS said", connection: url, parameters: [evil] });
    assert.equal(said.at(0).said, evil);
    await assert.rejects(dataset({ query: `SELECT 1${evil}`, connection: url }), DatasetError);
    assert.equal((await dataset({ query: "SELECT 1 FROM essays LIMIT 1", connection: url })).numRows, 1);
  });

  test("a table, its columns and a limit, as an administrator would set them", async () => {
    const settings = { table: "iris.Review", columns: ["ReviewLabel", "ReviewText"], limit: 20 };
    const data = await dataset({ ...settings, connection: url });
    assert.equal(data.numRows, 20);
    assert.deepEqual(data.at(0), { ReviewLabel: 1, ReviewText: "review 1" });
    const options = { ...settings, connection: url };
    await assert.rejects(
      dataset({ ...options, table: "iris.Reviews" }),
      withCode("unknown-table", /Did you mean `iris.Review`/),
    );
    await assert.rejects(
      dataset({ ...options, columns: ["ReviewTxt"] }),
      withCode("unknown-column", /Did you mean `ReviewText`/),
    );
    const evil = '"ReviewLabel" FROM iris."Review"; DROP TABLE essays; --';
    await assert.rejects(dataset({ ...options, columns: [evil] }), withCode("unknown-column"));
    await assert.rejects(dataset({ ...options, table: `iris."Review"; DROP TABLE essays` }), withCode("unknown-table"));
  });

  test("200,000 rows, in batches and in order", async () => {
    const data = await dataset({ table: "essays", connection: url });
    assert.equal(data.numRows, 200_000);
    assert.ok(data.column("id").every((id, index) => id === index + 1));
    assert.deepEqual(data.at(-1).sent, new Date("2024-01-03T07:33:20Z"));
    await assert.rejects(dataset({ table: "essays", connection: url, maxRows: 1000 }), withCode("too-many-rows"));
  });

  test("types and missing values", async () => {
    const query = `SELECT 9007199254740993::int8 AS big, 1::int8 AS small, 2::int2 AS tiny, 1.25::numeric AS price, 0.1::float4 AS
      single, true AS yes, 'ação 😀'::varchar AS text, 'x'::bpchar(3) AS padded, '2024-02-29'::date AS day, '1901-01-01'::date AS old,
      '2024-02-29 12:00:00.123456'::timestamp AS moment, '2024-02-29T12:00:00+03'::timestamptz AS zoned, '{"a":[1]}'::jsonb AS json,
      ARRAY[1, NULL, 3] AS list, ARRAY['a,b', '"c"'] AS texts, ARRAY[]::float8[] AS none, 'NaN'::float8 AS nan,
      '\\x01ff'::bytea AS bytes, NULL::int AS gone, '1 day 2 hours'::interval AS span,
      'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid AS uuid`;
    const data = await dataset({ query, connection: url });
    const found = Object.fromEntries(
      Object.entries(data.features).map(([name, type]) => [name, [String(type), data.at(0)[name]]]),
    );
    assert.deepEqual(found, {
      big: ["Value('int64')", 9007199254740993n],
      small: ["Value('int64')", 1],
      tiny: ["Value('int64')", 2],
      price: ["Value('float64')", 1.25],
      single: ["Value('float64')", 0.1],
      yes: ["Value('bool')", true],
      text: ["Value('string')", "ação 😀"],
      padded: ["Value('string')", "x  "],
      day: ["Value('date32')", new Date("2024-02-29T00:00:00Z")],
      old: ["Value('date32')", new Date("1901-01-01T00:00:00Z")],
      moment: ["Value('timestamp[us]')", new Date("2024-02-29T12:00:00.123Z")],
      zoned: ["Value('timestamp[us, tz=UTC]')", new Date("2024-02-29T09:00:00Z")],
      json: ["Value('string')", '{"a": [1]}'],
      list: ["List(Value('int64'))", [1, null, 3]],
      texts: ["List(Value('string'))", ["a,b", '"c"']],
      none: ["List(Value('float64'))", []],
      nan: ["Value('float64')", Number.NaN],
      bytes: ["Value('binary')", new Uint8Array([1, 255])],
      gone: ["Value('int64')", null],
      span: ["Value('string')", "P1DT2H"],
      uuid: ["Value('string')", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"],
    });
    await assert.rejects(
      dataset({ query: "SELECT 'infinity'::timestamptz AS t", connection: url }),
      withCode("invalid-date"),
    );
    await assert.rejects(
      dataset({ query: "SELECT '0044-03-15 BC'::date AS t", connection: url }),
      withCode("invalid-date"),
    );
  });

  test("no rows and two columns of one name", async () => {
    const none = await dataset({ query: "SELECT id, score FROM essays WHERE id < 0", connection: url });
    assert.deepEqual([none.columnNames, none.numRows], [["id", "score"], 0]);
    assert.equal(String(none.features.score), "Value('float64')");
    await assert.rejects(dataset({ query: "SELECT 1 AS a, 2 AS a", connection: url }), withCode("duplicate-column"));
  });

  test("errors are marked where they are, past placeholders and emoji", async () => {
    const query = "SELECT '😀', :id::int8,\n  nope\nFROM essays";
    const wrong = dataset({ query, connection: url, parameters: { id: 1 } });
    await assert.rejects(wrong, withCode("bad-query", /line 2: {3}nope\n {11} {1}\^/));
    await assert.rejects(dataset({ query: "SELECT * FROM secrets", connection: url }), withCode("not-allowed"));
    await assert.rejects(dataset({ query: "SELECT 1/0", connection: url }), withCode("bad-query", /division by zero/));
  });

  test("nothing is written, by no way", async () => {
    const write = "WITH x AS (INSERT INTO open_to_all VALUES (1) RETURNING a) SELECT * FROM x";
    await assert.rejects(dataset({ query: write, connection: url }), withCode("not-a-query", /read-only/));
    await assert.rejects(dataset({ query: "SELECT 1 INTO made", connection: url }), withCode("not-a-query"));
    assert.equal((await dataset({ table: "open_to_all", connection: url })).numRows, 0);
  });

  test("wrong passwords, databases and ports; parts instead of a URL", async () => {
    const query = "SELECT 1 AS one";
    const parts = { host: "127.0.0.1", port: server.port, user: "reader", database: "school", password: PASSWORD };
    assert.deepEqual((await dataset({ query, connection: parts })).toList(), [{ one: 1 }]);
    const socket = { host: server.socket, port: server.port, user: "reader", database: "school" };
    assert.deepEqual((await dataset({ query, connection: socket })).toList(), [{ one: 1 }]);
    await assert.rejects(
      dataset({ query, connection: { ...parts, password: "wrong" } }),
      withCode("not-authorized", /reader/),
    );
    await assert.rejects(
      dataset({ query, connection: url.replace("/school", "/scool") }),
      withCode("unknown-database"),
    );
    await assert.rejects(
      dataset({ query, connection: { ...parts, port: 1 } }),
      withCode("no-connection", /127\.0\.0\.1:1/),
    );
  });

  test("a query that takes too long", async () => {
    const slow = dataset({ query: "SELECT pg_sleep(60)", connection: url, timeout: 500 });
    await assert.rejects(slow, withCode("timeout", /0\.5 seconds/));
  });

  test("a connection that is dropped in the middle", async () => {
    const dropped = dataset({ query: "SELECT pg_terminate_backend(pg_backend_pid())", connection: url });
    await assert.rejects(dropped, withCode("connection-lost"));
    const proxy = await cuttingProxy(server.port, 500_000);
    try {
      const connection = url.replace(String(server.port), String(proxy.port));
      await assert.rejects(dataset({ table: "essays", connection }), withCode("connection-lost"));
    } finally {
      proxy.server.close();
    }
  });
});

/** Passes a connection on, and cuts it once the server has sent so many bytes. */
function cuttingProxy(target: number, bytes: number): Promise<{ server: Server; port: number }> {
  const server = createServer((incoming: Socket) => {
    const outgoing = connect(target, "127.0.0.1");
    let sent = 0;
    outgoing.on("data", (data) => {
      sent += data.length;
      if (sent < bytes) incoming.write(data);
      else {
        incoming.destroy();
        outgoing.destroy();
      }
    });
    incoming.pipe(outgoing);
    incoming.on("error", () => outgoing.destroy());
    outgoing.on("error", () => incoming.destroy());
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve({ server, port: typeof address === "object" && address !== null ? address.port : 0 });
    });
  });
}
