/** @file Keeping no more checkpoints than were asked for. */
import { resolve } from "node:path";
import { listCheckpoints } from "./checkpoint-names";
import { removeFolder } from "./write-folder";

/**
 * Removes the earliest checkpoints until `limit` are left. Gives the removed ones' folders.
 *
 * @param kept Folders that stay whatever the limit: the best one and the one just written.
 */
export async function rotateCheckpoints(
  outputDir: string,
  limit: number,
  kept: readonly (string | undefined)[],
): Promise<string[]> {
  const safe = new Set(kept.flatMap((folder) => (folder === undefined ? [] : [resolve(folder)])));
  const folders = (await listCheckpoints(outputDir)).map(({ folder }) => folder);
  const removable = folders.filter((folder) => !safe.has(resolve(folder)));
  const removed = removable.slice(0, Math.max(0, folders.length - limit));
  for (const folder of removed) await removeFolder(folder);
  return removed;
}
