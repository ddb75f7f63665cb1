/** @file What the cache holds of one URL: the file, what the server said of it, and the part of one that is on its way. */
import { createHash } from "node:crypto";
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { writeFileAtomic } from "../../core/atomic-write";
import { shownUrl } from "./download-error";

/** By what a server says which version of a file it sends. */
export interface Version {
  etag: string | undefined;
  lastModified: string | undefined;
}

/** A file that is there as a whole. */
export interface CachedFile extends Version {
  /** The absolute path. */
  path: string;
  bytes: number;
}

/** The folder of one URL. */
export class CacheEntry {
  readonly folder: string;
  readonly lock: string;
  readonly part: string;
  readonly #url: URL;
  readonly #record: string;
  readonly #partRecord: string;

  constructor(cacheDir: string, url: URL) {
    this.#url = url;
    this.folder = join(cacheDir, digest(url.href, 32));
    this.lock = join(this.folder, "lock");
    this.part = join(this.folder, "part");
    this.#record = join(this.folder, "file.json");
    this.#partRecord = join(this.folder, "part.json");
  }

  /** The file that is there, as long as it is whole. */
  async cached(): Promise<CachedFile | undefined> {
    const found = await readJson(this.#record);
    if (typeof found?.name !== "string" || basename(found.name) !== found.name) return undefined;
    const path = join(this.folder, found.name);
    const status = await stat(path).catch(() => undefined);
    if (status === undefined || status.size !== found.bytes) return undefined;
    return { path, bytes: status.size, ...versionIn(found) };
  }

  /** The part that is there, and its version. Without a version it is of no use: the rest may be of another one. */
  async partial(): Promise<(Version & { bytes: number }) | undefined> {
    const [found, status] = await Promise.all([readJson(this.#partRecord), stat(this.part).catch(() => undefined)]);
    const version = versionIn(found ?? {});
    if (found === undefined || status === undefined || status.size === 0 || rangeValidator(version) === undefined) {
      return undefined;
    }
    return { bytes: status.size, ...version };
  }

  /** Notes of which version the part is. */
  async notePart(version: Version): Promise<void> {
    await writeFileAtomic(this.#partRecord, JSON.stringify(version));
  }

  /** Removes the part. */
  async dropPart(): Promise<void> {
    await rm(this.part, { force: true });
    await rm(this.#partRecord, { force: true });
  }

  /** Where the whole file shall stand. Each version has a name of its own: another program may still read the last one. */
  pathOf(version: Version): string {
    const name = decoded(this.#url.pathname.split("/").at(-1) ?? "")
      .replace(/[^\p{L}\p{N}._-]/gu, "_")
      .slice(-80);
    const stamp = `${version.etag ?? ""} ${version.lastModified ?? ""} ${Date.now()}`;
    return join(this.folder, `${digest(stamp, 8)}-${name === "" ? "data" : name}`);
  }

  /** Notes the whole file, and removes those that it replaces. */
  async note(file: CachedFile): Promise<void> {
    const { etag, lastModified, bytes } = file;
    const name = basename(file.path);
    const record = { url: shownUrl(this.#url), name, bytes, etag, lastModified, fetched: new Date().toISOString() };
    await writeFileAtomic(this.#record, `${JSON.stringify(record, undefined, 2)}\n`);
    await this.dropPart();
    const kept = new Set([name, "file.json", "lock"]);
    for (const other of await readdir(this.folder)) {
      if (!kept.has(other) && !other.startsWith("lock"))
        await rm(join(this.folder, other), { force: true }).catch(() => undefined);
    }
  }
}

/** What `If-Range` may hold: a weak ETag does not promise the same bytes. */
export function rangeValidator({ etag, lastModified }: Version): string | undefined {
  return etag !== undefined && !etag.startsWith("W/") ? etag : lastModified;
}

/** A short digest for names of files. */
export function digest(text: string, length: number): string {
  return createHash("sha256").update(text).digest("hex").slice(0, length);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function versionIn(found: Readonly<Record<string, unknown>>): Version {
  const text = (name: string): string | undefined => (typeof found[name] === "string" ? found[name] : undefined);
  return { etag: text("etag"), lastModified: text("lastModified") };
}

async function readJson(path: string): Promise<Record<string, unknown> | undefined> {
  try {
    const found: unknown = JSON.parse(await readFile(path, "utf8"));
    return found !== null && typeof found === "object" ? (found as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
