/** @file A file packed by gzip, unpacked into the cache, up to a bound. */
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { messageOf } from "../../core/errors";
import { formatBytes } from "../../core/format-bytes";
import { Progress } from "../../core/progress";
import { DatasetError } from "../dataset-error";
import { digest } from "./cache-entry";
import type { DownloadSettings } from "./download-options";
import { cacheError } from "./fetch-file";
import { withFileLock } from "./file-lock";

/** Text packs to a fifth, logs to a fiftieth: beyond this it is made to fill a disk. */
const MOST_RATIO = 300;
const HARMLESS = 100_000_000;

/** The path of the unpacked file. What was unpacked before is used again while the packed file is the same. */
export async function unpackGzip(path: string, shown: string, settings: DownloadSettings): Promise<string> {
  const packed = await stat(path);
  const folder = join(settings.cacheDir, "unpacked", digest(path, 32));
  const stamp = digest(`${packed.size} ${packed.mtimeMs} ${packed.ctimeMs} ${packed.ino}`, 8);
  const target = join(folder, `${stamp}-${basename(path).replace(/\.gz$/i, "")}`);
  try {
    await mkdir(folder, { recursive: true });
    return await withFileLock(join(folder, "lock"), async () => {
      if ((await stat(target).catch(() => undefined)) !== undefined) return target;
      const part = join(folder, "part");
      try {
        await unpack(path, shown, packed.size, part, settings.maxBytes);
        await rename(part, target);
      } finally {
        await rm(part, { force: true });
      }
      for (const other of await readdir(folder)) {
        const isOld = other !== basename(target) && !other.startsWith("lock");
        if (isOld) await rm(join(folder, other), { force: true }).catch(() => undefined);
      }
      return target;
    });
  } catch (error) {
    throw error instanceof DatasetError ? error : cacheError(settings.cacheDir, error);
  }
}

async function unpack(path: string, shown: string, packed: number, part: string, maxBytes: number): Promise<void> {
  const progress = new Progress({ label: `Unpacking ${basename(path)}`, unit: "bytes" });
  const file = await open(part, "w");
  let bytes = 0;
  // A pipeline that is left by an error tells of its own end instead.
  let refusal: DatasetError | undefined;
  try {
    await pipeline(createReadStream(path), createGunzip(), async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > maxBytes) {
          refusal = tooLarge(shown, `more than ${formatBytes(maxBytes)}`, "Pass a larger `maxBytes` if that is right.");
        }
        if (bytes > HARMLESS && bytes > MOST_RATIO * packed) {
          const size = `more than ${MOST_RATIO} times its ${formatBytes(packed)}`;
          refusal = tooLarge(shown, size, "Files of data do not; unpack it by another program if you trust it.");
        }
        if (refusal !== undefined) throw refusal;
        await file.writeFile(chunk);
        progress.to(bytes);
      }
    });
    await file.sync();
  } catch (error) {
    const isDamaged = error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
    if (!isDamaged) throw refusal ?? error;
    throw new DatasetError("file-damaged", `\`${shown}\` cannot be unpacked: ${messageOf(error)}.`, {
      path: shown,
      cause: error,
      hint: "It is cut off or damaged: fetch or pack it again.",
    });
  } finally {
    await file.close();
    progress.finish();
  }
}

function tooLarge(shown: string, size: string, hint: string): DatasetError {
  return new DatasetError("file-too-large", `\`${shown}\` unpacks to ${size}.`, { path: shown, hint });
}
