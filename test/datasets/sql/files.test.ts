import assert from "node:assert/strict";
import { chmodSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { test } from "node:test";
import { Database } from "node-sqlite3-wasm";
import { DatasetError } from "../../../src/datasets/dataset-error";
import { golden, temporaryFiles } from "../fixtures";
import { dataset, duckdbFile, result, sqliteFile } from "./sql-support";

const file = temporaryFiles();
let made = 0;
const fresh = (): string => {
  const path = file(`fresh-${made++}.db`, "");
  return path;
};

function withCode(code: string, pattern?: RegExp): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof DatasetError, String(error));
    assert.equal(error.code, code, error.message);
    if (pattern) assert.match(`${error.message}\n${error.hint}`, pattern);
    return true;
  };
}

for (const kind of ["SQLite", "DuckDB"] as const) {
  const database = (sql?: string): Promise<string> => {
    // DuckDB refuses a file that is there and empty: the name is enough.
    const path = fresh();
    return kind === "SQLite" ? Promise.resolve(sqliteFile(path, sql)) : duckdbFile(`${path}.duck`, sql);
  };

  test(`${kind}: a query with values, in order, with types and missing values`, async () => {
    const connection = await database();
    const query = 'SELECT id, "the text" AS text, score FROM essays WHERE id >= ? ORDER BY id DESC';
    const data = await dataset({ query, connection, parameters: [2] });
    assert.deepEqual(data.toList(), [
      { id: 3, text: null, score: null },
      { id: 2, text: "O'Brien", score: 3 },
    ]);
    assert.equal(String(data.features.score), "Value('float64')", "3.0 is a float though it has no fraction");
    assert.equal(String(data.features.text), "Value('string')");
  });

  test(`${kind}: an injection stays a value`, async () => {
    const connection = await database();
    const evil = "' OR '1'='1'; DROP TABLE essays; --";
    const query = 'SELECT id FROM essays WHERE "the text" = :text';
    assert.equal((await dataset({ query, connection, parameters: { text: evil } })).numRows, 0);
    const echoed = await dataset({ query: "SELECT $1 AS said", connection, parameters: [evil] });
    assert.equal(echoed.at(0).said, evil);
    assert.equal((await dataset({ table: "essays", connection })).numRows, 3);
  });

  test(`${kind}: a table with columns and a limit`, async () => {
    const connection = await database();
    const data = await dataset({ table: "essays", columns: ["score", "the text"], limit: 2, connection });
    assert.deepEqual(data.columnNames, ["score", "the text"]);
    assert.equal(data.numRows, 2);
    const odd = await dataset({ table: "ESSAYS", columns: ['naïve "name"'], connection });
    assert.deepEqual(odd.column('naïve "name"'), [9, null, 7]);
    assert.equal((await dataset({ table: "essays", limit: 0, connection })).numColumns, 4);
  });

  test(`${kind}: unknown tables and columns, and those that would be SQL`, async () => {
    const connection = await database();
    const table = (options: object): Promise<unknown> => dataset({ table: "essays", connection, ...options });
    await assert.rejects(table({ table: "esays" }), withCode("unknown-table", /Did you mean `essays`\?/));
    await assert.rejects(table({ table: "essays; DROP TABLE essays" }), withCode("unknown-table"));
    await assert.rejects(table({ columns: ["scroe"] }), withCode("unknown-column", /Did you mean `score`\?/));
    await assert.rejects(table({ columns: ["score FROM essays --"] }), withCode("unknown-column"));
    await assert.rejects(table({ columns: "score" }), /`columns` must be a list/);
    await assert.rejects(table({ limit: 1.5 }), RangeError);
    await assert.rejects(table({ limit: "1; DROP TABLE essays" }), RangeError);
  });

  test(`${kind}: an error is marked where it is`, async () => {
    const connection = await database();
    const query = "SELECT id,\n  nope\nFROM essays WHERE id = :id";
    await assert.rejects(
      dataset({ query, connection, parameters: { id: 1 } }),
      withCode("bad-query", /line 2: {3}nope\n {11} {1}\^/),
    );
    await assert.rejects(dataset({ query: "SELECT * FORM essays", connection }), withCode("bad-query", /\^/));
    await assert.rejects(dataset({ query: "SELECT 1 FROM missing", connection }), withCode("bad-query", /missing/));
  });

  test(`${kind}: no rows, two columns of one name, and the bounds`, async () => {
    const connection = await database();
    const none = await dataset({ query: "SELECT id, score FROM essays WHERE id > 99", connection });
    assert.deepEqual([none.columnNames, none.numRows], [["id", "score"], 0]);
    const twice = "SELECT a.id, b.id FROM essays a JOIN essays b ON a.id = b.id";
    await assert.rejects(dataset({ query: twice, connection }), withCode("duplicate-column", /`id`/));
    const query = "SELECT id FROM essays";
    assert.equal((await dataset({ query, connection, maxRows: 3 })).numRows, 3);
    await assert.rejects(dataset({ query, connection, maxRows: 2 }), withCode("too-many-rows", /more than 2 rows/));
    await assert.rejects(dataset({ query, connection, maxBytes: 10 }), withCode("result-too-large"));
    await assert.rejects(dataset({ query, connection, maxRows: -1 }), RangeError);
  });

  test(`${kind}: a read without end stops at the timeout`, async () => {
    const connection = await database();
    const query =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000) SELECT i FROM n WHERE i > 0";
    await assert.rejects(dataset({ query, connection, timeout: 300 }), withCode("timeout"));
  });

  test(`${kind}: numbers beyond 2^53 are bigints`, async () => {
    const connection = await database();
    const query = "SELECT 9007199254740993 AS big, 1 AS small, 0.5 AS half, CAST(1 AS REAL) AS one";
    const row = (await dataset({ query, connection })).at(0);
    assert.deepEqual(row, { big: 9007199254740993n, small: 1, half: 0.5, one: 1 });
    const echoed = await dataset({
      query: "SELECT $1 AS a, $2 AS b, $3 AS c",
      connection,
      parameters: [2n ** 60n, 0.1, null],
    });
    assert.deepEqual(echoed.at(0), { a: 2n ** 60n, b: 0.1, c: null });
  });
}

