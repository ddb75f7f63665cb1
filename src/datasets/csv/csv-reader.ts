/** @file A CSV file's rows into cell stores, block by block. */
import { isUtf8 } from "node:buffer";
import type { CellStore } from "../cells/cell-store";
import type { CellReader, CellTable } from "../cells/cell-table";
import { KIND, kindOf } from "../cells/number-text";
import { DatasetError } from "../dataset-error";
import { FileBlocks, lineAt } from "../files/file-blocks";
import { MissingTexts } from "./missing-texts";
import type { CsvFile } from "./open-csv";
import type { Dialect } from "./options";

const { missing: MISSING, text: TEXT } = KIND;
const LF = 10;
const CR = 13;
const SPACE = 32;

/** What to do with a field's bytes when the row is complete. */
const PLAIN = 0;
const ESCAPED = 1;
const SPACED = 2;

/** Reads one file. Any of `\n`, `\r\n` and `\r` ends a line, also mixed. */
export class CsvReader implements CellReader {
  /** How many rows were read. */
  rows = 0;
  readonly #file: CsvFile;
  readonly #dialect: Dialect;
  readonly #blocks: FileBlocks;
  readonly #missing: MissingTexts;
  readonly #quote: number;
  readonly #delimiter: number;
  /** 1 for each byte that ends an unquoted field. */
  readonly #stops = new Uint8Array(256);
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #forms: Uint8Array;
  #consumed = 0;
  #isHeader: boolean;
  #isSuspect = false;
  #isDone = false;

