import assert from "node:assert/strict";
import { test } from "node:test";
import {
  addDimensions,
  canonical,
  divideDimensions,
  evaluateDimension,
  multiplyDimensions,
  sameShape,
  subtractDimensions,
} from "../../src/graph/dimension";
import { GraphError } from "../../src/graph/graph-error";

test("a dimension has one spelling", () => {
  assert.equal(canonical("sequence*batch"), "batch*sequence");
  assert.equal(canonical("sequence + past_sequence"), "past_sequence+sequence");
  assert.equal(canonical("3 + 1"), 4);
  assert.equal(canonical("batch-batch"), 0);
  assert.equal(canonical("-1+sequence"), "sequence-1");
  assert.equal(canonical("2*sequence*3"), "6*sequence");
});

test("dimensions add, multiply and divide like the polynomials they are", () => {
  assert.equal(addDimensions("batch", 2, "batch"), "2*batch+2");
  assert.equal(subtractDimensions("past_sequence+sequence", "sequence"), "past_sequence");
  assert.equal(multiplyDimensions("sequence-1", "batch", 2), "2*batch*sequence-2*batch");
  assert.equal(multiplyDimensions(), 1);
  assert.equal(divideDimensions("6*batch*sequence", "2*batch"), "3*sequence");
  assert.equal(divideDimensions("batch*sequence", "hidden"), undefined);
  assert.equal(divideDimensions("3*batch", 2), undefined);
  assert.equal(divideDimensions("batch+1", "batch+1"), 1);
});

test("shapes are compared by what they mean", () => {
  assert.equal(sameShape(["a*b", 3], ["b*a", 3]), true);
  assert.equal(sameShape(["a", 3], ["b", 3]), false);
  assert.equal(sameShape(["a"], ["a", 1]), false);
});

test("a dimension is evaluated with the sizes of a run", () => {
  assert.equal(evaluateDimension("past_sequence+sequence", { past_sequence: 7, sequence: 2 }), 9);
  assert.equal(evaluateDimension("2*batch*sequence-1", { batch: 3, sequence: 5 }), 29);
  assert.throws(() => evaluateDimension("hidden", { batch: 1 }), /size of the dimension `hidden` is not known/);
});

test("what is no dimension is refused with the value", () => {
  for (const wrong of ["", "batch sequence!", "a+", "a**b", "1.5*a"]) {
    assert.throws(() => canonical(wrong), { name: "GraphError", code: "dimension-invalid" }, wrong);
  }
  assert.throws(() => canonical(1.5), GraphError);
});
