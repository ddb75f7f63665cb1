/** @file Columns in a file of the cache: an Arrow stream that Python's `datasets` opens too, and a checksum behind it. */
import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import * as arrow from "apache-arrow";
import { ArrowColumn } from "../arrow-column";
import type { Column } from "../column";
import { Features } from "../features";
import { arrowColumn } from "../join-columns";
import { rechunked } from "./rechunked";

const MARK = "caderno1";
const TRAILER = MARK.length + 32;
/** Node reads no larger file at once. */
const MOST_BYTES = 2 ** 31 - 1 - 2 ** 20;

/** Writes the columns beside `path` and renames the file into place; false where they are too large for one file. */
export async function writeCacheFile(path: string, columns: ReadonlyMap<string, Column>): Promise<boolean> {
  const inArrow = [...columns].map(([name, column]) => [name, arrowColumn(column)] as const);
  const bytes = inArrow.reduce((sum, [, column]) => sum + column.vector.byteLength, 0);
  if (bytes > MOST_BYTES) return false;
  const features = Object.fromEntries(inArrow.map(([name, column]) => [name, column.feature]));
  const stream = arrow.RecordBatchStreamWriter.writeAll(
    rechunked(inArrow, { info: { features: Features.toJSON(features) } }),
  );
  await mkdir(dirname(path), { recursive: true });
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.${randomBytes(4).toString("hex")}.tmp`);
  try {
    const file = await open(temporary, "wx");
    try {
      const hash = createHash("sha256");
      for await (const chunk of stream) {
        hash.update(chunk);
        await file.writeFile(chunk);
      }
      await file.writeFile(Buffer.concat([Buffer.from(MARK), hash.digest()]));
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return true;
}

/** Reads what {@link writeCacheFile} wrote; an Error where the file is damaged. */
export async function readCacheFile(path: string): Promise<Map<string, Column>> {
  const bytes = await readFile(path);
  const body = bytes.subarray(0, Math.max(0, bytes.length - TRAILER));
  const expected = Buffer.concat([Buffer.from(MARK), createHash("sha256").update(body).digest()]);
  if (!expected.equals(bytes.subarray(body.length))) throw new Error("its checksum is not that of its content");
  const table = arrow.tableFromIPC(body);
  const metadata: unknown = JSON.parse(table.schema.metadata.get("huggingface") ?? "null");
  const features = Features.fromJSON((metadata as { info?: { features?: unknown } } | null)?.info?.features);
  return new Map(
    Object.entries(features).map(([name, feature], position) => {
      const vector = table.getChildAt(position);
      if (vector === null) throw new Error(`it has no column ${name}`);
      return [name, new ArrowColumn(vector, feature)];
    }),
  );
}
