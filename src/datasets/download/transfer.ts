/** @file One try at a transfer: what is missing of a file is asked for and appended, or the file begun anew. */
import { open, rename } from "node:fs/promises";
import { formatBytes } from "../../core/format-bytes";
import { Progress } from "../../core/progress";
import { type CachedFile, type CacheEntry, rangeValidator, type Version } from "./cache-entry";
import { DownloadError, shownUrl } from "./download-error";
import type { DownloadSettings } from "./download-options";
import { type Answer, networkError, request } from "./request";

/** Fetches the file, or finds that the one in the cache is still right. */
export async function transfer(
  url: URL,
  entry: CacheEntry,
  cached: CachedFile | undefined,
  settings: DownloadSettings,
): Promise<CachedFile> {
  const part = await entry.partial();
  const headers: Record<string, string> = { accept: "*/*", "accept-encoding": "identity", "user-agent": "caderno" };
  if (part !== undefined) {
    headers.range = `bytes=${part.bytes}-`;
    headers["if-range"] = rangeValidator(part) ?? "";
  } else if (cached?.etag !== undefined) headers["if-none-match"] = cached.etag;
  else if (cached?.lastModified !== undefined) headers["if-modified-since"] = cached.lastModified;
  const answer = await request(url, headers, settings.timeout);
  try {
    const { status } = answer.response;
    if (status === 304 && cached !== undefined && part === undefined) return cached;
    if (status === 200) return await receive(answer, url, entry, 0, settings);
    if (status === 206 && part !== undefined && continues(answer.response, part)) {
      return await receive(answer, url, entry, part.bytes, settings);
    }
    if (status === 206 || status === 416) {
      await entry.dropPart();
      throw incomplete(url, "The server does not go on where the transfer stopped", status);
    }
    throw statusError(url, answer.response);
  } finally {
    answer.close();
  }
}

/** How long a server asks to wait, in milliseconds. */
export function waitAsked(error: unknown): number {
  return error instanceof Refusal ? error.wait : 0;
}

/** Whether another try may go better. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof DownloadError)) return false;
  const { status, code } = error;
  if (["no-answer", "silence", "incomplete"].includes(code)) return true;
  return status !== undefined && (status >= 500 || status === 429 || status === 408);
}

async function receive(
  answer: Answer,
  url: URL,
  entry: CacheEntry,
  start: number,
  settings: DownloadSettings,
): Promise<CachedFile> {
  const { response } = answer;
  const version = versionOf(response);
  // A server that packs what was asked for unpacked counts packed bytes.
  const isPacked = (response.headers.get("content-encoding") ?? "identity") !== "identity";
  const length = response.headers.get("content-length");
  const expected = isPacked || length === null ? undefined : start + Number(length);
  if (expected !== undefined && expected > settings.maxBytes) throw tooLarge(url, settings);
  if (start === 0) {
    await entry.dropPart();
    if (!isPacked) await entry.notePart(version);
  }
  const label = `Fetching ${url.pathname.split("/").at(-1) || url.host}`;
  const progress = new Progress({ label, unit: "bytes", ...(expected === undefined ? {} : { total: expected }) });
  const file = await open(entry.part, start === 0 ? "w" : "a");
  let bytes = start;
  try {
    try {
      const body = (response.body ?? []) as unknown as AsyncIterable<Uint8Array>;
      for await (const chunk of body) {
        answer.heard();
        bytes += chunk.length;
        if (bytes > settings.maxBytes) throw tooLarge(url, settings);
        await file.writeFile(chunk);
        progress.to(bytes);
      }
    } catch (error) {
      throw isOurs(error) ? error : networkError(error, url, settings.timeout);
    }
    if (expected !== undefined && bytes !== expected) {
      if (bytes > expected) await entry.dropPart();
      throw incomplete(url, `Of ${expected} bytes ${bytes} have come`, response.status);
    }
    await file.sync();
  } catch (error) {
    if (error instanceof DownloadError && error.code === "file-too-large") await entry.dropPart();
    throw error;
  } finally {
    await file.close();
    progress.finish();
  }
  const path = entry.pathOf(version);
  await rename(entry.part, path);
  const fetched = { path, bytes, ...version };
  await entry.note(fetched);
  return fetched;
}

/** Errors of ours and of the file system pass; all others come from the network. */
function isOurs(error: unknown): boolean {
  return error instanceof DownloadError || (error instanceof Error && "syscall" in error && error.syscall === "write");
}

function continues(response: Response, part: Version & { bytes: number }): boolean {
  const [, start] = /^bytes ([0-9]+)-[0-9]+\/(?:[0-9]+|\*)$/.exec(response.headers.get("content-range") ?? "") ?? [];
  const { etag } = versionOf(response);
  return Number(start) === part.bytes && (etag === undefined || part.etag === undefined || etag === part.etag);
}

function versionOf({ headers }: Response): Version {
  return { etag: headers.get("etag") ?? undefined, lastModified: headers.get("last-modified") ?? undefined };
}

function tooLarge(url: URL, { maxBytes }: DownloadSettings): DownloadError {
  return new DownloadError("file-too-large", `\`${shownUrl(url)}\` is larger than ${formatBytes(maxBytes)}.`, {
    url: shownUrl(url),
    hint: "Pass a larger `maxBytes` if that is right.",
  });
}

function incomplete(url: URL, what: string, status: number): DownloadError {
  return new DownloadError("incomplete", `\`${shownUrl(url)}\` did not come as a whole: ${what.toLowerCase()}.`, {
    url: shownUrl(url),
    status,
    hint: "Try again: what has come is kept where the server can go on from there.",
  });
}

class Refusal extends DownloadError {
  readonly wait: number;

  constructor(url: URL, response: Response, code: string, hint: string) {
    const reason = response.statusText === "" ? "" : ` ${response.statusText}`;
    const shown = shownUrl(url);
    super(code, `\`${shown}\` was answered with ${response.status}${reason}.`, {
      url: shown,
      status: response.status,
      hint,
    });
    this.name = "DownloadError";
    const asked = response.headers.get("retry-after");
    const seconds = Number(asked);
    const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(asked ?? "") - Date.now();
    this.wait = asked !== null && wait > 0 ? wait : 0;
  }
}

function statusError(url: URL, response: Response): DownloadError {
  const { status } = response;
  if (status === 404 || status === 410) return new Refusal(url, response, "not-found", "Check the address.");
  if (status === 401 || status === 403) {
    const hint =
      "The server wants a login, or does not give this file to you. A name and a password can stand in the address.";
    return new Refusal(url, response, "not-authorized", hint);
  }
  return new Refusal(url, response, "http-status", "Try again later, or ask whoever runs the server.");
}
