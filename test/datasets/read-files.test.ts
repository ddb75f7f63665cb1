import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { inspect } from "node:util";
import * as arrow from "apache-arrow";
import { DatasetError } from "../../src/datasets/dataset-error";
import type { FileFormat } from "../../src/datasets/files/read-options";
import { loadDataset } from "../../src/datasets/load-dataset";
import { Value } from "../../src/datasets/value";
import { golden, temporaryFiles } from "./fixtures";

interface ReaderCase {
  name: string;
  kind: FileFormat | "split" | "shuffle";
  base64: string;
  options: object;
  features: string;
  rows: Record<string, unknown>[];
}

const file = temporaryFiles();
const cases = golden<ReaderCase>("readers.json");

/** Our rows in the form in which the fixture has Python's. */
function plain(value: unknown): unknown {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : { int: String(value) };
  if (value instanceof Date) return value.toISOString().replace("T", " ").slice(0, 19);
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}

for (const [index, expected] of cases.entries()) {
  const { kind, name } = expected;
  if (kind === "split" || kind === "shuffle") continue;
  test(`as Python reads it: ${kind}, ${name}`, async () => {
    const path = file(`${index}.${kind}`, Buffer.from(expected.base64, "base64"));
    const { train } = await loadDataset(kind, { dataFiles: path, ...expected.options });
    assert.equal(inspect(train.features, { breakLength: Number.POSITIVE_INFINITY }), expected.features);
    assert.deepEqual(train.toList().map(plain), expected.rows);
  });
}

test("split expressions name the rows that Python gives", async () => {
  const numbers = (count: number, before: string): string =>
    Array.from({ length: count }, (_, row) => `${before}${row}\n`).join("");
  const dataFiles = { train: file("split-train.txt", numbers(67, "")), test: file("split-test.txt", numbers(10, "t")) };
  const splits = cases.filter(({ kind }) => kind === "split");
  assert.ok(splits.length > 10);
  for (const { name, rows } of splits) {
    const found = await loadDataset<{ text: string }>("text", { dataFiles, split: name });
    assert.deepEqual(found.column("text"), rows, name);
  }
  const even = await loadDataset("text", { dataFiles, split: "train+train[:33%]" });
  assert.equal(even.numRows, 67 + 22);
  for (const split of [
    "train[",
    "train[1:2:3]",
    "train[:10%](floor)",
    "train[:200%]",
    "train[:1%](pct1_dropremainder)",
  ]) {
    await assert.rejects(loadDataset("text", { dataFiles, split }), { code: "bad-split" }, split);
  }
  await assert.rejects(loadDataset("text", { dataFiles, split: "trian[:1%]" }), (error) => {
    assert.ok(error instanceof DatasetError);
    assert.match(error.hint ?? "", /Did you mean `train`/);
    return true;
  });
});

test("patterns stand for the files that match, in the order of their paths", async () => {
  const mkdir = (await import("node:fs/promises")).mkdir;
  const folder = join(dirname(file("glob-here.csv", "a\n0\n")), "glob");
  await mkdir(join(folder, "sub", "deep"), { recursive: true });
  for (const [name, row] of [
    ["b.csv", 1],
    ["a.csv", 2],
    ["B.csv", 3],
    ["sub/c.csv", 4],
    ["sub/deep/a.csv", 5],
    [".h.csv", 6],
    ["x[1].csv", 7],
    ["a.txt", 8],
  ]) {
    file(`glob/${name}`, `a\n${row}\n`);
  }
  const rows = async (pattern: string | string[]): Promise<unknown[]> => {
    const dataFiles = Array.isArray(pattern) ? pattern.map((one) => join(folder, one)) : join(folder, pattern);
    return (await loadDataset<{ a: number }>("csv", { dataFiles, split: "train" })).column("a");
  };
  assert.deepEqual(await rows("*.csv"), [3, 2, 1, 7]);
  assert.deepEqual(await rows("**/*.csv"), [3, 2, 1, 4, 5, 7]);
  assert.deepEqual(await rows("sub/**"), [4, 5]);
  assert.deepEqual(await rows("[ab].csv"), [2, 1]);
  assert.deepEqual(await rows("[!ab].csv"), [3]);
  assert.deepEqual(await rows("?.csv"), [3, 2, 1]);
  assert.deepEqual(await rows("x[1].csv"), [7]);
  assert.deepEqual(await rows(["b.csv", "sub/*.csv"]), [1, 4]);
  await assert.rejects(rows("*.tsv"), { code: "file-missing" });
});

