import assert from "node:assert/strict";
import { availableParallelism } from "node:os";
import { test } from "node:test";
import { defaultThreads, physicalCores, quotaCores } from "../../../src/graph/machine/default-threads";

test("two hyperthreads of one core count once, in every socket", () => {
  const processor = (socket: number, core: number): string => `physical id\t: ${socket}\ncore id\t\t: ${core}\n`;
  const text = [processor(0, 0), processor(0, 1), processor(0, 0), processor(0, 1), processor(1, 0)].join("\n");
  assert.equal(physicalCores(text), 3);
  assert.equal(physicalCores("processor\t: 0\nBogoMIPS\t: 50.00\n"), undefined);
});

test("a container's share is rounded up; no share is no limit", () => {
  assert.equal(quotaCores("150000 100000\n"), 2);
  assert.equal(quotaCores("20000 100000\n"), 1);
  assert.equal(quotaCores("max 100000\n"), undefined);
  assert.equal(quotaCores(""), undefined);
});

test("the default is a number of threads that this process may use", () => {
  const threads = defaultThreads();
  assert.ok(Number.isInteger(threads) && threads >= 1 && threads <= availableParallelism());
});
