import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import type { Column } from "../../src/datasets/column";
import { Dataset } from "../../src/datasets/dataset";
import { DatasetDict } from "../../src/datasets/dataset-dict";
import { DatasetError } from "../../src/datasets/dataset-error";
import { Features } from "../../src/datasets/features";
import { type DType, Value } from "../../src/datasets/value";
import { golden } from "./fixtures";

interface ReprCase {
  name?: string | null;
  dataset?: string;
  features?: string;
  dict?: string;
  inferred?: [values: (number | string | boolean | null)[], features: string][];
}

const reviews = Dataset.fromDict({ text: ["good", "bad", null], stars: [5, 1, 3] });

test("datasets, dicts and features print as Python prints them", () => {
  for (const { name, dataset, features, dict } of golden<ReprCase>("reprs.json")) {
    if (name === undefined) continue;
    const same = name === null ? Dataset.fromDict({ essay: ["a"], score: [1] }) : Dataset.fromDict({ [name]: [1, 2] });
    assert.equal(inspect(same), dataset);
    assert.equal(`${same}`, dataset);
    assert.equal(inspect(same.features), features);
    if (dict !== undefined) assert.equal(inspect(new DatasetDict({ treino: same, teste: same })), dict);
  }
});

test("types are inferred from values as in Python", () => {
  for (const [values, features] of golden<ReprCase>("reprs.json").flatMap(({ inferred }) => inferred ?? [])) {
    // A number beyond 2^53 comes out of JSON with digits lost; in JavaScript a bigint is the way to write it.
    const written = values.map((value) =>
      Number.isInteger(value) && !Number.isSafeInteger(value) ? 2n ** 60n : value,
    );
    assert.equal(inspect(Dataset.fromDict({ x: written }).features), features);
  }
});

test("values come out as they went in", () => {
  const columns = {
    int: [1, -(2 ** 53) + 1, null],
    float: [1, 2.5, null],
    negativeZero: [-0, Number.NaN, Number.POSITIVE_INFINITY],
    text: ["", "ação 😀\r\n\0", null],
    bool: [true, null, false],
    date: [new Date(0), null, new Date("1969-12-31T23:59:59.999Z")],
    big: [2n ** 62n, -1n, null],
    unsigned: [2n ** 64n - 1n, 0n, null],
    none: [null, null, null],
  };
  const dataset = Dataset.fromDict(columns);
  assert.deepEqual(dataset.toDict(), columns);
  assert.deepEqual(Dataset.fromList(dataset.toList()).toDict(), columns);
  assert.deepEqual(dataset.shape, [3, 9]);
  assert.deepEqual(Dataset.fromDict({ small: [1n, 2n] }).column("small"), [1, 2]);
});

test("many rows cross the borders of Arrow's chunks", () => {
  const rows = (1 << 20) + 5;
  const numbers = Array.from({ length: rows }, (_, row) => (row % 3 === 0 ? null : row));
  const dataset = Dataset.fromDict({ numbers });
  for (const row of [0, 1, 1023, 1024, 1025, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, rows - 1]) {
    assert.deepEqual(dataset.at(row), { numbers: numbers[row] });
  }
  const texts = Dataset.fromDict({ texts: Array.from({ length: 3000 }, (_, row) => "é".repeat(row)) });
  assert.ok(texts.column("texts").every((text, row) => text.length === row));
});

test("rows by place, selections and slices", () => {
  assert.deepEqual(reviews.at(-1), { text: null, stars: 3 });
  assert.deepEqual(reviews.select([2, 0, 0, -2]).column("stars"), [3, 5, 5, 1]);
  assert.deepEqual(reviews.select([2, 0]).select([1]).toList(), [{ text: "good", stars: 5 }]);
  assert.deepEqual(reviews.select(new Set([1])).column("text"), ["bad"]);
  const list = [5, 1, 3];
  for (const [start, end] of [[0], [1], [-1], [-9, 2], [1, -1], [2, 1], [0, 99], [1.9, 2.9], [Number.NaN]] as const) {
    assert.deepEqual(reviews.slice(start, end).column("stars"), list.slice(start, end), `${start} to ${end}`);
  }
  assert.deepEqual([...reviews.slice(1)], [...reviews].slice(1));
});