  private constructor(file: CsvFile, dialect: Dialect, blocks: FileBlocks) {
    this.#file = file;
    this.#dialect = dialect;
    this.#blocks = blocks;
    this.#missing = new MissingTexts(dialect.missing);
    this.#quote = dialect.quote.charCodeAt(0);
    this.#delimiter = dialect.delimiter.charCodeAt(0);
    this.#stops[LF] = this.#stops[CR] = this.#stops[this.#delimiter] = 1;
    const columns = file.names.length;
    this.#starts = new Int32Array(columns);
    this.#ends = new Int32Array(columns);
    this.#forms = new Uint8Array(columns);
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
    this.#isSuspect = bytes.subarray(0, end).includes(0) || !isUtf8(wholeCharacters(bytes, end, isLast));
    const outcome = this.#parse(stores, bytes, end, isLast);
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

  /** Parses the complete records; gives where the first incomplete one begins, or a fault. */
  #parse(stores: readonly CellStore[], bytes: Uint8Array, end: number, isLast: boolean): number | Fault {
    const { length: columns } = stores;
    const quote = this.#quote;
    const delimiter = this.#delimiter;
    const [stops, starts, ends, forms] = [this.#stops, this.#starts, this.#ends, this.#forms];
    let at = 0;
    while (at < end) {
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
        let form = PLAIN;
        if (bytes[at] === quote && at < end) {
          start = ++at;
          for (;;) {
            const closing = quoteAfter(bytes, at, end, quote);
            if (closing === -1) return isLast ? { code: "bad-quote", record, field: fields, fields } : record;
            at = closing + 1;
            stop = closing;
            if (at >= end) {
              if (!isLast) return record;
              break;
            }
            if (bytes[at] !== quote) break;
            form = ESCAPED;
            at++;
          }
          if (bytes[at] === SPACE && at < end) {
            while (bytes[at] === SPACE && at < end) at++;
            form |= SPACED;
          }
          if (at >= end && !isLast) return record;
          if (stops[bytes[at] ?? 0] === 0) return { code: "text-after-quote", record, field: fields, fields };
        } else {
          while (stops[bytes[at] ?? 0] === 0) at++;
          if (at >= end && !isLast) return record;
          stop = at;
        }
        if (fields < columns) {
          starts[fields] = start;
          ends[fields] = (form & SPACED) === 0 ? stop : at;
          forms[fields] = form;
        }
        fields++;
        byte = bytes[at] ?? 0;
        if (byte !== delimiter || at >= end) break;
        at++;
      }
      if (byte === CR && at < end) {
        if (at + 1 === end && !isLast) return record;
        at += bytes[at + 1] === LF ? 2 : 1;
      } else at++;
      if (this.#isHeader) this.#isHeader = false;
      else {
        if (fields !== columns) return { code: "ragged-row", record, field: Math.min(fields, columns - 1), fields };
        const fault = this.#commit(stores, bytes, record);
        if (fault !== undefined) return fault;
        this.rows++;
      }
    }
    return Math.min(at, end);
  }

  #commit(stores: readonly CellStore[], bytes: Uint8Array, record: number): Fault | undefined {
    for (let field = 0; field < stores.length; field++) {
      const store = stores[field];
      if (store === undefined) continue;
      let cell = bytes;
      let start = this.#starts[field] ?? 0;
      let end = this.#ends[field] ?? 0;
      if (this.#forms[field] !== PLAIN) {
        cell = unescaped(bytes, start, end, this.#quote);
        start = 0;
        end = cell.length;
      }
      if (this.#isSuspect) {
        const text = cell.subarray(start, end);
        if (text.includes(0)) return { code: "nul-byte", record, field, fields: stores.length };
        if (!isUtf8(text)) return { code: "not-utf8", record, field, fields: stores.length };
      }
      if (this.#missing.has(cell, start, end)) {
        store.kinds |= MISSING;
        store.appendNull();
      } else {
        // Once a column has a text it is one of texts, whatever else comes.
        if ((store.kinds & TEXT) === 0) store.kinds |= kindOf(cell, start, end);
        store.append(cell, start, end);
      }
    }
    return undefined;
  }

  async #located(fault: Fault): Promise<DatasetError> {
    const { path, absolute, names } = this.#file;
    const line = await lineAt(path, absolute, this.#dialect.encoding, this.#blocks.offset + fault.record);
    return faultError(fault, { path, line, row: this.rows, names });
  }
}

interface Fault {
  code: "bad-quote" | "text-after-quote" | "ragged-row" | "nul-byte" | "not-utf8";
  /** Where its record begins in the block. */
  record: number;
  /** Which field. */
  field: number;
  /** How many fields the record has. */
  fields: number;
}

function faultError(
  fault: Fault,
  { path, line, row, names }: { path: string; line: number; row: number; names: readonly string[] },
): DatasetError {
  const column = names[fault.field];
  const place = `row ${row} (line ${line}) of \`${path}\``;
  const where = { path, row, line, column };
  switch (fault.code) {
    case "bad-quote":
      return new DatasetError("bad-quote", `A quote opens in column \`${column}\` of ${place} and never closes.`, {
        ...where,
        hint: "Close it, or write a quote that belongs to the text twice.",
      });
    case "text-after-quote":
      return new DatasetError("bad-quote", `Column \`${column}\` of ${place} has text after its closing quote.`, {
        ...where,
        hint: "Inside a quoted value, write a quote twice.",
      });
    case "nul-byte":
      return new DatasetError("nul-byte", `Column \`${column}\` of ${place} has a zero byte.`, {
        ...where,
        hint: "Text files have none: the file is damaged, or it is no text.",
      });
    case "not-utf8":
      return new DatasetError("not-utf8", `Column \`${column}\` of ${place} is not UTF-8.`, {
        ...where,
        hint: 'If the file is in Latin-1 or Windows-1252, pass encoding: "latin-1".',
      });
    case "ragged-row": {
      const fields = fault.fields === 1 ? "1 field" : `${fault.fields} fields`;
      return new DatasetError("ragged-row", `Expected ${names.length} fields in ${place}, but got ${fields}.`, {
        ...where,
        hint: "Quote values that contain the delimiter, and write a delimiter for every missing value.",
      });
    }
  }
}

/** The next quote, or -1. Looking byte by byte is faster for short values, and the engine's search for long ones. */
function quoteAfter(bytes: Uint8Array, from: number, end: number, quote: number): number {
  const near = Math.min(end, from + 64);
  for (let at = from; at < near; at++) if (bytes[at] === quote) return at;
  if (near === end) return -1;
  const found = bytes.indexOf(quote, near);
  return found >= end ? -1 : found;
}

/** A quoted value's bytes: doubled quotes once, the closing quote before trailing spaces taken off. */
function unescaped(bytes: Uint8Array, start: number, end: number, quote: number): Uint8Array {
  const copy = new Uint8Array(end - start);
  let length = 0;
  for (let at = start; at < end; at++) {
    if (bytes[at] === quote) {
      if (bytes[at + 1] !== quote || at + 1 >= end) continue;
      at++;
    }
    copy[length++] = bytes[at] ?? 0;
  }
  return copy.subarray(0, length);
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
