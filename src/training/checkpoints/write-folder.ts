/** @file Writing a folder so that it is there whole or not at all, whatever happens on the way. */
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { hiddenName, listHidden } from "./checkpoint-names";

/**
 * Fills a hidden folder, flushes all of it to the disk, and renames it to `target`.
 *
 * A folder that is at `target` already stays until the new one is whole. What is left of a process that was killed is
 * cleared by {@link clearLeftovers}.
 */
export async function writeFolder(target: string, fill: (folder: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const temporary = hiddenName(target, "tmp");
  try {
    await mkdir(temporary);
    await fill(temporary);
    await flushTree(temporary);
    await moveIntoPlace(temporary, target);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
}

/** Removes a folder; at no moment is half of it under its name. */
export async function removeFolder(folder: string): Promise<void> {
  const aside = hiddenName(folder, "tmp");
  try {
    await rename(folder, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  await rm(aside, { recursive: true, force: true });
}

/** Clears what killed writers left in a folder: half-written checkpoints go, one that was being replaced comes back. */
export async function clearLeftovers(outputDir: string): Promise<void> {
  for (const { kind, folder, target, pid } of await listHidden(outputDir)) {
    if (pid !== process.pid && isAlive(pid)) continue;
    if (kind === "old" && !(await exists(target))) await rename(folder, target);
    else await rm(folder, { recursive: true, force: true });
  }
}

async function moveIntoPlace(temporary: string, target: string): Promise<void> {
  // A rename does not replace a folder that has something in it.
  const old = (await exists(target)) ? hiddenName(target, "old") : undefined;
  if (old !== undefined) await rename(target, old);
  try {
    await rename(temporary, target);
  } catch (error) {
    if (old !== undefined) await rename(old, target);
    throw error;
  }
  await flushFolder(dirname(target));
  if (old !== undefined) await rm(old, { recursive: true, force: true });
}

async function flushTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await flushTree(path);
    else await flush(path, "r+");
  }
  await flushFolder(folder);
}

/** Makes a folder's list of names last; where the system has no such call, nothing is done. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform !== "win32") await flush(folder, "r");
}

async function flush(path: string, flags: string): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