test("rows and columns that are not there are errors that say what is", () => {
  assert.throws(
    () => reviews.at(3),
    /^RangeError: Dataset\.at: `index` must be a whole number from -3 to 2, but got 3\./,
  );
  assert.throws(() => reviews.at(0.5), RangeError);
  assert.throws(() => reviews.at("0" as unknown as number), TypeError);
  assert.throws(() => reviews.select([0, 7]), /`indices` must be a whole number from -3 to 2, but got 7/);
  assert.throws(
    () => reviews.column("txt" as "text"),
    (error) => {
      assert.ok(error instanceof DatasetError);
      assert.equal(error.code, "unknown-column");
      assert.equal(error.hint, "Available columns: text, stars. Did you mean `text`?");
      return true;
    },
  );
  assert.throws(() => Dataset.fromDict({}).at(0), RangeError);
});

test("lists that make no column are refused with row and column", () => {
  const refused: [make: () => unknown, code: string, row: number | undefined][] = [
    [() => Dataset.fromDict({ x: [1, 2], y: [1] }), "unequal-lengths", undefined],
    [() => Dataset.fromDict({ x: [1, "a"] }), "mixed-types", 1],
    [() => Dataset.fromDict({ x: [null, new Map()] }), "unsupported-value", 1],
    [() => Dataset.fromDict({ x: [new Date(Number.NaN)] }), "invalid-date", 0],
    [() => Dataset.fromDict({ x: [2n ** 64n] }), "number-too-large", 0],
    [() => Dataset.fromDict({ x: [2n ** 63n, -1n] }), "number-too-large", 1],
    [() => Dataset.fromList([{ x: 1 }, { x: 1, y: 2 } as { x: number }]), "unknown-column", 1],
  ];
  for (const [make, code, row] of refused) {
    assert.throws(make, (error) => {
      assert.ok(error instanceof DatasetError, String(error));
      assert.deepEqual([error.code, error.row], [code, row], error.message);
      return true;
    });
  }
  assert.throws(
    () => Dataset.fromDict({ x: "abc" as unknown as string[] }),
    /^TypeError: Dataset\.fromDict: `x` must be an array/,
  );
  assert.throws(() => Dataset.fromList("abc" as unknown as object[]), TypeError);
  assert.throws(() => Dataset.fromList([{ x: 1 }, null as unknown as { x: number }]), TypeError);
});

test("rows without a column of the first row have null there", () => {
  const rows: { x: number; y?: string }[] = [{ x: 1, y: "a" }, { x: 2 }];
  assert.deepEqual(Dataset.fromList(rows).toList(), [
    { x: 1, y: "a" },
    { x: 2, y: null },
  ]);
  assert.equal(Dataset.fromList([]).numRows, 0);
});

test("a column of another kind of memory is as good as Arrow's", () => {
  const squares: Column = { feature: new Value("float64"), length: 4, nullCount: 0, get: (index) => index * index };
  const dataset = new Dataset<{ square: number }>(new Map([["square", squares]]));
  assert.deepEqual(dataset.slice(1).toList(), [{ square: 1 }, { square: 4 }, { square: 9 }]);
});

test("dicts hold splits as properties, by name and in order", () => {
  const dict = new DatasetDict({ treino: reviews.slice(1), teste: reviews.slice(0, 1) });
  assert.equal(dict.teste.at(0).text, "good");
  assert.equal(dict.get("treino"), dict.treino);
  assert.deepEqual(dict.keys(), ["treino", "teste"]);
  assert.deepEqual(Object.keys(dict), ["treino", "teste"]);
  assert.deepEqual(
    [...dict].map(([name, split]) => [name, split.numRows]),
    [
      ["treino", 2],
      ["teste", 1],
    ],
  );
  assert.deepEqual(
    dict.values().map((split) => split.numRows),
    [2, 1],
  );
  assert.deepEqual(dict.numRows, { treino: 2, teste: 1 });
  assert.deepEqual(dict.columnNames, { treino: ["text", "stars"], teste: ["text", "stars"] });
  assert.ok(dict instanceof DatasetDict);
  assert.equal(inspect(new DatasetDict({})), "DatasetDict({\n})");
  assert.throws(() => dict.get("tests" as "teste"), { code: "unknown-split", hint: /Did you mean `teste`/ });
  assert.throws(() => new DatasetDict({ keys: reviews }), { code: "reserved-name" });
  assert.throws(
    () => new DatasetDict({ train: [] as unknown as Dataset }),
    /^TypeError: DatasetDict: `train` must be a Dataset/,
  );
  assert.throws(() => new DatasetDict(null as unknown as { train: Dataset }), TypeError);
});

test("features are plain properties", () => {
  const features = new Features({ essay: new Value("string"), score: new Value("int64") });
  assert.equal(features.score.dtype, "int64");
  assert.equal(inspect(features), "{'essay': Value('string'), 'score': Value('int64')}");
  assert.throws(() => new Value("strng" as DType), /Available types: null, bool, .* Did you mean `string`/);
});
