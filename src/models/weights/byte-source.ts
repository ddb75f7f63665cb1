/** @file A file read at any position, a part at a time. */
import { type FileHandle, open } from "node:fs/promises";
import { allocateElements, type ElementType, elementSize, type WeightArray } from "./element-type";
import { WeightsError } from "./weights-error";
import { narrowFloat64, widenBfloat16, widenFloat16 } from "./widen-floats";

/** Elements are converted so many bytes at a time; small enough for a cache, a multiple of every element's size. */
const CHUNK = 4 * 1024 * 1024;

/** An open file whose parts are read when they are asked for. */
export class ByteSource {
  /** The file's name for errors. */
  readonly file: string;
  /** Bytes in all. */
  readonly size: number;
  readonly #handle: FileHandle;
  #isClosed = false;

  private constructor(file: string, size: number, handle: FileHandle) {
    this.file = file;
    this.size = size;
    this.#handle = handle;
  }

  /** Opens a file; `file` is its name for errors. */
  static async open(path: string, file: string): Promise<ByteSource> {
    const handle = await open(path, "r");
    try {
      return new ByteSource(file, (await handle.stat()).size, handle);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** `length` bytes from `position` on; fewer are an error that names the file. */
  async read(position: number, length: number): Promise<Buffer> {
    this.#checkRange(position, length);
    const bytes = Buffer.allocUnsafe(length);
    await this.#fill(bytes, position);
    return bytes;
  }

  /** `count` elements from `position` on, as they are held in memory. */
  async readElements(type: ElementType, position: number, count: number): Promise<WeightArray> {
    const size = elementSize(type);
    this.#checkRange(position, count * size);
    const target = allocateElements(type, count);
    const widen = widener(type);
    if (widen === undefined) {
      await this.#fill(new Uint8Array(target.buffer), position);
      return target;
    }
    if (!(target instanceof Float32Array)) return target;
    const buffer = new ArrayBuffer(Math.min(CHUNK, count * size));
    const step = CHUNK / size;
    for (let from = 0; from < count; from += step) {
      const part = Math.min(step, count - from);
      await this.#fill(new Uint8Array(buffer, 0, part * size), position + from * size);
      widen(buffer, part, target.subarray(from, from + part));
    }
    return target;
  }

  /** Closes the file; what is read afterwards is refused. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#handle.close();
  }

  #checkRange(position: number, length: number): void {
    if (this.#isClosed) {
      throw new WeightsError("closed", `\`${this.file}\` is closed: read its tensors before \`close()\`.`, {
        file: this.file,
      });
    }
    if (position >= 0 && length >= 0 && position + length <= this.size) return;
    throw truncated(this.file, position + length, this.size);
  }

  async #fill(target: Uint8Array, position: number): Promise<void> {
    let done = 0;
    while (done < target.byteLength) {
      const part = Math.min(target.byteLength - done, 64 * CHUNK);
      const { bytesRead } = await this.#handle.read(target, done, part, position + done);
      // The file may have become shorter since it was opened.
      if (bytesRead === 0) throw truncated(this.file, position + target.byteLength, position + done);
      done += bytesRead;
    }
  }
}

function widener(type: ElementType): ((buffer: ArrayBuffer, count: number, target: Float32Array) => void) | undefined {
  if (type === "F16") return (buffer, count, target) => widenFloat16(new Uint16Array(buffer, 0, count), target);
  if (type === "BF16") return (buffer, count, target) => widenBfloat16(new Uint16Array(buffer, 0, count), target);
  if (type === "F64") return (buffer, count, target) => narrowFloat64(new Float64Array(buffer, 0, count), target);
  return undefined;
}

function truncated(file: string, wanted: number, size: number): WeightsError {
  return new WeightsError("file-truncated", `\`${file}\` ends after ${size} bytes, but ${wanted} were expected.`, {
    file,
    hint: "The download or the copy broke off: fetch the file again.",
  });
}