test("tab-separated values, given types, Latin-1", async () => {
  const tsv = file("t.tsv", "a\tb\n1\tx,y\n");
  assert.deepEqual((await loadDataset("tsv", { dataFiles: tsv })).train.toList(), [{ a: 1, b: "x,y" }]);
  const lines = file("t.jsonl", '{"a": 1, "b": "2024-01-02"}\n{"a": "x", "b": "2024-01-03"}\n');
  const features = { a: new Value("string"), b: new Value("string") };
  assert.deepEqual((await loadDataset("jsonl", { dataFiles: lines, features })).train.column("a"), ["1", "x"]);
  const latin = file("latin.txt", Buffer.from("ação\nnão", "latin1"));
  assert.deepEqual((await loadDataset("text", { dataFiles: latin, encoding: "latin-1" })).train.column("text"), [
    "ação",
    "não",
  ]);
  const renamed = await loadDataset("text", {
    dataFiles: latin,
    encoding: "latin-1",
    features: { essay: new Value("string") },
  });
  assert.deepEqual(renamed.train.columnNames, ["essay"]);
});

test("Arrow's two forms of files; the end of one that broke off", async () => {
  const b = arrow.vectorFromArray(["x", "ação", "z"], new arrow.Utf8());
  const table = new arrow.Table({ a: arrow.vectorFromArray(Int32Array.of(1, 2, 3)), b });
  for (const form of ["file", "stream"] as const) {
    const bytes = arrow.tableToIPC(table, form);
    const path = file(`${form}.arrow`, bytes);
    const { train } = await loadDataset("arrow", { dataFiles: [path, path] });
    assert.deepEqual(train.column("a"), [1, 2, 3, 1, 2, 3], form);
    assert.deepEqual(train.at(-2), { a: 2, b: "ação" }, form);
    const cut = file(`${form}-cut.arrow`, bytes.subarray(0, bytes.length >> 1));
    await assert.rejects(loadDataset("arrow", { dataFiles: cut }), { code: "broken-arrow-file" }, form);
  }
});

