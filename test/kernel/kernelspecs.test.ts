/** @file The kernels that the project brings along can be started from anywhere. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { isAbsolute } from "node:path";
import { it } from "node:test";
import { projectKernelspecs } from "../../src/kernel/kernelspecs";

it("projectKernelspecs names tslab by absolute paths that exist, and leaves the connection file open", () => {
  const spec = projectKernelspecs().tslab;
  const [node, flag, preload, bin] = spec?.argv ?? [];
  for (const path of [node, preload, bin]) assert.ok(path !== undefined && isAbsolute(path) && existsSync(path), path);
  assert.equal(flag, "-r");
  assert.equal(spec?.argv.at(-1), "{connection_file}");
  assert.equal(spec?.language, "typescript");
});
