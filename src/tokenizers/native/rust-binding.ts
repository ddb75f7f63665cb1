/** @file What Caderno uses of the npm package `tokenizers`, the Rust library's own binding, and its loading. */
import { messageOf } from "../../core/errors";

/** A tokenizer that lives in Rust. */
export interface RustTokenizer {
  encode(text: string, pair: string | null, options: { addSpecialTokens: boolean }): Promise<RustEncoding>;
  encodeBatch(texts: string[], options: { addSpecialTokens: boolean }): Promise<RustEncoding[]>;
  disableTruncation(): void;
  disablePadding(): void;
}

/** An encoding that lives in Rust; each call copies one column of it. Offsets count code points. */
export interface RustEncoding {
  getIds(): number[];
  getTypeIds(): number[];
  getTokens(): string[];
  getOffsets(): number[][];
  getSpecialTokensMask(): number[];
  getAttentionMask(): number[];
  getWordIds(): (number | null | undefined)[];
  getSequenceIds(): (number | null | undefined)[];
}

/** The package's exports that Caderno calls. */
export interface RustBinding {
  Tokenizer: { fromString(json: string): RustTokenizer };
}

/** The binding, or why this machine has none. */
export type RustBindingResult = { kind: "loaded"; binding: RustBinding } | { kind: "unavailable"; reason: string };

/** The optional package, by a name in a variable: the compiler need not find what may not be installed. */
export const RUST_PACKAGE: string = "tokenizers";

/** Loads the Rust library; never throws. */
export async function loadRustBinding(packageName: string = RUST_PACKAGE): Promise<RustBindingResult> {
  try {
    const loaded = (await import(packageName)) as { default?: RustBinding } & Partial<RustBinding>;
    const binding = loaded.default ?? loaded;
    if (typeof binding.Tokenizer?.fromString === "function") return { kind: "loaded", binding: binding as RustBinding };
    return { kind: "unavailable", reason: `The package \`${packageName}\` has no \`Tokenizer.fromString\`.` };
  } catch (error) {
    const [first = ""] = messageOf(error).split("\n");
    const reason = `The optional package \`${packageName}\` does not load on ${process.platform} ${process.arch}: ${first}`;
    return { kind: "unavailable", reason };
  }
}
