import assert from "node:assert/strict";
import { test } from "node:test";
import { parseBytes } from "../../src/core/parse-bytes";

test("sizes are decimal, as in Python, or binary by name", () => {
  assert.equal(parseBytes("5GB"), 5_000_000_000);
  assert.equal(parseBytes("200 mb"), 200_000_000);
  assert.equal(parseBytes("1.5KiB"), 1536);
  assert.equal(parseBytes(77), 77);
});

test("what is no size is undefined", () => {
  for (const wrong of ["", "GB", "5 parsecs", 0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, "0MB", undefined]) {
    assert.equal(parseBytes(wrong), undefined, String(wrong));
  }
});
