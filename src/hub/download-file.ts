/** @file One file of the Hub into the cache: resumed where it broke off, checked against its hash, and renamed last. */
import { createHash, type Hash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** How far the download of one file has come. */
export interface DownloadProgress {
  /** The repository's id. */
  repository: string;
  /** The file's path inside it. */
  file: string;
  /** Bytes that are on disk. */
  loaded: number;
  /** Bytes in all. */
  total: number;
}

/** A file of the Hub: its size and how its content is named. */
export interface RemoteFile {
  path: string;
  /** Bytes. */
  size: number;
  /** The cache's name for the content: SHA-256 for large files, Git's blob hash for small ones. */
  hash: string;
  algorithm: "sha256" | "git";
}

/** What a download needs. */
export interface DownloadJob {
  file: RemoteFile;
  /** Where the whole file will be. */
  target: string;
  /** The content from this byte on. */
  content(from: number): Promise<AsyncIterable<Uint8Array>>;
  onBytes(loaded: number): void;
}

/** The content that came is not the one whose hash the Hub announced. */
export class DamagedDownload extends Error {}

/**
 * Downloads to a partial file beside `target`, checks size and hash, and renames it.
 *
 * A download that breaks off leaves its part for the next one, in this process or another; of two at a time each has
 * its own part, and the same content wins either way.
 */
export async function downloadToFile(job: DownloadJob): Promise<void> {
  await mkdir(dirname(job.target), { recursive: true });
  const partial = partialPath(job.target, String(process.pid));
  const isResumed = await claimLeftover(job.target, partial);
  try {
    await fill(job, partial);
  } catch (error) {
    if (!(error instanceof DamagedDownload)) {
      await rename(partial, partialPath(job.target, "0")).catch(() => undefined);
      throw error;
    }
    await rm(partial, { force: true });
    if (!isResumed) throw error;
    // The part that was left over may have been the damaged one: once more from the first byte.
    await fill(job, partial).catch(async (second: unknown) => {
      await rm(partial, { force: true });
      throw second;
    });
  }
  await rename(partial, job.target);
}

async function fill(job: DownloadJob, partial: string): Promise<void> {
  const { file } = job;
  const digest = createHash(file.algorithm === "sha256" ? "sha256" : "sha1");
  if (file.algorithm === "git") digest.update(`blob ${file.size}\0`);
  const handle = await open(partial, "a");
  try {
    let loaded = (await handle.stat()).size;
    if (loaded > file.size) throw new DamagedDownload("The part on disk is longer than the file.");
    await hashFile(partial, loaded, digest);
    job.onBytes(loaded);
    if (loaded < file.size) loaded = await append(job, handle, loaded, digest);
    if (loaded !== file.size) throw new Error(`The connection ended after ${loaded} of ${file.size} bytes.`);
    if (digest.digest("hex") !== file.hash) throw new DamagedDownload("Its content does not have the announced hash.");
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function append(job: DownloadJob, handle: FileHandle, from: number, digest: Hash): Promise<number> {
  let loaded = from;
  for await (const chunk of await job.content(from)) {
    loaded += chunk.byteLength;
    if (loaded > job.file.size) throw new DamagedDownload("More bytes came than the Hub announced.");
    await handle.writeFile(chunk);
    digest.update(chunk);
    job.onBytes(loaded);
  }
  return loaded;
}

async function hashFile(path: string, length: number, digest: Hash): Promise<void> {
  if (length === 0) return;
  for await (const chunk of createReadStream(path, { end: length - 1 })) digest.update(chunk as Buffer);
}

function partialPath(target: string, owner: string): string {
  return `${target}.${owner}-${randomBytes(4).toString("hex")}.incomplete`;
}

/** Takes over the part of a download that broke off; renaming is atomic, so that only one can have it. */
async function claimLeftover(target: string, partial: string): Promise<boolean> {
  const folder = dirname(target);
  const prefix = `${basename(target)}.`;
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix)) continue;
    const owner = /^(\d+)-[0-9a-f]+\.incomplete$/.exec(name.slice(prefix.length))?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    try {
      await rename(join(folder, name), partial);
      return (await stat(partial)).size > 0;
    } catch {
      // Another process was faster.
    }
  }
  return false;
}

function isAlive(pid: number): boolean {
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
