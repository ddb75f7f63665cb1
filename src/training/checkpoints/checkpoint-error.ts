/** @file The error of a checkpoint that cannot be written, found or taken up. */
import { CadernoError, type CadernoErrorOptions } from "../../core/errors";

/** What went wrong with a checkpoint, for programs. */
export type CheckpointErrorCode =
  | "checkpoint-missing"
  | "checkpoint-damaged"
  | "checkpoint-mismatched"
  | "checkpoint-not-written"
  | "disk-full";

/** Where it went wrong. */
export interface CheckpointErrorDetails extends CadernoErrorOptions {
  /** The checkpoint's folder. */
  folder: string;
  /** The file in it that is to blame. */
  file?: string | undefined;
}

/** A checkpoint could not be written, found or taken up; it names the folder, and the file where one is to blame. */
export class CheckpointError extends CadernoError {
  declare readonly code: CheckpointErrorCode;
  /** The checkpoint's folder. */
  readonly folder: string;
  /** The file in it that is to blame. */
  readonly file: string | undefined;

  constructor(code: CheckpointErrorCode, message: string, details: CheckpointErrorDetails) {
    super(code, message, details);
    this.folder = details.folder;
    this.file = details.file;
  }
}
