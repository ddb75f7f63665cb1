/** @file Putting several finished files into their places together, or none of them. */
import { randomBytes } from "node:crypto";
import { rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** A name beside `path` that no reader takes for the file. */
export function temporaryName(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.${randomBytes(4).toString("hex")}.tmp`);
}

/** A finished file and the place where it belongs. */
export interface Replacement {
  temporary: string;
  target: string;
}

/**
 * Renames every temporary file to its target, in order.
 *
 * What was at the targets is kept aside until all are in place; when one rename fails, the earlier state comes back.
 */
export async function replaceFiles(replacements: readonly Replacement[]): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  const kept: string[] = [];
  try {
    for (const { temporary, target } of replacements) {
      if ((await stat(target).catch(() => undefined)) !== undefined) {
        const aside = temporaryName(target);
        await rename(target, aside);
        kept.push(aside);
        undo.push(() => rename(aside, target));
      }
      await rename(temporary, target);
      undo.push(() => rename(target, temporary));
    }
  } catch (error) {
    for (const step of undo.reverse()) await step();
    throw error;
  }
  for (const path of kept) await rm(path, { force: true });
}
