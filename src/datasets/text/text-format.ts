/** @file Plain text as a format: a row for each line, paragraph or file. */
import { isUtf8 } from "node:buffer";
import { castedColumn } from "../cast-column";
import type { CellChunk } from "../cells/cell-store";
import type { CellReader, CellTable } from "../cells/cell-table";
import { columnOfCells } from "../cells/cells-to-column";
import { type BadCellAt, type CellFormat, castCells } from "../cells/read-cells";
import type { Column } from "../column";
import { DatasetError } from "../dataset-error";
import type { Feature } from "../feature";
import { FileBlocks, LONGEST_ROW, lineAt, type TextEncoding } from "../files/file-blocks";
import { checkText, type InputFile, inputFile } from "../files/input-file";
import { Value } from "../value";

/** What makes a row of a text file. */
export type SampleBy = "line" | "paragraph" | "document";

const HINT = "Write some text into it.";
const [LF, CR] = [10, 13];
const NEWLINE = Uint8Array.of(LF);

/** The format; its one column is called `name`. */
export function textFormat(name: string, encoding: TextEncoding, sampleBy: SampleBy): CellFormat {
  return {
    inspect: async (path: string): Promise<InputFile> => {
      const file = await inputFile(path, HINT);
      await checkText(file, "text");
      return file;
    },
    open: (file: InputFile): Promise<CellReader> => TextReader.open(file, name, encoding, sampleBy),
    columnsOf: (): readonly string[] => [name],
    infer: (): Feature => new Value("string"),
    cast: (column: string, chunks: readonly CellChunk[], _kinds: number, feature: Feature): Column | BadCellAt => {
      const cells = castCells(chunks, feature);
      if (cells !== undefined) return cells;
      const texts = columnOfCells(chunks, "string");
      return "text" in texts ? texts : castedColumn(column, texts, undefined, feature);
    },
    emptyHint: HINT,
  };
}

class TextReader implements CellReader {
  rows = 0;
  readonly #file: InputFile;
  readonly #name: string;
  readonly #encoding: TextEncoding;
  readonly #sampleBy: SampleBy;
  readonly #blocks: FileBlocks;
  #consumed = 0;
  #isDone = false;
  /** The lines of a paragraph or document that has not ended yet, and their line ends. */
  #parts: Uint8Array[] = [];
  #size = 0;
  #hasOpenLineEnd = false;

  private constructor(file: InputFile, name: string, encoding: TextEncoding, sampleBy: SampleBy, blocks: FileBlocks) {
    this.#file = file;
    this.#name = name;
    this.#encoding = encoding;
    this.#sampleBy = sampleBy;
    this.#blocks = blocks;
  }

  static async open(file: InputFile, name: string, encoding: TextEncoding, sampleBy: SampleBy): Promise<TextReader> {
    return new TextReader(file, name, encoding, sampleBy, await FileBlocks.open(file.path, file.absolute, encoding));
  }

  get bytesRead(): number {
    return this.#blocks.bytesRead;
  }

  async next(table: CellTable): Promise<boolean> {
    if (this.#isDone) return false;
    const { bytes, end, isLast } = await this.#blocks.next(this.#consumed);
    bytes[end] = LF;
    const isSuspect = bytes.subarray(0, end).includes(0) || !isUtf8(bytes.subarray(0, end));
    const store = table.column(this.#name);
    let start = 0;
    while (start < end) {
      let at = start;
      while (bytes[at] !== LF && bytes[at] !== CR) at++;
      const isEnded = at < end;
      // A line is taken when its end is known: the pair of a line end must not be cut in two.
      if (!isLast && (!isEnded || (bytes[at] === CR && at + 1 === end))) break;
      if (isSuspect) await this.#check(bytes, start, at);
      if (this.#sampleBy === "line") {
        store.append(bytes, start, at);
        this.rows++;
      } else this.#addLine(table, bytes, start, at, isEnded);
      start = at + (bytes[at] === CR && bytes[at + 1] === LF ? 2 : 1);
    }
    this.#consumed = Math.min(start, end);
    this.#isDone = isLast;
    if (isLast && this.#sampleBy !== "line") this.#endFile(table);
    table.rows = store.length;
    return true;
  }

  async close(): Promise<void> {
    await this.#blocks.close();
  }

  #addLine(table: CellTable, bytes: Uint8Array, start: number, end: number, isEnded: boolean): void {
    const isBorder = this.#sampleBy === "paragraph" && this.#hasOpenLineEnd && start === end && isEnded;
    if (isBorder) {
      this.#endSample(table);
      this.#hasOpenLineEnd = false;
      return;
    }
    if (this.#hasOpenLineEnd) this.#add(NEWLINE);
    this.#add(bytes.slice(start, end));
    this.#hasOpenLineEnd = isEnded;
  }

  #endFile(table: CellTable): void {
    if (this.#hasOpenLineEnd) this.#add(NEWLINE);
    this.#endSample(table);
  }

  #add(part: Uint8Array): void {
    this.#size += part.length;
    if (this.#size > LONGEST_ROW) {
      throw new DatasetError(
        "row-too-long",
        `A ${this.#sampleBy} of \`${this.#file.path}\` is longer than ${LONGEST_ROW} bytes, the most that can be read.`,
        { path: this.#file.path, row: this.rows, hint: 'Read it line by line: sampleBy: "line".' },
      );
    }
    if (part.length > 0) this.#parts.push(part);
  }

  #endSample(table: CellTable): void {
    if (this.#size === 0) return;
    const text = Buffer.concat(this.#parts);
    table.column(this.#name).append(text, 0, text.length);
    this.rows++;
    this.#parts = [];
    this.#size = 0;
  }

  async #check(bytes: Uint8Array, start: number, end: number): Promise<void> {
    const text = bytes.subarray(start, end);
    const isText = isUtf8(text);
    if (isText && !text.includes(0)) return;
    const { path, absolute } = this.#file;
    const line = await lineAt(path, absolute, this.#encoding, this.#blocks.offset + start);
    throw new DatasetError(
      isText ? "nul-byte" : "not-utf8",
      `Line ${line} of \`${path}\` ${isText ? "has a zero byte" : "is not UTF-8"}.`,
      { path, line, row: this.rows, hint: 'If the file is in Latin-1 or Windows-1252, pass encoding: "latin-1".' },
    );
  }
}
