/** @file The options by which files are fetched, checked. */
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { argumentRangeError, argumentTypeError } from "../../core/errors";

/** Options of whatever reads from http(s) URLs and compressed files. */
export interface DownloadOptions {
  /**
   * Where fetched and unpacked files are kept.
   * @default the folder that CADERNO_CACHE names, else `caderno/downloads` in the system's folder for caches
   */
  cacheDir?: string;
  /**
   * Fetches a file again even where the copy in the cache is still right.
   * @default false
   */
  forceDownload?: boolean;
  /**
   * The largest file that is fetched, and that a compressed one may unpack to, in bytes.
   * @default 10_000_000_000
   */
  maxBytes?: number;
  /**
   * For how long a server may say nothing, in milliseconds.
   * @default 30_000
   */
  downloadTimeout?: number;
  /**
   * How often a failed transfer is tried again; it goes on where it stopped.
   * @default 5
   */
  retries?: number;
}

/** The options with every default in its place. */
export interface DownloadSettings {
  cacheDir: string;
  isForced: boolean;
  maxBytes: number;
  timeout: number;
  retries: number;
  /** The first pause before another try, in milliseconds; each further one is twice as long. */
  pause: number;
}

const FIRST_PAUSE = 500;

/** Checks the options. */
export function downloadSettings(options: DownloadOptions, pause: number = FIRST_PAUSE): DownloadSettings {
  const { cacheDir, forceDownload = false } = options;
  if (cacheDir !== undefined && (typeof cacheDir !== "string" || cacheDir === "" || cacheDir.includes("\0"))) {
    throw argumentTypeError({ function: "loadDataset", parameter: "cacheDir", rule: "be a path", value: cacheDir });
  }
  if (typeof forceDownload !== "boolean") {
    const rule = "be true or false";
    throw argumentTypeError({ function: "loadDataset", parameter: "forceDownload", rule, value: forceDownload });
  }
  return {
    cacheDir: cacheDir === undefined ? join(cacheRoot(), "downloads") : resolve(cacheDir),
    isForced: forceDownload,
    maxBytes: checked("maxBytes", options.maxBytes, 10_000_000_000, 1),
    timeout: Math.min(checked("downloadTimeout", options.downloadTimeout, 30_000, 1), 2 ** 31 - 1),
    retries: Math.min(checked("retries", options.retries, 5, 0), 100),
    pause,
  };
}

/** CADERNO_CACHE, else the system's own place for caches. */
function cacheRoot(): string {
  const { CADERNO_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (CADERNO_CACHE) return resolve(CADERNO_CACHE);
  if (XDG_CACHE_HOME) return join(resolve(XDG_CACHE_HOME), "caderno");
  if (process.platform === "win32" && LOCALAPPDATA) return join(LOCALAPPDATA, "caderno", "cache");
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches", "caderno");
  return join(homedir(), ".cache", "caderno");
}

function checked(parameter: keyof DownloadOptions, value: unknown, standard: number, least: number): number {
  if (value === undefined) return standard;
  if (typeof value === "number" && value >= least) return value;
  const rule = `be a number of at least ${least}`;
  throw argumentRangeError({ function: "loadDataset", parameter, rule, value });
}
