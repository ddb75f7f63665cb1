/** @file The Rust tokenizers behind `useFast: "native"`: the same results as the pure ones, on all cores. */
import { argumentRangeError, argumentTypeError, messageOf } from "../../core/errors";
import { TokenizerError } from "../tokenizer-error";
import { NativeEncoding } from "./native-encoding";
import { loadRustBinding, type RustTokenizer } from "./rust-binding";
import { rustComplaint } from "./trial-run";

/** The longest text that goes to Rust, in UTF-16 units: on longer runs its regular expressions may give up and end the process. */
export const LONGEST_TEXT = 1_000_000;

/** How a native tokenizer encodes. */
export interface NativeEncodeOptions {
  /** Whether the post-processor adds its tokens, such as [CLS]. @default true */
  addSpecialTokens?: boolean;
}

/** A tokenizer that runs in Rust, beside JavaScript's own thread. It neither pads nor truncates. */
export interface NativeTokenizer {
  /** Encodes a text, or a text and its pair. */
  encode(text: string, pair?: string, options?: NativeEncodeOptions): Promise<NativeEncoding>;
  /** Encodes many texts, or pairs of texts, on all cores. */
  encodeBatch(
    texts: readonly (string | readonly [string, string])[],
    options?: NativeEncodeOptions,
  ): Promise<NativeEncoding[]>;
}

/** A native tokenizer, or why there is none on this machine. */
export type NativeTokenizerResult =
  | { readonly kind: "loaded"; readonly tokenizer: NativeTokenizer }
  | { readonly kind: "unavailable"; readonly reason: string };

/**
 * Loads the text of a tokenizer.json into the Rust library. Python: `tokenizers.Tokenizer.from_str`.
 *
 * Without the optional package `tokenizers` the result says why. The file is tried in a process of its own first, since
 * what Rust cannot cope with ends the process.
 *
 * @throws TokenizerError `tokenizer-file` when the Rust library cannot use the file.
 *
 * @example
 * ```ts
 * const { file } = trainFromTexts(["ola olas", "ola"], { model: "wordpiece", vocabSize: 30 });
 * const native = await loadNativeTokenizer(JSON.stringify(file));
 * if (native.kind === "loaded") (await native.tokenizer.encode("olas ola")).tokens; // ["[CLS]", "ola", "##s", "ola", "[SEP]"]
 * ```
 */
export async function loadNativeTokenizer(tokenizerJson: string): Promise<NativeTokenizerResult> {
  if (typeof tokenizerJson !== "string") {
    throw argumentTypeError({
      function: "loadNativeTokenizer",
      parameter: "tokenizerJson",
      rule: "be the text of a tokenizer.json",
      value: tokenizerJson,
    });
  }
  const result = await loadRustBinding();
  if (result.kind === "unavailable") return result;
  const complaint = await rustComplaint(tokenizerJson);
  if (complaint !== undefined) throw refused(complaint);
  const rust = result.binding.Tokenizer.fromString(tokenizerJson);
  rust.disableTruncation();
  rust.disablePadding();
  return { kind: "loaded", tokenizer: new RustBackedTokenizer(rust) };
}

class RustBackedTokenizer implements NativeTokenizer {
  readonly #rust: RustTokenizer;

  constructor(rust: RustTokenizer) {
    this.#rust = rust;
  }

  async encode(text: string, pair?: string, options: NativeEncodeOptions = {}): Promise<NativeEncoding> {
    checkText(text, "encode", "text");
    if (pair !== undefined) checkText(pair, "encode", "pair");
    const addSpecialTokens = options.addSpecialTokens ?? true;
    const encoding = await this.#rust.encode(text, pair ?? null, { addSpecialTokens }).catch(failed);
    return new NativeEncoding(encoding, text, pair);
  }

  async encodeBatch(
    texts: readonly (string | readonly [string, string])[],
    options: NativeEncodeOptions = {},
  ): Promise<NativeEncoding[]> {
    const addSpecialTokens = options.addSpecialTokens ?? true;
    const single = texts.filter((text): text is string => typeof text === "string");
    if (single.length < texts.length) {
      return await Promise.all(
        texts.map(async (text) => {
          if (!Array.isArray(text)) return await this.encode(text as string, undefined, options);
          return await this.encode(text[0], text[1], options);
        }),
      );
    }
    for (const [index, text] of single.entries()) checkText(text, "encodeBatch", `texts[${index}]`);
    const encodings = await this.#rust.encodeBatch(single, { addSpecialTokens }).catch(failed);
    return encodings.map((encoding, index) => new NativeEncoding(encoding, single[index] ?? ""));
  }
}

function checkText(text: unknown, method: string, parameter: string): void {
  const named = { function: `NativeTokenizer.${method}`, parameter, value: text };
  if (typeof text !== "string") throw argumentTypeError({ ...named, rule: "be a string" });
  if (text.length > LONGEST_TEXT) {
    const next = 'Cut it into parts, or use the tokenizer without `useFast: "native"`.';
    throw argumentRangeError({ ...named, rule: `have at most ${LONGEST_TEXT} UTF-16 units`, value: text.length, next });
  }
  if (/\p{Surrogate}/u.test(text)) {
    const next = "Use `toWellFormed()` on it, or read the file with the right encoding.";
    throw argumentRangeError({ ...named, rule: "be well-formed Unicode, without lone surrogates", next });
  }
}

/** What Rust says of a text, such as that it needs an unknown token which the vocabulary has not. */
function failed(error: unknown): never {
  const message = `The Rust tokenizers cannot encode this text: ${messageOf(error).replace(/[.\s]+$/, "")}.`;
  throw new TokenizerError("text", message, { cause: error });
}

function refused(complaint: string): TokenizerError {
  const [first = ""] = complaint.split("\n");
  return new TokenizerError(
    "tokenizer-file",
    `The Rust tokenizers cannot use this tokenizer.json: ${first.replace(/[.\s]+$/, "")}.`,
    { file: "tokenizer.json", hint: 'Use the tokenizer without `useFast: "native"`, or repair the file.' },
  );
}
