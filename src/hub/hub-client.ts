/** @file What is asked of the Hub about one model: its commit, its files, their content. */
import { DamagedDownload, type DownloadProgress, downloadToFile, type RemoteFile } from "./download-file";
import { hubFetch } from "./hub-fetch";
import { hubProblem } from "./hub-problem";
import { RepositoryError } from "./repository-error";

/** How the Hub is reached for one model. */
export interface HubSource {
  /** `owner/name`, or the one name of an old model. */
  id: string;
  revision: string;
  endpoint: string;
  token: string | undefined;
  fetch: typeof fetch;
}

/** Everything that the Hub's client library wants to know in each call. */
interface HubParameters {
  repo: { type: "model"; name: string };
  hubUrl: string;
  fetch: typeof fetch;
  accessToken?: string;
}

const MOST_FILES = 100_000;
const STALL_MS = 60_000;

/** One model of the Hub. */
export class HubClient {
  readonly #source: HubSource;
  readonly #parameters: HubParameters;

  constructor(source: HubSource) {
    this.#source = source;
    const { id, endpoint, token } = source;
    if (token !== undefined && !/^hf_[\x21-\x7e]+$/.test(token)) {
      throw new RepositoryError("access-denied", "The access token for the Hub is none: it must start with `hf_`.", {
        repository: id,
        hint: `Set HF_TOKEN to a token from ${endpoint}/settings/tokens, or unset it.`,
      });
    }
    this.#parameters = {
      repo: { type: "model", name: id },
      hubUrl: endpoint,
      fetch: hubFetch({ endpoint, token, fetch: source.fetch }),
      ...(token === undefined ? {} : { accessToken: token }),
    };
  }

  /** The commit that the revision is at now; throws what the request threw. */
  async commit(): Promise<string> {
    const { modelInfo } = await import("@huggingface/hub");
    const { id, revision, endpoint } = this.#source;
    const info = await modelInfo({ ...this.#parameters, name: id, revision, additionalFields: ["sha"] });
    const commit: unknown = info.sha;
    if (typeof commit === "string" && /^[0-9a-f]{40}$/.test(commit)) return commit;
    throw new RepositoryError("hub-unreachable", `What answers at ${endpoint} does not speak the Hub's API.`, {
      repository: id,
      hint: "Check HF_ENDPOINT.",
    });
  }

  /** Every file of a commit, by path. */
  async files(commit: string): Promise<Map<string, RemoteFile>> {
    try {
      const { listFiles } = await import("@huggingface/hub");
      const files = new Map<string, RemoteFile>();
      let pages = 0;
      // A listing whose next page is always another one must end all the same.
      const counted: typeof fetch = (input, init) => {
        if (++pages > 200) throw new Error("The list of files has no end.");
        return this.#parameters.fetch(input, init);
      };
      const listing = listFiles({ ...this.#parameters, fetch: counted, revision: commit, recursive: true });
      for await (const entry of listing) {
        if (entry.type !== "file") continue;
        const file = remoteFile(entry);
        if (file !== undefined) files.set(file.path, file);
        if (files.size > MOST_FILES) throw new Error(`It has more than ${MOST_FILES} files.`);
      }
      return files;
    } catch (error) {
      throw hubProblem(error, this.#source);
    }
  }

  /** Downloads one file to `target`. */
  async download(
    file: RemoteFile,
    commit: string,
    target: string,
    onProgress: (progress: DownloadProgress) => void,
  ): Promise<void> {
    const { id, endpoint } = this.#source;
    const content = async (from: number): Promise<AsyncIterable<Uint8Array>> => {
      const { downloadFile } = await import("@huggingface/hub");
      const path = file.path.split("/").map(encodeURIComponent).join("/");
      const blob = await downloadFile({ ...this.#parameters, path, revision: commit });
      if (blob === null) throw new Error("The Hub lists the file, but does not have it.");
      return chunksOf((from === 0 ? blob : blob.slice(from)).stream());
    };
    const onBytes = (loaded: number): void => onProgress({ repository: id, file: file.path, loaded, total: file.size });
    try {
      await downloadToFile({ file, target, content, onBytes });
    } catch (error) {
      if (!(error instanceof DamagedDownload)) throw hubProblem(error, { ...this.#source, file: file.path });
      throw new RepositoryError(
        "file-damaged",
        `\`${file.path}\` of ${id} came damaged from ${endpoint}: ${error.message}`,
        { repository: id, file: file.path, cause: error, hint: "Try again; nothing of it was kept." },
      );
    }
  }
}

function remoteFile(entry: {
  path: string;
  size: number;
  oid?: string;
  lfs?: { oid: string; size: number };
}): RemoteFile | undefined {
  const { path, size, oid, lfs } = entry;
  // The hash becomes a file's name in the cache, so it must be a hash and nothing else.
  if (lfs !== undefined)
    return isSize(lfs.size) && /^[0-9a-f]{64}$/.test(lfs.oid)
      ? { path, size: lfs.size, hash: lfs.oid, algorithm: "sha256" }
      : undefined;
  return isSize(size) && /^[0-9a-f]{40}$/.test(oid ?? "")
    ? { path, size, hash: oid ?? "", algorithm: "git" }
    : undefined;
}

function isSize(size: unknown): boolean {
  return Number.isSafeInteger(size) && Number(size) >= 0;
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  let timer: NodeJS.Timeout | undefined;
  try {
    for (;;) {
      const stalled = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error("No byte came for a minute.")), STALL_MS);
      });
      const { done, value } = await Promise.race([reader.read(), stalled]);
      clearTimeout(timer);
      if (done) return;
      yield value;
    }
  } finally {
    clearTimeout(timer);
    await reader.cancel().catch(() => undefined);
  }
}
