import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { inspect } from "node:util";
import { ClassLabel } from "../../src/datasets/class-label";
import { concatenateDatasets } from "../../src/datasets/concatenate-datasets";
import { Dataset } from "../../src/datasets/dataset";
import { DatasetDict } from "../../src/datasets/dataset-dict";
import { interleaveDatasets } from "../../src/datasets/interleave-datasets";
import { loadDataset } from "../../src/datasets/load-dataset";
import { Value } from "../../src/datasets/value";

const folder = mkdtempSync(join(tmpdir(), "caderno-map-"));
process.env.CADERNO_CACHE = folder;
after(() => rmSync(folder, { recursive: true, force: true }));

const reviews = Dataset.fromDict({ text: ["good", "bad", null], stars: [5, 1, 3] });

test("promises are waited for, many at once, and their results keep the order", async () => {
  let running = 0;
  let most = 0;
  const numbers = Dataset.fromDict({ x: Array.from({ length: 2500 }, (_, row) => row) });
  const mapped = await numbers.map(async ({ x }) => {
    most = Math.max(most, ++running);
    await new Promise((done) => setTimeout(done, x % 7));
    running--;
    return { y: x * 2 };
  });
  assert.deepEqual(
    mapped.column("y"),
    Array.from({ length: 2500 }, (_, row) => row * 2),
  );
  assert.ok(most > 1 && most <= 1000, String(most));
  const filtered = await numbers.filter(async ({ x }) => x % 1000 === 0);
  assert.deepEqual(filtered.column("x"), [0, 1000, 2000]);
  const batches = await numbers.map(async (batch) => ({ x: batch.x.slice(0, 1) }), { batched: true });
  assert.deepEqual(batches.column("x"), [0, 1000, 2000]);
});

test("a late row may widen a column's type, and a late column is null before", async () => {
  const numbers = Dataset.fromDict({ x: Array.from({ length: 20_000 }, (_, row) => row) });
  const late = await numbers.map(({ x }) => (x < 15_000 ? { y: x < 9000 ? null : x } : { y: x + 0.5, z: "late" }));
  assert.equal(inspect(late.features), "{'x': Value('int64'), 'y': Value('float64'), 'z': Value('string')}");
  assert.deepEqual(late.at(0), { x: 0, y: null, z: null });
  assert.deepEqual(late.at(-1), { x: 19_999, y: 19_999.5, z: "late" });
  const mixed = numbers.map(({ x }) => ({ y: x < 15_000 ? x : String(x) }));
  await assert.rejects(mixed, { code: "mixed-types", row: 15_000, column: "y" });
});

test("given types are kept to, and name all columns", async () => {
  const features = { stars: new ClassLabel({ names: ["a", "b", "c", "d", "e", "f"] }), length: new Value("int16") };
  const made = await reviews.map((row) => ({ length: row.text?.length ?? null }), {
    features,
    removeColumns: ["text"],
  });
  assert.deepEqual(made.toDict(), { stars: [5, 1, 3], length: [4, 3, null] });
  assert.deepEqual(made.features.length, features.length);
  assert.ok(made.features.stars instanceof ClassLabel);
  await assert.rejects(
    reviews.map(() => ({ length: 1 }), { features }),
    { code: "unknown-column", column: "text" },
  );
  await assert.rejects(
    reviews.map(() => ({ length: "x" }), { features, removeColumns: ["text"] }),
    { row: 0, column: "length" },
  );
  await assert.rejects(
    reviews.map(() => ({ other: 1 }), { features, removeColumns: ["text"] }),
    { column: "other" },
  );
});

