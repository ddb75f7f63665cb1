/** @file The files of a model or a tokenizer, from a folder or from the Hugging Face Hub, behind one interface. */
import { stat } from "node:fs/promises";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { argumentTypeError, describeValue } from "../core/errors";
import type { DownloadProgress } from "./download-file";
import { FolderRepository } from "./folder-repository";
import { HubCache, isCommit } from "./hub-cache";
import { HubClient } from "./hub-client";
import { hubCacheFolder, hubEndpoint, hubToken, offlineVariable } from "./hub-environment";
import { hubProblem, isUnreachable } from "./hub-problem";
import { HubRepository } from "./hub-repository";
import type { ReadTextOptions } from "./read-text";
import { RepositoryError } from "./repository-error";

/** Options of {@link openRepository}. A folder on disk needs none of them. */
export interface RepositoryOptions {
  /** A branch, a tag, or a commit's hash. @default "main" */
  revision?: string;
  /** An access token, which starts with `hf_`. @default HF_TOKEN, or what `hf auth login` has saved */
  token?: string;
  /** Reads the cache alone; HF_HUB_OFFLINE=1 and CADERNO_OFFLINE=1 do so everywhere. @default false */
  localFilesOnly?: boolean;
  /** The folder of downloads. @default the one that Python's programs use: HF_HUB_CACHE, or `hub` below HF_HOME */
  cacheFolder?: string;
  /** The Hub's address. @default HF_ENDPOINT, or https://huggingface.co */
  endpoint?: string;
  /** What makes requests; for tests and proxies. @default globalThis.fetch */
  fetch?: typeof fetch;
  /** Is told how far a download has come; without it a line shows that. */
  onProgress?: (progress: DownloadProgress) => void;
}

/** The files of one model or tokenizer. */
export interface Repository {
  /** The id or the folder, as it was given. */
  readonly id: string;
  readonly kind: "folder" | "hub";
  /** The commit's hash; undefined for a folder. */
  readonly revision: string | undefined;
  /** Whether it has this file; for a Hub that may not be asked, whether the cache has it. */
  has(path: string): Promise<boolean>;
  /** Every file's path, sorted. */
  list(): Promise<string[]>;
  /** The file's place on this disk; what is not there yet is downloaded. */
  path(file: string): Promise<string>;
  /** The file's text, at most 64 MB unless `maxBytes` says otherwise. */
  readText(file: string, options?: ReadTextOptions): Promise<string>;
  /** The file's JSON, at most 64 MB unless `maxBytes` says otherwise. */
  readJson(file: string, options?: ReadTextOptions): Promise<unknown>;
}

const ID = /^(?!.*(--|\.\.))[A-Za-z0-9_][\w.-]{0,95}(\/[\w.-]{1,96})?$/;
const REVISION = /^(?!.*\.\.)[\w][\w.+@-]*(\/[\w.+@-]+)*$/;

/**
 * Opens a folder, or a model of the Hugging Face Hub.
 *
 * A folder that exists is read where it is; what starts with `.`, `/` or `~` must be one. Anything else is a model's id.
 * Its files are downloaded when they are asked for, into the cache that Python's `huggingface_hub` uses, and are
 * checked against their hashes. Without a connection the last known state in the cache is opened.
 *
 * Throws {@link RepositoryError}: "repository-missing", "revision-missing", "access-denied", "hub-unreachable", "offline".
 *
 * Python: `huggingface_hub.snapshot_download`, a file at a time.
 *
 * @example
 * ```ts
 * const repository = await openRepository("distilbert/distilbert-base-uncased");
 * const config = await repository.readJson("config.json");
 * ```
 */
export async function openRepository(idOrFolder: string, options: RepositoryOptions = {}): Promise<Repository> {
  if (typeof idOrFolder !== "string" || idOrFolder === "") {
    throw argumentTypeError({
      function: "openRepository",
      parameter: "idOrFolder",
      rule: "be a folder's path or a model's id",
      value: idOrFolder,
    });
  }
  const home = /^~(?=$|[\\/])/.test(idOrFolder);
  const folder = home ? join(homedir(), idOrFolder.slice(1)) : resolve(idOrFolder);
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() === true) return new FolderRepository(idOrFolder, folder);
  if (found !== undefined)
    throw notOpened(
      idOrFolder,
      `${describeValue(idOrFolder)} is a file, not a folder.`,
      "Give the folder that holds it.",
    );
  if (/^([./\\~]|[A-Za-z]:)/.test(idOrFolder))
    throw notOpened(
      idOrFolder,
      `There is no folder ${describeValue(idOrFolder)}.`,
      "Check the path; it starts at the current folder.",
    );
  if (!ID.test(idOrFolder) || idOrFolder.endsWith(".git"))
    throw notOpened(
      idOrFolder,
      `${describeValue(idOrFolder)} is neither a folder nor a model's id.`,
      "An id looks like `owner/name`: letters, digits, `-`, `_` and `.`.",
    );
  return openHub(idOrFolder, options);
}

async function openHub(id: string, options: RepositoryOptions): Promise<Repository> {
  const revision = options.revision ?? "main";
  if (!REVISION.test(revision) || revision.length > 200) {
    throw new RepositoryError("revision-missing", `${describeValue(revision)} cannot be a revision of ${id}.`, {
      repository: id,
      hint: "Give a branch, a tag, or a commit's hash.",
    });
  }
  const cache = new HubCache(options.cacheFolder ?? hubCacheFolder(), id);
  const parts = { id, cache, onProgress: options.onProgress };
  const known = await cache.readRef(revision);
  const forbidden = offlineVariable();
  if (options.localFilesOnly === true || forbidden !== undefined) {
    const why = forbidden === undefined ? "`localFilesOnly` is set" : `${forbidden} forbids the network`;
    const hint =
      forbidden === undefined ? "Leave out `localFilesOnly` to download it." : `Unset ${forbidden} to download it.`;
    if (known !== undefined && (await cache.list(known)).length > 0)
      return new HubRepository({ ...parts, commit: known, client: undefined, closed: { code: "offline", why, hint } });
    throw new RepositoryError("offline", `The model ${id} is not in the cache ${cache.folder}, and ${why}.`, {
      repository: id,
      hint,
    });
  }
  const source = hubSource(id, revision, options);
  const client = new HubClient(source);
  if (isCommit(revision)) return new HubRepository({ ...parts, commit: revision, client });
  try {
    const commit = await client.commit();
    await cache.writeRef(revision, commit);
    return new HubRepository({ ...parts, commit, client });
  } catch (error) {
    const problem = hubProblem(error, source);
    if (known === undefined || problem.code !== "hub-unreachable" || !isUnreachable(error)) throw problem;
    const closed = { code: "hub-unreachable", why: "the Hub does not answer", hint: problem.hint ?? "" } as const;
    return new HubRepository({ ...parts, commit: known, client: undefined, closed });
  }
}

function hubSource(
  id: string,
  revision: string,
  options: RepositoryOptions,
): ConstructorParameters<typeof HubClient>[0] {
  const endpoint = (options.endpoint ?? hubEndpoint()).replace(/\/+$/, "");
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol)) {
    throw new RepositoryError("hub-unreachable", `${describeValue(endpoint)} is no address of a Hub.`, {
      repository: id,
      hint: "Set HF_ENDPOINT or `endpoint` to something like https://huggingface.co.",
    });
  }
  return { id, revision, endpoint, token: options.token ?? hubToken(), fetch: options.fetch ?? globalThis.fetch };
}

function notOpened(repository: string, message: string, hint: string): RepositoryError {
  return new RepositoryError("repository-missing", message, { repository, hint });
}
