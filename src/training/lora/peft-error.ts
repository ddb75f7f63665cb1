/** @file The error of an adapter that cannot be made, read or put onto a model. */
import { CadernoError, type CadernoErrorOptions } from "../../core/errors";

/** What went wrong with an adapter, for programs. */
export type PeftErrorCode =
  | "modules-unknown"
  | "nothing-adapted"
  | "pattern-invalid"
  | "task-mismatched"
  | "adapter-unsupported"
  | "adapter-invalid"
  | "adapter-foreign"
  | "adapter-twice"
  | "adapter-unloaded";

/** An adapter that cannot be made, read or put onto a model. */
export class PeftError extends CadernoError {
  declare readonly code: PeftErrorCode;

  constructor(code: PeftErrorCode, message: string, options: CadernoErrorOptions = {}) {
    super(code, message, options);
  }
}
