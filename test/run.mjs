// Finds the test files (Node 20's --test reads no globs) and hands them to node:test. Any argument narrows them:
//   node test/run.mjs datasets        only paths that contain "datasets"
//   node test/run.mjs --interop       the tests that drive real Python clients, in test/interop
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const interop = process.argv.includes("--interop");
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const files = readdirSync(here, { recursive: true })
  .map((name) => relative(root, join(here, name)))
  .filter((path) => path.endsWith(".test.ts"))
  .filter((path) => /(^|[\\/])interop[\\/]/.test(path) === interop)
  .filter((path) => wanted.length === 0 || wanted.some((part) => path.includes(part)))
  .sort();
if (files.length === 0) {
  console.error(`No test file matches ${wanted.join(" ")}.`);
  process.exit(1);
}
const reporter = process.env.CADERNO_TEST_REPORTER ?? "spec";
const run = spawnSync(
  process.execPath,
  ["--import", "tsx", "--test", `--test-reporter=${reporter}`, "--test-timeout=300000", ...files],
  { cwd: root, stdio: "inherit" },
);
process.exit(run.status ?? 1);
