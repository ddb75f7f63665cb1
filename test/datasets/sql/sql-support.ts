/** @file Small databases made for a test, and what `readSql` gives of them. */
import { DuckDBInstance } from "@duckdb/node-api";
import { Database } from "node-sqlite3-wasm";
import { Dataset } from "../../../src/datasets/dataset";
import { readSql } from "../../../src/datasets/sql/read-sql";
import type { SqlOptions } from "../../../src/datasets/sql/sql-options";

/** The three rows that every database of the tests has in its table `essays`. */
export const ESSAYS = `
  CREATE TABLE essays (id INTEGER, "the text" TEXT, score DOUBLE PRECISION, "naïve ""name""" INTEGER);
  INSERT INTO essays VALUES (1, 'a', 2.0, 9), (2, 'O''Brien', 3.0, NULL), (3, NULL, NULL, 7)`;

/** Makes a SQLite file. */
export function sqliteFile(path: string, sql: string = ESSAYS): string {
  const database = new Database(path);
  database.exec(sql);
  database.close();
  return path;
}

/** Makes a DuckDB file. */
export async function duckdbFile(path: string, sql: string = ESSAYS): Promise<string> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
  return path;
}

/** The result as a dataset. */
export async function dataset(options: SqlOptions): Promise<Dataset> {
  return new Dataset(await readSql(options));
}

/** A result's columns, types and values. */
export async function result(options: SqlOptions): Promise<Record<string, [type: string, values: unknown[]]>> {
  const data = await dataset(options);
  return Object.fromEntries(data.columnNames.map((name) => [name, [String(data.features[name]), data.column(name)]]));
}
