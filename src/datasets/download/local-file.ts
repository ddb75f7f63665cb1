/** @file A data file as a path on this machine, wherever and however it is kept. */
import { open } from "node:fs/promises";
import { resolve } from "node:path";
import { shownUrl } from "./download-error";
import { type DownloadOptions, downloadSettings } from "./download-options";
import { fetchFile, remoteUrl } from "./fetch-file";
import { unpackGzip } from "./unpack-gzip";

/** Whether a data file is on another machine: an http or https URL. */
export function isRemote(urlOrPath: string): boolean {
  return /^https?:\/\//i.test(urlOrPath);
}

/**
 * The path of a file that can be read in place: a URL's file is fetched, one packed by gzip is unpacked.
 *
 * Both are kept in the cache. A URL is asked each time whether its file has changed; where nobody answers, the copy in the cache is
 * used, and a line on standard error says so. All other paths are given back as they are, also those of missing files.
 *
 * Python: `datasets.DownloadManager.download_and_extract`.
 *
 * @param pause The first pause before another try, in milliseconds.
 */
export async function localFile(urlOrPath: string, options: DownloadOptions = {}, pause?: number): Promise<string> {
  if (!isRemote(urlOrPath) && !/\.gz$/i.test(urlOrPath)) return urlOrPath;
  const settings = downloadSettings(options, pause);
  const url = remoteUrl(urlOrPath);
  const path = url === undefined ? urlOrPath : await fetchFile(url, settings);
  const isNamedGzip = /\.gz$/i.test(url?.pathname ?? path);
  if (!isNamedGzip || !(await beginsAsGzip(path))) return path;
  return await unpackGzip(resolve(path), url === undefined ? urlOrPath : shownUrl(url), settings);
}

async function beginsAsGzip(path: string): Promise<boolean> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(2), 0, 2, 0);
      return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
    } finally {
      await file.close();
    }
  } catch {
    // Whoever reads the file says what is wrong with it.
    return false;
  }
}
