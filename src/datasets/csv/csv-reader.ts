/** @file A CSV file's rows into cell stores, block by block. */
import { isUtf8 } from "node:buffer";
import type { CellStore } from "../cells/cell-store";
import type { CellReader, CellTable } from "../cells/cell-table";
import type { DatasetError } from "../dataset-error";
import { FileBlocks, lineAt } from "../files/file-blocks";
import { type Fault, faultError } from "./csv-fault";
import { MissingTexts } from "./missing-texts";
import type { CsvFile } from "./open-csv";
import type { Dialect } from "./options";
import { FORM, RowBatch } from "./row-batch";

const { plain: PLAIN, escaped: ESCAPED, spaced: SPACED } = FORM;
const LF = 10;
const CR = 13;
const SPACE = 32;
/** The highest bit of each of four bytes. */
const HIGH_BITS = 0x80808080 | 0;

/** Reads one file. Any of `\n`, `\r\n` and `\r` ends a line, also mixed. */
export class CsvReader implements CellReader {
  /** How many rows were read. */
  rows = 0;
  readonly #file: CsvFile;
  readonly #dialect: Dialect;
  readonly #blocks: FileBlocks;
  readonly #batch: RowBatch;
  readonly #quote: number;
  readonly #delimiter: number;
  /** 1 for each byte that ends an unquoted field. */
  readonly #stops = new Uint8Array(256);
  #consumed = 0;
  #isHeader: boolean;
  #isSuspect = false;
  #isDone = false;

  private constructor(file: CsvFile, dialect: Dialect, blocks: FileBlocks) {
    this.#file = file;
    this.#dialect = dialect;
    this.#blocks = blocks;
    this.#quote = dialect.quote.charCodeAt(0);
    this.#delimiter = dialect.delimiter.charCodeAt(0);
    this.#stops[LF] = this.#stops[CR] = this.#stops[this.#delimiter] = 1;
    this.#batch = new RowBatch(file.names.length, this.#quote, new MissingTexts(dialect.missing));
    this.#isHeader = dialect.header;
  }

  /** Opens the file at its first row. */
  static async open(file: CsvFile, dialect: Dialect): Promise<CsvReader> {
    return new CsvReader(file, dialect, await FileBlocks.open(file.path, file.absolute, dialect.encoding));
  }

  /** How many bytes of the file were read. */
  get bytesRead(): number {
    return this.#blocks.bytesRead;
  }

  /** Reads some more rows into the table; false when there are none left. */
  async next(table: CellTable): Promise<boolean> {
    if (this.#isDone) return false;
    const stores = this.#file.names.map((name) => table.column(name));
    const { bytes, end, isLast } = await this.#blocks.next(this.#consumed);
    bytes[end] = LF;
    // A Buffer searches for a byte ten times as fast as a Uint8Array.
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, end);
    this.#isSuspect = buffer.includes(0) || !isUtf8(wholeCharacters(bytes, end, isLast));
    const outcome = this.#parse(stores, bytes, buffer, isLast);
    if (typeof outcome !== "number") throw await this.#located(outcome);
    table.rows = stores[0]?.length ?? 0;
    this.#consumed = outcome;
    this.#isDone = isLast;
    return true;
  }

  /** Closes the file. */
  async close(): Promise<void> {
    await this.#blocks.close();
  }

  /** Takes over the complete records of `buffer`; gives where the first incomplete one begins, or a fault. */
  #parse(stores: readonly CellStore[], bytes: Uint8Array, buffer: Buffer, isLast: boolean): number | Fault {
    let from = 0;
    for (;;) {
      const { rows, at, fault } = this.#places(bytes, buffer, from, isLast);
      const bad = this.#commit(stores, bytes, rows) ?? fault;
      if (bad !== undefined) return bad;
      if (rows < this.#batch.capacity) return at;
      from = at;
    }
  }

