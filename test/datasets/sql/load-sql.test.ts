import assert from "node:assert/strict";
import { test } from "node:test";
import { DatasetError } from "../../../src/datasets/dataset-error";
import { loadDataset } from "../../../src/datasets/load-dataset";
import { temporaryFiles } from "../fixtures";
import { sqliteFile } from "./sql-support";

const file = temporaryFiles();

test('loadDataset("sql") makes the split train, or the part of it that `split` names', async () => {
  const connection = sqliteFile(file("essays.db", ""));
  const query = "SELECT id, score FROM essays ORDER BY id";
  const dict = await loadDataset<{ id: number; score: number | null }>("sql", { query, connection });
  assert.deepEqual(dict.keys(), ["train"]);
  assert.deepEqual(dict.train.column("score"), [2, 3, null]);
  const part = await loadDataset("sql", { query, connection, split: "train[1:]" });
  assert.deepEqual(part.column("id"), [2, 3]);
  const table = await loadDataset("sql", { table: "essays", columns: ["id"], limit: 1, connection, split: "train" });
  assert.deepEqual(table.toList(), [{ id: 1 }]);
  await assert.rejects(loadDataset("sql", { query, connection, split: "tran" }), DatasetError);
  await assert.rejects(
    loadDataset("sql", { query, connection, streaming: true } as never),
    /`streaming` must be left out/,
  );
  await assert.rejects(loadDataset("sql", undefined as never), TypeError);
});
