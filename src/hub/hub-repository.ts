/** @file A model of the Hugging Face Hub, read through the cache that Python's programs share. */
import { stat } from "node:fs/promises";
import { Progress } from "../core/progress";
import { listNames } from "../core/suggest";
import type { DownloadProgress, RemoteFile } from "./download-file";
import type { HubCache } from "./hub-cache";
import type { HubClient } from "./hub-client";
import { type ReadTextOptions, readJsonFile, readTextFile } from "./read-text";
import { RepositoryError } from "./repository-error";
import { checkRepositoryPath } from "./repository-path";

/** What a {@link HubRepository} is made of. */
export interface HubRepositoryParts {
  id: string;
  /** The commit whose files these are. */
  commit: string;
  cache: HubCache;
  /** Undefined when only the cache may be read. */
  client: HubClient | undefined;
  /** Why only the cache may be read, and with which code a file that is not in it is refused. */
  closed?: { code: "offline" | "hub-unreachable"; why: string; hint: string };
  onProgress?: ((progress: DownloadProgress) => void) | undefined;
}

/** One commit of a model on the Hub; its files come into the cache when they are asked for. */
export class HubRepository {
  readonly kind = "hub";
  /** `owner/name`. */
  readonly id: string;
  /** The commit's hash. */
  readonly revision: string;
  readonly #parts: HubRepositoryParts;
  readonly #underway = new Map<string, Promise<string>>();
  #files: Promise<Map<string, RemoteFile>> | undefined;

  constructor(parts: HubRepositoryParts) {
    this.id = parts.id;
    this.revision = parts.commit;
    this.#parts = parts;
  }

  /** Whether the repository has this file; without the network, whether the cache has it. */
  async has(path: string): Promise<boolean> {
    const file = checkRepositoryPath(this.id, path);
    if ((await this.#parts.cache.find(this.revision, file)) !== undefined) return true;
    return this.#parts.client !== undefined && (await this.#remoteFiles(this.#parts.client)).has(file);
  }

  /** Every file's path, sorted; without the network, those in the cache. */
  async list(): Promise<string[]> {
    if (this.#parts.client === undefined) return this.#parts.cache.list(this.revision);
    return [...(await this.#remoteFiles(this.#parts.client)).keys()].sort();
  }

  /** The file's place on disk, after downloading it where needed. */
  async path(file: string): Promise<string> {
    const name = checkRepositoryPath(this.id, file);
    const cached = await this.#parts.cache.find(this.revision, name);
    if (cached !== undefined) return cached;
    const underway = this.#underway.get(name) ?? this.#fetch(name).finally(() => this.#underway.delete(name));
    this.#underway.set(name, underway);
    return underway;
  }

  /** The file's text, decoded as UTF-8. */
  async readText(file: string, options: ReadTextOptions = {}): Promise<string> {
    return readTextFile({ repository: this.id, file, path: await this.path(file) }, options);
  }

  /** The file's JSON. */
  async readJson(file: string, options: ReadTextOptions = {}): Promise<unknown> {
    return readJsonFile({ repository: this.id, file, path: await this.path(file) }, options);
  }

  async #fetch(file: string): Promise<string> {
    const { cache, client, closed } = this.#parts;
    if (client === undefined) {
      const why = closed?.why ?? "the network may not be used";
      throw new RepositoryError(
        closed?.code ?? "offline",
        `\`${file}\` of ${this.id} is not in the cache, and ${why}.`,
        {
          repository: this.id,
          file,
          hint: `${closed?.hint ?? ""} ${listNames("files", file, await this.list())}`.trim(),
        },
      );
    }
    const remote = (await this.#remoteFiles(client)).get(file);
    if (remote === undefined) {
      throw new RepositoryError("file-missing", `The model ${this.id} has no file \`${file}\`.`, {
        repository: this.id,
        file,
        hint: listNames("files", file, await this.list()),
      });
    }
    const blob = cache.blobPath(remote.hash);
    const known = await stat(blob).catch(() => undefined);
    if (known?.size !== remote.size) await this.#download(client, remote, blob);
    return cache.place(this.revision, file, remote.hash);
  }

  async #download(client: HubClient, remote: RemoteFile, blob: string): Promise<void> {
    if (this.#parts.onProgress !== undefined) {
      await client.download(remote, this.revision, blob, this.#parts.onProgress);
      return;
    }
    const megabytes = 1e-6;
    const progress = new Progress({
      label: `Downloading ${remote.path} of ${this.id}`,
      total: remote.size * megabytes,
      unit: "MB",
    });
    try {
      await client.download(remote, this.revision, blob, ({ loaded }) => progress.to(loaded * megabytes));
    } finally {
      progress.finish();
    }
  }

  #remoteFiles(client: HubClient): Promise<Map<string, RemoteFile>> {
    this.#files ??= client.files(this.revision).catch((error: unknown) => {
      this.#files = undefined;
      throw error;
    });
    return this.#files;
  }
}
