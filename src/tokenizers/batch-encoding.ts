/** @file What encoding returns: columns for the model, and the way back from tokens to the text. */
import { argumentRangeError } from "../core/errors";
import { SelfShowing } from "../core/self-showing";
import { batchEncodingHtml } from "./batch-encoding-html";
import { batchEncodingText } from "./batch-encoding-text";
import type { Encoding, Span } from "./encoding";
import type { TokenTensor } from "./token-tensor";

/** Numbers for one text, for several, or as a tensor. */
export type IdColumn = number[] | number[][] | TokenTensor;

/** Which row and which text of a pair a question is about. */
export interface TokenPlace {
  /** @default 0 */
  batchIndex?: number;
  /** 0 for the first text, 1 for the second. @default 0 */
  sequenceIndex?: number;
}

/** The columns of a {@link BatchEncoding}. */
export interface EncodingColumns<Ids = IdColumn> {
  input_ids: Ids;
  token_type_ids?: Ids;
  attention_mask?: Ids;
  special_tokens_mask?: Ids;
  assistant_masks?: Ids;
  offset_mapping?: Span[] | Span[][] | TokenTensor;
  length?: number | number[] | TokenTensor;
  overflow_to_sample_mapping?: number[] | TokenTensor;
}

/**
 * Ids and masks, named as models want them, and where every token came from.
 *
 * Its own properties are the columns and nothing else, so it can be given to a model or a data set as it is.
 *
 * Python: `transformers.BatchEncoding`.
 */
export class BatchEncoding<Ids = IdColumn> extends SelfShowing implements EncodingColumns<Ids> {
  declare readonly input_ids: Ids;
  declare readonly token_type_ids: Ids;
  declare readonly attention_mask: Ids;
  declare readonly special_tokens_mask: Ids;
  declare readonly assistant_masks: Ids;
  declare readonly offset_mapping: Span[] | Span[][] | TokenTensor;
  declare readonly length: number | number[] | TokenTensor;
  declare readonly overflow_to_sample_mapping: number[] | TokenTensor;
  #encodings: readonly Encoding[] | (() => readonly Encoding[]);

  constructor(columns: EncodingColumns<Ids>, encodings: readonly Encoding[] | (() => readonly Encoding[])) {
    super();
    Object.assign(this, columns);
    this.#encodings = encodings;
  }

  /** The rows with everything that is known of their tokens. */
  get encodings(): readonly Encoding[] {
    if (typeof this.#encodings === "function") this.#encodings = this.#encodings();
    return this.#encodings;
  }

  /** The tokens of a row. */
  tokens(batchIndex: number = 0): string[] {
    return [...this.#row("tokens", batchIndex).tokens];
  }

  /** Which word of its text each token belongs to; null for special tokens and padding. */
  wordIds(batchIndex: number = 0): (number | null)[] {
    return [...this.#row("wordIds", batchIndex).wordIds];
  }

  /** Which text of a pair each token belongs to; null for special tokens and padding. */
  sequenceIds(batchIndex: number = 0): (number | null)[] {
    return [...this.#row("sequenceIds", batchIndex).sequenceIds];
  }

  /** The token that a character of the text belongs to, or undefined: a space often belongs to none. */
  charToToken(charIndex: number, { batchIndex = 0, sequenceIndex = 0 }: TokenPlace = {}): number | undefined {
    const { offsets, sequenceIds } = this.#row("charToToken", batchIndex);
    const found = offsets.findIndex(
      ([start, end], token) => sequenceIds[token] === sequenceIndex && charIndex >= start && charIndex < end,
    );
    return found < 0 ? undefined : found;
  }

  /** Where a token stands in its text, or undefined for special tokens. Words given apart count from their own start. */
  tokenToChars(tokenIndex: number, { batchIndex = 0 }: Pick<TokenPlace, "batchIndex"> = {}): Span | undefined {
    const { offsets, sequenceIds } = this.#row("tokenToChars", batchIndex);
    const span = offsets[tokenIndex];
    if (span === undefined)
      throw argumentRangeError({
        function: "BatchEncoding.tokenToChars",
        parameter: "tokenIndex",
        rule: `be a whole number from 0 to ${offsets.length - 1}`,
        value: tokenIndex,
      });
    return sequenceIds[tokenIndex] === null ? undefined : [span[0], span[1]];
  }

  override toText(): string {
    return batchEncodingText({ ...this });
  }

  override toBundle(): { "text/plain": string; "text/html": string } {
    return { "text/plain": this.toText(), "text/html": batchEncodingHtml(this.encodings) };
  }

  #row(method: string, batchIndex: number): Encoding {
    const row = this.encodings[batchIndex];
    if (row !== undefined) return row;
    throw argumentRangeError({
      function: `BatchEncoding.${method}`,
      parameter: "batchIndex",
      rule: `be a whole number from 0 to ${this.encodings.length - 1}`,
      value: batchIndex,
      next: this.encodings.length === 0 ? "What `pad` returns no longer knows its tokens." : undefined,
    });
  }
}