test("wrong functions and options are errors that say what would be right", async () => {
  const fails = async (work: Promise<unknown>, expected: RegExp): Promise<void> => {
    await assert.rejects(work, (error) => expected.test(String(error)) || assert.fail(String(error)));
  };
  await fails(reviews.map("x" as never), /TypeError: Dataset\.map: `fn` must be a function, but got "x"\. For example/);
  await fails(
    reviews.map(() => ({}), { batched: "yes" as never }),
    /`batched` must be true or false/,
  );
  await fails(
    reviews.map(() => ({}), { batchSize: 2.5 }),
    /RangeError: Dataset\.map: `batchSize` must be a whole number/,
  );
  await fails(
    reviews.map(() => ({}), { inputColumns: ["txt" as "text"] }),
    /no column `txt`/,
  );
  await fails(
    reviews.map(() => 3),
    /must return an object with a value for each column, or nothing, but got 3/,
  );
  await fails(
    reviews.map((batch) => ({ n: batch.text.length }), { batched: true }),
    /`n` is 3 and not a list/,
  );
  await fails(
    reviews.map((row) => (row.stars > 1 ? { a: 1 } : null)),
    /returned nothing for row 1, after an object/,
  );
  await fails(
    reviews.map(() => ({ x: Symbol.iterator })),
    /column `x`/i,
  );
  await fails(
    reviews.filter(() => [true]),
    /`fn` must return true or false/,
  );
  await fails(
    reviews.filter(() => [true], { batched: true }),
    /returned 1 answers where 3 are needed/,
  );
  await fails(
    reviews.filter(() => true, { batched: true }),
    /return a list with true or false/,
  );
  assert.throws(() => reviews.iter({ batchSize: 0 }), /`batchSize` must be at least 1/);
  assert.throws(() => reviews.select(1 as never), /`indices` must be a list of places/);
  assert.throws(
    () => reviews.sort("stars", { reverse: "yes" as never }),
    /`reverse` must be true, false, or a list of 1/,
  );
  assert.throws(() => Dataset.fromDict({ x: [[1]] }).sort("x"), { code: "unsortable-column" });
  assert.throws(() => reviews.shard({ numShards: 2, index: 2 }), /`index` must be from 0 to 1/);
  assert.throws(() => reviews.withFormat("tf" as "arrays"), /`format` must be "arrays", but got "tf"/);
  assert.throws(() => concatenateDatasets([]), /`datasets` must be a list of at least one Dataset/);
  assert.throws(() => interleaveDatasets([reviews], { probabilities: [0.5] }), /`probabilities` must sum to 1/);
});

test("many texts are sorted by their bytes, and equal ones keep their order", () => {
  const alphabet = ["a", "b", "ab", "é", "\uffff", "😀", "\0", "same beginning of a long text ", ""];
  let state = 1;
  const next = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state >>> 16;
  };
  const texts = Array.from({ length: 20_000 }, () =>
    Array.from({ length: next() % 6 }, () => alphabet[next() % alphabet.length]).join(""),
  );
  const dataset = Dataset.fromDict({ text: texts, row: texts.map((_, row) => row) });
  const bytes = texts.map((text) => Buffer.from(text));
  for (const [reverse, sign] of [
    [false, 1],
    [true, -1],
  ] as const) {
    const compare = (left: number, right: number): number =>
      sign * Buffer.compare(bytes[left] ?? Buffer.alloc(0), bytes[right] ?? Buffer.alloc(0));
    const expected = texts.map((_, row) => row).sort(compare);
    assert.deepEqual(dataset.sort("text", { reverse }).column("row"), expected);
  }
  const numbers = Array.from({ length: 20_000 }, () => (next() - 30_000) / 8);
  const sorted = Dataset.fromDict({ x: numbers }).sort("x").column("x");
  assert.deepEqual(
    sorted,
    [...numbers].sort((left, right) => left - right),
  );
});

test("views, maps of views and views of maps read the right rows", async () => {
  const numbers = Dataset.fromDict({ x: Array.from({ length: 3000 }, (_, row) => row), t: Array(3000).fill("t") });
  const shuffled = numbers.shuffle({ seed: 1 });
  const mapped = await (await shuffled.map(({ x }) => ({ y: x + 1 })))
    .shuffle({ seed: 2 })
    .map(({ y }) => ({ z: y + 1 }));
  assert.ok(mapped.toList().every(({ x, y, z }) => y === x + 1 && z === x + 2));
  assert.deepEqual(
    mapped.sort("x").column("z"),
    Array.from({ length: 3000 }, (_, row) => row + 2),
  );
  for (const batch of mapped.iter({ batchSize: 700 }))
    assert.deepEqual(
      batch.y,
      batch.x.map((x) => x + 1),
    );
});

