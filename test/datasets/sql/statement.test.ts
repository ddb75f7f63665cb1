import assert from "node:assert/strict";
import { test } from "node:test";
import { DatasetError } from "../../../src/datasets/dataset-error";
import { readingStatement } from "../../../src/datasets/sql/statement";

const refused: readonly string[] = [
  "DELETE FROM t",
  "select 1; drop table t",
  "-- SELECT\nDROP TABLE t",
  "/* SELECT */ UPDATE t SET a = 1",
  "PRAGMA writable_schema = 1",
  "ATTACH 'x.db' AS x",
  "COPY t TO 'x.csv'",
  "",
  "SELECT 1; SELECT 2",
  "SELECT ';' ; -- end\n INSERT INTO t VALUES (1)",
];

for (const sql of refused) {
  test(`refused: ${JSON.stringify(sql)}`, () => {
    for (const dialect of ["sqlite", "duckdb", "postgres"] as const) {
      assert.throws(
        () => readingStatement(sql, undefined, dialect),
        (error) => error instanceof DatasetError && error.code === "not-a-query",
      );
    }
  });
}

const taken: readonly string[] = [
  "select 1",
  "  -- first\n (SELECT 1) UNION (SELECT 2);",
  "with x as (select 1) select * from x ; ; -- done",
  "VALUES (1, ';'), (2, '--')",
  "TABLE t",
  `SELECT ';' || "a;b" /* ; */ FROM t`,
];

for (const sql of taken) {
  test(`taken: ${JSON.stringify(sql)}`, () => {
    for (const dialect of ["sqlite", "duckdb", "postgres"] as const) readingStatement(sql, undefined, dialect);
  });
}

test("placeholders are numbered where they are placeholders, and nowhere else", () => {
  const sql = "SELECT '?', ':a', a::text, \"$1\" /* ? */ FROM t WHERE a = ? AND b = ? -- ?";
  const statement = readingStatement(sql, [5, "x"], "sqlite");
  assert.equal(statement.sql, "SELECT '?', ':a', a::text, \"$1\" /* ? */ FROM t WHERE a = ?1 AND b = ?2 -- ?");
  assert.deepEqual(statement.values, [5, "x"]);
});

test("names, also used twice; dollar quotes, slices and JSON operators of PostgreSQL are no placeholders", () => {
  const sql = "SELECT $q$ :low ; $q$, x[1:n], j ? 'a', E'\\':low' FROM t WHERE a > :low AND b > :low AND c = $high";
  const statement = readingStatement(sql, { high: null, low: 1 }, "postgres");
  assert.equal(
    statement.sql,
    "SELECT $q$ :low ; $q$, x[1:n], j ? 'a', E'\\':low' FROM t WHERE a > $1 AND b > $1 AND c = $2",
  );
  assert.deepEqual(statement.values, [1, null]);
  assert.equal(statement.original(statement.sql.indexOf("c = ")), sql.indexOf("c = "));
});

test("values without a placeholder and placeholders without a value are errors", () => {
  const code = (parameters: never, sql: string): void =>
    assert.throws(
      () => readingStatement(sql, parameters, "duckdb"),
      (error) => error instanceof DatasetError && error.code === "wrong-parameters",
    );
  code([1, 2] as never, "SELECT ?");
  code([1] as never, "SELECT ?, ?");
  code({ scroe: 1 } as never, "SELECT :score");
  code([1] as never, "SELECT '?'");
  code(undefined as never, "SELECT $1");
});

test("a value that cannot be bound is named", () => {
  assert.throws(() => readingStatement("SELECT ?", [[1]] as never, "duckdb"), /`parameters\[0\]` must be a text/);
  assert.throws(() => readingStatement("SELECT :a", { a: undefined } as never, "duckdb"), TypeError);
  assert.throws(() => readingStatement("SELECT :a", "a" as never, "duckdb"), TypeError);
});

test("a query of a million characters and deep comments are read in one pass", () => {
  const text = "x''".repeat(100_000);
  readingStatement(`SELECT '${text}' /* ${"/* ".repeat(1000)} ${"*/ ".repeat(1000)} */`, undefined, "postgres");
  assert.throws(() => readingStatement(`${"/*".repeat(100_000)}SELECT 1`, undefined, "postgres"), DatasetError);
});
