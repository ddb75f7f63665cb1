// Folders that Python's datasets can open (test/interop has the live proof), and what happens to broken ones.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { inspect } from "node:util";
import { ClassLabel } from "../../src/datasets/class-label";
import { columnFromValues } from "../../src/datasets/column-from-values";
import { Dataset } from "../../src/datasets/dataset";
import { DatasetDict } from "../../src/datasets/dataset-dict";
import { DatasetError } from "../../src/datasets/dataset-error";
import type { Feature } from "../../src/datasets/feature";
import { loadFromDisk } from "../../src/datasets/load-from-disk";
import { saveFolder } from "../../src/datasets/saved-folder";
import { Value } from "../../src/datasets/value";

const folder = mkdtempSync(join(tmpdir(), "caderno-saved-"));
after(() => rmSync(folder, { recursive: true, force: true }));
let places = 0;
const place = (): string => join(folder, `saved-${places++}`);

const made = (columns: Readonly<Record<string, readonly [values: readonly unknown[], feature?: Feature]>>): Dataset =>
  new Dataset(
    new Map(
      Object.entries(columns).map(([name, [values, feature]]) => [name, columnFromValues(name, values, feature)]),
    ),
  );

const sample = made({
  text: [["a", null, "ção", "\u{1f600}", ""]],
  label: [["b", "a", null, -1, 0], new ClassLabel({ names: ["a", "b"] })],
  nested: [[{ a: [1, 2] }, null, { a: null }, { a: [] }, { a: [3] }]],
  when: [[new Date(0), null, new Date("2020-01-02"), null, null], new Value("timestamp[ns, tz=UTC]")],
});

async function opened(path: string): Promise<Dataset> {
  const dataset = await loadFromDisk(path);
  assert.ok(dataset instanceof Dataset);
  return dataset;
}

describe("saveToDisk and loadFromDisk", () => {
  test("a view comes back with its rows, order and features", async () => {
    const path = place();
    const view = sample.select([4, 0, 2, 0]);
    await view.saveToDisk(path);
    const back = await opened(path);
    assert.deepEqual(back.toList(), view.toList());
    assert.equal(inspect(back.features), inspect(sample.features));
    assert.deepEqual(readdirSync(path).sort(), ["data-00000-of-00001.arrow", "dataset_info.json", "state.json"]);
  });

  test("shards are cut as Python cuts them, by count or by size", async () => {
    const path = place();
    const rows = made({ x: [Array.from({ length: 11 }, (_, row) => row)] });
    await rows.saveToDisk(path, { numShards: 4 });
    const back = await opened(path);
    assert.deepEqual(back.column("x"), rows.column("x"));
    const { vector } = back.table.columns.get("x") as unknown as { vector: { data: { length: number }[] } };
    assert.deepEqual(
      vector.data.map((chunk) => chunk.length),
      [3, 3, 3, 2],
    );
    const small = place();
    await rows.saveToDisk(small, { maxShardSize: 50 });
    assert.equal(readdirSync(small).filter((name) => name.endsWith(".arrow")).length, 2);
    await assert.rejects(rows.saveToDisk(place(), { numShards: 0 }), RangeError);
    await assert.rejects(rows.saveToDisk(place(), { maxShardSize: "many" }), TypeError);
  });

  test("nothing at all, and many rows, come back", async () => {
    const path = place();
    await sample.select([]).saveToDisk(path);
    assert.deepEqual(
      [(await opened(path)).numRows, inspect((await opened(path)).features)],
      [0, inspect(sample.features)],
    );
    const large = made({ x: [Array.from({ length: 25_000 }, (_, row) => (row % 7 === 0 ? null : `text ${row}`))] });
    const other = place();
    await large.saveToDisk(other);
    assert.deepEqual((await opened(other)).column("x"), large.column("x"));
  });

  test("a saved dataset is replaced whole; another folder is left alone", async () => {
    const path = place();
    await sample.saveToDisk(path, { numShards: 2 });
    await sample.select([1]).saveToDisk(path);
    assert.equal((await opened(path)).numRows, 1);
    assert.equal(readdirSync(path).length, 3);
    const own = place();
    mkdirSync(own);
    writeFileSync(join(own, "thesis.txt"), "mine");
    await assert.rejects(sample.saveToDisk(own), { code: "folder-in-use" });
    assert.equal(readFileSync(join(own, "thesis.txt"), "utf8"), "mine");
    const busy = join(own, "thesis.txt", "below");
    await assert.rejects(sample.saveToDisk(busy), { code: "cannot-write" });
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith(".tmp")),
      [],
    );
    await assert.rejects(sample.saveToDisk(""), TypeError);
  });

  test("splits are folders of their own", async () => {
    const path = place();
    await new DatasetDict({ train: sample, test: sample.select([0]) }).saveToDisk(path);
    const dict = await loadFromDisk(path);
    assert.ok(!(dict instanceof Dataset));
    assert.deepEqual(dict.keys(), ["train", "test"]);
    assert.deepEqual(dict.get("train").toList(), sample.toList());
    const bad = new Map([["../up", sample.table]]);
    await assert.rejects(saveFolder("test", place(), bad, {}), RangeError);
  });

  test("an order of rows beside the data, as earlier versions wrote it, is followed", async () => {
    const path = place();
    await made({ x: [["a", "b", "c"]] }).saveToDisk(path);
    const order = place();
    await made({ indices: [[2, 0], new Value("uint64")] }).saveToDisk(order);
    writeFileSync(join(path, "indices.arrow"), readFileSync(join(order, "data-00000-of-00001.arrow")));
    edit(path, "state.json", (state) => ({ ...state, _indices_data_files: [{ filename: "indices.arrow" }] }));
    assert.deepEqual((await opened(path)).column("x"), ["c", "a"]);
    const wide = place();
    await made({ indices: [[3], new Value("uint64")] }).saveToDisk(wide);
    writeFileSync(join(path, "indices.arrow"), readFileSync(join(wide, "data-00000-of-00001.arrow")));
    await assert.rejects(loadFromDisk(path), /row 0: 3 is no row of the 3 that there are/);
  });
});