  /** Finds the fields of as many complete records as the batch has room for. */
  #places(bytes: Uint8Array, buffer: Buffer, from: number, isLast: boolean): Places {
    const batch = this.#batch;
    const { capacity, starts, ends, forms } = batch;
    const { length: columns } = this.#file.names;
    const { length: end } = buffer;
    const quote = this.#quote;
    const delimiter = this.#delimiter;
    const stops = this.#stops;
    const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const wordsEnd = end - 4;
    const delimiters = delimiter * 0x01010101;
    let isHeader = this.#isHeader;
    let rows = 0;
    let at = from;
    while (at < end && rows < capacity) {
      const record = at;
      let fields = 0;
      let byte = bytes[at] ?? 0;
      if (byte === LF || byte === CR) {
        at++;
        continue;
      }
      for (;;) {
        let start = at;
        let stop = at;
        let form: number = PLAIN;
        byte = bytes[at] ?? 0;
        if (byte === quote && at < end) {
          start = ++at;
          for (;;) {
            const closing = quoteAfter(bytes, buffer, at, quote);
            if (closing === -1) {
              if (!isLast) return { rows, at: record };
              return { rows, at, fault: { code: "bad-quote", record, field: fields, fields } };
            }
            at = closing + 1;
            stop = closing;
            if (at >= end) {
              if (!isLast) return { rows, at: record };
              break;
            }
            if (bytes[at] !== quote) break;
            form = ESCAPED;
            at++;
          }
          if (bytes[at] === SPACE && at < end) {
            while (bytes[at] === SPACE && at < end) at++;
            form |= SPACED;
            stop = at;
          }
          byte = bytes[at] ?? 0;
          if (stops[byte] === 0 && (at < end || isLast)) {
            return { rows, at, fault: { code: "text-after-quote", record, field: fields, fields } };
          }
        } else {
          // Four bytes at a time while none of them is the delimiter or as small as a line end, then one by one.
          while (at < wordsEnd) {
            const word = words.getInt32(at, true);
            const other = word ^ delimiters;
            if ((((word - 0x0e0e0e0e) & ~word) | ((other - 0x01010101) & ~other)) & HIGH_BITS) break;
            at += 4;
          }
          while (stops[bytes[at] ?? 0] === 0) at++;
          byte = bytes[at] ?? 0;
          stop = at;
        }
        if (at >= end && !isLast) return { rows, at: record };
        if (fields < columns) {
          const place = fields * capacity + rows;
          starts[place] = start;
          ends[place] = stop;
          if (form !== PLAIN) {
            forms[place] = form;
            batch.hasForms = true;
          }
        }
        fields++;
        if (byte !== delimiter || at >= end) break;
        at++;
      }
      if (byte === CR && at < end) {
        if (at + 1 === end && !isLast) return { rows, at: record };
        at += bytes[at + 1] === LF ? 2 : 1;
      } else at++;
      if (isHeader) {
        isHeader = false;
        this.#isHeader = false;
      } else if (fields === columns) rows++;
      else return { rows, at, fault: { code: "ragged-row", record, field: Math.min(fields, columns - 1), fields } };
    }
    return { rows, at: Math.min(at, end) };
  }

  #commit(stores: readonly CellStore[], bytes: Uint8Array, rows: number): Fault | undefined {
    const bad = this.#isSuspect ? this.#batch.badText(bytes, rows) : undefined;
    this.rows += bad?.row ?? rows;
    if (bad === undefined) this.#batch.commit(stores, bytes, rows);
    return bad?.fault;
  }

  async #located(fault: Fault): Promise<DatasetError> {
    const { path, absolute, names } = this.#file;
    const line = await lineAt(path, absolute, this.#dialect.encoding, this.#blocks.offset + fault.record);
    return faultError(fault, { path, line, row: this.rows, names });
  }
}

/** What was found in a block: so many rows, where the next one begins, and what is wrong with it. */
interface Places {
  rows: number;
  at: number;
  fault?: Fault;
}

/** The next quote, or -1. Looking byte by byte is faster for short values, and the engine's search for long ones. */
function quoteAfter(bytes: Uint8Array, buffer: Buffer, from: number, quote: number): number {
  const near = Math.min(buffer.length, from + 64);
  for (let at = from; at < near; at++) if (bytes[at] === quote) return at;
  return near === buffer.length ? -1 : buffer.indexOf(quote, near);
}

/** The block without a character that its end cuts in two. */
function wholeCharacters(bytes: Uint8Array, end: number, isLast: boolean): Uint8Array {
  let whole = end;
  if (!isLast) {
    while (whole > 0 && end - whole < 3 && ((bytes[whole - 1] ?? 0) & 0xc0) === 0x80) whole--;
    if (whole > 0 && (bytes[whole - 1] ?? 0) >= 0xc0) whole--;
  }
  return bytes.subarray(0, whole);
}
