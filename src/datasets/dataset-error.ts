/** @file The error of everything that goes wrong with data: which file, which row, which column. */
import { CadernoError, type CadernoErrorOptions } from "../core/errors";

/** Where in the data it went wrong, as far as it is known. */
export interface DatasetErrorOptions extends CadernoErrorOptions {
  /** The file. */
  path?: string | undefined;
  /** The row of data, counted from 0 and without the header: the index for `dataset.at`. */
  row?: number | undefined;
  /** The line in the file, counted from 1, where the row begins. */
  line?: number | undefined;
  /** The column's name. */
  column?: string | undefined;
}

/**
 * Data that could not be read or used. The message says where; the fields say it to programs.
 *
 * @example
 * ```ts
 * try {
 *   await loadDataset("csv", { dataFiles: "broken.csv" });
 * } catch (error) {
 *   if (error instanceof DatasetError) console.log(error.code, error.path, error.row);
 * }
 * ```
 */
export class DatasetError extends CadernoError {
  /** The file, where one is to blame. */
  readonly path: string | undefined;
  /** The row of data, counted from 0. */
  readonly row: number | undefined;
  /** The line in the file, counted from 1. */
  readonly line: number | undefined;
  /** The column's name. */
  readonly column: string | undefined;

  constructor(code: string, message: string, options: DatasetErrorOptions = {}) {
    super(code, message, options);
    this.path = options.path;
    this.row = options.row;
    this.line = options.line;
    this.column = options.column;
  }
}
