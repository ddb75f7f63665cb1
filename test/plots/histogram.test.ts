import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { countInto, histogram } from "../../src/plots/histogram";

interface Goldens {
  cases: { name: string; binCount: number; values: number[]; counts: number[]; edges: number[] }[];
  uneven: { name: string; values: number[]; edges: number[]; counts: number[] }[];
}

const goldens = JSON.parse(readFileSync(join(__dirname, "../fixtures/plots/histograms.json"), "utf8")) as Goldens;

test("counts and edges are those of numpy, to the last bit", () => {
  assert.ok(goldens.cases.length >= 40);
  for (const { name, binCount, values, counts, edges } of goldens.cases) {
    const ours = histogram(values, { binCount });
    assert.deepEqual(ours.edges, edges, `edges of ${name} in ${binCount} bins`);
    assert.deepEqual(ours.counts, counts, `counts of ${name} in ${binCount} bins`);
  }
});

test("counts between given edges are those of numpy, values outside left out", () => {
  for (const { name, values, edges, counts } of goldens.uneven) {
    assert.deepEqual(countInto(values, edges), counts, name);
  }
});

test("bins of a width begin at its multiples and lose no value", () => {
  assert.deepEqual(histogram([120, 135, 150, 199, 200], { binWidth: 50 }), {
    counts: [2, 3],
    edges: [100, 150, 200],
  });
  for (const width of [0.1, 0.3, 0.7, 1 / 3, 7]) {
    const values = Array.from({ length: 60 }, (_, index) => index * 0.1 - 2);
    const { counts } = histogram(values, { binWidth: width });
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      values.length,
      `width ${width}`,
    );
  }
});

test("without options the bins are round, and for whole numbers at least 1 wide", () => {
  assert.deepEqual(histogram([80, 417]).edges.slice(0, 3), [80, 100, 120]);
  assert.deepEqual(histogram([1, 2, 3]).edges, [1, 2, 3]);
  assert.deepEqual(histogram([5]).edges, [5, 6]);
  assert.deepEqual(histogram([0.5]).counts, [1]);
});

test("a million values are counted", () => {
  const values = Float64Array.from({ length: 1_000_000 }, (_, index) => index % 500);
  const { counts } = histogram(values, { binCount: 10 });
  assert.equal(
    counts.reduce((sum, count) => sum + count, 0),
    1_000_000,
  );
});

test("what cannot be counted is an error that names the place", () => {
  assert.throws(() => histogram([1, Number.NaN]), {
    name: "RangeError",
    message: /`values\[1\]` must be a finite number/,
  });
  assert.throws(() => histogram([Number.POSITIVE_INFINITY]), /`values\[0\]` must be a finite number, but got Infinity/);
  assert.throws(() => histogram([]), /must hold at least one number/);
  assert.throws(() => histogram("12" as never), {
    name: "TypeError",
    message: /must be an array of numbers, but got "12"/,
  });
  assert.throws(() => histogram(undefined as never), TypeError);
  assert.throws(() => histogram([1, 2], { binCount: 0 }), /`binCount` must be a whole number from 1 to 500/);
  assert.throws(() => histogram([1, 2], { binCount: 1e9 }), RangeError);
  assert.throws(() => histogram([1, 2], { binWidth: -1 }), /`binWidth` must be a number above 0/);
  assert.throws(() => histogram([0, 1e9], { binWidth: 1 }), /at most 500 bins .* Take at least 2000000\./);
  assert.throws(() => histogram([1, 2], { binCount: 2, binWidth: 1 }), /not both/);
});
