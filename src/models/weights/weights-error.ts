/** @file What goes wrong when weights are read or written. */
import { CadernoError, type CadernoErrorOptions } from "../../core/errors";

/** What went wrong with weights, for programs. */
export type WeightsErrorCode =
  | "weights-missing"
  | "tensor-missing"
  | "file-truncated"
  | "header-invalid"
  | "tensor-invalid"
  | "dtype-unsupported"
  | "index-invalid"
  | "format-unknown"
  | "zip-invalid"
  | "pickle-invalid"
  | "pickle-forbidden"
  | "closed";

/** Where it went wrong. */
export interface WeightsErrorDetails extends CadernoErrorOptions {
  /** The file, as the repository or the caller names it. */
  file: string;
  /** The tensor, when it was about one. */
  tensor?: string | undefined;
}

/** Weights could not be read or written. */
export class WeightsError extends CadernoError {
  declare readonly code: WeightsErrorCode;
  /** The file, as the repository or the caller names it. */
  readonly file: string;
  /** The tensor, when it was about one. */
  readonly tensor: string | undefined;

  constructor(code: WeightsErrorCode, message: string, details: WeightsErrorDetails) {
    super(code, message, details);
    this.file = details.file;
    this.tensor = details.tensor;
  }
}
