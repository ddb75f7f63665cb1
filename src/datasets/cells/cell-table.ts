/** @file The cells of several columns while files are read into them. */
import { CellStore } from "./cell-store";

/** Columns of cells by name; a column may begin at any row, and has missing cells before. */
export class CellTable {
  /** The columns, in order. */
  readonly stores: Map<string, CellStore> = new Map();
  /** How many complete rows there are. */
  rows = 0;

  /** The column of that name, new where there was none. */
  column(name: string): CellStore {
    let store = this.stores.get(name);
    if (store === undefined) {
      store = new CellStore();
      this.stores.set(name, store);
    }
    return store;
  }
}

/** Reads one file's rows, block by block. */
export interface CellReader {
  /** How many rows of this file were read. */
  readonly rows: number;
  /** How many bytes of this file were read. */
  readonly bytesRead: number;
  /** Adds some more rows to the table; false when there are none left. */
  next(table: CellTable): Promise<boolean>;
  /** Closes the file. */
  close(): Promise<void>;
}
