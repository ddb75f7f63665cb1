import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { inspect } from "node:util";
import { concatenateDatasets } from "../../src/datasets/concatenate-datasets";
import { Dataset } from "../../src/datasets/dataset";
import { interleaveDatasets } from "../../src/datasets/interleave-datasets";

// What long work keeps must not come from an earlier run, nor stay behind.
const cache = mkdtempSync(join(tmpdir(), "caderno-methods-"));
process.env.CADERNO_CACHE = cache;
after(() => rmSync(cache, { recursive: true, force: true }));

interface Row {
  text: string | null;
  score: number | null;
}
interface BatchOf {
  text: (string | null)[];
  score: (number | null)[];
}

/** The functions of make-methods.py. */
const FUNCTIONS: Readonly<Record<string, (...inputs: never[]) => unknown>> = {
  length: (row: Row) => ({ length: points(row.text) }),
  upper: (row: Row) => ({ text: (row.text ?? "").toUpperCase() }),
  half: (row: Row) => ({ score: row.score === null ? null : row.score / 2 }),
  nothing: () => undefined,
  empty: () => ({}),
  two: (row: Row) => ({ z: row.score, a: [1, 2], text: "x" }),
  place: (_row: Row, index: number) => ({ place: index }),
  from_columns: (text: string | null, score: number | null) => ({ line: `${python(text)}:${python(score)}` }),
  sometimes_null: (row: Row) => ({ maybe: row.score === null || row.score < 3 ? null : row.score }),
  whole_then_fraction: (_row: Row, index: number) => ({ x: index < 2 ? 1 : 1.5 }),
  lists: (row: Row) => ({ input_ids: [points(row.text), 2], attention_mask: [1, 1] }),
  struct: (row: Row) => ({ part: { a: row.score, b: row.text } }),
  text_to_number: (row: Row) => ({ text: points(row.text) }),
  batch_length: (batch: BatchOf) => ({ length: batch.text.map(points) }),
  batch_twice: (batch: BatchOf) => ({ word: batch.text.flatMap((text) => [text, text]) }),
  batch_words: (batch: BatchOf) => ({ word: batch.text.flatMap((text) => (text ?? "").split(" ")) }),
  batch_none: () => ({ word: [] }),
  batch_unequal: () => ({ a: [1], b: [1, 2] }),
  batch_text: () => ({ a: "text" }),
  batch_places: (_batch: BatchOf, rows: number[]) => ({
    first: rows.map(() => rows[0]),
    many: rows.map(() => rows.length),
  }),
  batch_columns: (text: BatchOf["text"], score: BatchOf["score"]) => ({
    both: text.map((value, index) => python(value) + python(score[index])),
  }),
  number: () => 3,
  high: (row: Row) => (row.score ?? 0) >= 3,
  even: (_row: Row, index: number) => index % 2 === 0,
  truthy: (row: Row) => row.score,
  by_column: (score: number | null) => score !== null && score > 1,
  batch_high: (batch: BatchOf) => batch.score.map((score) => (score ?? 0) >= 3),
  batch_even: (_batch: BatchOf, rows: number[]) => rows.map((row) => row % 2 === 0),
  never: () => false,
};

interface Result {
  columns?: string[];
  features?: string;
  rows?: unknown[];
  value?: unknown;
  error?: string;
}
type Step = [method: string, args: unknown[], options: Record<string, unknown>];
interface Golden {
  cases: (Result & { input: unknown; steps: Step[] })[];
  mixes: (Result & { kind: string; names: string[]; shuffled: boolean; options: Record<string, unknown> })[];
  described: { columns: Record<string, unknown[]>; statistics: string[]; values: Record<string, unknown[]> }[];
}

const golden: Golden = JSON.parse(readFileSync(join(__dirname, "../fixtures/datasets/methods.json"), "utf8"));

