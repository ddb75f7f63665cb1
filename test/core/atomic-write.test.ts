import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { writeFileAtomic, writeFileAtomicSync } from "../../src/core/atomic-write";

const folder = mkdtempSync(join(tmpdir(), "caderno-atomic-"));
after(() => rmSync(folder, { recursive: true }));

test("missing folders are made, and nothing temporary is left", async () => {
  await writeFileAtomic(join(folder, "new/deep/file.txt"), "text");
  writeFileAtomicSync(join(folder, "new/deep/other.txt"), "other");
  assert.deepEqual(readdirSync(join(folder, "new/deep")).sort(), ["file.txt", "other.txt"]);
  assert.equal(readFileSync(join(folder, "new/deep/file.txt"), "utf8"), "text");
});

test("a write that fails leaves the old file, and nothing temporary", async () => {
  const taken = join(folder, "taken");
  mkdirSync(taken);
  writeFileSync(join(taken, "kept.txt"), "kept");
  await assert.rejects(writeFileAtomic(taken, "text"), /EISDIR|ENOTEMPTY|EEXIST|EPERM/);
  assert.throws(() => writeFileAtomicSync(taken, "text"), /EISDIR|ENOTEMPTY|EEXIST|EPERM/);
  assert.equal(readFileSync(join(taken, "kept.txt"), "utf8"), "kept");
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.endsWith(".tmp")),
    [],
  );
});

test("writers at the same time leave one whole file", async () => {
  const path = join(folder, "raced.txt");
  const texts = Array.from({ length: 8 }, (_, writer) => String(writer).repeat(200_000));
  await Promise.all(texts.map((text) => writeFileAtomic(path, text)));
  assert.ok(texts.includes(readFileSync(path, "utf8")));
});
