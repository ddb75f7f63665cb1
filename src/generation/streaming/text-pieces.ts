/** @file Tokens as text while they come: whole words, and never half a character. */
import type { DecodeOptions, PreTrainedTokenizerFast } from "../../tokenizers/pre-trained-tokenizer-fast";

/** What reads tokens as text. */
export type TokenReader = Pick<PreTrainedTokenizerFast, "decode">;

/** Characters of Chinese, Japanese and Korean, which stand without spaces between words. */
const WITHOUT_SPACES =
  /[\u4E00-\u9FFF\u3400-\u4DBF\u{20000}-\u{2B81F}\u{2B820}-\u{2CEAF}\uF900-\uFAFF\u{2F800}-\u{2FA1F}]$/u;

/**
 * The text of one row, in pieces that can be shown as they are: up to the last space, the end of a line, or a character
 * that needs no space. Python: what `TextStreamer` does between `put` and printing.
 */
export class TextPieces {
  readonly #reader: TokenReader;
  readonly #options: DecodeOptions;
  #tokens: number[] = [];
  #given = 0;

  constructor(reader: TokenReader, options: DecodeOptions) {
    this.#reader = reader;
    // Closing up spaces changes text that was shown already.
    this.#options = { cleanUpTokenizationSpaces: false, ...options };
  }

  /** The text that is certain with these tokens, and was not given before. */
  add(tokens: readonly number[]): string {
    this.#tokens.push(...tokens);
    const text = this.#reader.decode(this.#tokens, this.#options);
    if (text.endsWith("\n")) return this.#take(text);
    const end = WITHOUT_SPACES.test(text) ? text.length : text.lastIndexOf(" ") + 1;
    const piece = text.slice(this.#given, end);
    this.#given = Math.max(this.#given, end);
    return piece;
  }

  /** The rest. */
  finish(): string {
    return this.#tokens.length === 0 ? "" : this.#take(this.#reader.decode(this.#tokens, this.#options));
  }

  #take(text: string): string {
    const piece = text.slice(this.#given);
    this.#tokens = [];
    this.#given = 0;
    return piece;
  }
}
