import assert from "node:assert/strict";
import { test } from "node:test";
import { listNames, nearestName } from "../../src/core/suggest";

test("the nearest name is found across a swap, a case change and a missing letter", () => {
  assert.equal(nearestName("scroe", ["essay", "score"]), "score");
  assert.equal(nearestName("Essay", ["essay", "score"]), "essay");
  assert.equal(nearestName("esay", ["essay", "score"]), "essay");
});

test("a name that is near nothing gets no suggestion", () => {
  assert.equal(nearestName("temperature", ["essay", "score"]), undefined);
  assert.equal(listNames("columns", "temperature", ["essay", "score"]), "Available columns: essay, score.");
});
