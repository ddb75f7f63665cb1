/** @file The error of a generation that cannot be done as asked. */
import { CadernoError, type CadernoErrorOptions } from "../core/errors";

/** What a {@link GenerationError} carries besides its message. */
export interface GenerationErrorOptions extends CadernoErrorOptions {
  /** The options that are to blame: `["penaltyAlpha", "numBeams"]`. */
  parameters?: readonly string[] | undefined;
}

/**
 * A generation that cannot be done as asked.
 *
 * Its codes: "options-clash" (options that have no meaning together), "option-unsupported" (an option of Python's that is
 * not built here), "config-invalid" (a generation_config.json that cannot be read), "processor-invalid" (a logits processor
 * that gave no scores), "criterion-invalid" (a stopping criterion that gave no answer), "tokenizer-missing",
 * "batch-unsupported" (several rows for a streamer of one), "end-missing" (a least length and no token that ends texts).
 */
export class GenerationError extends CadernoError {
  /** The options that are to blame. */
  readonly parameters: readonly string[];

  constructor(code: string, message: string, options: GenerationErrorOptions = {}) {
    super(code, message, options);
    this.parameters = options.parameters ?? [];
  }
}
