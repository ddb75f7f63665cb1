// CSV files are byte for byte those of Python's datasets: test/fixtures/datasets/features.json, made by make_features.py.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { inspect } from "node:util";
import { ClassLabel } from "../../src/datasets/class-label";
import { columnFromValues } from "../../src/datasets/column-from-values";
import { Dataset } from "../../src/datasets/dataset";
import { type Feature, List } from "../../src/datasets/feature";
import { loadDataset } from "../../src/datasets/load-dataset";
import { Value } from "../../src/datasets/value";
import type { ToCsvOptions } from "../../src/datasets/write/to-csv";

const goldens = JSON.parse(readFileSync(join(__dirname, "../fixtures/datasets/features.json"), "utf8")) as {
  csv: { columns: Record<string, unknown[]>; options: ToCsvOptions; text: string }[];
};
const folder = mkdtempSync(join(tmpdir(), "caderno-written-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const made = (columns: Readonly<Record<string, readonly [values: readonly unknown[], feature?: Feature]>>): Dataset =>
  new Dataset(
    new Map(
      Object.entries(columns).map(([name, [values, feature]]) => [name, columnFromValues(name, values, feature)]),
    ),
  );
const mixed = made({
  id: [[1, 2n ** 60n, null]],
  score: [[0.1, Number.NaN, Number.POSITIVE_INFINITY]],
  label: [["b", null, -1], new ClassLabel({ names: ["a", "b"] })],
  tags: [[["x", 'y"'], [], null]],
  point: [[{ x: 1, y: null }, null, { x: 2, y: new Date(0) }], { x: new Value("int8"), y: new Value("timestamp[us]") }],
  when: [[new Date("2020-01-02T03:04:05.678Z"), null, new Date(-1)], new Value("timestamp[ms, tz=America/Sao_Paulo]")],
  bytes: [[new Uint8Array([1, 255]), null, new Uint8Array()]],
  price: [["1.50", null, "-0.05"], new Value("decimal128(5, 2)")],
});

describe("toCsv", () => {
  test("writes what Python writes", async () => {
    for (const { columns, options, text } of goldens.csv) {
      const path = join(folder, "golden.csv");
      // JSON has no 1.0, and 2^53 may be any of two numbers: both columns' types are given.
      const types: Readonly<Record<string, Feature>> = { float: new Value("float64"), whole: new Value("int64") };
      const dataset = made(
        Object.fromEntries(
          Object.entries(columns).map(([name, values]) => [
            name,
            types[name] === undefined ? ([values] as const) : ([values, types[name]] as const),
          ]),
        ),
      );
      await dataset.toCsv(path, options);
      assert.equal(readFileSync(path, "utf8"), text);
    }
  });

  test("has all digits of times and bigints, and JSON for lists and objects", async () => {
    const path = join(folder, "mixed.csv");
    await mixed.select([1, 0]).toCsv(path);
    assert.equal(
      readFileSync(path, "utf8"),
      "id,score,label,tags,point,when,bytes,price\n" +
        "1152921504606846976,,,[],,,,\n" +
        '1,0.1,1,"[""x"",""y\\""""]","{""x"":1,""y"":null}",2020-01-02 03:04:05.678+00:00,Af8=,1.50\n',
    );
    await assert.rejects(mixed.toCsv(path, { delimiter: "" }), RangeError);
    await assert.rejects(mixed.toCsv(path, { header: 1 as unknown as boolean }), TypeError);
    await assert.rejects(mixed.toCsv("a\0b"), TypeError);
  });

  test("is read back by loadDataset", async () => {
    const path = join(folder, "back.csv");
    const texts = ["a,b", 'c "d"', "e\nf", "ção", "-"];
    const dataset = Dataset.fromDict({ text: texts, score: [1, 2, 3, 4, 5], flag: [true, false, true, true, false] });
    await dataset.toCsv(path);
    const back = await loadDataset("csv", { dataFiles: path, split: "train" });
    assert.deepEqual(back.toList(), dataset.toList());
  });
});

describe("toJson", () => {
  test("writes a line for each row, or one list", async () => {
    const lines = join(folder, "rows.jsonl");
    const list = join(folder, "rows.json");
    await mixed.toJson(lines);
    await mixed.toJson(list, { lines: false });
    const rows = readFileSync(lines, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);
    assert.deepEqual(rows, JSON.parse(readFileSync(list, "utf8")));
    assert.match(
      readFileSync(lines, "utf8"),
      /"id":1152921504606846976,"score":null,"label":null,"tags":\[\],"point":null/,
    );
    assert.deepEqual(rows[2], {
      id: null,
      score: null,
      label: -1,
      tags: null,
      point: { x: 2, y: "1970-01-01T00:00:00.000Z" },
      when: "1969-12-31 23:59:59.999+00:00",
      bytes: "",
      price: "-0.05",
    });
    await mixed.select([]).toJson(list, { lines: false });
    assert.deepEqual(JSON.parse(readFileSync(list, "utf8")), []);
    await assert.rejects(mixed.toJson(list, { lines: "no" as unknown as boolean }), TypeError);
  });
});

describe("toParquet", () => {
  test("comes back with its features", async () => {
    const path = join(folder, "mixed.parquet");
    const dataset = mixed.removeColumns(["point"]).select([2, 1, 1, 0]);
    await dataset.toParquet(path);
    const back = await loadDataset("parquet", { dataFiles: path, split: "train" });
    assert.deepEqual(back.toList(), dataset.toList());
    assert.equal(inspect(back.features), inspect(dataset.features));
  });

  test("takes odd names, and says what it cannot hold", async () => {
    const path = join(folder, "odd.parquet");
    const odd = made({ 'a "b"': [[1]], A: [["x"]], a: [["y"]], "c'; DROP": [[[1.5]]] });
    await odd.toParquet(path);
    const back = await loadDataset("parquet", { dataFiles: path, split: "train" });
    assert.deepEqual(back.columnNames.slice(0, 2), ['a "b"', "A"]);
    await assert.rejects(made({ x: [[{}]] }).toParquet(path), { code: "unsupported-feature" });
    await assert.rejects(new Dataset(new Map()).toParquet(path), { code: "no-columns" });
    await assert.rejects(odd.toParquet(join(folder, "long".repeat(63))), { code: "cannot-write" });
    await made({ pair: [[[1, 2], null], new List(new Value("float32"), { length: 2 })] }).toParquet(path);
    const pair = await loadDataset("parquet", { dataFiles: path, split: "train" });
    assert.deepEqual(pair.column("pair"), [[1, 2], null]);
  });
});

test("a file is there whole or as it was before", async () => {
  const path = join(folder, "kept.csv");
  writeFileSync(path, "mine");
  const broken = new Dataset(
    new Map([
      [
        "x",
        {
          feature: new Value("int64"),
          length: 20_000,
          nullCount: 0,
          get(index: number): number {
            if (index === 15_000) throw new Error("the disk went away");
            return index;
          },
        },
      ],
    ]),
  );
  for (const method of ["toCsv", "toJson", "toParquet"] as const) {
    await assert.rejects(broken[method](path), /the disk went away/);
    assert.equal(readFileSync(path, "utf8"), "mine");
  }
  await assert.rejects(mixed.toCsv(join(path, "below.csv")), { code: "cannot-write" });
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.endsWith(".tmp")),
    [],
  );
  assert.ok(!existsSync(join(folder, "below.csv")));
});

test("fromDataFrame takes what toDataFrame gives", async () => {
  const dataset = made({
    text: [["a", "b"]],
    whole: [[1, 2]],
    gap: [[1, null]],
    half: [[0.5, 2]],
    flag: [[true, false]],
    tags: [[["x"], []]],
    label: [["b", "a"], new ClassLabel({ names: ["a", "b"] })],
  });
  const back = Dataset.fromDataFrame(await dataset.toDataFrame());
  assert.equal(
    inspect(back.features),
    "{'text': Value('string'), 'whole': Value('int64'), 'gap': Value('float64'), 'half': Value('float64'), 'flag': Value('bool'), 'tags': Value('string'), 'label': Value('int64')}",
  );
  assert.deepEqual(back.toList(), [
    { text: "a", whole: 1, gap: 1, half: 0.5, flag: true, tags: '["x"]', label: 1 },
    { text: "b", whole: 2, gap: null, half: 2, flag: false, tags: "[]", label: 0 },
  ]);
  assert.throws(() => Dataset.fromDataFrame({} as never), TypeError);
});
