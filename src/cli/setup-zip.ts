/** @file Reading a zip archive, such as a Python wheel, from its file: entry by entry, in pieces, within bounds. */
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { type FileHandle, mkdir, open, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { PassThrough, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createInflateRaw } from "node:zlib";
import { CadernoError } from "../core/errors";

/** One file of an archive. */
export interface ZipEntry {
  /** Its path in the archive, with `/`; never absolute, never upwards. */
  name: string;
  /** Its bytes as the archive states them; extraction stops where there are more. */
  size: number;
  packedSize: number;
  /** Where its local header starts in the archive. */
  offset: number;
  packing: "stored" | "deflated";
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
/** The end record and the longest comment that may follow it. */
const END_WINDOW = 22 + 65_535;
const LARGEST_DIRECTORY = 64_000_000;
const ZIP64 = 0xffffffff;

/** Lists the archive's files. What is not a whole zip archive is an error that names the file. */
export async function readZipEntries(path: string): Promise<ZipEntry[]> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const tail = await readAt(file, Math.max(0, size - END_WINDOW), Math.min(size, END_WINDOW), path);
    const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    if (end === -1 || end + 22 > tail.length || tail.readUInt32LE(end) !== END_SIGNATURE) {
      throw zipError(path, "it has no end record, so it is no zip archive or not a whole one");
    }
    const length = tail.readUInt32LE(end + 12);
    const start = tail.readUInt32LE(end + 16);
    if (length > LARGEST_DIRECTORY || start + length > size)
      throw zipError(path, "its directory lies outside the file");
    return parseDirectory(await readAt(file, start, length, path), path);
  } finally {
    await file.close();
  }
}

function parseDirectory(directory: Buffer, path: string): ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = 0; at + 46 <= directory.length; ) {
    if (directory.readUInt32LE(at) !== ENTRY_SIGNATURE) throw zipError(path, "its directory is damaged");
    const method = directory.readUInt16LE(at + 10);
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    const name = directory.toString("utf8", at + 46, nameEnd);
    const entry: ZipEntry = {
      name,
      packedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
      packing: method === 0 ? "stored" : "deflated",
    };
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    if (name.endsWith("/")) continue;
    if (method !== 0 && method !== 8) throw zipError(path, `\`${name}\` is packed by method ${method}`);
    if ([entry.size, entry.packedSize, entry.offset].includes(ZIP64)) throw zipError(path, `\`${name}\` is over 4 GB`);
    if (/^[/\\]|^[A-Za-z]:|\\|\0/.test(name) || name.split("/").includes("..")) {
      throw zipError(path, `\`${name}\` leads out of the archive`);
    }
    entries.push(entry);
  }
  return entries;
}

/** What {@link extractZipEntry} does besides writing. */
export interface ExtractOptions {
  /** Told how many bytes of the entry were unpacked since the last call. */
  onBytes?: (bytes: number) => void;
}

/**
 * Writes one file of the archive to `target` and gives the SHA-256 of what it wrote, in base64url as wheels note it.
 *
 * A file that unpacks to more or less than the archive states is an error, and `target` is removed.
 */
export async function extractZipEntry(
  path: string,
  entry: ZipEntry,
  target: string,
  options: ExtractOptions = {},
): Promise<string> {
  const start = await dataStart(path, entry);
  const hash = createHash("sha256");
  let written = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      written += chunk.length;
      hash.update(chunk);
      options.onBytes?.(chunk.length);
      if (written > entry.size) done(zipError(path, `\`${entry.name}\` is larger than it says`));
      else done(null, chunk);
    },
  });
  await mkdir(dirname(target), { recursive: true });
  // An empty range cannot be expressed to createReadStream.
  const packed =
    entry.packedSize === 0
      ? new PassThrough().end()
      : createReadStream(path, { start, end: start + entry.packedSize - 1 });
  const unpack = entry.packing === "stored" ? new PassThrough() : createInflateRaw();
  try {
    await pipeline(packed, unpack, counter, createWriteStream(target));
    if (written !== entry.size) throw zipError(path, `\`${entry.name}\` is smaller than it says`);
  } catch (error) {
    await rm(target, { force: true });
    throw error instanceof CadernoError ? error : zipError(path, `\`${entry.name}\` cannot be unpacked`, error);
  }
  return hash.digest("base64url");
}

/** The name and the extra field before an entry's data have other lengths there than in the directory. */
async function dataStart(path: string, entry: ZipEntry): Promise<number> {
  const file = await open(path, "r");
  try {
    const header = await readAt(file, entry.offset, 30, path);
    if (header.readUInt32LE(0) !== LOCAL_SIGNATURE) throw zipError(path, `\`${entry.name}\` is not where it should be`);
    return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, position: number, length: number, path: string): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead !== length) throw zipError(path, "it ends too early");
  return buffer;
}

function zipError(path: string, why: string, cause?: unknown): CadernoError {
  return new CadernoError("setup-wheel", `${path} cannot be unpacked: ${why}.`, {
    hint: "Download it again, or leave `--from-wheel` out so that setup downloads it.",
    cause,
  });
}
