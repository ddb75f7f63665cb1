import assert from "node:assert/strict";
import { join, relative } from "node:path";
import { test } from "node:test";
import { inspect } from "node:util";
import { DatasetError } from "../../src/datasets/dataset-error";
import { loadDataset, type SplitFiles } from "../../src/datasets/load-dataset";
import { Value } from "../../src/datasets/value";
import { golden, temporaryFiles } from "./fixtures";

interface CsvCase {
  name: string;
  base64: string;
  features?: string;
  columns?: Record<string, unknown[]>;
  refused?: boolean;
}

const file = temporaryFiles();

/** What {@link loadDataset} gives where Python gives this column. */
function expectedColumn(values: readonly unknown[]): unknown[] {
  const isBig = values.some((value) => value !== null && typeof value === "object" && "int" in value);
  return values.map((value) => {
    if (value !== null && typeof value === "object") {
      if ("int" in value) return BigInt(String(value.int));
      if ("float" in value) return value.float === "inf" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    }
    return isBig && typeof value === "number" ? BigInt(value) : value;
  });
}

for (const [index, expected] of golden<CsvCase>("csv.json").entries()) {
  test(`CSV as Python reads it: ${expected.name}`, async () => {
    const path = file(`${index}.csv`, Buffer.from(expected.base64, "base64"));
    if (expected.refused) {
      await assert.rejects(loadDataset("csv", { dataFiles: path }), DatasetError);
      return;
    }
    const { train } = await loadDataset("csv", { dataFiles: path });
    assert.equal(inspect(train.features, { breakLength: Number.POSITIVE_INFINITY }), expected.features);
    for (const [name, values] of Object.entries(expected.columns ?? {})) {
      assert.deepEqual(train.column(name), expectedColumn(values), `column ${name}`);
    }
  });
}

test("rows keep the order of the file, over many buffers and threads", async () => {
  const rows = 60_000;
  const text = "palavra ".repeat(40);
  const lines = Array.from({ length: rows }, (_, row) => `${row},"${text}\n""${row}"""`);
  const path = file("ordered.csv", `row,essay\n${lines.join("\n")}\n`);
  const { train } = await loadDataset<{ row: number; essay: string }>("csv", { dataFiles: path });
  assert.equal(train.numRows, rows);
  assert.ok(train.column("row").every((value, row) => value === row));
  assert.equal(train.at(-1).essay, `${text}\n"${rows - 1}"`);
});

test("lists and splits of files; types are common to all of them", async () => {
  const a = file("part a.csv", "id,score\n1,2\n2,3\n");
  const b = file("part'b*[1].csv", "id,score\n3,4.5\n");
  const both = await loadDataset("csv", { dataFiles: [b, a] });
  assert.deepEqual(both.train.column("id"), [3, 1, 2]);
  assert.equal(inspect(both.train.features), "{'id': Value('int64'), 'score': Value('float64')}");
  const splits = await loadDataset<{ id: number; score: number }, SplitFiles<"train" | "test">>("csv", {
    dataFiles: { train: a, test: [b] },
  });
  assert.deepEqual(splits.numRows, { train: 2, test: 1 });
  assert.equal(inspect(splits.train.features), inspect(splits.test.features));
  const test = await loadDataset<{ id: number }>("csv", { dataFiles: { train: a, test: b }, split: "test" });
  assert.deepEqual(test.toList(), [{ id: 3, score: 4.5 }]);
  const fromHere = await loadDataset("csv", { dataFiles: relative(process.cwd(), a), split: "train" });
  assert.equal(fromHere.numRows, 2);
});

