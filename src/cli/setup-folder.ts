/** @file Filling a folder so that it is there whole or not at all, whatever interrupts. */
import { randomBytes } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";

const STAGING = /\.setup-(\d+)-[0-9a-f]{8}$/;

/**
 * Has `fill` fill a new folder beside `folder` and then puts it in place of what was there.
 *
 * Where `fill` throws, or the process is ended by a signal, what was there stays and the new folder is removed; what a
 * killed process left is removed by the next call.
 */
export async function replaceFolder<Result>(
  folder: string,
  fill: (staging: string) => Promise<Result>,
): Promise<Result> {
  await mkdir(dirname(folder), { recursive: true });
  await removeLeftovers(folder);
  const staging = stagingName(folder);
  await mkdir(staging);
  const stop = (signal: NodeJS.Signals): void => {
    rmSync(staging, { recursive: true, force: true, maxRetries: 3 });
    process.exit(signal === "SIGINT" ? 130 : 143);
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    const result = await fill(staging);
    const old = stagingName(folder);
    if (existsSync(folder)) await rename(folder, old);
    await rename(staging, folder);
    await rm(old, { recursive: true, force: true });
    return result;
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop);
    await rm(staging, { recursive: true, force: true });
  }
}

/** Every file below a folder, with its size; paths from the folder, with `/`, sorted. */
export async function filesWithSizes(folder: string): Promise<{ path: string; size: number }[]> {
  const found: { path: string; size: number }[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    // Node 20 has `parentPath` from 20.12 on.
    const path = join(entry.parentPath, entry.name);
    const { size } = await stat(path);
    found.push({ path: relative(folder, path).split(sep).join("/"), size });
  }
  return found.sort((one, other) => (one.path < other.path ? -1 : 1));
}

function stagingName(folder: string): string {
  return `${folder}.setup-${process.pid}-${randomBytes(4).toString("hex")}`;
}

async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(dirname(folder))) {
    if (!name.startsWith(`${basename(folder)}.setup-`)) continue;
    const owner = STAGING.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) {
      await rm(join(dirname(folder), name), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
