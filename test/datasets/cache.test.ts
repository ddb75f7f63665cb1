import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, type TestContext, test } from "node:test";
import { promisify } from "node:util";
import { outsideNames } from "../../src/datasets/cache/closed-function";
import { Dataset } from "../../src/datasets/dataset";

const folder = mkdtempSync(join(tmpdir(), "caderno-cache-"));
process.env.CADERNO_CACHE = join(folder, "cache");
after(() => rmSync(folder, { recursive: true, force: true }));

const columns = { text: ["a", "bb", null], score: [1, 2, 3] };
const reviews = Dataset.fromDict(columns);
const kept = (): string[] => {
  const path = join(folder, "cache", "datasets");
  return existsSync(path) ? readdirSync(path) : [];
};

/** Counts its calls, which no function that may be kept could do: so each test vouches for it by a name. */
function counting(): { calls: number; fn: (row: { text: string | null }) => { length: number } } {
  const counter = {
    calls: 0,
    fn: (row: { text: string | null }) => {
      counter.calls++;
      return { length: row.text?.length ?? 0 };
    },
  };
  return counter;
}

test("a result is found again for the same rows and name, and not for others or where it is refused", async () => {
  const counter = counting();
  const first = await reviews.map(counter.fn, { newFingerprint: "lengths-1" });
  assert.equal(counter.calls, 3);
  const again = await Dataset.fromDict(columns).map(counter.fn, { newFingerprint: "lengths-1" });
  assert.equal(counter.calls, 3);
  assert.deepEqual(again.toList(), first.toList());
  await reviews.map(counter.fn, { newFingerprint: "lengths-2" });
  assert.equal(counter.calls, 6);
  await reviews.map(counter.fn, { newFingerprint: "lengths-1", loadFromCacheFile: false });
  assert.equal(counter.calls, 9);
});

test("work that takes its time is kept where its source says all that it does", async (context) => {
  const before = kept().length;
  const double = (row: { score: number }): { double: number } => ({ double: row.score * 2 });
  await reviews.map(double);
  assert.equal(kept().length, before, "what is done in a moment is done again");
  slowDown(context);
  const made = await reviews.map(double);
  assert.equal(kept().length, before + 1);
  assert.deepEqual((await Dataset.fromDict(columns).map(double)).toList(), made.toList());
  const factor = Number(process.pid > 0) + 1;
  await reviews.map((row) => ({ double: row.score * factor }));
  await reviews.map(((row: { score: number }) => ({ double: row.score })).bind(null));
  assert.equal(kept().length, before + 1, "a source that does not say all is not kept");
});

test("what a function uses from outside is seen in its source", () => {
  const nothing: string[] = [
    "(row) => ({ length: row.text.length })",
    "({ a: { b }, ...rest }, index = 2) => { for (const key of Object.keys(rest)) b += key; return { b, index } }",
    "function (row) { var total = 0; if (row) { var other = 1 } return { total, other, count: arguments.length } }",
    "function walk(node) { return node ? walk(node.next) : { walk: Math.max(1, 2) } }",
    "method(row) { try { return JSON.parse(row.x) } catch (error) { return { error: String(error) } } }",
    "async (row) => { switch (row.x) { case 1: { const y = 2; return { y } } default: return {} } }",
  ];
  for (const source of nothing) assert.deepEqual(outsideNames(source), [], source);
  const something: [source: string, name: string][] = [
    ["(row) => ({ x: row.x * factor })", "factor"],
    ["(row) => { { let inner = 1; } return { inner } }", "inner"],
    ["(row) => { total += row.x; return {} }", "total"],
    ["(row) => ({ ...defaults })", "defaults"],
    ["(row) => ({ row, id })", "id"],
    ["() => ({ x: Math.random() })", "Math.random"],
    ["() => ({ x: Date.now() })", "Date"],
    ["function () { return { x: this.x } }", "this"],
    ["async (row) => ({ x: await fetch(row.url) })", "fetch"],
    [["(row) => ({ x: `$", "{prefix}` })"].join(""), "prefix"],
    ["(row, x = fallback) => ({ x })", "fallback"],
  ];
  for (const [source, name] of something) assert.ok(outsideNames(source)?.includes(name), source);
  assert.equal(outsideNames(String(Math.max)), undefined);
  assert.equal(outsideNames(String((() => ({})).bind(null))), undefined);
});

