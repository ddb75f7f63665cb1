import assert from "node:assert/strict";
import { test } from "node:test";
import { formatBytes } from "../../src/core/format-bytes";

test("sizes take the largest unit that fits", () => {
  const cases: [number, string][] = [
    [0, "0 bytes"],
    [999, "999 bytes"],
    [1000, "1 kB"],
    [20_500_000, "20.5 MB"],
    [912_000_000, "912 MB"],
    [4e9, "4 GB"],
    [3.2e12, "3.2 TB"],
  ];
  for (const [bytes, text] of cases) assert.equal(formatBytes(bytes), text);
});
