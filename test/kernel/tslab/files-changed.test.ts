/** @file Files that come and go beside a running kernel: cells find them, and none fails for it. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { delay, type KernelDriver, printed } from "../kernel-driver";
import { startTslab } from "./repaired-kernel";

describe("repaired tslab, while files change", () => {
  const folder = mkdtempSync(join(tmpdir(), "kernel-files-"));
  let kernel: KernelDriver;
  before(async () => {
    writeFileSync(join(folder, "package.json"), "{}");
    kernel = await startTslab(folder);
  });
  after(async () => {
    await kernel.stop();
    rmSync(folder, { recursive: true });
  });

  it("imports a file that was written after an import of it had failed", async () => {
    const missing = await kernel.execute('import { late } from "./late";\nconsole.log(late);');
    assert.match(String(missing.reply.evalue), /Cannot find module '\.\/late'/);
    writeFileSync(join(folder, "late.ts"), "export const late: number = 41;\n");
    await delay(1500);
    const other = await kernel.execute('console.log("alive");');
    assert.equal(other.reply.status, "ok", String(other.reply.evalue));
    const found = await kernel.execute('import { late } from "./late";\nconsole.log(late);');
    assert.equal(printed(found), "41\n", String(found.reply.evalue));
  });

  it("takes up a change of a file that a cell has imported", async () => {
    writeFileSync(join(folder, "late.ts"), "export const late: string = 'changed';\n");
    await delay(1500);
    const changed = await kernel.execute('import { late as again } from "./late";\nconsole.log(again.length);');
    assert.equal(printed(changed), "7\n", String(changed.reply.evalue));
  });
});
