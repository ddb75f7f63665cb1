/** @file Weights of classes are scikit-learn's; samples have so many rows of each class. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Dataset } from "../../src/datasets/dataset";
import { classWeights } from "../../src/training/class-weights";
import { sampleDataset } from "../../src/training/sample-dataset";

const LABELS = [0, 0, 0, 1, 3, 3, 0, 1, 3, 3, 3, 0];

test("balanced weights are those of scikit-learn's compute_class_weight (1.9.1)", () => {
  // compute_class_weight("balanced", classes=np.unique(y), y=y): the classes 0, 1 and 3.
  const [first, second, third] = [0.8, 2, 0.8] as const;
  assert.deepEqual(classWeights(LABELS), [first, second, 1, third]);
  assert.deepEqual(classWeights(LABELS.map(BigInt), { numClasses: 5 }), [first, second, 1, third, 1]);
  assert.deepEqual(classWeights(LABELS, { scheme: "square-root" }), [first, second, 1, third].map(Math.sqrt));
  assert.deepEqual(classWeights(LABELS, { scheme: "uniform" }), [1, 1, 1, 1]);
  assert.deepEqual(classWeights([0, 0, 0, 1]), [0.6666666666666666, 2]);
});

test("labels that are no classes, and none at all", () => {
  assert.throws(() => classWeights([]), { code: "data-empty" });
  assert.throws(() => classWeights([0, 1, 2], { numClasses: 2 }), {
    code: "label-invalid",
    row: 2,
    message: /numbered from 0 to 1/,
  });
  assert.throws(() => classWeights([0, -1]), { code: "label-invalid", row: 1 });
  assert.throws(() => classWeights([0, 0.5]), { code: "label-invalid" });
  assert.throws(() => classWeights(["a"] as never), { code: "label-invalid" });
  assert.throws(() => classWeights(3 as never), /dataset\.column/);
  assert.throws(() => classWeights([0], { scheme: "even" as never }), RangeError);
});

test("a sample has so many rows of each class, all of a rare one, and follows its seed", () => {
  const rows = LABELS.map((label, id) => ({ id, label: id === 5 ? null : label }));
  const data = Dataset.fromDict({ id: rows.map(({ id }) => id), label: rows.map(({ label }) => label) });
  const few = sampleDataset(data, { numSamples: 3, seed: 7 });
  const counts = new Map<unknown, number>();
  for (const label of few.column("label")) counts.set(label, (counts.get(label) ?? 0) + 1);
  assert.deepEqual([...counts].sort(), [
    [0, 3],
    [1, 2],
    [3, 3],
  ]);
  for (const row of few) assert.equal(row.label, LABELS[Number(row.id)], "rows stay whole");
  assert.deepEqual(sampleDataset(data, { numSamples: 3, seed: 7 }).column("id"), few.column("id"));
  const others = [1, 2, 3, 4].map((seed) => sampleDataset(data, { numSamples: 3, seed }).column("id").join());
  assert.ok(new Set(others).size > 1);
  assert.throws(() => sampleDataset(data, { numSamples: 0 }), RangeError);
  assert.throws(() => sampleDataset(data, { labelColumn: "lable" }), { name: "DatasetError", hint: /`label`/ });
  assert.throws(() => sampleDataset(Dataset.fromDict({ label: [null, null] })), { code: "data-empty" });
});
