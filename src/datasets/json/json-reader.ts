/** @file A JSON file's objects into cell stores, block by block: lines of objects, or one list of them. */
import { isUtf8 } from "node:buffer";
import { CellStore } from "../cells/cell-store";
import type { CellReader, CellTable } from "../cells/cell-table";
import { instantOf } from "../cells/instant-text";
import { asciiText, KIND, kindOf } from "../cells/number-text";
import { DatasetError } from "../dataset-error";
import { FileBlocks, lineAt, type TextEncoding } from "../files/file-blocks";
import type { InputFile } from "../files/input-file";

/** More kinds of cells than other formats have. */
export const JSON_KIND = { object: 256, list: 512, instant: 1024 } as const;

const { missing: MISSING, text: TEXT, bool: BOOL, float: FLOAT } = KIND;
const [QUOTE, BACKSLASH, COMMA, COLON] = [34, 92, 44, 58];
const [OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [91, 93, 123, 125];
const LF = 10;

/** 1 for each byte that a number can have. */
const NUMERIC = new Uint8Array(256);
for (const character of "+-.0123456789Ee") NUMERIC[character.charCodeAt(0)] = 1;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const SECONDS = /^[0-9][^.,]*$/;
const UTF8 = new TextEncoder();

/** A cell's text has escapes. */
const ESCAPED = 1 << 16;
const MOST_COLUMNS = 10_000;
const MOST_DEPTH = 100;
const WORDS = [
  ["true", BOOL],
  ["false", BOOL],
  ["null", MISSING],
] as const;

/** A property's name with the store of its cells. */
interface Key {
  name: string;
  bytes: Uint8Array;
  table: CellTable | undefined;
  store: CellStore;
}

/** Thrown inside the parser where the block ends before the value does. */
class Unfinished extends Error {}

/** Thrown inside the parser where a value is wrong. */
class Fault extends Error {
  readonly column: string | undefined;
  constructor(message: string, column?: string) {
    super(message);
    this.column = column;
  }
}
const UNFINISHED = new Unfinished();

/** Reads one file of objects one after the other, mostly one a line, or of one list of objects. */
export class JsonReader implements CellReader {
  rows = 0;
  readonly #file: InputFile;
  readonly #encoding: TextEncoding;
  readonly #blocks: FileBlocks;
  #consumed = 0;
  #isDone = false;
  #form: "unknown" | "lines" | "list" | "ended" = "unknown";
  #needsComma = false;
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  #end = 0;
  /** The cells of the current object, reused; `#count` of them count. */
  readonly #cells: { key: Key; start: number; end: number; kind: number }[] = [];
  #count = 0;
  readonly #keys = new Map<string, Key>();
  /** The properties in the order in which the last objects had them. */
  readonly #order: Key[] = [];

  private constructor(file: InputFile, encoding: TextEncoding, blocks: FileBlocks) {
    this.#file = file;
    this.#encoding = encoding;
    this.#blocks = blocks;
  }

  /** Opens the file at its first object. */
  static async open(file: InputFile, encoding: TextEncoding): Promise<JsonReader> {
    return new JsonReader(file, encoding, await FileBlocks.open(file.path, file.absolute, encoding));
  }

  get bytesRead(): number {
    return this.#blocks.bytesRead;
  }

  async next(table: CellTable): Promise<boolean> {
    if (this.#isDone) return false;
    const { bytes, end, isLast } = await this.#blocks.next(this.#consumed);
    bytes[end] = 0;
    this.#bytes = bytes;
    this.#end = end;
    this.#at = 0;
    let record = 0;
    try {
      this.#skipSpace();
      if (this.#form === "unknown" && this.#at < end) this.#begin();
      for (;;) {
        this.#skipSpace();
        record = this.#at;
        if (this.#at >= end || !this.#beginRecord()) break;
        this.#object();
        this.#commit(table);
        this.#needsComma = true;
        table.rows++;
        this.rows++;
      }
      if (this.#form === "list" && isLast) throw new Fault("the list of objects never closes");
    } catch (error) {
      if (error === UNFINISHED && !isLast) this.#at = record;
      else if (error === UNFINISHED) throw await this.#located(new Fault("the file ends within it"), record);
      else if (error instanceof Fault) throw await this.#located(error, record);
      else throw error;
    }
    const consumed = Math.min(this.#at, end);
    if (!isUtf8(bytes.subarray(0, consumed))) throw await this.#notUtf8(bytes, consumed);
    this.#consumed = consumed;
    this.#isDone = isLast;
    return true;
  }

  async close(): Promise<void> {
    await this.#blocks.close();
  }

  /** Says of the file's first character whether it begins a list. */
  #begin(): void {
    const isList = this.#peek() === OPEN_LIST;
    this.#form = isList ? "list" : "lines";
    if (isList) this.#at++;
  }

  /** Whether an object begins here; takes what stands between objects. */
  #beginRecord(): boolean {
    if (this.#form === "ended") throw new Fault("something follows the end of the list");
    return this.#form === "lines" || this.#beginItem();
  }

  #beginItem(): boolean {
    const byte = this.#bytes[this.#at] ?? 0;
    if (byte === CLOSE_LIST) {
      this.#at++;
      this.#form = "ended";
      this.#skipSpace();
      if (this.#at < this.#end) throw new Fault("something follows the end of the list");
      return false;
    }
    if (!this.#needsComma) return true;
    if (byte !== COMMA) throw new Fault("a comma is missing before it");
    this.#at++;
    this.#skipSpace();
    if (this.#at >= this.#end) {
      this.#needsComma = false;
      return false;
    }
    return true;
  }

  /** Finds the cells of one object; they are taken when it is known to be whole. */
  #object(): void {
    this.#count = 0;
    const first = this.#peek();
    if (first === QUOTE && this.#form === "list") {
      // As Python reads it: a list of texts makes a column of that name.
      this.#cell(this.#known("text", 0));
      return;
    }
    if (first !== OPEN) throw new Fault("it is no object");
    this.#at++;
    this.#skipSpace();
    if (this.#peek() === CLOSE) {
      this.#at++;
      return;
    }
    for (let position = 0; ; position++) {
      this.#skipSpace();
      const key = this.#key(position);
      this.#skipSpace();
      if (this.#peek() !== COLON) throw new Fault("a colon is missing", key.name);
      this.#at++;
      this.#skipSpace();
      this.#cell(key);
      this.#skipSpace();
      const byte = this.#peek();
      this.#at++;
      if (byte === CLOSE) return;
      if (byte !== COMMA) throw new Fault("a comma or a closing brace is missing", key.name);
    }
  }

  #commit(table: CellTable): void {
    const row = table.rows;
    for (let index = 0; index < this.#count; index++) {
      const cell = this.#cells[index];
      if (cell === undefined) continue;
      const { key, start, end, kind } = cell;
      if (key.table !== table) {
        key.table = table;
        key.store = table.column(key.name);
      }
      const { store } = key;
      if (store.length !== row) {
        if (store.length > row) throw new Fault(`it has two properties \`${key.name}\``, key.name);
        store.padTo(row);
      }
      store.kinds |= kind & ~ESCAPED;
      if (kind === MISSING) store.appendNull();
      else if ((kind & ESCAPED) === 0) store.append(this.#bytes, start, end);
      else {
        const text = decoded(this.#bytes, start - 1, end + 1);
        if (text === undefined) throw new Fault("a text has a wrong escape", key.name);
        const bytes = UTF8.encode(text);
        store.append(bytes, 0, bytes.length);
      }
    }
  }

  #peek(): number {
    if (this.#at >= this.#end) throw UNFINISHED;
    return this.#bytes[this.#at] ?? 0;
  }

  #skipSpace(): void {
    const bytes = this.#bytes;
    let at = this.#at;
    for (;;) {
      const byte = bytes[at] ?? 0;
      if (byte !== 32 && byte !== LF && byte !== 13 && byte !== 9) break;
      at++;
    }
    this.#at = at;
  }

  /** The property's name. Most objects have theirs in the order of the one before, so that it need not be decoded. */
  #key(position: number): Key {
    if (this.#peek() !== QUOTE) throw new Fault("a property's name is missing");
    const bytes = this.#bytes;
    const start = this.#at + 1;
    const expected = this.#order[position];
    if (expected !== undefined) {
      const size = expected.bytes.length;
      let same = 0;
      while (same < size && bytes[start + same] === expected.bytes[same]) same++;
      if (same === size && bytes[start + size] === QUOTE && start + size < this.#end) {
        this.#at = start + size + 1;
        return expected;
      }
    }
    this.#skipString();
    const name = decoded(bytes, start - 1, this.#at);
    if (name === undefined) throw new Fault("a property's name is wrong");
    return this.#known(name, position);
  }

  #known(name: string, position: number): Key {
    let key = this.#keys.get(name);
    if (key === undefined) {
      if (this.#keys.size >= MOST_COLUMNS) throw new Fault(`there are more than ${MOST_COLUMNS} different properties`);
      key = { name, bytes: UTF8.encode(name), table: undefined, store: new CellStore() };
      this.#keys.set(name, key);
    }
    this.#order[position] = key;
    return key;
  }

  /** Notes one value's place and kind. */
  #cell(key: Key): void {
    const first = this.#peek();
    let start = this.#at;
    let kind: number;
    if (first === QUOTE) {
      const isEscaped = this.#skipString();
      start++;
      kind = isEscaped ? TEXT | ESCAPED : textKind(this.#bytes, start, this.#at - 1);
      this.#note(key, start, this.#at - 1, kind);
      return;
    }
    if (first === OPEN || first === OPEN_LIST) {
      this.#skipNested();
      kind = first === OPEN ? JSON_KIND.object : JSON_KIND.list;
    } else if (NUMERIC[first] === 1) kind = this.#number(key, start);
    else kind = this.#word(key);
    this.#note(key, start, this.#at, kind);
  }

  #note(key: Key, start: number, end: number, kind: number): void {
    const cell = this.#cells[this.#count];
    if (cell === undefined) this.#cells.push({ key, start, end, kind });
    else {
      cell.key = key;
      cell.start = start;
      cell.end = end;
      cell.kind = kind;
    }
    this.#count++;
  }

  #number(key: Key, start: number): number {
    const bytes = this.#bytes;
    let at = start;
    let isWhole = true;
    for (; NUMERIC[bytes[at] ?? 0] === 1; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === 46 || byte === 69 || byte === 101) isWhole = false;
    }
    if (at >= this.#end) throw UNFINISHED;
    this.#at = at;
    const first = bytes[start] === 45 ? start + 1 : start;
    const isPlain = isWhole && at > first && at - first <= 15 && (bytes[first] !== 48 || at === first + 1);
    if (!isPlain || kindOf(bytes, first, at) !== KIND.natural) {
      const text = asciiText(bytes, start, Math.min(at, start + 400));
      if (!NUMBER.test(text)) throw new Fault(`${JSON.stringify(text)} is no JSON number`, key.name);
    }
    return isWhole ? kindOf(bytes, start, at) : FLOAT;
  }

  #word(key: Key): number {
    for (const [word, kind] of WORDS) {
      if (this.#at + word.length > this.#end) {
        if (word.startsWith(asciiText(this.#bytes, this.#at, this.#end))) throw UNFINISHED;
      } else if (asciiText(this.#bytes, this.#at, this.#at + word.length) === word) {
        this.#at += word.length;
        return kind;
      }
    }
    throw new Fault("a value is no JSON", key.name);
  }

  /** Goes behind the closing quote; says whether there are escapes. */
  #skipString(): boolean {
    const bytes = this.#bytes;
    const end = this.#end;
    let isEscaped = false;
    let at = this.#at + 1;
    for (; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === QUOTE) {
        this.#at = at + 1;
        return isEscaped;
      }
      if (byte === BACKSLASH) {
        isEscaped = true;
        at++;
      } else if (byte < 32)
        throw new Fault(byte === LF ? "a text does not close on its line" : "a text has a control character");
    }
    throw UNFINISHED;
  }

  /** Goes behind a list or an object; whether it is right is found out when it is read. */
  #skipNested(): void {
    let depth = 0;
    for (;;) {
      const byte = this.#peek();
      if (byte === QUOTE) {
        this.#skipString();
        continue;
      }
      this.#at++;
      if (byte === OPEN || byte === OPEN_LIST) depth++;
      if (depth > MOST_DEPTH) throw new Fault(`it is nested more than ${MOST_DEPTH} deep`);
      if ((byte === CLOSE || byte === CLOSE_LIST) && --depth === 0) return;
    }
  }

  async #notUtf8(bytes: Uint8Array, end: number): Promise<DatasetError> {
    let start = 0;
    for (let at = 0; at <= end; at++) {
      if (bytes[at] !== LF && at !== end) continue;
      if (!isUtf8(bytes.subarray(start, at))) break;
      start = at + 1;
    }
    const line = await lineAt(this.#file.path, this.#file.absolute, this.#encoding, this.#blocks.offset + start);
    return new DatasetError("not-utf8", `Line ${line} of \`${this.#file.path}\` is not UTF-8.`, {
      path: this.#file.path,
      line,
      hint: 'If the file is in Latin-1 or Windows-1252, pass encoding: "latin-1".',
    });
  }

  async #located(fault: Fault, record: number): Promise<DatasetError> {
    const { path, absolute } = this.#file;
    const line = await lineAt(path, absolute, this.#encoding, this.#blocks.offset + record);
    const where = { path, row: this.rows, line, column: fault.column };
    return new DatasetError("bad-json", `Row ${this.rows} (line ${line}) of \`${path}\` is broken: ${fault.message}.`, {
      ...where,
      hint: 'Each line must be one JSON object such as {"text": "…", "label": 1}, or the file one list of such objects.',
    });
  }
}

/** Whether a text is a date or a time to the second, which pyarrow reads as one. */
function textKind(bytes: Uint8Array, start: number, end: number): number {
  const size = end - start;
  if (size < 10 || size > 26 || bytes[start + 4] !== 45 || bytes[start + 7] !== 45) return TEXT;
  const text = asciiText(bytes, start, end);
  return SECONDS.test(text) && instantOf(text, "s") !== undefined ? JSON_KIND.instant : TEXT;
}

/** A text in quotes as a string; undefined where an escape is wrong. */
function decoded(bytes: Uint8Array, start: number, end: number): string | undefined {
  try {
    const text: unknown = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString());
    return typeof text === "string" ? text : undefined;
  } catch {
    return undefined;
  }
}
