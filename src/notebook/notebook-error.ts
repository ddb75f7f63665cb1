/** @file The error of everything that has to do with a notebook, and where in it. */
import { CadernoError, type CadernoErrorOptions } from "../core/errors";

/** Where in which notebook something went wrong. */
export interface NotebookPlace extends CadernoErrorOptions {
  /** The notebook's path as the user wrote it. */
  notebook?: string | undefined;
  /** The cell's position, counted from 0 over all cells; messages count from 1. */
  cell?: number | undefined;
  /** The field inside the file: `"cells[3].outputs[0].data"`. */
  field?: string | undefined;
  /** The source of the cell. */
  source?: string | undefined;
}

/** A notebook could not be read, run, exported or written. */
export class NotebookError extends CadernoError {
  readonly notebook: string | undefined;
  readonly cell: number | undefined;
  readonly field: string | undefined;
  readonly source: string | undefined;

  constructor(code: string, message: string, place: NotebookPlace = {}) {
    super(code, message, place);
    this.notebook = place.notebook;
    this.cell = place.cell;
    this.field = place.field;
    this.source = place.source;
  }
}
