/** @file A file written piece by piece beside its place, and moved there when it is whole. */
import { randomBytes } from "node:crypto";
import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { argumentTypeError, messageOf } from "../../core/errors";
import { DatasetError } from "../dataset-error";

/** A path that a user gave, or a TypeError. */
export function checkPath(caller: string, path: unknown): string {
  if (typeof path === "string" && path !== "" && !path.includes("\0")) return path;
  throw argumentTypeError({ function: caller, parameter: "path", rule: "be a path", value: path });
}

/**
 * Calls `write` with a path beside `path`, and renames what it wrote there into place.
 *
 * Where something goes wrong, what was there before is unchanged and nothing is left beside it.
 */
export async function replaceFile(path: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const target = resolve(path);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.${randomBytes(4).toString("hex")}.tmp`);
  try {
    await mkdir(dirname(target), { recursive: true });
    await write(temporary);
    await rename(temporary, target);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    if (!(cause instanceof Error && "syscall" in cause)) throw cause;
    throw new DatasetError("cannot-write", `\`${path}\` cannot be written: ${messageOf(cause)}`, {
      path,
      cause,
      hint: "What was there before is unchanged. Check the path, its permissions and the free space.",
    });
  }
}

/** As {@link replaceFile}, with the pieces of text that `pieces` gives. */
export async function replaceWithText(path: string, pieces: Iterable<string>): Promise<void> {
  await replaceFile(path, async (temporary) => {
    const file: FileHandle = await open(temporary, "wx");
    try {
      for (const piece of pieces) await file.writeFile(piece);
      await file.sync();
    } finally {
      await file.close();
    }
  });
}
