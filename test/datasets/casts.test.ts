// The oracle is Python's datasets: test/fixtures/datasets/features.json, made by make_features.py beside it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { inspect } from "node:util";
import { defaultRng } from "../../src/core/random";
import { ClassLabel } from "../../src/datasets/class-label";
import { columnFromValues } from "../../src/datasets/column-from-values";
import { Dataset } from "../../src/datasets/dataset";
import { DatasetError } from "../../src/datasets/dataset-error";
import { List } from "../../src/datasets/feature";
import type { TrainTestSplitOptions } from "../../src/datasets/train-test-split";
import { type DType, Value } from "../../src/datasets/value";

type Plain = string | number | boolean | null;
interface SplitCase {
  labels?: number[];
  large?: number;
  /** The first and last twenty rows of each part, and a sum over all of them, where there are many. */
  ends?: { train: number[]; test: number[] };
  sums?: { train: number; test: number };
  classes: number;
  seed: number;
  options: TrainTestSplitOptions;
  result: { train: number[]; test: number[] } | { error: string };
}
interface Golden {
  casts: {
    from: DType;
    to: DType;
    values: Plain[];
    cells: ({ value: Plain } | { error: true; unsupported: boolean })[];
  }[];
  encoded: { values: Plain[]; includeNulls: boolean; names: string[]; numbers: (number | null)[] }[];
  splits: SplitCase[];
}
const goldens = JSON.parse(readFileSync(join(__dirname, "../fixtures/datasets/features.json"), "utf8")) as Golden;

function one(value: unknown, dtype: DType): Dataset<{ x: unknown }> {
  return new Dataset(new Map([["x", columnFromValues("x", [value], new Value(dtype))]]));
}

/** A dataset with one value, from the count of its unit where it is a time. */
function source(dtype: DType, value: Plain): Dataset<{ x: unknown }> {
  if (value === null || typeof value === "boolean") return one(value, dtype);
  if (/^(?:timestamp|duration)/.test(dtype)) return one(BigInt(value), "int64").castColumn("x", new Value(dtype));
  if (dtype === "date32") return one(Number(value), "int32").castColumn("x", new Value(dtype));
  if (/int/.test(dtype)) return one(BigInt(value), dtype);
  if (dtype.startsWith("float"))
    return one(Number(String(value).replace("inf", "Infinity").replace("nan", "NaN")), dtype);
  return one(String(value), dtype);
}

/** The value as the goldens write it: counts for times. */
function plain(dataset: Dataset<{ x: unknown }>, dtype: DType): unknown {
  const stored = /^(?:timestamp|duration|time64)/.test(dtype) ? "int64" : dtype === "date32" ? "int32" : undefined;
  const { x } = (stored === undefined ? dataset : dataset.castColumn("x", new Value(stored as "int64"))).at(0);
  if (x === null || typeof x === "boolean") return x;
  if (typeof x === "number" && dtype.startsWith("float")) {
    return Number.isFinite(x) ? x : String(x).replace("Infinity", "inf").replace("NaN", "nan");
  }
  return String(x);
}

