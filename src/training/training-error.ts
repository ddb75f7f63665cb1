/** @file The error of a training that cannot begin or go on. */
import { CadernoError, type CadernoErrorOptions } from "../core/errors";

/** What a {@link TrainingError} carries besides its message. */
export interface TrainingErrorOptions extends CadernoErrorOptions {
  /** The update that failed, from 1. */
  step?: number | undefined;
  /** The column of the data that is to blame. */
  column?: string | undefined;
  /** The row of the data that is to blame, from 0. */
  row?: number | undefined;
}

/** A training that cannot begin or go on; it names the step, or the column and the row, where one is to blame. */
export class TrainingError extends CadernoError {
  /** The update that failed, from 1. */
  readonly step: number | undefined;
  /** The column of the data that is to blame. */
  readonly column: string | undefined;
  /** The row of the data that is to blame, from 0. */
  readonly row: number | undefined;

  constructor(code: string, message: string, options: TrainingErrorOptions = {}) {
    super(code, message, options);
    this.step = options.step;
    this.column = options.column;
    this.row = options.row;
  }
}
