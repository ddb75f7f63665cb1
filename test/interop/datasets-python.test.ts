// The oracle is Python's datasets itself: what is saved here it must read, and what it saves must be read here, features and rows.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { inspect } from "node:util";
import { runProgram } from "../../src/cli/lab-program";
import { Dataset } from "../../src/datasets/dataset";
import { loadDataset } from "../../src/datasets/load-dataset";
import { loadFromDisk } from "../../src/datasets/load-from-disk";
import { saveFolder } from "../../src/datasets/saved-folder";
import { root, skipWithout, venvProgram } from "./interop-support";

const skip = skipWithout("python");
const folder = mkdtempSync(join(tmpdir(), "caderno-datasets-python-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** What is told of a dataset, here and there: its features, and its rows or sums over them. */
type Told = { features: string; rows?: unknown[]; count?: number; text?: string; sums?: number[] };

async function oracle<Answer>(command: "make" | "read"): Promise<Answer> {
  const script = join(root, "test/interop/datasets_oracle.py");
  const { state, stdout, stderr } = await runProgram(venvProgram("python"), [script, command, folder], {
    timeoutMs: 200_000,
  });
  assert.equal(state, "ok", stderr);
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Answer;
}

function plain(value: unknown): unknown {
  if (value instanceof Date) return value.getTime();
  if (value instanceof Uint8Array) return [...value];
  if (typeof value === "number" && !Number.isFinite(value))
    return String(value).replace("Infinity", "inf").replace("NaN", "nan");
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
}

function told(dataset: Dataset): Told {
  const features = inspect(dataset.features);
  if (dataset.numRows < 1000) return { features, rows: dataset.toList().map(plain) };
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  return {
    features,
    count: dataset.numRows,
    text: createHash("sha256")
      .update(
        dataset
          .column("text")
          .join("\n")
          .replace(/^(?=\n)|(?<=\n)(?=\n)|(?<=\n)$/g, "null"),
      )
      .digest("hex"),
    sums: [
      sum(dataset.column("id") as number[]),
      sum(dataset.column("label") as number[]),
      sum((dataset.column("ids") as number[][]).map(sum)),
    ],
  };
}

async function opened(name: string): Promise<Dataset> {
  const dataset = await loadFromDisk(join(folder, name));
  assert.ok(dataset instanceof Dataset);
  return dataset;
}

describe("Python's datasets and ours", { skip, timeout: 300_000 }, () => {
  let theirs: Readonly<Record<string, Told>> & { "py-dict"?: unknown };
  let read: Readonly<Record<string, Told>>;
  let ours: Dataset;

  before(async () => {
    theirs = await oracle("make");
    ours = await opened("py-saved");
    await ours.saveToDisk(join(folder, "js-saved"), { numShards: 3 });
    await ours.select([3, 1, 0]).saveToDisk(join(folder, "js-view"));
    await saveFolder(
      "test",
      join(folder, "js-dict"),
      new Map([
        ["train", ours.table],
        ["test", ours.select([2]).table],
      ]),
      {},
    );
    await ours.removeColumns(["nothing", "half"]).toParquet(join(folder, "js.parquet"));
    const large = await opened("py-large");
    await large.saveToDisk(join(folder, "js-large"), { maxShardSize: "1MB" });
    await large.toParquet(join(folder, "js-large.parquet"));
    const simple = ours.selectColumns(["text", "whole", "double", "flag"]);
    await simple.toJson(join(folder, "js-lines.jsonl"));
    await simple.toCsv(join(folder, "js-table.csv"));
    read = await oracle("read");
  });

  test("what Python saved is read here: every type, views, splits", async () => {
    for (const name of ["py-saved", "py-view"]) assert.deepEqual(told(await opened(name)), theirs[name], name);
    const dict = await loadFromDisk(join(folder, "py-dict"));
    assert.ok(!(dict instanceof Dataset));
    assert.deepEqual(Object.fromEntries(dict.entries().map(([name, split]) => [name, told(split)])), theirs["py-dict"]);
  });

  test("what is saved here is read in Python: every type, views, splits", () => {
    assert.deepEqual(read["js-saved"], theirs["py-saved"]);
    assert.deepEqual(read["js-view"], theirs["py-view"]);
    assert.deepEqual(read["js-dict"], theirs["py-dict"]);
  });

  test("100,000 rows, both ways", async () => {
    assert.deepEqual(told(await opened("py-large")), theirs["py-large"]);
    assert.deepEqual(read["js-large"], theirs["py-large"]);
    assert.deepEqual(read["js-large.parquet"], theirs["py-large"]);
  });

  test("Parquet of ours is read in Python, classes and types and all", () => {
    assert.deepEqual(seconds(read["js.parquet"]), seconds(theirs["py.parquet"]));
  });

  test("Parquet of Python and of ours is read here", async () => {
    for (const name of ["py.parquet", "js.parquet", "py-large.parquet", "js-large.parquet"]) {
      const dataset = await loadDataset("parquet", { dataFiles: join(folder, name), split: "train" });
      assert.deepEqual(seconds(told(dataset)), seconds(theirs[name.replace("js", "py")]), name);
    }
  });

  test("JSON and CSV files of ours are read in Python", () => {
    const names = ["text", "whole", "double", "flag"];
    const rows = (theirs["py-saved"]?.rows ?? []) as Readonly<Record<string, unknown>>[];
    const wanted = rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name]])));
    // JSON has no infinity; CSV has no difference between an empty text and none, and whole numbers with gaps are floats there.
    assert.deepEqual(
      read["js-lines.jsonl"]?.rows,
      wanted.map((row) => ({ ...row, double: row.double === "inf" ? null : row.double })),
    );
    assert.deepEqual(
      read["js-table.csv"]?.rows,
      wanted.map((row) => ({ ...row, text: row.text === "" ? null : row.text })),
    );
  });
});

/** Parquet has no timestamps in seconds: both write them in milliseconds. */
function seconds(answer: Told | undefined): Told | undefined {
  return (
    answer && {
      ...answer,
      features: answer.features.replace("'seconds': Value('timestamp[s]')", "'seconds': Value('timestamp[ms]')"),
    }
  );
}