test("casts give what Arrow gives, or an error where it has one", () => {
  const wrong: string[] = [];
  let compared = 0;
  for (const { from, to, values, cells } of goldens.casts) {
    for (const [row, cell] of cells.entries()) {
      const value = values[row] ?? null;
      let ours: unknown;
      try {
        ours = plain(source(from, value).castColumn("x", new Value(to)), to);
      } catch (error) {
        if (!(error instanceof DatasetError)) throw error;
        ours = "error";
      }
      // Arrow multiplies floats here and loses the last digit; ours is the nearest float.
      if (from.startsWith("decimal") && to === "float32") continue;
      const theirs = "error" in cell ? "error" : cell.value;
      compared++;
      if (!Object.is(ours, theirs)) wrong.push(`${from} ${value} as ${to}: ${String(ours)}, not ${String(theirs)}`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(compared > 2000);
});

describe("cast", () => {
  const essays = Dataset.fromDict({ text: ["a", "b", "c"], score: ["1", "x", "3"] });

  test("names the row that does not fit, and looks only at rows that are there", () => {
    assert.throws(() => essays.castColumn("score", new Value("int64")), {
      name: "DatasetError",
      code: "wrong-type",
      row: 1,
      column: "score",
      message: 'Column `score`, row 1 is "x", which cannot become a int64.',
    });
    const view = essays.select([2, 0]).castColumn("score", new Value("int64"));
    assert.deepEqual(view.toList(), [
      { text: "c", score: 3 },
      { text: "a", score: 1 },
    ]);
  });

  test("all columns, in the order of the features", () => {
    const made = essays.select([0]).cast({ score: new Value("float32"), text: new Value("large_string") });
    assert.deepEqual(made.columnNames, ["score", "text"]);
    assert.equal(inspect(made.features), "{'score': Value('float32'), 'text': Value('large_string')}");
    const features = { text: new Value("string") } as unknown as { text: Value; score: Value };
    assert.throws(() => essays.cast(features), { code: "different-columns", column: "score" });
    const unknown = { text: new Value("string"), score: new Value("string"), scor: new Value("string") };
    assert.throws(() => essays.cast(unknown), { code: "different-columns", column: "scor" });
    assert.throws(() => essays.castColumn("score", "int64" as unknown as Value), TypeError);
    assert.throws(() => essays.castColumn("skore" as "score", new Value("int64")), { code: "unknown-column" });
  });

  test("nested values", () => {
    const made = Dataset.fromDict({ x: [{ a: [1, 2], b: "1" }, null, { a: null, b: null }] });
    const cast = made.castColumn("x", { b: new Value("int8"), a: new List(new Value("string")) });
    assert.deepEqual(cast.column("x"), [{ b: 1, a: ["1", "2"] }, null, { b: null, a: null }]);
    const fixed = Dataset.fromDict({ x: [[1, 2], null] }).castColumn(
      "x",
      new List(new Value("float32"), { length: 2 }),
    );
    assert.deepEqual(fixed.column("x"), [[1, 2], null]);
    assert.throws(() => made.castColumn("x", { a: new List(new Value("string")) }), { code: "no-cast" });
    assert.throws(() => made.castColumn("x", new Value("string")), { code: "no-cast" });
    assert.throws(
      () => Dataset.fromDict({ x: [[1], ["2"].map(Number), [3.5]] }).castColumn("x", new List(new Value("int8"))),
      /row 2, at `\[0\]`, is 3\.5/,
    );
    assert.throws(
      () => Dataset.fromDict({ x: [[1, 2], [3]] }).castColumn("x", new List(new Value("int8"), { length: 2 })),
      { code: "wrong-length", row: 1 },
    );
  });

  test("to classes", () => {
    const label = new ClassLabel({ names: ["a", "b"] });
    const made = Dataset.fromDict({ x: ["b", " a", "-1", null] }).castColumn("x", label);
    assert.deepEqual(made.column("x"), [1, 0, -1, null]);
    assert.equal(inspect(made.features.x), "ClassLabel(names=['a', 'b'])");
    assert.throws(() => Dataset.fromDict({ x: ["a", "z"] }).castColumn("x", label), { code: "unknown-class", row: 1 });
    assert.throws(() => Dataset.fromDict({ x: [0, 2] }).castColumn("x", label), { code: "unknown-class", row: 1 });
  });

  test("classEncodeColumn names the classes as Python does", () => {
    for (const { values, includeNulls, names, numbers } of goldens.encoded) {
      const made = Dataset.fromDict({ x: values, y: values.map((_, row) => row) }).classEncodeColumn("x", {
        includeNulls,
      });
      const { x } = made.features;
      assert.ok(x instanceof ClassLabel);
      assert.deepEqual([x.names, made.column("x")], [names, numbers], JSON.stringify(values));
    }
    assert.throws(() => Dataset.fromDict({ x: [[1]] }).classEncodeColumn("x"), { code: "no-cast" });
  });
});

describe("trainTestSplit with stratifyByColumn", () => {
  const labelled = (labels: readonly number[], classes: number): Dataset<{ row: number; label: number }> => {
    const column = columnFromValues("label", labels, new ClassLabel({ numClasses: classes }));
    return new Dataset(
      new Map([
        [
          "row",
          columnFromValues(
            "row",
            labels.map((_, row) => row),
          ),
        ],
        ["label", column],
      ]),
    );
  };

  test("has exactly the rows that Python's datasets has", () => {
    let split = 0;
    for (const { labels, classes, seed, options, result } of goldens.splits) {
      if (labels === undefined) continue;
      const run = (): { train: number[]; test: number[] } => {
        const parts = labelled(labels, classes).trainTestSplit({ ...options, seed, stratifyByColumn: "label" });
        return { train: parts.train.column("row"), test: parts.test.column("row") };
      };
      if ("error" in result) assert.throws(run, DatasetError);
      else {
        assert.deepEqual(run(), result);
        split++;
      }
    }
    assert.ok(split > 80);
  });

  test("also of many rows", () => {
    const large = goldens.splits.find((split) => split.large !== undefined);
    assert.ok(large?.large !== undefined && large.ends !== undefined);
    const generator = defaultRng(3);
    const labels = Array.from({ length: large.large }, () => generator.integers(0, large.classes));
    const { seed, options } = large;
    const parts = labelled(labels, large.classes).trainTestSplit({ ...options, seed, stratifyByColumn: "label" });
    for (const part of ["train", "test"] as const) {
      const rows = parts[part].column("row");
      assert.deepEqual([...rows.slice(0, 20), ...rows.slice(-20)], large.ends[part]);
      let sum = 0;
      for (const [position, row] of rows.entries()) sum = (sum + (position + 1) * row) % 1_000_003;
      assert.equal(sum, large.sums?.[part]);
    }
  });

  test("wrong columns are errors", () => {
    const dataset = labelled([0, 1, 0, 1, 0, 1], 2);
    assert.throws(() => dataset.trainTestSplit({ stratifyByColumn: "row" }), { code: "no-classes" });
    assert.throws(() => dataset.trainTestSplit({ stratifyByColumn: "lable" }), { code: "unknown-column" });
    assert.throws(() => dataset.trainTestSplit({ stratifyByColumn: "label", shuffle: false }), TypeError);
    assert.throws(() => labelled([0, 0, 0, 1], 2).trainTestSplit({ stratifyByColumn: "label" }), {
      code: "class-too-small",
    });
    assert.throws(() => dataset.trainTestSplit({ testSize: 1, stratifyByColumn: "label" }), {
      code: "split-too-small",
    });
  });
});
