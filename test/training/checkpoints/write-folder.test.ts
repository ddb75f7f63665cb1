// A checkpoint is there whole or not at all: failures half-way, leftovers of dead processes, damage found by name.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { CheckpointError } from "../../../src/training/checkpoints/checkpoint-error";
import { checkpointFolder, listCheckpoints } from "../../../src/training/checkpoints/checkpoint-names";
import { findCheckpoint } from "../../../src/training/checkpoints/find-checkpoint";
import { checkManifest, writeManifest } from "../../../src/training/checkpoints/manifest";
import { rotateCheckpoints } from "../../../src/training/checkpoints/rotate-checkpoints";
import { clearLeftovers, removeFolder, writeFolder } from "../../../src/training/checkpoints/write-folder";

const temporary = mkdtempSync(join(tmpdir(), "caderno-checkpoints-"));
after(() => rmSync(temporary, { recursive: true, force: true }));

let runs = 0;
const newRun = (): string => join(temporary, `run-${runs++}`);

/** A folder like a checkpoint's, with one file of the given text and one in a folder. */
async function write(outputDir: string, step: number, text = `weights of ${step}`): Promise<string> {
  const target = checkpointFolder(outputDir, step);
  await writeFolder(target, async (folder) => {
    writeFileSync(join(folder, "model.safetensors"), text);
    mkdirSync(join(folder, "optimizer"));
    writeFileSync(join(folder, "optimizer", "model.safetensors"), "moments");
    await writeManifest(folder);
  });
  return target;
}

test("a folder appears whole, or not at all when filling it fails", async () => {
  const run = newRun();
  const target = checkpointFolder(run, 3);
  const failing = writeFolder(target, async (folder) => {
    writeFileSync(join(folder, "half"), "half");
    assert.deepEqual(await listCheckpoints(run), [], "what is being written is no checkpoint");
    throw new Error("no more");
  });
  await assert.rejects(failing, /no more/);
  assert.deepEqual(readdirSync(run), []);
  await write(run, 3);
  assert.deepEqual(readdirSync(target).sort(), ["checkpoint.json", "model.safetensors", "optimizer"]);
  assert.deepEqual(readdirSync(run), ["checkpoint-3"]);
});

test("a checkpoint is replaced by a whole one, and stays when the new one fails", async () => {
  const run = newRun();
  const target = await write(run, 3, "before");
  const failing = writeFolder(target, () => Promise.reject(new Error("no more")));
  await assert.rejects(failing, /no more/);
  assert.equal(readFileSync(join(target, "model.safetensors"), "utf8"), "before");
  await write(run, 3, "after");
  assert.equal(readFileSync(join(target, "model.safetensors"), "utf8"), "after");
  assert.deepEqual(readdirSync(run), ["checkpoint-3"]);
});

test("leftovers of a dead process go, what it was replacing comes back, what a living one writes stays", async () => {
  const run = newRun();
  await write(run, 1);
  const dead = spawnSync(process.execPath, ["-e", ""]).pid;
  const living = process.ppid;
  const hidden = (name: string): string => join(run, name);
  for (const name of [`.checkpoint-2.${dead}.0123abcd.tmp`, `.checkpoint-4.${living}.0123abcd.tmp`])
    mkdirSync(hidden(name));
  for (const step of [1, 7]) {
    mkdirSync(hidden(`.checkpoint-${step}.${dead}.0123abcd.old`));
    writeFileSync(join(hidden(`.checkpoint-${step}.${dead}.0123abcd.old`), "old"), "");
  }
  mkdirSync(hidden(".checkpoint-x"));
  await clearLeftovers(run);
  assert.deepEqual(readdirSync(run).sort(), [
    `.checkpoint-4.${living}.0123abcd.tmp`,
    ".checkpoint-x",
    "checkpoint-1",
    "checkpoint-7",
  ]);
  assert.deepEqual(readdirSync(join(run, "checkpoint-7")), ["old"]);
  await clearLeftovers(join(temporary, "nowhere"));
});

const DAMAGES: readonly [what: string, file: string, harm: (path: string) => void, message: RegExp][] = [
  ["cut", "model.safetensors", (path) => truncateSync(path, 4), /`model.safetensors` has 4 bytes instead of 13/],
  [
    "changed",
    "optimizer/model.safetensors",
    (path) => writeFileSync(path, "mOments"),
    /has other bytes than were written/,
  ],
  ["missing", "optimizer/model.safetensors", (path) => rmSync(path), /`optimizer\/model.safetensors` is missing/],
  ["without its list", "checkpoint.json", (path) => rmSync(path), /`checkpoint.json` is missing/],
  ["with half its list", "checkpoint.json", (path) => truncateSync(path, 30), /`checkpoint.json` cannot be read/],
  ["with an empty list", "checkpoint.json", (path) => writeFileSync(path, "{}"), /lists no files/],
  [
    "with a list that leads outside",
    "checkpoint.json",
    (path) => writeFileSync(path, '{"files": {"../../x": {"size": 1, "sha256": ""}}}'),
    /lists no files/,
  ],
];

for (const [what, file, harm, message] of DAMAGES) {
  test(`a checkpoint ${what} is told by name, and the one before is taken`, async () => {
    const run = newRun();
    const good = await write(run, 9);
    const bad = await write(run, 10);
    await checkManifest(bad);
    harm(join(bad, file));
    const isRight = (error: CheckpointError): boolean =>
      error.code === "checkpoint-damaged" && error.file === file && error.folder === bad && message.test(error.message);
    await assert.rejects(checkManifest(bad), isRight);
    const { found, damaged } = await findCheckpoint(run);
    assert.deepEqual(found, { step: 9, folder: good });
    assert.equal(damaged.length, 1);
    assert.ok(isRight(damaged[0] as CheckpointError), damaged[0]?.message);
  });
}

test("the newest is the one with the most steps; other names are none", async () => {
  const run = newRun();
  for (const step of [100, 20, 3]) await write(run, step);
  mkdirSync(join(run, "checkpoint-best"));
  writeFileSync(join(run, "checkpoint-999"), "a file");
  assert.equal((await findCheckpoint(run)).found?.step, 100);
  assert.deepEqual(await findCheckpoint(join(temporary, "nowhere")), { found: undefined, damaged: [] });
});

test("rotation removes the earliest, never those that are kept", async () => {
  const run = newRun();
  const folders = new Map<number, string>();
  for (const step of [10, 20, 30, 40]) folders.set(step, await write(run, step));
  await rotateCheckpoints(run, 2, [folders.get(10), undefined, folders.get(20)]);
  assert.deepEqual(readdirSync(run).sort(), ["checkpoint-10", "checkpoint-20"], "kept ones count, and stay");
  await rotateCheckpoints(run, 1, [folders.get(10), folders.get(20)]);
  assert.equal(readdirSync(run).length, 2);
  await rotateCheckpoints(run, 1, [folders.get(20)]);
  assert.deepEqual(readdirSync(run), ["checkpoint-20"]);
  await removeFolder(checkpointFolder(run, 20));
  await removeFolder(checkpointFolder(run, 20));
  assert.equal(existsSync(checkpointFolder(run, 20)), false);
});
