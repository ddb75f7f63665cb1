/** @file A file that is written whole beside its place and takes it later, together with others. */
import { randomBytes } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** A finished file under a temporary name. */
export interface StagedFile {
  readonly byteLength: number;
  /** Gives the file its name, in place of the one that had it. */
  commit(): Promise<void>;
  /** Removes the file, unless it was committed. */
  discard(): Promise<void>;
}

/** One write takes at most this much; the system refuses more than 2 GB at a time. */
const LARGEST_WRITE = 2 ** 26;

/** Writes the chunks beside `path` and flushes them; missing folders are made. Throws what `chunks` throws. */
export async function stageFile(path: string, chunks: AsyncIterable<Uint8Array>): Promise<StagedFile> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.${randomBytes(4).toString("hex")}.tmp`);
  const discard = (): Promise<void> => rm(temporary, { force: true });
  let byteLength = 0;
  try {
    const file = await open(temporary, "wx");
    try {
      for await (const chunk of chunks) {
        for (let at = 0; at < chunk.byteLength; ) {
          const { bytesWritten } = await file.write(chunk, at, Math.min(LARGEST_WRITE, chunk.byteLength - at));
          at += bytesWritten;
        }
        byteLength += chunk.byteLength;
      }
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await discard();
    throw error;
  }
  return { byteLength, commit: () => rename(temporary, path), discard };
}
