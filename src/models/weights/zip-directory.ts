/** @file The directory of a zip file whose entries are stored uncompressed, as torch.save writes it. */
import { describeValue } from "../../core/errors";
import type { ByteSource } from "./byte-source";
import { WeightsError } from "./weights-error";

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const LONGEST_COMMENT = 65_535;
const LARGEST_DIRECTORY = 64_000_000;
const MOST_ENTRIES = 500_000;

interface ZipEntry {
  /** Where its local header begins. */
  offset: number;
  size: number;
  /** Where the next entry, or the directory, begins. */
  limit: number;
}

/** Where an entry's bytes lie in the file. */
export interface ZipRange {
  position: number;
  size: number;
}

/**
 * The entries of a zip file, by name.
 *
 * Compressed and encrypted entries, duplicate names and entries that overlap are refused: torch.save writes none, and
 * archives that unpack to far more than their own size are made of them.
 */
export class ZipDirectory {
  readonly names: readonly string[];
  readonly #source: ByteSource;
  readonly #entries: ReadonlyMap<string, ZipEntry>;

  private constructor(source: ByteSource, entries: ReadonlyMap<string, ZipEntry>) {
    this.#source = source;
    this.#entries = entries;
    this.names = [...entries.keys()];
  }

  /** Reads the directory at the file's end. */
  static async read(source: ByteSource): Promise<ZipDirectory> {
    const { position, size, count } = await findDirectory(source);
    if (size > LARGEST_DIRECTORY || count > MOST_ENTRIES) throw invalid(source, `${count} entries are too many`);
    if (position + size > source.size) throw invalid(source, "its directory lies outside the file");
    const bytes = await source.read(position, size);
    const entries = new Map<string, ZipEntry>();
    let at = 0;
    for (let index = 0; index < count; index++) {
      if (at + 46 > size || bytes.readUInt32LE(at) !== CENTRAL) throw invalid(source, "its directory is damaged");
      const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
      const end = at + 46 + (nameLength ?? 0) + (extraLength ?? 0);
      if (end > size) throw invalid(source, "its directory is damaged");
      const name = bytes.toString("utf8", at + 46, at + 46 + (nameLength ?? 0));
      if (entries.has(name)) throw invalid(source, `it has two entries by the name ${describeValue(name)}`);
      const record = bytes.subarray(at, end);
      entries.set(name, { ...readRecord(record, 46 + (nameLength ?? 0), name, source), limit: position });
      at = end + (commentLength ?? 0);
    }
    checkOverlap(entries, position, source);
    return new ZipDirectory(source, entries);
  }

  /** Where an entry's bytes are, or undefined when there is none by this name. */
  async find(name: string): Promise<ZipRange | undefined> {
    const entry = this.#entries.get(name);
    if (entry === undefined) return undefined;
    const header = await this.#source.read(entry.offset, 30);
    if (header.readUInt32LE(0) !== LOCAL) throw invalid(this.#source, `the entry ${describeValue(name)} is damaged`);
    const position = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    if (position + entry.size > entry.limit)
      throw invalid(this.#source, `the entry ${describeValue(name)} overlaps the next one`);
    return { position, size: entry.size };
  }
}

function readRecord(record: Buffer, extraAt: number, name: string, source: ByteSource): Omit<ZipEntry, "limit"> {
  const isEncrypted = (record.readUInt16LE(8) & 1) !== 0;
  if (isEncrypted || record.readUInt16LE(10) !== 0) {
    const how = isEncrypted ? "encrypted" : "compressed";
    throw invalid(source, `the entry ${describeValue(name)} is ${how}, which torch.save does not do`);
  }
  const fields = { stored: record.readUInt32LE(20), size: record.readUInt32LE(24), offset: record.readUInt32LE(42) };
  let at = extraAt;
  while (at + 4 <= record.length) {
    const [kind, length] = [record.readUInt16LE(at), record.readUInt16LE(at + 2)];
    if (kind === 1 && at + 4 + length <= record.length) readZip64(record.subarray(at + 4, at + 4 + length), fields);
    at += 4 + length;
  }
  const { stored, size, offset } = fields;
  if (stored !== size) throw invalid(source, `the entry ${describeValue(name)} has two sizes`);
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(offset))
    throw invalid(source, `the entry ${describeValue(name)} lies outside the file`);
  return { size, offset };
}

/** The 64-bit values that stand in the extra field for those that do not fit into 32 bits, in this fixed order. */
function readZip64(extra: Buffer, fields: { stored: number; size: number; offset: number }): void {
  let at = 0;
  for (const key of ["size", "stored", "offset"] as const) {
    if (fields[key] !== 0xffffffff || at + 8 > extra.length) continue;
    fields[key] = Number(extra.readBigUInt64LE(at));
    at += 8;
  }
}

function checkOverlap(entries: Map<string, ZipEntry>, directory: number, source: ByteSource): void {
  const sorted = [...entries].sort(([, left], [, right]) => left.offset - right.offset);
  for (const [index, [name, entry]] of sorted.entries()) {
    entry.limit = sorted[index + 1]?.[1].offset ?? directory;
    if (entry.offset + 30 + Buffer.byteLength(name) + entry.size > entry.limit)
      throw invalid(source, `the entry ${describeValue(name)} overlaps the next one`);
  }
}

async function findDirectory(source: ByteSource): Promise<{ position: number; size: number; count: number }> {
  const length = Math.min(source.size, 22 + LONGEST_COMMENT);
  const tail = await source.read(source.size - length, length);
  for (let at = length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END || at + 22 + tail.readUInt16LE(at + 20) !== length) continue;
    const short = {
      count: tail.readUInt16LE(at + 10),
      size: tail.readUInt32LE(at + 12),
      position: tail.readUInt32LE(at + 16),
    };
    const isLong = at >= 20 && tail.readUInt32LE(at - 20) === LOCATOR_64;
    return isLong ? readLongEnd(source, Number(tail.readBigUInt64LE(at - 12))) : short;
  }
  throw invalid(source, "its directory is missing, so the file is probably cut off");
}

async function readLongEnd(
  source: ByteSource,
  position: number,
): Promise<{ position: number; size: number; count: number }> {
  if (!Number.isSafeInteger(position)) throw invalid(source, "its directory lies outside the file");
  const record = await source.read(position, 56);
  if (record.readUInt32LE(0) !== END_64) throw invalid(source, "its directory is damaged");
  const [count, size, start] = [32, 40, 48].map((at) => Number(record.readBigUInt64LE(at)));
  return { count: count ?? 0, size: size ?? 0, position: start ?? 0 };
}

function invalid(source: ByteSource, why: string): WeightsError {
  return new WeightsError("zip-invalid", `\`${source.file}\` is no file of torch.save: ${why}.`, {
    file: source.file,
    hint: "Fetch the file again, or load it in Python and save it anew, best with safetensors.",
  });
}
