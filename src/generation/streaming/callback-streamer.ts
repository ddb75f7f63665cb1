/** @file A generation told to a function while it runs, for one row or many. */

import { argumentTypeError } from "../../core/errors";
import type { DecodeOptions } from "../../tokenizers/pre-trained-tokenizer-fast";
import type { Streamer, StreamPlace } from "./streamer";
import { TextPieces, type TokenReader } from "./text-pieces";
import type { TextStreamerOptions } from "./text-streamer";

/** Whose text a piece is. */
export interface TextPlace {
  /** Which row of the batch it belongs to, from 0. */
  readonly row: number;
  /** "end" for the row's last piece, which may be empty. */
  readonly part: "prompt" | "new" | "end";
}

/** What is called with each piece; a promise that it gives is awaited. */
export type OnText = (text: string, place: TextPlace) => void | Promise<void>;

/**
 * Calls a function with each piece of text, whole words at a time, and with the row that it belongs to.
 *
 * @example
 * ```ts
 * const texts = ["", ""];
 * const streamer = new CallbackStreamer(tokenizer, (text, { row }) => {
 *   texts[row] += text;
 * });
 * await model.generate(tokenizer.encode(["¡Hola!", "Gracias."], { padding: true, paddingSide: "left" }), { streamer });
 * ```
 */
export class CallbackStreamer implements Streamer {
  readonly #tokenizer: TokenReader;
  readonly #onText: OnText;
  readonly #skipPrompt: boolean;
  readonly #options: DecodeOptions;
  readonly #rows = new Map<number, TextPieces>();

  constructor(tokenizer: TokenReader, onText: OnText, { skipPrompt = false, ...options }: TextStreamerOptions = {}) {
    if (typeof onText !== "function")
      throw argumentTypeError({
        function: "CallbackStreamer",
        parameter: "onText",
        rule: "be a function of a text and its place",
        value: onText,
      });
    this.#tokenizer = tokenizer;
    this.#onText = onText;
    this.#skipPrompt = skipPrompt;
    this.#options = options;
  }

  async put(tokens: readonly number[], { row, part }: StreamPlace): Promise<void> {
    if (part === "prompt" && this.#skipPrompt) return;
    const pieces = this.#rows.get(row) ?? new TextPieces(this.#tokenizer, this.#options);
    this.#rows.set(row, pieces);
    const text = pieces.add(tokens);
    if (text !== "") await this.#onText(text, { row, part });
  }

  async end(): Promise<void> {
    const rows = [...this.#rows].sort(([left], [right]) => left - right);
    this.#rows.clear();
    for (const [row, pieces] of rows) await this.#onText(pieces.finish(), { row, part: "end" });
  }
}
