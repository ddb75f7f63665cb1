/** @file A text file in blocks of UTF-8, each beginning where the reader of its format stopped. */
import { type FileHandle, open } from "node:fs/promises";
import { messageOf } from "../../core/errors";
import { DatasetError } from "../dataset-error";

/** The character encodings that text files may have. */
export type TextEncoding = "utf-8" | "latin-1";

/** Some of the file, until the next block is asked for. `bytes` has one byte more than `end`, for the parser's use. */
export interface FileBlock {
  /** The bytes; what is beyond `end` means nothing. */
  bytes: Uint8Array;
  /** How many bytes count. */
  end: number;
  /** Whether the file ends here. */
  isLast: boolean;
}

/** How much is read at once. */
const BLOCK_BYTES = 1 << 20;
/** The longest row or text, in bytes. */
export const LONGEST_ROW: number = 1 << 28;

/** Reads a file from its beginning, without a byte order mark. */
export class FileBlocks {
  /** How many bytes of UTF-8 were consumed before the current block. */
  offset = 0;
  /** How many bytes of the file were read, for progress. */
  bytesRead = 0;
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #encoding: TextEncoding;
  #bytes: Uint8Array = new Uint8Array(0);
  #end = 0;
  #isLast = false;
  /** Where the next bytes are read to, and how many there will be. */
  #spare: Uint8Array = new Uint8Array(0);
  #ahead: Promise<number> | undefined;

  private constructor(path: string, file: FileHandle, encoding: TextEncoding) {
    this.#path = path;
    this.#file = file;
    this.#encoding = encoding;
  }

  /** @param path As the user wrote it, for messages. */
  static async open(path: string, absolute: string, encoding: TextEncoding): Promise<FileBlocks> {
    try {
      return new FileBlocks(path, await open(absolute), encoding);
    } catch (error) {
      throw unreadable(path, error);
    }
  }

  /** The next block: what was left beyond `consumed` bytes of the last one, and more. */
  async next(consumed: number): Promise<FileBlock> {
    const left = this.#end - consumed;
    const isFirst = this.bytesRead === 0;
    if (left > LONGEST_ROW) {
      throw new DatasetError(
        "row-too-long",
        `A row of \`${this.#path}\` is longer than ${LONGEST_ROW} bytes, the most that can be read.`,
        { path: this.#path, hint: "Is a quote missing its partner? Otherwise split the value." },
      );
    }
    // A row longer than the block is parsed again from its start; blocks that double keep that cheap.
    const size = Math.max(BLOCK_BYTES, left);
    this.#makeRoom(consumed, left, size);
    const count = this.#encoding === "utf-8" ? await this.#fill(left, size) : await this.#readLatin1(left, size >> 1);
    this.offset += consumed;
    this.#end = left + count;
    if (isFirst && this.#encoding === "utf-8" && hasByteOrderMark(this.#bytes, this.#end)) {
      this.#bytes.copyWithin(0, 3, this.#end);
      this.#end -= 3;
    }
    return { bytes: this.#bytes, end: this.#end, isLast: this.#isLast };
  }

  /** Closes the file. */
  async close(): Promise<void> {
    await this.#ahead?.catch(() => undefined);
    await this.#file.close();
  }

  /** Moves what is left to the front of a buffer with room for `size` more bytes, the same one where it is large enough. */
  #makeRoom(consumed: number, left: number, size: number): void {
    const rest = this.#bytes.subarray(consumed, this.#end);
    if (left + size < this.#bytes.length) this.#bytes.copyWithin(0, consumed, this.#end);
    else {
      this.#bytes = new Uint8Array(left + size + 1);
      this.#bytes.set(rest);
    }
  }

  /** Fills `size` bytes of the buffer, and begins to read the next ones while these are parsed. */
  async #fill(at: number, size: number): Promise<number> {
    let count = 0;
    if (this.#ahead !== undefined) {
      count = await this.#ahead;
      this.#ahead = undefined;
      this.#bytes.set(this.#spare.subarray(0, count), at);
      this.#isLast = count < this.#spare.length;
    }
    if (!this.#isLast && count < size) {
      const more = await this.#read(this.#bytes.subarray(at + count, at + size));
      this.#isLast = more < size - count;
      count += more;
    }
    this.bytesRead += count;
    if (!this.#isLast) {
      if (this.#spare.length === 0) this.#spare = new Uint8Array(BLOCK_BYTES);
      this.#ahead = this.#read(this.#spare);
      // Whoever stops here does not ask for the next block, nor for its error.
      this.#ahead.catch(() => undefined);
    }
    return count;
  }

  async #read(into: Uint8Array): Promise<number> {
    let count = 0;
    while (count < into.length) {
      const { bytesRead } = await this.#file.read(into, count, into.length - count, null).catch((error: unknown) => {
        throw unreadable(this.#path, error);
      });
      if (bytesRead === 0) break;
      count += bytesRead;
    }
    return count;
  }

  /** A character of Latin-1 has at most two bytes in UTF-8. */
  async #readLatin1(at: number, size: number): Promise<number> {
    const raw = Buffer.alloc(size);
    const count = await this.#read(raw);
    this.bytesRead += count;
    this.#isLast = count < size;
    const text = Buffer.from(raw.subarray(0, count).toString("latin1"));
    this.#bytes.set(text, at);
    return text.length;
  }
}

function hasByteOrderMark(bytes: Uint8Array, end: number): boolean {
  return end >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** The line, counted from 1, on which the byte at `offset` of the file's UTF-8 stands. */
export async function lineAt(path: string, absolute: string, encoding: TextEncoding, offset: number): Promise<number> {
  const blocks = await FileBlocks.open(path, absolute, encoding);
  try {
    let line = 1;
    let before = 0;
    let consumed = 0;
    for (;;) {
      const { bytes, end, isLast } = await blocks.next(consumed);
      const last = Math.min(end, offset - blocks.offset);
      for (let at = 0; at < last; at++) {
        const byte = bytes[at] ?? 0;
        if (byte === 13 || (byte === 10 && before !== 13)) line++;
        before = byte;
      }
      if (isLast || blocks.offset + end >= offset) return line;
      consumed = end;
    }
  } finally {
    await blocks.close();
  }
}

function unreadable(path: string, error: unknown): DatasetError {
  return new DatasetError("file-unreadable", `\`${path}\` cannot be read: ${messageOf(error)}.`, {
    path,
    cause: error,
    hint: "Check its permissions, and those of the folders above it.",
  });
}
