import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { Dataset } from "../../src/datasets/dataset";
import type { TrainTestSplitOptions } from "../../src/datasets/train-test-split";
import { golden } from "./fixtures";

type SplitCase = [
  rows: number,
  testSize: number | null,
  trainSize: number | null,
  seed: number | null,
  trainRows?: number,
  testRows?: number,
  digest?: string,
];

const bytes = (rows: readonly number[]): Uint8Array => new Uint8Array(Uint32Array.from(rows).buffer);

test("sizes, rows and order are those of Python's datasets, and so is what is refused", () => {
  const cases = golden<SplitCase>("splits.json");
  assert.ok(cases.length > 1000);
  const bySize = new Map<number, Dataset<{ row: number }>>();
  for (const [size, testSize, trainSize, seed, trainRows, testRows, digest] of cases) {
    const dataset = bySize.get(size) ?? Dataset.fromDict({ row: Array.from({ length: size }, (_, row) => row) });
    bySize.set(size, dataset);
    const options: TrainTestSplitOptions = {
      ...(testSize === null ? {} : { testSize }),
      ...(trainSize === null ? {} : { trainSize }),
      ...(seed === null ? { shuffle: false } : { seed }),
    };
    const what = `${size} rows, ${JSON.stringify(options)}`;
    if (digest === undefined) {
      assert.throws(() => dataset.trainTestSplit(options), Error, what);
      continue;
    }
    const { train, test } = dataset.trainTestSplit(options);
    assert.deepEqual([train.numRows, test.numRows], [trainRows, testRows], what);
    const hash = createHash("sha256")
      .update(bytes(train.column("row")))
      .update(bytes(test.column("row")));
    assert.equal(hash.digest("hex").slice(0, 16), digest, what);
  }
});

test("a split of a split reads the right rows", () => {
  const dataset = Dataset.fromDict({ row: Array.from({ length: 100 }, (_, row) => row) });
  const { test } = dataset.trainTestSplit({ testSize: 0.5, seed: 3 });
  const half = test.trainTestSplit({ testSize: 0.5, shuffle: false });
  assert.deepEqual([...half.train.column("row"), ...half.test.column("row")], test.column("row"));
});

test("without a seed the rows are mixed, all of them are there, and twice is not the same", () => {
  const rows = Array.from({ length: 1000 }, (_, row) => row);
  const dataset = Dataset.fromDict({ row: rows });
  const once = dataset.trainTestSplit();
  const twice = dataset.trainTestSplit();
  const all = [...once.train.column("row"), ...once.test.column("row")];
  assert.deepEqual(
    [...all].sort((left, right) => left - right),
    rows,
  );
  assert.notDeepEqual(all, rows);
  assert.notDeepEqual(once.test.column("row"), twice.test.column("row"));
  assert.deepEqual([once.train.numRows, once.test.numRows], [750, 250]);
});

test("what cannot be is refused in words", () => {
  const dataset = Dataset.fromDict({ row: [1, 2, 3, 4, 5] });
  const split = (options: unknown) => (): unknown => dataset.trainTestSplit(options as TrainTestSplitOptions);
  assert.throws(
    split({ testSize: 1.5 }),
    /^RangeError: Dataset\.trainTestSplit: `testSize` must be a fraction above 0 and below 1, or a count of rows from 1 to 4, but got 1\.5\. The dataset has 5 rows\./,
  );
  assert.throws(split({ testSize: 5 }), RangeError);
  assert.throws(split({ testSize: 0 }), RangeError);
  assert.throws(split({ testSize: -1 }), RangeError);
  assert.throws(split({ testSize: Number.NaN }), RangeError);
  assert.throws(split({ testSize: "0.2" }), /^TypeError: .*`testSize`/);
  assert.throws(split({ trainSize: 3, testSize: 3 }), /ask for 3 \+ 3 rows, but the dataset has 5/);
  assert.throws(split({ shuffle: "no" }), /^TypeError: .*`shuffle` must be true or false/);
  assert.throws(split({ seed: -1 }), RangeError);
  const one = Dataset.fromDict({ row: [1] });
  assert.throws(() => one.trainTestSplit({ testSize: 0.5 }), { code: "empty-split" });
});
