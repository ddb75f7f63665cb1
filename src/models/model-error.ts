/** @file The error of a model that cannot be described, built or loaded. */
import { CadernoError, type CadernoErrorOptions } from "../core/errors";

/** What a {@link ModelError} carries besides its message. */
export interface ModelErrorOptions extends CadernoErrorOptions {
  /** `model_type` of the model: `"bert"`. */
  modelType?: string | undefined;
  /** The key of config.json that is to blame. */
  key?: string | undefined;
}

/** A model that cannot be described, built or loaded; it names the key of its configuration where one is to blame. */
export class ModelError extends CadernoError {
  /** `model_type` of the model: `"bert"`. */
  readonly modelType: string | undefined;
  /** The key of config.json that is to blame. */
  readonly key: string | undefined;

  constructor(code: string, message: string, options: ModelErrorOptions = {}) {
    super(code, message, options);
    this.modelType = options.modelType;
    this.key = options.key;
  }
}
