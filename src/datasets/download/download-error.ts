/** @file The error of a file that could not be fetched: which URL, which status. */
import { DatasetError, type DatasetErrorOptions } from "../dataset-error";

/** What a {@link DownloadError} carries. */
export interface DownloadErrorOptions extends DatasetErrorOptions {
  /** The URL; what it holds of names and passwords is left out. */
  url: string;
  /** The server's answer. */
  status?: number | undefined;
}

/**
 * A file that could not be fetched. Passwords, tokens and what follows the `?` of a URL are never shown.
 *
 * @example
 * ```ts
 * try {
 *   await loadDataset("csv", { dataFiles: "https://example.org/essays.csv" });
 * } catch (error) {
 *   if (error instanceof DownloadError) console.log(error.status, error.url);
 * }
 * ```
 */
export class DownloadError extends DatasetError {
  /** The URL, without names, passwords and query. */
  readonly url: string;
  /** The server's answer, where there was one. */
  readonly status: number | undefined;

  constructor(code: string, message: string, options: DownloadErrorOptions) {
    super(code, message, options);
    this.url = options.url;
    this.status = options.status;
  }
}

/** A URL as it may be shown: without name, password and fragment, and without the values of its query, which may be keys. */
export function shownUrl(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}${url.search === "" ? "" : "?…"}`;
}
