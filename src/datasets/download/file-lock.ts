/** @file A lock between processes: one works on a file of the cache, the others wait for it. */
import { randomBytes } from "node:crypto";
import { link, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { DatasetError } from "../dataset-error";

const POLL = 100;
const BEAT = 2_000;
/** A lock whose owner has not stirred for so long is taken over: its machine was switched off, or it is another machine's. */
const STALE = 60_000;
const LONGEST_WAIT = 6 * 3_600_000;

/** Runs `work` while no other process runs its own under this path. A lock that a dead process left is taken over. */
export async function withFileLock<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  const token = `${process.pid} ${hostname()} ${randomBytes(8).toString("hex")}`;
  const end = Date.now() + LONGEST_WAIT;
  while (!(await take(path, token))) {
    if (Date.now() > end) {
      throw new DatasetError("cache-busy", "Another process has worked on the same file of the cache for hours.", {
        path,
        hint: "End that process, or pass another `cacheDir`.",
      });
    }
    await pause(POLL);
  }
  const timer = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, BEAT);
  timer.unref();
  try {
    return await work();
  } finally {
    clearInterval(timer);
    if ((await readFile(path, "utf8").catch(() => undefined)) === token) await rm(path, { force: true });
  }
}

async function take(path: string, token: string): Promise<boolean> {
  try {
    await writeFile(path, token, { flag: "wx" });
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  const [owner, status] = await Promise.all([
    readFile(path, "utf8").catch(() => undefined),
    stat(path).catch(() => undefined),
  ]);
  if (owner === undefined || status === undefined || isAlive(owner, status.mtimeMs)) return false;
  // Two may find the same dead lock: each moves away what is there, and whoever moved a living one puts it back.
  const aside = `${path}.${randomBytes(4).toString("hex")}`;
  const moved = await rename(path, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return false;
  if ((await readFile(aside, "utf8").catch(() => owner)) !== owner) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
  return false;
}

function isAlive(owner: string, touched: number): boolean {
  if (Date.now() - touched > STALE) return false;
  const [pid, host] = owner.split(" ");
  // Between a lock's making and its writing it is empty.
  if (pid === undefined || host !== hostname()) return true;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
