/** @file A URL's file in the cache: fetched once, tried again when the network fails, and used without one. */
import { mkdir } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { messageOf } from "../../core/errors";
import { DatasetError } from "../dataset-error";
import { CacheEntry } from "./cache-entry";
import { DownloadError } from "./download-error";
import type { DownloadSettings } from "./download-options";
import { withFileLock } from "./file-lock";
import { isPassing, transfer, waitAsked } from "./transfer";

const LONGEST_PAUSE = 30_000;

/** The path of the URL's file. One process fetches it; others that want it wait and use what has come. */
export async function fetchFile(url: URL, settings: DownloadSettings): Promise<string> {
  const entry = new CacheEntry(settings.cacheDir, url);
  try {
    await mkdir(entry.folder, { recursive: true });
    return await withFileLock(entry.lock, () => fetchLocked(url, entry, settings));
  } catch (error) {
    throw error instanceof DatasetError ? error : cacheError(settings.cacheDir, error);
  }
}

async function fetchLocked(url: URL, entry: CacheEntry, settings: DownloadSettings): Promise<string> {
  const cached = settings.isForced ? undefined : await entry.cached();
  if (settings.isForced) await entry.dropPart();
  // With a copy at hand nobody waits long for a network that is not there.
  let left = cached === undefined ? settings.retries : Math.min(1, settings.retries);
  let before = 0;
  for (let tries = 0; ; tries++) {
    try {
      return (await transfer(url, entry, cached, settings)).path;
    } catch (error) {
      const part = (await entry.partial())?.bytes ?? 0;
      // A transfer that comes forward is not given up for the number of its interruptions.
      if (part > before + 1_000_000) tries = 0;
      before = part;
      if (isPassing(error) && left-- > 0) {
        const wait = Math.max(settings.pause * 2 ** Math.min(tries, 10), waitAsked(error));
        await pause(Math.min(LONGEST_PAUSE, wait * (1 + Math.random() / 4)));
        continue;
      }
      if (!isPassing(error) || cached === undefined) throw error;
      process.stderr.write(`${messageOf(error)} The copy in the cache is used, which may be out of date.\n`);
      return cached.path;
    }
  }
}

/** Writing to the cache failed. */
export function cacheError(cacheDir: string, error: unknown): DatasetError {
  const isFull = error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT");
  return new DatasetError(
    isFull ? "disk-full" : "cache-unwritable",
    isFull
      ? `The disk of the cache \`${cacheDir}\` is full.`
      : `The cache \`${cacheDir}\` cannot be used: ${messageOf(error)}.`,
    {
      path: cacheDir,
      cause: error,
      hint: "Pass `cacheDir`, or set CADERNO_CACHE, to a folder that can be written to and has room.",
    },
  );
}

/** A text as an http(s) URL; undefined where it is a path. */
export function remoteUrl(text: string): URL | undefined {
  if (!/^https?:\/\//i.test(text)) return undefined;
  try {
    return new URL(text);
  } catch {
    throw new DownloadError(
      "bad-url",
      "A URL among the data files cannot be read; it is not shown for what it may hold.",
      {
        url: "",
        hint: 'Write it like "https://example.org/data/essays.csv".',
      },
    );
  }
}
