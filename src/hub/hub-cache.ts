/** @file The cache of the Hugging Face Hub on disk, in the layout that Python's huggingface_hub uses. */
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { writeFileAtomic } from "../core/atomic-write";

const COMMIT = /^[0-9a-f]{40}$/;

/** Whether a revision is a commit's full hash, which never moves. */
export function isCommit(revision: string): boolean {
  return COMMIT.test(revision);
}

/** One model's part of the cache: `blobs` by content, `snapshots` by commit, `refs` from names to commits. */
export class HubCache {
  /** `models--owner--name` inside the cache. */
  readonly folder: string;

  constructor(cacheFolder: string, id: string) {
    this.folder = join(cacheFolder, `models--${id.replaceAll("/", "--")}`);
  }

  /** The place of a file's content, by its hash. */
  blobPath(hash: string): string {
    return join(this.folder, "blobs", hash);
  }

  /** The folder of a commit's files. */
  snapshotFolder(commit: string): string {
    return join(this.folder, "snapshots", commit);
  }

  /** The commit that a branch or a tag was at when it was last asked for. */
  async readRef(revision: string): Promise<string | undefined> {
    if (isCommit(revision)) return revision;
    try {
      const commit = (await readFile(join(this.folder, "refs", ...revision.split("/")), "utf8")).trim();
      return isCommit(commit) ? commit : undefined;
    } catch {
      return undefined;
    }
  }

  /** Notes where a branch or a tag is now; nothing is written when that is known. */
  async writeRef(revision: string, commit: string): Promise<void> {
    if (isCommit(revision) || (await this.readRef(revision)) === commit) return;
    await writeFileAtomic(join(this.folder, "refs", ...revision.split("/")), commit);
  }

  /** The cached file's place, or undefined when it is not there. */
  async find(commit: string, file: string): Promise<string | undefined> {
    const path = join(this.snapshotFolder(commit), ...file.split("/"));
    try {
      return (await stat(path)).isFile() ? path : undefined;
    } catch {
      return undefined;
    }
  }

  /** Every cached file of a commit. */
  async list(commit: string): Promise<string[]> {
    try {
      const folder = this.snapshotFolder(commit);
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => !entry.isDirectory());
      return files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/")).sort();
    } catch {
      return [];
    }
  }

  /** Puts a blob into a snapshot: a link, or a copy where the system allows no links. */
  async place(commit: string, file: string, hash: string): Promise<string> {
    const path = join(this.snapshotFolder(commit), ...file.split("/"));
    const blob = this.blobPath(hash);
    await mkdir(dirname(path), { recursive: true });
    // Made beside its place and renamed, so that two processes that end together do not meet each other's link.
    const temporary = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}.tmp`;
    try {
      await symlink(relative(dirname(path), blob), temporary).catch(() => copyFile(blob, temporary));
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    return path;
  }
}