function edit(path: string, name: string, change: (json: Record<string, unknown>) => unknown): void {
  const file = join(path, name);
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>)));
}

describe("broken folders", () => {
  const broken = async (spoil: (path: string) => void): Promise<DatasetError> => {
    const path = place();
    await sample.saveToDisk(path);
    spoil(path);
    try {
      await loadFromDisk(path);
    } catch (error) {
      assert.ok(error instanceof DatasetError, String(error));
      assert.ok(error.hint !== undefined);
      return error;
    }
    throw new assert.AssertionError({ message: `A broken folder was opened: ${spoil}` });
  };
  const arrowFile = "data-00000-of-00001.arrow";

  test("wrong or missing JSON files", async () => {
    assert.equal((await broken((path) => rmSync(join(path, "state.json")))).code, "no-saved-dataset");
    assert.equal((await broken((path) => rmSync(join(path, "dataset_info.json")))).code, "broken-saved-dataset");
    const spoils: ((path: string) => void)[] = [
      (path) => writeFileSync(join(path, "state.json"), "{"),
      (path) => writeFileSync(join(path, "state.json"), "[]"),
      (path) => edit(path, "state.json", () => ({})),
      (path) => edit(path, "state.json", (state) => ({ ...state, _data_files: [] })),
      (path) => edit(path, "state.json", (state) => ({ ...state, _data_files: { length: 1e9 } })),
      (path) => edit(path, "state.json", (state) => ({ ...state, _data_files: ["x.arrow"] })),
      (path) => edit(path, "dataset_info.json", () => ({ features: [] })),
      (path) => edit(path, "dataset_info.json", () => ({ features: { text: { dtype: "what", _type: "Value" } } })),
      (path) => edit(path, "dataset_info.json", () => ({ features: { text: { dtype: "string", _type: "Value" } } })),
    ];
    for (const spoil of spoils) assert.ok((await broken(spoil)).message.includes("saved-"));
  });

  test("names that lead to other folders", async () => {
    for (const filename of ["../x.arrow", "/etc/passwd", "a/b.arrow", "..", "", "C:\\x", "x\0.arrow", 5, null]) {
      const error = await broken((path) =>
        edit(path, "state.json", (state) => ({ ...state, _data_files: [{ filename }] })),
      );
      assert.match(error.message, /_data_files is/);
    }
    const path = place();
    mkdirSync(path);
    writeFileSync(join(path, "dataset_dict.json"), JSON.stringify({ splits: [".."] }));
    await assert.rejects(loadFromDisk(path), /splits is/);
  });

  test("Arrow files cut off anywhere, or with any byte turned over, never crash", async () => {
    const path = place();
    await sample.saveToDisk(path);
    const whole = readFileSync(join(path, arrowFile));
    let refused = 0;
    for (let length = 0; length < whole.length; length += 131) {
      writeFileSync(join(path, arrowFile), whole.subarray(0, length));
      await assert.rejects(loadFromDisk(path), DatasetError, `cut at ${length}`);
    }
    for (let at = 0; at < whole.length; at += 23) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      writeFileSync(join(path, arrowFile), bytes);
      try {
        // A turned value may be a value too; what must not happen is a crash, a hang, or another kind of error.
        (await opened(path)).toList();
      } catch (error) {
        assert.ok(error instanceof DatasetError, `byte ${at}: ${String(error)}`);
        refused++;
      }
    }
    assert.ok(refused > 10);
    writeFileSync(join(path, arrowFile), "not Arrow at all, but long enough to look at\0\0\0\0\0\0\0\0");
    await assert.rejects(loadFromDisk(path), DatasetError);
    rmSync(join(path, arrowFile));
    await assert.rejects(loadFromDisk(path), { code: "file-missing" });
    assert.ok(!existsSync(join(path, arrowFile)));
  });

  test("no folder, or none of ours", async () => {
    await assert.rejects(loadFromDisk(join(folder, "nowhere")), { code: "no-saved-dataset" });
    await assert.rejects(loadFromDisk(5 as unknown as string), TypeError);
  });
});
