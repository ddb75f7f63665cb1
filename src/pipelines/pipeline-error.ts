/** @file The error of a pipeline that cannot be made, or of an input that its task cannot take. */
import { CadernoError, type CadernoErrorOptions } from "../core/errors";

/** What a {@link PipelineError} carries besides its message. */
export interface PipelineErrorOptions extends CadernoErrorOptions {
  /** The task: `"fill-mask"`. */
  task?: string | undefined;
}

/**
 * A pipeline that cannot be made, or an input that its task cannot take.
 *
 * Its codes: "task-unknown", "head-missing" (the model was not trained for the task), "tokenizer-missing", "mask-missing",
 * "masks-several", "token-missing" (no mask token, nothing to begin with), "text-empty", "text-too-long",
 * "pipeline-disposed", "task-failed" (transformers.js did not open the model).
 */
export class PipelineError extends CadernoError {
  /** The task: `"fill-mask"`. */
  readonly task: string | undefined;

  constructor(code: string, message: string, options: PipelineErrorOptions = {}) {
    super(code, message, options);
    this.task = options.task;
  }
}
