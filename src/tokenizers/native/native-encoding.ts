/** @file One encoded text of the Rust library: columns that are copied out of Rust when they are first read. */
import type { RustEncoding } from "./rust-binding";

/** A text, or a pair of texts, as tokens; all columns have one entry a token. Python: `tokenizers.Encoding`. */
export class NativeEncoding {
  readonly #rust: RustEncoding;
  readonly #texts: readonly [string, string | undefined];
  #ids: readonly number[] | undefined;
  #tokens: readonly string[] | undefined;
  #offsets: readonly (readonly [number, number])[] | undefined;

  constructor(rust: RustEncoding, text: string, pair?: string) {
    this.#rust = rust;
    this.#texts = [text, pair];
  }

  /** The ids of the tokens. */
  get ids(): readonly number[] {
    this.#ids ??= this.#rust.getIds();
    return this.#ids;
  }

  /** The tokens as the vocabulary spells them. */
  get tokens(): readonly string[] {
    this.#tokens ??= this.#rust.getTokens();
    return this.#tokens;
  }

  /** 0 for the first text, 1 for the second, as the post-processor says. */
  get typeIds(): readonly number[] {
    return this.#rust.getTypeIds();
  }

  /** 1 everywhere: nothing is padded here. */
  get attentionMask(): readonly number[] {
    return this.#rust.getAttentionMask();
  }

  /** 1 for tokens that the post-processor added. */
  get specialTokensMask(): readonly number[] {
    return this.#rust.getSpecialTokensMask();
  }

  /** The number of the word within its text; null for added tokens. */
  get wordIds(): readonly (number | null)[] {
    return this.#rust.getWordIds().map((id) => id ?? null);
  }

  /** 0 for tokens of the text, 1 for those of the pair, null for added ones. */
  get sequenceIds(): readonly (number | null)[] {
    return this.#rust.getSequenceIds().map((id) => id ?? null);
  }

  /** Start and end of each token in its own text, so that `text.slice(start, end)` is the token's text; [0, 0] for added ones. */
  get offsets(): readonly (readonly [number, number])[] {
    this.#offsets ??= this.#sliceOffsets();
    return this.#offsets;
  }

  /** Rust counts code points, a JavaScript string counts UTF-16 units: the two part at the first emoji. */
  #sliceOffsets(): readonly (readonly [number, number])[] {
    const offsets = this.#rust.getOffsets();
    const [first, second] = this.#texts.map((text) => (text === undefined ? undefined : unitsOfCodePoints(text)));
    if (first === undefined && second === undefined) return offsets.map(([start = 0, end = 0]) => [start, end]);
    const sequences = this.sequenceIds;
    return offsets.map(([start = 0, end = 0], token) => {
      const units = sequences[token] === 1 ? second : sequences[token] === 0 ? first : undefined;
      return units === undefined ? [start, end] : [units[start] ?? start, units[end] ?? end];
    });
  }
}

/** The UTF-16 index of each code point and of the end, or undefined where the two counts agree. */
function unitsOfCodePoints(text: string): Uint32Array | undefined {
  if (!/[\uD800-\uDBFF]/.test(text)) return undefined;
  const units = new Uint32Array(text.length + 1);
  let index = 0;
  let unit = 0;
  for (const character of text) {
    units[index++] = unit;
    unit += character.length;
  }
  units[index] = unit;
  return units.subarray(0, index + 1);
}
