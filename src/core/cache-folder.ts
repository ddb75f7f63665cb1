/** @file Where files live that can be made again: downloads, results of long work. */
import { homedir } from "node:os";
import { join, resolve } from "node:path";

/**
 * A folder for one kind of cached files, which need not exist yet.
 *
 * The variable CADERNO_CACHE names the folder above it; without it, that is the platform's folder for caches.
 */
export function cacheFolder(kind: string): string {
  const chosen = process.env.CADERNO_CACHE;
  if (chosen !== undefined && chosen !== "") return join(resolve(chosen), kind);
  return join(platformFolder(), "caderno", kind);
}

function platformFolder(): string {
  if (process.platform === "win32") return process.env.LOCALAPPDATA || join(homedir(), "AppData", "Local");
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches");
  return process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
}
