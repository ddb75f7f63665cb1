/** @file Walking over a CSV file's records byte by byte, to read its header and to find what is wrong with it. */
import { createReadStream } from "node:fs";

/** What is wrong with a record. */
export type RecordFault = "unterminated-quote" | "text-after-quote";

/** One record of a file: a row as it stands there, over one line or more. */
export interface CsvRecord {
  /** The line where it begins, counted from 1. */
  line: number;
  /** How many fields it has. */
  fields: number;
  /** The fields' bytes, quotes taken off. */
  values: Uint8Array[];
  /** How many bytes it has, without its line end. */
  bytes: number;
  /** Whether it is an empty line. */
  blank: boolean;
  /** What is wrong, if anything is. */
  fault: RecordFault | undefined;
  /** The field, counted from 0, that is wrong. */
  faultField: number;
}

/** What {@link scanRecords} needs to know. */
export interface ScanOptions {
  /** The delimiter's byte. */
  delimiter: number;
  /** The quote's byte. */
  quote: number;
  /** Fields longer than this many bytes are cut in `values`. */
  keepBytes: number;
  /** A record with more fields than this is handed over unfinished, and the walk ends. */
  mostFields: number;
}

const LF = 10;
const CR = 13;

/**
 * Calls `visit` for each record of a UTF-8 or Latin-1 file until it returns false.
 *
 * Any of `\n`, `\r\n` and `\r` ends a line, also mixed.
 */
export async function scanRecords(
  path: string,
  options: ScanOptions,
  visit: (record: CsvRecord) => boolean,
): Promise<void> {
  const scanner = new Scanner(options, visit);
  const stream = createReadStream(path, { highWaterMark: 1 << 20 });
  try {
    for await (const bytes of stream as AsyncIterable<Buffer>) {
      if (!scanner.push(bytes)) return;
    }
    scanner.end();
  } finally {
    stream.destroy();
  }
}

type State = "start" | "plain" | "quoted" | "closed";

class Scanner {
  readonly #options: ScanOptions;
  readonly #visit: (record: CsvRecord) => boolean;
  #state: State = "start";
  #line = 1;
  #skipLf = false;
  #first = true;
  #record: CsvRecord = newRecord(1);
  #field = new Uint8Array(256);
  #fieldLength = 0;

  constructor(options: ScanOptions, visit: (record: CsvRecord) => boolean) {
    this.#options = options;
    this.#visit = visit;
  }

  /** Takes the next bytes; false when nobody wants more. */
  push(bytes: Uint8Array): boolean {
    const { delimiter, quote } = this.#options;
    const hasMark = this.#first && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    this.#first = false;
    for (let index = hasMark ? 3 : 0; index < bytes.length; index++) {
      const byte = bytes[index] ?? 0;
      if (byte === LF && this.#skipLf) {
        this.#skipLf = false;
        // In a quoted value the pair is one line end of two bytes; between records the second byte is no new record.
        if (this.#state === "quoted") this.#keep(byte);
        continue;
      }
      this.#skipLf = byte === CR;
      const endsLine = byte === LF || byte === CR;
      if (endsLine) this.#line++;
      if (this.#state === "quoted") {
        if (byte === quote) this.#state = "closed";
        else this.#keep(byte);
      } else if (endsLine) {
        if (!this.#endRecord()) return false;
      } else if (byte === delimiter) {
        this.#endField();
        if (this.#record.fields > this.#options.mostFields) return this.#visit(this.#record) && false;
      } else if (byte === quote && this.#state === "start") {
        this.#state = "quoted";
        this.#record.blank = false;
      } else if (byte === quote && this.#state === "closed") {
        this.#state = "quoted";
        this.#keep(byte);
      } else {
        if (this.#state === "closed" && byte !== 32) this.#fail("text-after-quote");
        if (this.#state === "start") this.#state = "plain";
        this.#record.blank = false;
        this.#keep(byte);
      }
    }
    return true;
  }

  end(): void {
    if (this.#state === "quoted") this.#fail("unterminated-quote");
    if (this.#state !== "start" || this.#record.fields > 0) this.#endRecord();
  }

  #keep(byte: number): void {
    this.#record.bytes++;
    if (this.#fieldLength >= this.#options.keepBytes) return;
    if (this.#fieldLength === this.#field.length) {
      const longer = new Uint8Array(this.#field.length * 2);
      longer.set(this.#field);
      this.#field = longer;
    }
    this.#field[this.#fieldLength++] = byte;
  }

  #fail(fault: RecordFault): void {
    if (this.#record.fault !== undefined) return;
    this.#record.fault = fault;
    this.#record.faultField = this.#record.fields;
  }

  #endField(): void {
    this.#record.blank = false;
    this.#record.fields++;
    this.#record.bytes++;
    this.#record.values.push(this.#field.slice(0, this.#fieldLength));
    this.#fieldLength = 0;
    this.#state = "start";
  }

  #endRecord(): boolean {
    const { blank } = this.#record;
    this.#endField();
    this.#record.blank = blank;
    const goOn = this.#visit(this.#record);
    this.#record = newRecord(this.#line);
    return goOn;
  }
}

function newRecord(line: number): CsvRecord {
  return { line, fields: 0, values: [], bytes: 0, blank: true, fault: undefined, faultField: 0 };
}
