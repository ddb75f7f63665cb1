/** @file What goes wrong with a tokenizer's files or with what is given to it. */
import { CadernoError, type CadernoErrorOptions } from "../core/errors";

/** What a {@link TokenizerError} carries besides its message. */
export interface TokenizerErrorOptions extends CadernoErrorOptions {
  /** The file that was read: `"tokenizer.json"`. */
  file?: string | undefined;
  /** The part of the file: `"model.vocab"`. */
  part?: string | undefined;
}

/**
 * A tokenizer that cannot be read, or a text that cannot be encoded.
 *
 * Its codes: "tokenizer-missing" (no file to read it from), "tokenizer-file" (a file is broken or of an unknown kind),
 * "token-missing" (no padding token, an unknown token without an unknown id), "too-short" (nothing would be left of a
 * text), "text" (characters that no encoding knows); of chat templates "chat-template-missing", "chat-template-syntax",
 * "chat-template-refused" (by the template itself), "chat-template-failed", "chat-template-limit" (too long, too much).
 */
export class TokenizerError extends CadernoError {
  /** The file that was read. */
  readonly file: string | undefined;
  /** The part of the file. */
  readonly part: string | undefined;

  constructor(code: string, message: string, options: TokenizerErrorOptions = {}) {
    super(code, message, options);
    this.file = options.file;
    this.part = options.part;
  }
}
