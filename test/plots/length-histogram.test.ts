import assert from "node:assert/strict";
import { test } from "node:test";
import { lengthHistogram } from "../../src/plots/length-histogram";
import type { BarTrace } from "../../src/plots/trace";

function bars(figure: ReturnType<typeof lengthHistogram>): BarTrace[] {
  return figure.data.filter((trace) => trace.type === "bar");
}

const lengths = [100, 110, 119, 120, 250, 300, 301];

test("counts by length, the cut marked with the share beyond it, and a title that says both", () => {
  const figure = lengthHistogram(lengths, { binWidth: 100, cut: 250, unit: "words", of: "essays" });
  assert.deepEqual(bars(figure)[0]?.y, [4, 1, 2]);
  assert.deepEqual(bars(figure)[0]?.hover, [
    "100–199\nessays: 4, 57.1%",
    "200–299\nessays: 1, 14.3%",
    "300–400\nessays: 2, 28.6%",
  ]);
  assert.deepEqual(figure.layout.referenceLines, [
    { axis: "x", at: 250, label: "truncation at 250 words: 28.6% beyond" },
  ]);
  assert.equal(figure.layout.title, "Half of the 7 essays have 120 words or fewer; 28.6% are longer than 250");
  assert.equal(figure.layout.xaxis.title, "length (words)");
});

test("Plotly draws the bars where the bins are", () => {
  const trace = lengthHistogram(lengths, { binCount: 2 }).toJSON().data[0];
  assert.deepEqual(
    [trace?.x, trace?.offset, trace?.width],
    [
      [150.25, 250.75],
      [-50.25, -50.25],
      [100.5, 100.5],
    ],
  );
});

test("splits are compared by shares in the same bins, side by side", () => {
  const figure = lengthHistogram({ train: [10, 10, 30], test: [30] }, { binWidth: 20, cut: 512 });
  const [train, other] = bars(figure);
  assert.deepEqual(train?.y, [2 / 3, 1 / 3]);
  assert.deepEqual(other?.y, [0, 1]);
  assert.deepEqual(train?.offset, [-10, -10]);
  assert.deepEqual(other?.offset, [0, 0]);
  assert.equal(figure.layout.referenceLines?.[0]?.label, "truncation at 512 tokens: train 0.0%, test 0.0% beyond");
  assert.match(figure.layout.title, /none is longer than 512$/);
});

test("lengths from a typed array or as bigint count the same; fractions keep their edges", () => {
  assert.deepEqual(
    bars(lengthHistogram(BigInt64Array.from([1n, 2n, 3n]), { binCount: 2 }))[0]?.y,
    bars(lengthHistogram([1, 2, 3], { binCount: 2 }))[0]?.y,
  );
  assert.match(bars(lengthHistogram([0.5, 1.5], { binWidth: 1 }))[0]?.hover?.[0] ?? "", /^0–1\n/);
});

test("a million lengths are drawn", () => {
  const many = Int32Array.from({ length: 1_000_000 }, (_, index) => index % 700);
  assert.match(
    lengthHistogram(many, { cut: 512 }).layout.title,
    /^Half of the 1,000,000 texts have 349 tokens or fewer; 26\.7% are/,
  );
});

test("what is no length is an error that says where", () => {
  assert.throws(
    () => lengthHistogram([1, Number.NaN]),
    /lengthHistogram: `lengths\[1\]` must be a finite number, but got NaN/,
  );
  assert.throws(
    () => lengthHistogram({ test: [1, "two" as never] }),
    /`lengths\.test\[1\]` must be a finite number, but got "two"/,
  );
  assert.throws(() => lengthHistogram([]), /must hold at least one length/);
  assert.throws(() => lengthHistogram([1, 2], { cut: Number.NaN }), /`cut` must be a finite number/);
  assert.throws(() => lengthHistogram(["um texto"] as never), /Count the words or tokens/);
});