test("the form of the file can be said", async () => {
  const semicolons = file("semi.csv", "1;'a;''b'\n2;c\n");
  const named = await loadDataset("csv", {
    dataFiles: semicolons,
    delimiter: ";",
    quote: "'",
    header: false,
    columnNames: ["id", "text"],
    split: "train",
  });
  assert.deepEqual(named.toList(), [
    { id: 1, text: "a;'b" },
    { id: 2, text: "c" },
  ]);
  const plain = file("plain.csv", "1;2\n3;4\n");
  const numbered = await loadDataset("csv", { dataFiles: plain, delimiter: ";", header: false, split: "train" });
  assert.deepEqual(numbered.columnNames, ["0", "1"]);
  const latin = file("latin.csv", Buffer.from("país\nação\n", "latin1"));
  const portuguese = await loadDataset("csv", { dataFiles: latin, encoding: "latin-1", split: "train" });
  assert.deepEqual(portuguese.toList(), [{ país: "ação" }]);
  const missing = file("missing.csv", "a,b\nNA,-\n,1\n");
  const kept = await loadDataset("csv", { dataFiles: missing, keepDefaultNa: false, naValues: ["-"], split: "train" });
  assert.deepEqual(kept.toList(), [
    { a: "NA", b: null },
    { a: "", b: 1 },
  ]);
});

test("types can be given, and a value that does not fit names its row", async () => {
  const path = file("typed.csv", "zip,score,day,at\n01310,5,2024-02-29,2024-01-01 10:00:00.5\n20040,,2024-03-01,\n");
  const types = {
    zip: new Value("string"),
    score: new Value("int32"),
    day: new Value("date32"),
    at: new Value("timestamp[us]"),
  };
  const typed = await loadDataset("csv", { dataFiles: path, features: types, split: "train" });
  assert.deepEqual(typed.toList(), [
    { zip: "01310", score: 5, day: new Date("2024-02-29"), at: new Date("2024-01-01T10:00:00.500Z") },
    { zip: "20040", score: null, day: new Date("2024-03-01"), at: null },
  ]);
  const small = file("small.csv", "score\n5\n\n6\n300\n1.5\n");
  await assert.rejects(loadDataset("csv", { dataFiles: small, features: { score: new Value("int8") } }), (error) => {
    assert.ok(error instanceof DatasetError);
    assert.deepEqual([error.code, error.row, error.column], ["wrong-type", 2, "score"]);
    assert.match(error.message, /row 2 of `.*small\.csv` is "300", which is no int8/);
    return true;
  });
  await assert.rejects(
    loadDataset("csv", { dataFiles: small, features: { scroe: new Value("int8") } }),
    /`features` names a column `scroe`/,
  );
});

test("an odd file is a DatasetError with the place", async () => {
  const essays = Array.from({ length: 5000 }, () => '"x\ny",1').join("\n");
  const faults: [name: string, content: string | Uint8Array, expected: Partial<DatasetError>][] = [
    ["more.csv", `a,b\n${essays}\n1,2,3\n`, { code: "ragged-row", row: 5000, line: 10_002 }],
    ["less.csv", "a,b,c\n1,2,3\n\n3,4\n", { code: "ragged-row", row: 1, line: 4, column: "c" }],
    ["open.csv", 'a,b\n1,2\n3,"x\n4,5\n', { code: "bad-quote", row: 1, line: 3, column: "b" }],
    ["after.csv", 'a,b\n"x"y,2\n', { code: "bad-quote", row: 0, line: 2, column: "a" }],
    ["header.csv", '"a"x,b\n1,2\n', { code: "bad-quote", line: 1 }],
    ["latin.csv", Buffer.from("a,b\n1,x\n2,ação\n", "latin1"), { code: "not-utf8", row: 1, line: 3, column: "b" }],
    ["latin-name.csv", Buffer.from("ação\n1\n", "latin1"), { code: "not-utf8", line: 1 }],
    ["twice.csv", "a,b,a\n1,2,3\n", { code: "duplicate-column", column: "a" }],
    ["empty.csv", "", { code: "file-empty" }],
    ["blank.csv", "\n\n\r\n", { code: "file-empty" }],
    ["header-only.csv", "a,b\n", { code: "no-rows" }],
    ["binary.csv", Uint8Array.from({ length: 5000 }, (_, byte) => (byte * 7919) % 256), { code: "not-text" }],
    ["book.csv", Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), { code: "not-text" }],
    ["data.csv", "PAR1....PAR1", { code: "not-text" }],
    ["zero.csv", `a,b\n${"1,2\n".repeat(30_000)}3,x\0\n`, { code: "nul-byte", row: 30_000, line: 30_002, column: "b" }],
    ["many.csv", ",".repeat(20_000), { code: "too-many-columns" }],
    ["name.csv", `${"x".repeat(5000)},b\n1,2\n`, { code: "name-too-long" }],
  ];
  for (const [name, content, expected] of faults) {
    const path = file(`odd-${name}`, content);
    const error = await loadDataset("csv", { dataFiles: path }).then(
      () => assert.fail(`${name} was read`),
      (thrown: unknown) => thrown,
    );
    assert.ok(error instanceof DatasetError, `${name}: ${String(error)}`);
    const found = Object.fromEntries(Object.keys(expected).map((key) => [key, error[key as keyof DatasetError]]));
    assert.deepEqual(found, expected, name);
    assert.equal(error.path, path, name);
    assert.ok(error.message.includes(path) && error.message.length < 500, name);
    assert.ok(error.hint, name);
  }
});

