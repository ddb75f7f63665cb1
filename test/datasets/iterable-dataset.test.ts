import assert from "node:assert/strict";
import { test } from "node:test";
import { DatasetError } from "../../src/datasets/dataset-error";
import type { IterableDataset } from "../../src/datasets/iterable-dataset";
import { loadDataset } from "../../src/datasets/load-dataset";
import { Value } from "../../src/datasets/value";
import { golden, temporaryFiles } from "./fixtures";

interface ShuffleCase {
  name: string;
  kind: string;
  size: number;
  buffer: number;
  seed: number;
  rows: number[];
  base64: string;
}

const file = temporaryFiles();
const cases = golden<ShuffleCase>("readers.json");

async function all<Row extends object>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const list: Row[] = [];
  for await (const row of rows) list.push(row);
  return list;
}

function numbers(count: number): Promise<IterableDataset<{ n: number; even: boolean }>> {
  const lines = Array.from({ length: count }, (_, n) => `{"n": ${n}, "even": ${n % 2 === 0}}\n`).join("");
  return loadDataset("jsonl", { dataFiles: file(`numbers-${count}.jsonl`, lines), split: "train", streaming: true });
}

test("a streamed dataset is shuffled in Python's order", async () => {
  const shuffles = cases.filter(({ kind }) => kind === "shuffle");
  assert.ok(shuffles.length > 5);
  for (const { name, size, buffer, seed, rows } of shuffles) {
    const mixed = (await numbers(size)).shuffle({ seed, bufferSize: buffer });
    assert.deepEqual(
      (await all(mixed)).map(({ n }) => n),
      rows,
      name,
    );
    // A second walk has the same order.
    assert.equal((await all(mixed.take(1)))[0]?.n, rows[0], name);
  }
});

test("the same rows as without streaming, in every format", async () => {
  const values = Array.from({ length: 30_000 }, (_, row) => ({ id: row, text: `linha ${row} çã`, score: row / 8 }));
  const csv = file(
    "s.csv",
    `id,text,score\n${values.map(({ id, text, score }) => `${id},"${text}",${score}`).join("\n")}\n`,
  );
  const jsonl = file("s.jsonl", values.map((row) => JSON.stringify(row)).join("\n"));
  const features = { score: new Value("float64") };
  for (const [format, path] of [
    ["csv", csv],
    ["jsonl", jsonl],
  ] as const) {
    const stream = await loadDataset(format, { dataFiles: [path, path], features, streaming: true });
    assert.deepEqual(await all(stream.train), [...values, ...values], format);
  }
  const texts = await loadDataset<{ text: string }>("text", { dataFiles: csv, split: "train", streaming: true });
  assert.equal((await all(texts)).length, 30_001);
  for (const [index, { kind, base64 }] of cases.entries()) {
    if (kind !== "parquet") continue;
    const dataFiles = file(`${index}.parquet`, Buffer.from(base64, "base64"));
    const stream = await loadDataset("parquet", { dataFiles, split: "train", streaming: true });
    assert.deepEqual(await all(stream), (await loadDataset("parquet", { dataFiles, split: "train" })).toList());
    assert.equal((await all(stream.take(1))).length, 1);
  }
});

test("take, skip, filter, map and iter", async () => {
  const rows = await numbers(2500);
  const n = async (dataset: AsyncIterable<{ n: number }>): Promise<number[]> =>
    (await all(dataset)).map((row) => row.n);
  assert.deepEqual(await n(rows.take(3)), [0, 1, 2]);
  assert.deepEqual(await n(rows.skip(2498)), [2498, 2499]);
  assert.deepEqual(await n(rows.skip(1500).take(2)), [1500, 1501]);
  assert.deepEqual(await n(rows.take(0)), []);
  assert.deepEqual(await n(rows.filter(({ n }) => n % 1000 === 7)), [7, 1007, 2007]);
  assert.deepEqual(await n(rows.filter(async (_, index) => index === 2400)), [2400]);
  const doubled = rows.map(({ n }) => ({ twice: 2 * n }), { removeColumns: ["even"] });
  assert.deepEqual((await all(doubled.skip(2).take(1)))[0], { n: 2, twice: 4 });
  const fewer = rows.map((batch) => ({ sum: [batch.n.reduce((sum, value) => sum + value, 0)] }), {
    batched: true,
    batchSize: 1000,
    removeColumns: ["n", "even"],
  });
  assert.deepEqual(await all(fewer), [{ sum: 499_500 }, { sum: 1_499_500 }, { sum: 1_124_750 }]);
  const sizes: number[] = [];
  for await (const batch of rows.iter({ batchSize: 1200 })) sizes.push(batch.n.length);
  assert.deepEqual(sizes, [1200, 1200, 100]);
  const unequal = rows.map(() => ({ x: [1] }), { batched: true });
  await assert.rejects(all(unequal), /`x` must have 1000 values/);
  assert.throws(() => rows.take(-1), RangeError);
  assert.throws(() => rows.shuffle({ bufferSize: 0 }), RangeError);
  assert.equal(String(rows), "IterableDataset({\n    features: Unknown\n})");
});

test("a fault stops the walk where it is, with its row", async () => {
  const good = '{"a": 1}\n'.repeat(200_000);
  const late = file("late.jsonl", `${good}{"a": "x"}\n`);
  const stream = await loadDataset("jsonl", { dataFiles: late, split: "train", streaming: true });
  const error = await all(stream).catch((thrown: unknown) => thrown);
  assert.ok(error instanceof DatasetError);
  assert.deepEqual([error.code, error.row, error.column], ["wrong-type", 200_000, "a"]);
  assert.equal((await all(stream.take(5))).length, 5);
  const added = file("added.jsonl", `${good}{"a": 1, "b": 2}\n`);
  await assert.rejects(all(await loadDataset("jsonl", { dataFiles: added, split: "train", streaming: true })), {
    code: "unknown-column",
    column: "b",
  });
  await assert.rejects(loadDataset("jsonl", { dataFiles: late, split: "train[:1%]", streaming: true }), {
    code: "bad-split",
  });
  const missing = await loadDataset("csv", { dataFiles: "nowhere/at-all.csv", split: "train", streaming: true });
  await assert.rejects(all(missing), { code: "file-missing" });
});
