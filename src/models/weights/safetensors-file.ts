/** @file Reading the safetensors format: a JSON header, then the tensors' bytes without gaps. */
import { describeValue, messageOf } from "../../core/errors";
import { ByteSource } from "./byte-source";
import { duplicateKey } from "./duplicate-key";
import { ELEMENT_TYPES, elementCount, elementSize, isElementType } from "./element-type";
import type { TensorData, TensorFile, TensorInfo } from "./tensor-file";
import { WeightsError } from "./weights-error";

/** The format's own limit for the header, in bytes. */
export const LONGEST_HEADER = 100_000_000;
const MOST_DIMENSIONS = 64;

interface Entry extends TensorInfo {
  /** From the first byte after the header. */
  begin: number;
}

/**
 * An open `.safetensors` file.
 *
 * The header is checked before anything is believed: its length, its JSON, duplicate names, each tensor's type, shape
 * and place, and that the places cover the rest of the file without gap or overlap.
 */
export class SafetensorsFile implements TensorFile {
  readonly metadata: Readonly<Record<string, string>>;
  readonly tensors: ReadonlyMap<string, TensorInfo>;
  readonly #source: ByteSource;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #start: number;

  private constructor(source: ByteSource, header: Header, start: number) {
    this.#source = source;
    this.#entries = header.entries;
    this.#start = start;
    this.metadata = header.metadata;
    this.tensors = header.entries;
  }

  /** Opens and checks a file; `file` is its name for errors. */
  static async open(path: string, file: string): Promise<SafetensorsFile> {
    const source = await ByteSource.open(path, file);
    try {
      const length = (await source.read(0, 8)).readBigUInt64LE();
      if (length > LONGEST_HEADER) {
        throw invalid(file, `its header would have ${length} bytes, and the format allows ${LONGEST_HEADER}`);
      }
      const start = 8 + Number(length);
      const text = decode(await source.read(8, Number(length)), file);
      return new SafetensorsFile(source, parseHeader(text, source.size - start, file), start);
    } catch (error) {
      await source.close();
      throw error;
    }
  }

  async read(name: string): Promise<TensorData> {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw invalid(this.#source.file, `it has no tensor ${describeValue(name)}`);
    const { dtype, shape, begin } = entry;
    return { data: await this.#source.readElements(dtype, this.#start + begin, elementCount(shape)), shape };
  }

  async close(): Promise<void> {
    await this.#source.close();
  }
}

interface Header {
  metadata: Record<string, string>;
  entries: Map<string, Entry>;
}

function decode(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw invalid(file, "its header is not UTF-8", error);
  }
}

function parseHeader(text: string, dataLength: number, file: string): Header {
  const header = parseObject(text, file);
  const duplicate = duplicateKey(text);
  if (duplicate !== undefined) throw invalid(file, `its header has the key ${describeValue(duplicate)} twice`);
  const metadata: Record<string, string> = {};
  const entries: [string, Entry][] = [];
  for (const [name, value] of Object.entries(header)) {
    if (name === "__metadata__") Object.assign(metadata, checkMetadata(value, file));
    else entries.push([name, checkEntry(name, value, file)]);
  }
  entries.sort(([, left], [, right]) => left.begin - right.begin || left.byteLength - right.byteLength);
  let end = 0;
  for (const [name, entry] of entries) {
    if (entry.begin !== end) {
      const what = entry.begin < end ? "overlaps the one before it" : "leaves a gap before it";
      throw wrong(file, name, `begins at byte ${entry.begin}, which ${what}: ${end} was expected`);
    }
    end += entry.byteLength;
  }
  if (end > dataLength) {
    throw new WeightsError(
      "file-truncated",
      `\`${file}\` holds ${dataLength} bytes of tensors, but its header describes ${end}.`,
      { file, hint: "The download or the copy broke off: fetch the file again." },
    );
  }
  if (end < dataLength) throw invalid(file, `it has ${dataLength - end} bytes after the last tensor`);
  return { metadata, entries: new Map(entries) };
}

function parseObject(text: string, file: string): Record<string, unknown> {
  if (!text.startsWith("{")) throw invalid(file, "its header does not begin with `{`");
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    throw invalid(file, `its header is not JSON: ${messageOf(error)}`, error);
  }
}

function checkMetadata(value: unknown, file: string): Record<string, string> {
  const isTexts = isObject(value) && Object.values(value).every((text): text is string => typeof text === "string");
  if (isTexts) return value as Record<string, string>;
  throw invalid(file, "its `__metadata__` is not an object of texts");
}

function checkEntry(name: string, value: unknown, file: string): Entry {
  if (!isObject(value)) throw wrong(file, name, `is described by ${describeValue(value)} instead of an object`);
  const { dtype, shape, data_offsets: offsets } = value;
  if (!isElementType(dtype)) {
    throw new WeightsError(
      "dtype-unsupported",
      `The tensor ${describeValue(name)} in \`${file}\` has the type ${describeValue(dtype)}, which is not read.`,
      { file, tensor: name, hint: `Types that are read: ${ELEMENT_TYPES.join(", ")}. Convert it to one of them.` },
    );
  }
  if (!Array.isArray(shape) || shape.length > MOST_DIMENSIONS || !shape.every(isSize))
    throw wrong(file, name, `has the shape ${describeValue(shape)}`);
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isSize))
    throw wrong(file, name, `has the offsets ${describeValue(offsets)}`);
  const [begin, end] = offsets as [number, number];
  const byteLength = elementCount(shape) * elementSize(dtype);
  if (byteLength !== end - begin)
    throw wrong(
      file,
      name,
      `needs ${byteLength} bytes as ${dtype} of shape ${describeValue(shape)}, but has ${end - begin}`,
    );
  return { dtype, shape, byteLength, begin };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSize(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function invalid(file: string, why: string, cause?: unknown): WeightsError {
  return new WeightsError("header-invalid", `\`${file}\` is no valid safetensors file: ${why}.`, {
    file,
    cause,
    hint: "Fetch the file again, or save it anew with Python's safetensors.",
  });
}

function wrong(file: string, tensor: string, why: string): WeightsError {
  const name = describeValue(tensor);
  return new WeightsError("tensor-invalid", `\`${file}\` is no valid safetensors file: the tensor ${name} ${why}.`, {
    file,
    tensor,
    hint: "Fetch the file again, or save it anew with Python's safetensors.",
  });
}
