/** @file Parquet in WebAssembly and by DuckDB: the same rows either way, and no file that spoils the next. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { inspect } from "node:util";
import { columnFromValues } from "../../src/datasets/column-from-values";
import { Dataset } from "../../src/datasets/dataset";
import type { InputFile } from "../../src/datasets/files/input-file";
import { loadDataset } from "../../src/datasets/load-dataset";
import { withParquetWasm } from "../../src/datasets/parquet/parquet-wasm";
import { parquetBatches } from "../../src/datasets/parquet/read-parquet";
import { readWholeParquet } from "../../src/datasets/parquet/read-whole";
import { Value } from "../../src/datasets/value";
import { wholeParquet } from "../../src/datasets/write/whole-parquet";

const folder = mkdtempSync(join(tmpdir(), "caderno-parquet-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const ROWS = 5000;
const numbers = Array.from({ length: ROWS }, (_, index) => index);
const rows = Dataset.fromDict({
  whole: numbers.map((n) => (n % 7 === 0 ? null : n)),
  text: numbers.map((n) => (n % 11 === 0 ? null : `línea ${n}`)),
  "group.name": numbers.map((n) => ["a", "b", ""][n % 3] ?? ""),
  flag: numbers.map((n) => (n % 5 === 0 ? null : n % 2 === 0)),
  list: numbers.map((n) => (n % 4 === 0 ? null : numbers.slice(0, n % 4))),
  point: numbers.map((n) => (n % 6 === 0 ? null : { x: n / 2, names: n % 2 === 0 ? [] : [`n${n}`, null] })),
});

function inputOf(path: string): InputFile {
  return { path, absolute: path, bytes: statSync(path).size };
}

test("what is written at once is read at once, and by DuckDB, row by row the same", async () => {
  for (const [name, dataset] of Object.entries({ all: rows, view: rows.select([4999, 1, 1, 0, 6]) })) {
    const path = join(folder, `${name}.parquet`);
    await dataset.toParquet(path);
    const whole = await readWholeParquet(inputOf(path));
    assert.ok(whole !== undefined, name);
    assert.deepEqual(new Dataset(whole).toList(), dataset.toList());
    assert.equal(inspect(new Dataset(whole).features), inspect(dataset.features));
    const streamed: unknown[] = [];
    await parquetBatches(inputOf(path), (columns) => void streamed.push(...new Dataset(columns).toList()), "stream");
    assert.deepEqual(streamed, dataset.toList());
  }
});

test("no rows, and types that Parquet stores in another way, are left to DuckDB", () => {
  const text = columnFromValues("a", ["x"], new Value("string"));
  const instant = columnFromValues("a", [new Date(0)], new Value("timestamp[s]"));
  assert.ok(wholeParquet({ columns: new Map([["a", text]]), indices: undefined, numRows: 1 }) !== undefined);
  assert.equal(wholeParquet({ columns: new Map([["a", text]]), indices: new Uint32Array(0), numRows: 0 }), undefined);
  assert.equal(wholeParquet({ columns: new Map([["a", instant]]), indices: undefined, numRows: 1 }), undefined);
});

test("files that are cut off or damaged are an error of ours, and the next file is read as ever", async () => {
  const path = join(folder, "whole.parquet");
  await rows.toParquet(path);
  const bytes = readFileSync(path);
  const broken = join(folder, "broken.parquet");
  for (const length of [5, 12, 1000, bytes.length >> 1, bytes.length - 1]) {
    writeFileSync(broken, bytes.subarray(0, length));
    await assert.rejects(loadDataset("parquet", { dataFiles: broken, split: "train" }), { code: "bad-parquet" });
  }
  const pages = Buffer.from(bytes);
  pages.fill(0xff, 4, bytes.length >> 1);
  writeFileSync(broken, pages);
  await assert.rejects(loadDataset("parquet", { dataFiles: broken, split: "train" }), { code: "bad-parquet" });
  assert.equal((await loadDataset("parquet", { dataFiles: path, split: "train" })).numRows, ROWS);
});

test("an instance of the library does not outlive an error", () => {
  const kept = withParquetWasm((parquet) => parquet);
  assert.equal(
    withParquetWasm((parquet) => parquet),
    kept,
  );
  assert.throws(() => withParquetWasm((parquet) => parquet.readParquet(new Uint8Array(8))));
  assert.notEqual(
    withParquetWasm((parquet) => parquet),
    kept,
  );
});