test("a generator's rows become a dataset", async () => {
  const made = await Dataset.fromGenerator(function* () {
    for (let row = 0; row < 10_000; row++) yield { row, text: row % 2 === 0 ? "even" : null };
  });
  assert.deepEqual(made.shape, [10_000, 2]);
  assert.deepEqual(made.at(-1), { row: 9999, text: null });
  const typed = await Dataset.fromGenerator(
    async function* () {
      yield { row: 1 };
    },
    { features: { text: new Value("string"), row: new Value("int8") } },
  );
  assert.equal(inspect(typed.features), "{'text': Value('string'), 'row': Value('int8')}");
  const failing = Dataset.fromGenerator(function* () {
    yield { x: 1 };
    throw new Error("no more");
  });
  await assert.rejects(failing, { code: "function-failed", row: 1, message: /at row 1: no more/ });
  await assert.rejects(Dataset.fromGenerator((() => 3) as never), /must give rows to walk over/);
  await assert.rejects(Dataset.fromGenerator((() => [1]) as never), { code: "not-a-row", row: 0 });
});

test("numbers come out as typed arrays where that is asked for", () => {
  const arrays = reviews.withFormat("arrays");
  assert.deepEqual(arrays.column("stars"), BigInt64Array.of(5n, 1n, 3n));
  assert.deepEqual(arrays.column("text"), ["good", "bad", null]);
  const floats = Dataset.fromDict({ x: [0.5, 1, 2], y: [1, null, 2] }).shuffle({ seed: 1 });
  const [batch] = floats.withFormat("arrays").iter({ batchSize: 2 });
  assert.deepEqual(batch?.x, Float64Array.from(floats.column("x").slice(0, 2)));
  assert.deepEqual(batch?.y, floats.column("y").slice(0, 2));
});

test("a dict's methods are those of each of its splits", async () => {
  const dict = new DatasetDict({ treino: reviews, teste: reviews.take(2) });
  const mapped = await dict.map((row) => ({ high: row.stars > 2 }), { removeColumns: ["text"] });
  assert.deepEqual(mapped.teste.toList(), [
    { stars: 5, high: true },
    { stars: 1, high: false },
  ]);
  assert.deepEqual((await dict.filter((row) => row.stars > 2)).numRows, { treino: 2, teste: 1 });
  assert.deepEqual(dict.sort("stars").treino.column("stars"), [1, 3, 5]);
  assert.deepEqual(dict.unique("stars"), { treino: [5, 1, 3], teste: [5, 1] });
  assert.deepEqual(dict.renameColumn("text", "essay").columnNames.teste, ["essay", "stars"]);
  assert.deepEqual(dict.renameColumns({ text: "a", stars: "b" }).columnNames.treino, ["a", "b"]);
  assert.deepEqual(dict.removeColumns("text").columnNames.teste, ["stars"]);
  assert.deepEqual(dict.selectColumns(["stars"]).treino.at(0), { stars: 5 });
  assert.equal(inspect(dict.castColumn("stars", new Value("float32")).teste.features.stars), "Value('float32')");
  assert.deepEqual(dict.classEncodeColumn("stars").teste.column("stars"), [1, 0]);
  assert.deepEqual(dict.shuffle({ seed: 3 }).treino.toList(), reviews.shuffle({ seed: 3 }).toList());
});

test("the same bytes make the same fingerprint, whatever file they are in", async () => {
  const fingerprints = await Promise.all(
    ["a.csv", "b.csv"].map(async (name) => {
      writeFileSync(join(folder, name), "text,score\ngood,1\nbad,2\n");
      const { train } = await loadDataset<{ text: string; score: number }>("csv", { dataFiles: join(folder, name) });
      return (await train.map(({ score }) => ({ double: score * 2 }))).fingerprint;
    }),
  );
  assert.equal(fingerprints[0], fingerprints[1]);
});
