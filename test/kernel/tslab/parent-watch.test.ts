/** @file A kernel whose starter was killed ends by itself. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";

const watch = join(__dirname, "../../../src/kernel/tslab/parent-watch.ts");
// A process that starts another, says its number, and waits to be killed; the other watches its parent and waits too.
const child = `require("tsx/cjs"); require(${JSON.stringify(watch)}).endWithParent(); setInterval(() => {}, 1000); process.stdout.write("ready\\n");`;
const parent = `
  const { spawn } = require("node:child_process");
  const kernel = spawn(process.execPath, ["-e", ${JSON.stringify(child)}], { env: { ...process.env, JPY_PARENT_PID: String(process.pid) }, stdio: ["ignore", "pipe", "inherit"] });
  kernel.stdout.once("data", () => process.stdout.write(kernel.pid + "\\n"));
  setInterval(() => {}, 1000);
`;

test("after kill -9 of its parent the process is gone", { skip: process.platform === "win32" }, async () => {
  const starter = spawn(process.execPath, ["-e", parent], { stdio: ["ignore", "pipe", "inherit"] });
  const pid = Number(
    await new Promise<string>((resolve) => starter.stdout.once("data", (data) => resolve(String(data)))),
  );
  assert.doesNotThrow(() => process.kill(pid, 0));
  starter.kill("SIGKILL");
  for (let tries = 0; tries < 100 && isAlive(pid); tries++) await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(isAlive(pid), false);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
