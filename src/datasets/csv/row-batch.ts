/** @file The places of some rows' fields in a block, until they are copied column by column. */
import { isUtf8 } from "node:buffer";
import type { CellStore } from "../cells/cell-store";
import { KIND, kindOf } from "../cells/number-text";
import type { Fault } from "./csv-fault";
import type { MissingTexts } from "./missing-texts";

const { missing: MISSING, text: TEXT } = KIND;

/** So many rows are taken together, or fewer where they have many columns: their bytes stay in the processor's cache. */
const MOST_ROWS = 2048;
const MOST_FIELDS = 1 << 16;

/** How a field's bytes are to be taken: as they are, with doubled quotes, with spaces after the closing quote. */
export const FORM = { plain: 0, escaped: 1, spaced: 2 } as const;

/** Places of fields: field `f` of row `r` is at `f * capacity + r`. */
export class RowBatch {
  /** For how many rows there is room. */
  readonly capacity: number;
  /** Where each field begins. */
  readonly starts: Int32Array;
  /** Where each field ends. */
  readonly ends: Int32Array;
  /** The form of each field; written only where it is not plain. */
  readonly forms: Uint8Array;
  /** Whether any form was written. */
  hasForms = false;
  readonly #columns: number;
  readonly #quote: number;
  readonly #missing: MissingTexts;

  constructor(columns: number, quote: number, missing: MissingTexts) {
    this.capacity = Math.max(1, Math.min(MOST_ROWS, Math.floor(MOST_FIELDS / columns)));
    this.#columns = columns;
    this.#quote = quote;
    this.#missing = missing;
    this.starts = new Int32Array(columns * this.capacity);
    this.ends = new Int32Array(columns * this.capacity);
    this.forms = new Uint8Array(columns * this.capacity);
  }

  /** The first field of the first `rows` rows that is no text, if there is one, and its row. */
  badText(block: Uint8Array, rows: number): { row: number; fault: Fault } | undefined {
    for (let row = 0; row < rows; row++) {
      for (let field = 0; field < this.#columns; field++) {
        const place = field * this.capacity + row;
        const text = block.subarray(this.starts[place], this.ends[place]);
        const code = text.includes(0) ? "nul-byte" : isUtf8(text) ? undefined : "not-utf8";
        const record = this.starts[row] ?? 0;
        if (code !== undefined) return { row, fault: { code, record, field, fields: this.#columns } };
      }
    }
    return undefined;
  }

  /** Copies the first `rows` rows; quoted fields are changed in the block, which nobody reads again. */
  commit(stores: readonly CellStore[], block: Uint8Array, rows: number): void {
    for (let column = 0; column < this.#columns; column++) {
      const store = stores[column];
      if (store === undefined) continue;
      const first = column * this.capacity;
      if (this.hasForms) this.#unescape(block, first, first + rows);
      store.kinds |= this.#kinds(store.kinds, block, first, first + rows);
      store.appendCells(block, this, first, first + rows);
    }
    // All of them, since a row that the block's end cuts in two has left some too.
    if (this.hasForms) this.forms.fill(FORM.plain);
    this.hasForms = false;
  }

  #unescape(block: Uint8Array, first: number, last: number): void {
    const { starts, ends, forms } = this;
    for (let place = first; place < last; place++) {
      if (forms[place] === FORM.plain) continue;
      ends[place] = unescaped(block, starts[place] ?? 0, ends[place] ?? 0, this.#quote);
    }
  }

  /** The kinds of these cells, beyond those known; a missing one gets an end before its start. */
  #kinds(known: number, block: Uint8Array, first: number, last: number): number {
    const { starts, ends } = this;
    const missing = this.#missing;
    let kinds = known;
    for (let place = first; place < last; place++) {
      const start = starts[place] ?? 0;
      const end = ends[place] ?? 0;
      if (missing.has(block, start, end)) {
        kinds |= MISSING;
        ends[place] = -1;
      } else if ((kinds & TEXT) === 0) {
        // Once a column has a text it is one of texts, whatever else comes.
        kinds |= kindOf(block, start, end);
      }
    }
    return kinds;
  }
}

/** Writes doubled quotes once and takes off the closing quote before trailing spaces, in place; gives the new end. */
function unescaped(bytes: Uint8Array, start: number, end: number, quote: number): number {
  let to = start;
  for (let at = start; at < end; at++) {
    if (bytes[at] === quote) {
      if (bytes[at + 1] !== quote || at + 1 >= end) continue;
      at++;
    }
    bytes[to++] = bytes[at] ?? 0;
  }
  return to;
}
