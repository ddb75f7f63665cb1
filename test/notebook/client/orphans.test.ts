import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { processesWith, within } from "./fake-kernelspec";

const skip = process.platform !== "linux" && "needs /proc to see who is left";
const NAME = "CADERNO_TEST_ORPHANS";

/** Starts a runner with a kernel and a child of the kernel, and waits until all of them run. */
async function startRunner(mark: string, how: string, folder: string): Promise<ChildProcess> {
  const runner = spawn(process.execPath, ["--import", "tsx", join(__dirname, "orphan-runner.ts"), how], {
    env: { ...process.env, [NAME]: mark, TMPDIR: folder },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((resolve, reject) => {
    runner.stdout?.on("data", () => resolve());
    runner.once("exit", (code) => reject(new Error(`The runner ended with ${code}.`)));
  });
  return runner;
}

/** The processes that the runner started: the guardian, the kernel, and the kernel's child. */
function family(mark: string): string[] {
  return processesWith(`${NAME}=${mark}`).map(commandLine);
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

function kernelFolders(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.startsWith("caderno-kernel-"));
}

/** Whatever a failed test left. */
function killAll(mark: string): void {
  for (const pid of processesWith(`${NAME}=${mark}`)) process.kill(pid, "SIGKILL");
}

describe("no process outlives the runner", { skip }, () => {
  for (const how of ["idle", "busy"]) {
    test(`a runner that is killed while its kernel is ${how}`, async (context) => {
      const mark = randomUUID();
      context.after(() => killAll(mark));
      const folder = mkdtempSync(join(tmpdir(), "caderno-orphans-"));
      context.after(() => rmSync(folder, { recursive: true, force: true }));
      const runner = await startRunner(mark, how, folder);
      const isAllThere = (): boolean =>
        ["orphan-runner", "guardian-main", "fake-kernel", "setInterval"].every((part) =>
          family(mark).some((command) => command.includes(part)),
        );
      assert.ok(await within(5, isAllThere), family(mark).join("\n"));
      assert.equal(kernelFolders(folder).length, 1);
      runner.kill("SIGKILL");
      assert.ok(await within(5, () => processesWith(`${NAME}=${mark}`).length === 0), family(mark).join("\n"));
      assert.deepEqual(kernelFolders(folder), []);
    });
  }

  test("when the guardian itself is killed, the runner ends its kernels", async (context) => {
    const mark = randomUUID();
    context.after(() => killAll(mark));
    const folder = mkdtempSync(join(tmpdir(), "caderno-orphans-"));
    context.after(() => rmSync(folder, { recursive: true, force: true }));
    const runner = await startRunner(mark, "idle", folder);
    const guardian = processesWith(`${NAME}=${mark}`).find((pid) => commandLine(pid).includes("guardian-main"));
    assert.ok(guardian);
    process.kill(guardian, "SIGKILL");
    const isKernelGone = (): boolean => !family(mark).some((command) => command.includes("fake-kernel"));
    assert.ok(await within(5, isKernelGone));
    runner.kill("SIGKILL");
  });
});