interface SqlCase {
  name: string;
  query: string;
  columns: Record<string, [type: string, values: unknown[]]>;
}

test("SQLite as Python's datasets reads it", async () => {
  const cases = golden<SqlCase & { schema: string }>("sql.json");
  for (const expected of cases) {
    const connection = sqliteFile(fresh(), expected.schema);
    const columns = JSON.parse(JSON.stringify(expected.columns), (_, value) =>
      value?.int ? BigInt(value.int) : value,
    );
    assert.deepEqual(await result({ query: expected.query, connection }), columns, expected.name);
  }
});

test("SQLite: a file in WAL mode is read with what only its log holds, and stays as it was", async () => {
  const path = fresh();
  sqliteFile(path);
  // Written by Python's sqlite3: what it has committed stands in the log alone.
  const wal = join64(golden<{ database: string; log: string }>("sqlite-wal.json")[0]);
  const logged = file("logged.db", wal.database);
  file("logged.db-wal", wal.log);
  const before = readFileSync(logged);
  assert.deepEqual(
    (await dataset({ query: "SELECT id FROM t ORDER BY id", connection: logged })).column("id"),
    [1, 2, 3],
  );
  assert.deepEqual(readFileSync(logged), before);
});

function join64(found: { database: string; log: string } | undefined): { database: Buffer; log: Buffer } {
  assert.ok(found);
  return { database: Buffer.from(found.database, "base64"), log: Buffer.from(found.log, "base64") };
}

test("SQLite: several readers at once, none of which leaves anything beside the file", async () => {
  const path = sqliteFile(fresh());
  const reads = Array.from({ length: 4 }, () => dataset({ table: "essays", connection: path }));
  for (const data of await Promise.all(reads)) assert.equal(data.numRows, 3);
  const left = readdirSync(dirname(path)).filter(
    (name) => name.startsWith(`${basename(path)}`) && name !== basename(path),
  );
  assert.deepEqual(left, []);
});

test("SQLite: more columns than fit one flag keep their types", async () => {
  const list = Array.from({ length: 1500 }, (_, index) => `${index % 3 === 0 ? "1.0" : "1"} AS c${index}`);
  const data = await dataset({ query: `SELECT ${list.join(", ")}`, connection: sqliteFile(fresh()) });
  for (const [index, name] of data.columnNames.entries()) {
    assert.equal(String(data.features[name]), index % 3 === 0 ? "Value('float64')" : "Value('int64')", name);
  }
});

