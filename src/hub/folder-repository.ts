/** @file A folder on disk, read as a repository. */
import type { Stats } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { listNames } from "../core/suggest";
import { type ReadTextOptions, readJsonFile, readTextFile } from "./read-text";
import { RepositoryError } from "./repository-error";
import { checkRepositoryPath } from "./repository-path";

const DEEPEST = 8;
const MOST_FILES = 20_000;
const HIDDEN_FOLDERS = new Set([".git", ".cache", "node_modules"]);

/**
 * A folder on disk as a repository.
 *
 * A link inside the folder is followed when it leads to a regular file, wherever that is: the Hugging Face cache is
 * made of such links. A path that climbs out of the folder by its own text is refused.
 */
export class FolderRepository {
  readonly kind = "folder";
  readonly revision: undefined = undefined;
  /** The folder as it was given. */
  readonly id: string;
  readonly #folder: string;

  constructor(id: string, folder: string) {
    this.id = id;
    this.#folder = folder;
  }

  /** Whether the repository has this file. */
  async has(path: string): Promise<boolean> {
    return (await statOf(join(this.#folder, checkRepositoryPath(this.id, path))))?.isFile() === true;
  }

  /** Every file's path, sorted; folders below the eighth level and links to folders are left out. */
  async list(): Promise<string[]> {
    const found: string[] = [];
    await this.#collect("", 0, found);
    return found.sort();
  }

  /** The file's place on disk. */
  async path(file: string): Promise<string> {
    const path = join(this.#folder, checkRepositoryPath(this.id, file));
    const found = await statOf(path);
    if (found?.isFile() === true) return path;
    const what = found === undefined ? "has no file" : "has something else than a file by the name";
    throw new RepositoryError("file-missing", `The folder ${this.id} ${what} \`${file}\`.`, {
      repository: this.id,
      file,
      hint: listNames("files", file, await this.list()),
    });
  }

  /** The file's text, decoded as UTF-8. */
  async readText(file: string, options: ReadTextOptions = {}): Promise<string> {
    return readTextFile({ repository: this.id, file, path: await this.path(file) }, options);
  }

  /** The file's JSON. */
  async readJson(file: string, options: ReadTextOptions = {}): Promise<unknown> {
    return readJsonFile({ repository: this.id, file, path: await this.path(file) }, options);
  }

  async #collect(below: string, depth: number, found: string[]): Promise<void> {
    const entries = await readdir(join(this.#folder, below), { withFileTypes: true });
    for (const entry of entries) {
      if (found.length >= MOST_FILES) return;
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) {
        if (depth < DEEPEST && !HIDDEN_FOLDERS.has(entry.name)) await this.#collect(path, depth + 1, found);
      } else if (entry.isFile() || (await statOf(join(this.#folder, path)))?.isFile() === true) {
        found.push(path);
      }
    }
  }
}

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch {
    return undefined;
  }
}