test("every method gives Python's rows, order and types, or fails where Python fails", async () => {
  assert.ok(golden.cases.length > 300);
  for (const expected of golden.cases) {
    const label = JSON.stringify(expected.steps);
    let made: unknown;
    try {
      made = Dataset.fromDict(revived(expected.input) as Record<string, unknown[]>);
      for (const step of expected.steps) made = await apply(made as Dataset, step);
    } catch (error) {
      assert.ok(expected.error !== undefined, `${label}: ${String(error)}`);
      assert.ok(isClear(error), `${label}: ${String(error)}`);
      continue;
    }
    assert.equal(expected.error, undefined, `${label} fails in Python`);
    compare(made, expected, label);
  }
});

test("datasets are joined and mixed as in Python", () => {
  const sources: Record<string, Record<string, unknown[]>> = {
    three: { x: [0, 1, 2] },
    four: { x: [10, 11, 12, 13] },
    five: { x: [20, 21, 22, 23, 24] },
    none: { x: [] },
    nulls: { x: [null, null] },
    texts: { x: ["a", "b"] },
    other: { y: ["a", "b", "c"] },
    long: { x: Array.from({ length: 2000 }, (_, index) => 1000 + index) },
  };
  for (const { kind, names, shuffled, options, ...expected } of golden.mixes) {
    const label = JSON.stringify([kind, names, shuffled, options]);
    let made: Dataset;
    try {
      const datasets = names.map((name) => Dataset.fromDict(sources[name] ?? {}) as Dataset);
      const all = shuffled ? datasets.map((dataset) => dataset.shuffle({ seed: 1 })) : datasets;
      made = kind === "concatenate" ? concatenateDatasets(all, options) : interleaveDatasets(all, options);
    } catch (error) {
      assert.ok(expected.error !== undefined, `${label}: ${String(error)}`);
      assert.ok(isClear(error), `${label}: ${String(error)}`);
      continue;
    }
    assert.equal(expected.error, undefined, `${label} fails in Python`);
    compare(made, expected, label);
  }
});

test("describe gives pandas' figures", () => {
  for (const { columns, statistics, values } of golden.described) {
    const described = Dataset.fromDict(columns).describe();
    assert.deepEqual(described.column("statistic"), statistics);
    for (const [name, list] of Object.entries(values)) {
      for (const [row, value] of list.entries()) {
        const ours = described.column(name)[row];
        if (typeof value !== "number") assert.equal(ours, value);
        else
          assert.ok(Math.abs(Number(ours) - value) <= 1e-12 * Math.max(1, Math.abs(value)), `${name} ${row}: ${ours}`);
      }
    }
  }
});

function apply(dataset: Dataset, [method, args, options]: Step): unknown {
  const inputs = args.map((arg) => {
    const name = arg !== null && typeof arg === "object" && "function" in arg ? String(arg.function) : undefined;
    return name === undefined ? arg : FUNCTIONS[name];
  });
  if (method === "iter") return [...dataset.iter(options as { batchSize: number })];
  const call = (dataset as unknown as Record<string, (...inputs: unknown[]) => unknown>)[method];
  assert.ok(call, method);
  return call.apply(dataset, [...inputs, ...(Object.keys(options).length > 0 ? [options] : [])]);
}

function compare(made: unknown, expected: Result, label: string): void {
  if (!(made instanceof Dataset)) {
    assert.deepEqual(made, revived(expected.value), label);
    return;
  }
  assert.deepEqual(made.toList(), revived(expected.rows), label);
  assert.deepEqual(made.columnNames, expected.columns, label);
  assert.equal(inspect(made.features), expected.features, label);
}

/** An error that says what to do: one of an argument, or one with a hint. */
function isClear(error: unknown): boolean {
  if (error instanceof TypeError || error instanceof RangeError) return /`\w+(\.\w*)*` must /.test(error.message);
  return error instanceof Error && "hint" in error && typeof error.hint === "string";
}

function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived);
  if (value === null || typeof value !== "object") return value;
  if ("float" in value && typeof value.float === "string") {
    return value.float === "-0.0" ? -0 : Number(value.float.replace("inf", "Infinity").replace("nan", "NaN"));
  }
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, revived(item)]));
}

/** Python counts characters, JavaScript's `length` counts halves of some. */
function points(text: string | null): number {
  return [...(text ?? "")].length;
}

function python(value: unknown): string {
  return value === null || value === undefined ? "None" : String(value);
}