test("SQLite: a column of several types is an error with its row", async () => {
  const connection = sqliteFile(fresh(), "CREATE TABLE t (a); INSERT INTO t VALUES (1), (2), ('three')");
  await assert.rejects(dataset({ table: "t", connection }), withCode("mixed-types", /row 2/));
});

test("SQLite: a text with a zero byte is refused, not cut; its bytes are read", async () => {
  const sql = "CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('one'), ('a' || char(0) || 'b')";
  const connection = sqliteFile(fresh(), sql);
  await assert.rejects(dataset({ table: "t", connection }), withCode("zero-in-text", /Row 1 /));
  const bytes = await dataset({ query: "SELECT CAST(a AS BLOB) AS a FROM t", connection });
  assert.deepEqual(bytes.column("a")[1], new Uint8Array([97, 0, 98]));
});

test("DuckDB: its types", async () => {
  const connection = await duckdbFile(`${fresh()}.duck`, "CREATE TABLE t (a INTEGER)");
  const query = `SELECT DATE '2024-02-29' AS day, TIMESTAMP '2024-02-29 12:00:00.5' AS moment, 1.25::DECIMAL(9, 2) AS price,
    sum(x)::HUGEINT AS total, [1, 2, NULL] AS list, 'blue'::ENUM('red', 'blue') AS color, '\\x01'::BLOB AS bytes,
    {'a': 1} AS struct, true AS yes FROM range(4) t(x)`;
  assert.deepEqual(await result({ query, connection }), {
    day: ["Value('date32')", [new Date("2024-02-29T00:00:00Z")]],
    moment: ["Value('timestamp[us]')", [new Date("2024-02-29T12:00:00.500Z")]],
    price: ["Value('float64')", [1.25]],
    total: ["Value('float64')", [6]],
    list: ["List(Value('int32'))", [[1, 2, null]]],
    color: ["Value('string')", ["blue"]],
    bytes: ["Value('binary')", [new Uint8Array([1])]],
    struct: ["Value('string')", ["{'a': 1}"]],
    yes: ["Value('bool')", [true]],
  });
});

test("DuckDB: a query reaches no other file and writes nothing", async () => {
  const connection = await duckdbFile(`${fresh()}.duck`);
  const secret = file("secret.csv", "a\n1\n");
  await assert.rejects(
    dataset({ query: "SELECT * FROM read_csv($1)", connection, parameters: [secret] }),
    withCode("bad-query", /disabled/),
  );
  await assert.rejects(dataset({ query: `SELECT * FROM '${secret}'`, connection }), withCode("bad-query"));
});

test("connections that are none", async () => {
  const query = "SELECT 1";
  const path = sqliteFile(file("essays.db", ""));
  await assert.rejects(
    dataset({ query, connection: path.replace("essays", "esays") }),
    withCode("file-missing", /Did you mean/),
  );
  await assert.rejects(dataset({ query, connection: file("a.csv", "a,b\n1,2\n") }), withCode("not-a-database"));
  await assert.rejects(dataset({ query, connection: "mysql://root:secret@host/x" }), withCode("unknown-database"));
  await assert.rejects(dataset({ query, connection: 7 as never }), TypeError);
  await assert.rejects(dataset({ query, connection: "postgres://me:top secret@:x:/db" }), (error: Error) => {
    assert.doesNotMatch(`${error.stack} ${JSON.stringify(error)}`, /secret/);
    return withCode("bad-connection")(error);
  });
  await assert.rejects(dataset({ connection: path } as never), /`query` must be given, or a `table`/);
  await assert.rejects(dataset({ query, table: "t", connection: path } as never), TypeError);
  const damaged = readFileSync(path);
  damaged.fill(255, 100, 2000);
  await assert.rejects(dataset({ table: "essays", connection: file("damaged.db", damaged) }), DatasetError);
  assert.equal((await dataset({ query, connection: `sqlite:///${path}` })).numRows, 1);
  assert.equal(new Database(path).close(), undefined);
  chmodSync(path, 0o444);
  assert.equal((await dataset({ query, connection: path })).numRows, 1);
});