test("a broken file is a DatasetError with its place", async () => {
  const many = '{"a": 1, "b": "x"}\n'.repeat(70_000);
  const faults: [format: FileFormat, name: string, content: string | Uint8Array, expected: Partial<DatasetError>][] = [
    ["jsonl", "cut.jsonl", `${many}{"a": 1, "b": \n{"a": 2}\n`, { code: "bad-json", row: 70_000, line: 70_001 }],
    ["jsonl", "quote.jsonl", `${many}{"a": 1, "b": "x\n${many}`, { code: "bad-json", row: 70_000, line: 70_001 }],
    ["jsonl", "end.jsonl", '{"a": 1}\n{"a": 2', { code: "bad-json", row: 1, line: 2 }],
    ["jsonl", "twice.jsonl", '{"a": 1, "a": 2}\n', { code: "bad-json", row: 0, line: 1, column: "a" }],
    ["jsonl", "number.jsonl", '{"a": 01}\n', { code: "bad-json", row: 0, line: 1, column: "a" }],
    ["jsonl", "word.jsonl", '{"a": NaN}\n', { code: "bad-json", row: 0, line: 1, column: "a" }],
    ["jsonl", "scalar.jsonl", "1\n2\n", { code: "bad-json", row: 0, line: 1 }],
    ["json", "list.json", '[{"a": 1},\n {"a": 2}', { code: "bad-json", line: 2 }],
    ["json", "after.json", '[{"a": 1}] x', { code: "bad-json" }],
    ["json", "nested.json", '{"a": [1, 2}}\n', { code: "bad-json" }],
    ["json", "deep.json", `{"a": ${"[".repeat(5000)}${"]".repeat(5000)}}`, { code: "bad-json", line: 1 }],
    ["json", "mixed.json", '{"a": 1}\n{"a": "x"}\n', { code: "mixed-types", column: "a" }],
    ["json", "mixed-list.json", '{"a": [1, "x"]}\n', { code: "mixed-types" }],
    ["json", "empty.json", "[]", { code: "no-rows" }],
    ["jsonl", "latin.jsonl", Buffer.from('{"a": "x"}\n{"a": "ação"}\n', "latin1"), { code: "not-utf8", line: 2 }],
    ["text", "latin2.txt", Buffer.from("a\nação\n", "latin1"), { code: "not-utf8", line: 2 }],
    ["parquet", "x.parquet", "no parquet at all", { code: "not-parquet" }],
    ["parquet", "cut.parquet", "PAR1 and then nothing", { code: "bad-parquet" }],
    ["parquet", "none.parquet", "", { code: "file-empty" }],
  ];
  for (const [format, name, content, expected] of faults) {
    const path = file(`odd-${name}`, content);
    const error = await loadDataset(format, { dataFiles: path }).then(
      () => assert.fail(`${name} was read`),
      (thrown: unknown) => thrown,
    );
    assert.ok(error instanceof DatasetError, `${name}: ${String(error)}`);
    const found = Object.fromEntries(Object.keys(expected).map((key) => [key, error[key as keyof DatasetError]]));
    assert.deepEqual(found, expected, `${name}: ${error.message}`);
    assert.ok(error.message.length < 500, name);
    assert.ok(error.hint, name);
  }
});

test("rows over many blocks stay whole and in order", async () => {
  const text = "é\\n\\u00e7 ".repeat(30);
  const rows = 20_000;
  const lines = Array.from({ length: rows }, (_, row) => `{"row": ${row}, "text": "${text}", "list": [${row}, 1]}`);
  const path = file("blocks.jsonl", `${lines.join("\n")}\n`);
  const { train } = await loadDataset<{ row: number; text: string; list: number[] }>("json", { dataFiles: path });
  assert.ok(train.column("row").every((value, row) => value === row));
  assert.equal(train.at(-1).text, "é\nç ".repeat(30));
  assert.deepEqual(train.at(rows - 1).list, [rows - 1, 1]);
  const list = file("blocks.json", `[${lines.join(",\n")}]`);
  const listed = await loadDataset<{ row: number }>("json", { dataFiles: list, split: "train" });
  assert.deepEqual([listed.numRows, listed.at(-1).row], [rows, rows - 1]);
  const plainText = file("blocks.txt", lines.join("\r\n"));
  const texts = await loadDataset<{ text: string }>("text", { dataFiles: plainText, split: "train" });
  assert.deepEqual(texts.column("text"), lines);
});

test("quoted and plain CSV cells over many blocks stay themselves", async () => {
  const rows = 30_000;
  const texts = Array.from({ length: rows }, (_, row) =>
    row % 7 === 0 ? `a "word", ${"é".repeat(row % 90)}\nand a line` : row % 7 === 3 ? null : `in"side ""${row}`,
  );
  const cell = (text: string | null): string =>
    text === null ? "NA" : text.includes("\n") ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = texts.map((text, row) => `${row},${cell(text)},${row % 7 === 0 ? `"${row / 8}"  ` : row / 8}`);
  const path = file("mixed.csv", `row,text,eighth\n${lines.join("\n")}`);
  const mixed = await loadDataset<{ row: number; text: string; eighth: unknown }>("csv", {
    dataFiles: path,
    split: "train",
  });
  assert.ok(mixed.column("row").every((value, row) => value === row));
  assert.deepEqual(mixed.column("text"), texts);
  assert.equal(mixed.at(7).eighth, 7 / 8);
});