test("what is no file is said so, with the file that was probably meant", async () => {
  const here = file("here.csv", "a\n1\n");
  const missing = await loadDataset("csv", { dataFiles: join(here, "../hree.csv") }).catch((error: unknown) => error);
  assert.ok(missing instanceof DatasetError);
  assert.equal(missing.code, "file-missing");
  assert.equal(missing.hint, `Did you mean \`${here}\`?`);
  await assert.rejects(loadDataset("csv", { dataFiles: join(here, "..") }), { code: "not-a-file" });
  await assert.rejects(loadDataset("csv", { dataFiles: join(here, "x.csv") }), { code: "file-missing" });
  const other = file("other.csv", "b\n1\n");
  await assert.rejects(loadDataset("csv", { dataFiles: [here, other] }), { code: "different-columns", column: "b" });
  await assert.rejects(loadDataset("csv", { dataFiles: here, split: "test" }), { code: "unknown-split" });
});

test("wrong arguments name the function and the parameter", async () => {
  const wrong = (options: unknown, format: unknown = "csv"): Promise<unknown> =>
    loadDataset(format as "csv", options as { dataFiles: string });
  await assert.rejects(
    wrong({ dataFiles: "x" }, "xml"),
    /^RangeError: loadDataset: `format` must be the name of a format, but got "xml"\. Available formats: csv, tsv/,
  );
  await assert.rejects(wrong({}), /^TypeError: loadDataset: `dataFiles` must be a path/);
  await assert.rejects(wrong(undefined), /^TypeError: loadDataset: `dataFiles`/);
  await assert.rejects(wrong({ dataFiles: [] }), TypeError);
  await assert.rejects(wrong({ dataFiles: {} }), TypeError);
  await assert.rejects(wrong({ dataFiles: "a\0b" }), TypeError);
  const path = file("any.csv", "a\n1\n");
  await assert.rejects(wrong({ dataFiles: path, delimiter: ";;" }), /`delimiter` must be one ASCII character/);
  await assert.rejects(wrong({ dataFiles: path, quote: "\n" }), RangeError);
  await assert.rejects(wrong({ dataFiles: path, quote: "," }), /`quote` must differ from `delimiter`/);
  await assert.rejects(wrong({ dataFiles: path, encoding: "cp1252" }), /`encoding` must be "utf-8" or "latin-1"/);
  await assert.rejects(wrong({ dataFiles: path, columnNames: "a" }), /`columnNames` must be a list of strings/);
  await assert.rejects(wrong({ dataFiles: path, columnNames: ["a", "b"] }), { code: "column-count" });
});

test("names that are code in SQL or in JavaScript stay names", async () => {
  const names = ["__proto__", "constructor", "'); DROP TABLE x; --", '"', "c1"];
  const header = names.map((name) => `"${name.replaceAll('"', '""')}"`).join(",");
  const path = file("'; SELECT 1; --.csv", `${header}\n1,2,3,4,5\n`);
  const { train } = await loadDataset("csv", { dataFiles: path });
  assert.deepEqual(train.columnNames, names);
  const row = train.at(0);
  assert.deepEqual(Object.keys(row), names);
  assert.equal(Object.getPrototypeOf(row), Object.prototype);
  assert.deepEqual(train.column("__proto__"), [1]);
  assert.deepEqual(Object.keys(train.features), names);
});
