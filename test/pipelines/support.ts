/** What the tests of pipelines share: the goldens of Python, and comparison within rounding. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

export const FIXTURES: string = join(__dirname, "..", "fixtures", "pipelines");

/** A fixture's folder. */
export function fixture(name: string): string {
  return join(FIXTURES, name);
}

/** What Python's pipeline said. */
export function golden<Shape>(name: string): Shape {
  return JSON.parse(readFileSync(join(FIXTURES, `${name}.json`), "utf8")) as Shape;
}

/** Same structure, texts and whole numbers; other numbers within 1e-5. */
export function assertNear(actual: unknown, expected: unknown, place = "result"): void {
  if (typeof actual === "number" && typeof expected === "number") {
    assert.ok(Math.abs(actual - expected) <= 1e-5, `${place}: ${actual} instead of ${expected}`);
    if (Number.isInteger(expected) && Math.abs(expected) > 1) assert.equal(actual, expected, place);
  } else if (typeof actual === "object" && actual !== null && typeof expected === "object" && expected !== null) {
    assert.deepEqual(Object.keys(actual), Object.keys(expected), place);
    for (const [key, value] of Object.entries(actual))
      assertNear(value, (expected as Record<string, unknown>)[key], `${place}.${key}`);
  } else assert.equal(actual, expected, place);
}

/** What is written to `console.warn` while something runs. */
export async function warningsOf(run: () => Promise<unknown>): Promise<string[]> {
  const lines: string[] = [];
  const { warn } = console;
  console.warn = (...parts: unknown[]) => void lines.push(parts.join(" "));
  try {
    await run();
  } finally {
    console.warn = warn;
  }
  return lines;
}