test("fingerprints are those of the content, in whatever process", async () => {
  const script = join(folder, "fingerprint.ts");
  const module = resolve(__dirname, "../../src/datasets/dataset");
  const text = `import { Dataset } from ${JSON.stringify(module)};
    console.log(Dataset.fromDict(${JSON.stringify(columns)}).shuffle({ seed: 3 }).fingerprint);`;
  writeFileSync(script, text);
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", script], {
    cwd: resolve(__dirname, "../.."),
  });
  assert.equal(stdout.trim(), reviews.shuffle({ seed: 3 }).fingerprint);
  const others = [
    reviews,
    reviews.slice(1),
    reviews.shuffle({ seed: 4 }),
    reviews.renameColumn("text", "essay"),
    reviews.removeColumns("text"),
    Dataset.fromDict({ text: ["a", "bb", ""], score: [1, 2, 3] }),
    Dataset.fromDict({ text: ["a", "bb", null], score: [1, 2, 3.5] }),
  ];
  assert.equal(new Set(others.map(({ fingerprint }) => fingerprint)).size, others.length);
});

test("every type comes back from the cache as it was", async () => {
  const values = {
    text: ["ação 😀", null, ""],
    whole: [1, -2, null],
    big: [2n ** 60n, null, -1n],
    float: [0.5, Number.NaN, -0],
    flag: [true, null, false],
    date: [new Date(0), null, new Date(1e12)],
    list: [[1, 2], [], null],
    struct: [{ a: 1, b: ["x"] }, null, { a: null, b: [] }],
    none: [null, null, null],
  };
  const source = Dataset.fromDict({ row: [0, 1, 2] });
  const cacheFileName = join(folder, "types.arrow");
  const options = { cacheFileName, batched: true } as const;
  const first = await source.map(() => values, options);
  const again = await source.map(() => assert.fail("It was not kept."), options);
  assert.deepEqual(again.toList(), first.toList());
  assert.deepEqual(again.columnNames, ["row", ...Object.keys(values)]);
  assert.equal(String(JSON.stringify(again.features)), String(JSON.stringify(first.features)));
});

test("a damaged file is made again, and says so", async () => {
  const cacheFileName = join(folder, "damaged.arrow");
  const counter = counting();
  await reviews.map(counter.fn, { cacheFileName });
  const whole = readFileSync(cacheFileName);
  const damages: (() => void)[] = [
    () => truncateSync(cacheFileName, whole.length - 50),
    () => truncateSync(cacheFileName, 0),
    () => {
      const flipped = Buffer.from(whole);
      flipped[whole.length >> 1] = (flipped[whole.length >> 1] ?? 0) ^ 1;
      writeFileSync(cacheFileName, flipped);
    },
    () => writeFileSync(cacheFileName, "not arrow"),
  ];
  for (const damage of damages) {
    damage();
    const warned = new Promise<Error>((done) => process.once("warning", done));
    counter.calls = 0;
    assert.deepEqual((await reviews.map(counter.fn, { cacheFileName })).column("length"), [1, 2, 0]);
    assert.equal(counter.calls, 3);
    assert.match((await warned).message, /damaged\.arrow is damaged .* done again/);
    assert.deepEqual(readFileSync(cacheFileName), whole);
  }
});

test("a folder that cannot be written to costs a warning and nothing else", async () => {
  const file = join(folder, "a-file");
  writeFileSync(file, "");
  const warned = new Promise<Error>((done) => process.once("warning", done));
  const made = await reviews.map((row) => ({ length: row.text?.length ?? 0 }), {
    cacheFileName: join(file, "x.arrow"),
  });
  assert.deepEqual(made.column("length"), [1, 2, 0]);
  assert.match((await warned).message, /could not be kept in the cache .* It is complete/);
});

