import assert from "node:assert/strict";
import { test } from "node:test";
import { Dataset } from "../../src/datasets/dataset";

test("a dataset becomes a danfo.js DataFrame, and its numbers can be counted with", async () => {
  const dataset = Dataset.fromDict({
    essay: ["a", "b", "ção", null],
    score: [5, 7, 7, 9],
    ratio: [0.5, null, 1.5, 2.5],
    votes: [1, null, 3, 5],
    fine: [true, false, null, true],
    day: [new Date(0), null, new Date(0), new Date(0)],
    id: [2n ** 60n, 1n, 2n, 3n],
  });
  const frame = await dataset.toDataFrame();
  assert.deepEqual(frame.shape, [4, 7]);
  assert.deepEqual(frame.columns, dataset.columnNames);
  assert.deepEqual(frame.dtypes, ["string", "int32", "float32", "float32", "boolean", "string", "string"]);
  assert.deepEqual(frame.values[1], ["b", 7, Number.NaN, Number.NaN, false, null, "1"]);
  assert.equal(frame.column("score").mean(), 7);
  assert.equal(frame.column("ratio").mean(), 1.5);
  assert.deepEqual(frame.column("score").valueCounts().values, [1, 2, 1]);
  assert.equal(frame.query(frame.column("score").gt(6)).shape[0], 3);
  assert.equal(frame.column("day").values[0], "1970-01-01T00:00:00.000Z");
});

test("no rows and no columns make a DataFrame too", async () => {
  const frame = await Dataset.fromDict({ a: [] as number[], b: [] as string[] }).toDataFrame();
  assert.deepEqual(
    [frame.shape, frame.columns],
    [
      [0, 2],
      ["a", "b"],
    ],
  );
  const nothing = await Dataset.fromDict({}).toDataFrame();
  assert.deepEqual(nothing.shape, [0, 0]);
});
