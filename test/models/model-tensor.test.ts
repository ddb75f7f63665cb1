// Expected values are NumPy's on the same numbers, or can be done by hand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { labelMaps } from "../../src/models/label-maps";
import { ModelTensor } from "../../src/models/model-tensor";

test("a tensor is read as lists, rows, highest places and probabilities", () => {
  const tensor = new ModelTensor(Float32Array.of(1, 3, 2, 5, 5, 0), [2, 3]);
  assert.deepEqual(tensor.tolist(), [
    [1, 3, 2],
    [5, 5, 0],
  ]);
  assert.deepEqual(tensor.argmax(), [1, 0]);
  assert.deepEqual(tensor.at(-1).tolist(), [5, 5, 0]);
  const expected = [0.09003057, 0.66524096, 0.24472847, 0.49832117, 0.49832117, 0.00335766];
  const distance = Math.max(...tensor.softmax().data.map((value, index) => Math.abs(value - (expected[index] ?? 0))));
  assert.ok(distance < 1e-7);
  assert.equal(new ModelTensor(Float32Array.of(0.5), []).item(), 0.5);
  assert.deepEqual(new ModelTensor(new Float32Array(), [0, 3]).argmax(), []);
  assert.throws(() => tensor.at(2), RangeError);
  assert.throws(() => tensor.item(), RangeError);
  assert.equal(inspect(new ModelTensor(Float32Array.of(1, 0.1), [1, 2])), "ModelTensor(float32, [1, 2]) [[1, 0.1]]");
  const long = new ModelTensor(
    Float32Array.from({ length: 9 }, (_, index) => index),
    [9],
  );
  assert.equal(inspect(long), "ModelTensor(float32, [9]) [0, 1, 2, …, 6, 7, 8]");
});

test("labels follow from one another as in Python", () => {
  const saved = { id2label: { 0: "a", 1: "b" }, label2id: { a: 0, b: 1 } };
  assert.equal(labelMaps({}, {}), undefined);
  assert.deepEqual(labelMaps(saved, {}), saved);
  assert.deepEqual(labelMaps(saved, { numLabels: 2 }), saved);
  assert.deepEqual(labelMaps(saved, { numLabels: 1 }), { id2label: { 0: "LABEL_0" }, label2id: { LABEL_0: 0 } });
  assert.deepEqual(labelMaps(saved, { id2label: ["x", "y", "z"] })?.label2id, { x: 0, y: 1, z: 2 });
  assert.deepEqual(labelMaps(saved, { label2id: { n: 1, m: 0 } })?.id2label, { 0: "m", 1: "n" });
  assert.throws(() => labelMaps({}, { numLabels: 0 }), RangeError);
  assert.throws(() => labelMaps({}, { numLabels: 1e9 }), RangeError);
  assert.throws(() => labelMaps({}, { numLabels: 2, id2label: ["a"] }), RangeError);
  assert.throws(() => labelMaps({ id2label: { 1: "a" } }, {}), { code: "config-invalid" });
  assert.throws(() => labelMaps({ id2label: "a" }, {}), { code: "config-invalid" });
});
