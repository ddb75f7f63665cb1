/** @file The error of a kernel that is unknown, does not start, or ends when it should not. */
import { CadernoError, type CadernoErrorOptions } from "../../core/errors";

/** What is known of the kernel that failed. */
export interface KernelErrorDetails extends CadernoErrorOptions {
  /** The kernelspec's name. */
  kernel: string;
  /** The last lines that the kernel's process printed. */
  lastWords?: string | undefined;
}

/** A kernel could not be found or started, or it died. */
export class KernelError extends CadernoError {
  readonly kernel: string;
  readonly lastWords: string;

  constructor(
    code: "kernel-unknown" | "kernel-invalid" | "kernel-not-started" | "kernel-dead",
    message: string,
    details: KernelErrorDetails,
  ) {
    super(code, message, details);
    this.kernel = details.kernel;
    this.lastWords = details.lastWords ?? "";
  }
}
