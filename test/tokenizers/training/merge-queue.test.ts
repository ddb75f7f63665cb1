import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultRng } from "../../../src/core/random";
import { MergeQueue, type QueuedPair } from "../../../src/tokenizers/training/merge-queue";

test("entries come out by count, then left id, then right id, whatever the order of pushes and pops", () => {
  const random = defaultRng(3);
  const below = (end: number): number => Math.floor(random.random() * end);
  const queue = new MergeQueue();
  let held: QueuedPair[] = [];
  const first = (): QueuedPair | undefined =>
    [...held].sort((a, b) => b.count - a.count || a.pair.left - b.pair.left || a.pair.right - b.pair.right)[0];
  assert.equal(queue.pop(), undefined);
  for (let step = 0; step < 2000; step++) {
    if (random.random() < 0.55) {
      const count = below(6);
      const entry = { pair: { left: below(5), right: step, count }, count, words: [] };
      queue.push(entry);
      held.push(entry);
      continue;
    }
    const expected = first();
    assert.equal(queue.pop(), expected);
    held = held.filter((entry) => entry !== expected);
  }
  while (held.length > 0) {
    const expected = first();
    assert.equal(queue.pop(), expected);
    held = held.filter((entry) => entry !== expected);
  }
  assert.equal(queue.pop(), undefined);
});
