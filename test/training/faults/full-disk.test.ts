// No room for a checkpoint: the error says so, the checkpoints before it are whole, nothing half-written stays.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { type FullDiskReport, trainUntilFull } from "./full-disk-program";

const temporary = mkdtempSync(join(tmpdir(), "caderno-full-"));
after(() => rmSync(temporary, { recursive: true, force: true }));

const PROGRAM = join(__dirname, "full-disk-program.ts");

/** Runs the program in a shell, after `before` has set the limits. */
function run(before: string, folder: string): { report: FullDiskReport | undefined; stderr: string } {
  const command = `${before} && exec "$0" --import tsx "$1" "$2"`;
  const { stdout, stderr } = spawnSync("bash", ["-c", command, process.execPath, PROGRAM, folder], {
    encoding: "utf8",
  });
  const line = stdout.split("\n").find((text) => text.startsWith("{"));
  return { report: line === undefined ? undefined : (JSON.parse(line) as FullDiskReport), stderr };
}

test("a disk that is full: the error says so, and the earlier checkpoints are whole", (context) => {
  const disk = join(temporary, "disk");
  mkdirSync(disk);
  const mount = `mount -t tmpfs -o size=400k tmpfs "${disk}"`;
  if (spawnSync("unshare", ["-rm", "bash", "-c", mount]).status !== 0) {
    context.skip("no small file system can be mounted here");
    return;
  }
  const command = `${mount} && exec "$0" --import tsx "$1" "$2"`;
  const args = ["-rm", "bash", "-c", command, process.execPath, PROGRAM, disk];
  const { stdout, stderr } = spawnSync("unshare", args, { encoding: "utf8" });
  const report = JSON.parse(stdout.split("\n").find((text) => text.startsWith("{")) ?? "null") as FullDiskReport | null;
  assert.ok(report !== null, stderr);
  assert.equal(report.code, "disk-full");
  assert.match(
    report.message ?? "",
    /There is no room on the disk for the checkpoint .*checkpoint-\d+ \(.* are free\)/,
  );
  assert.ok(report.whole.length >= 2, `${report.whole}`);
  assert.deepEqual(report.others, []);
  assert.equal(report.hasWeights, true);
});

test("a file that may not grow so large: the same error, and the checkpoint before it is whole", {
  skip: process.platform === "win32",
}, async () => {
  const folder = join(temporary, "limit");
  assert.equal((await trainUntilFull(folder, 2)).code, undefined);
  const { report, stderr } = run("ulimit -f 24", folder);
  assert.ok(report !== undefined, stderr);
  assert.equal(report.code, "disk-full");
  assert.deepEqual(report.whole, [2]);
  assert.deepEqual(report.others, []);
  assert.equal(report.hasWeights, true);
});