test("a function that fails names the row, and nothing is kept", async () => {
  const rows = 70_001;
  const numbers = Dataset.fromDict({ x: Array.from({ length: rows }, (_, row) => row) });
  const cacheFileName = join(folder, "failed.arrow");
  const before = readdirSync(folder);
  const cause = new Error("no such word");
  const fails = (row: { x: number }): { y: number } => {
    if (row.x === 70_000) throw cause;
    return { y: row.x };
  };
  await assert.rejects(numbers.map(fails, { cacheFileName }), (error: Error & { row?: number }) => {
    assert.match(error.message, /^Dataset\.map: the function failed at row 70000: no such word/);
    assert.equal(error.cause, cause);
    return error.row === 70_000;
  });
  await assert.rejects(
    numbers.map(async (row) => fails(row)),
    { row: 70_000, code: "function-failed" },
  );
  const inBatch = (batch: { x: number[] }): { y: unknown } => ({ y: batch.x.map((x) => fails({ x })) });
  await assert.rejects(numbers.map(inBatch, { batched: true }), { row: 70_000, message: /rows 70000 to 70000/ });
  await assert.rejects(
    numbers.filter((row) => fails(row).y > 1),
    { row: 70_000, code: "function-failed" },
  );
  assert.deepEqual(readdirSync(folder), before);
});

test("processes that write one file at once leave a whole one", async () => {
  const cacheFileName = join(folder, "together.arrow");
  const script = join(folder, "writer.ts");
  const module = resolve(__dirname, "../../src/datasets/dataset");
  const text = `import { Dataset } from ${JSON.stringify(module)};
    const numbers = Dataset.fromDict({ x: Array.from({ length: 20_000 }, (_, row) => row) });
    const again = async (times: number): Promise<void> => {
      const options = { cacheFileName: ${JSON.stringify(cacheFileName)}, loadFromCacheFile: false };
      for (let time = 0; time < times; time++) {
        const made = await numbers.map((row: { x: number }) => ({ y: row.x * 2 }), options);
        if (made.column("y")[19_999] !== 39_998) process.exitCode = 1;
      }
    };
    void Promise.all([again(5), again(5)]);`;
  writeFileSync(script, text);
  const cwd = resolve(__dirname, "../..");
  const runs = Array.from({ length: 3 }, () =>
    promisify(execFile)(process.execPath, ["--import", "tsx", script], { cwd }),
  );
  for (const { stderr } of await Promise.all(runs)) assert.equal(stderr, "");
  const numbers = Dataset.fromDict({ x: Array.from({ length: 20_000 }, (_, row) => row) });
  const read = await numbers.map(() => assert.fail("It was not kept."), { cacheFileName });
  assert.equal(read.column("y" as "x")[19_999], 39_998);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.endsWith(".tmp")),
    [],
  );
});

test("filter is kept as well, with its rows", async () => {
  let calls = 0;
  const high = (row: { score: number }): boolean => {
    calls++;
    return row.score > 1;
  };
  for (const expected of [3, 3]) {
    const found = await reviews.filter(high, { newFingerprint: "high" });
    assert.deepEqual(found.column("score"), [2, 3]);
    assert.equal(calls, expected);
  }
});

test("values in fnKwargs belong to the key", async (context) => {
  slowDown(context);
  const before = kept().length;
  const scaled = (row: { score: number }, { factor }: { factor: number }): { scaled: number } => ({
    scaled: row.score * factor,
  });
  for (const [factor, files] of [
    [2, 1],
    [3, 2],
    [2, 2],
  ] as const) {
    assert.deepEqual((await reviews.map(scaled, { fnKwargs: { factor } })).column("scaled"), [
      factor,
      2 * factor,
      3 * factor,
    ]);
    assert.equal(kept().length, before + files);
  }
  await reviews.map((row, { next }) => ({ scaled: next(row.score) }), { fnKwargs: { next: (x: number) => x + 1 } });
  assert.equal(kept().length, before + 2, "a function among the values cannot be part of a key");
});

/** Makes every look at the clock take a second, so that work is long enough to be kept. */
function slowDown(context: TestContext): void {
  let now = 0;
  context.mock.method(performance, "now", () => {
    now += 1000;
    return now;
  });
}
