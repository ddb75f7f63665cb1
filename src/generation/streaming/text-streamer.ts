/** @file A generation printed while it runs. */
import type { DecodeOptions } from "../../tokenizers/pre-trained-tokenizer-fast";
import { GenerationError } from "../generation-error";
import type { Streamer, StreamPlace } from "./streamer";
import { TextPieces, type TokenReader } from "./text-pieces";

/** Options of the streamers of text. */
export interface TextStreamerOptions extends DecodeOptions {
  /** Leaves the prompt out. @default false */
  skipPrompt?: boolean;
}

/**
 * Prints the text of one row while it is generated, in the terminal or under the cell: whole words, as they become certain.
 *
 * A batch of several rows is refused: their words would run into each other. Override {@link TextStreamer.onFinalizedText}
 * to do something else with the text.
 *
 * Python: `transformers.TextStreamer`.
 *
 * @example
 * ```ts
 * await model.generate(inputs, { streamer: new TextStreamer(tokenizer, { skipPrompt: true }) });
 * ```
 */
export class TextStreamer implements Streamer {
  readonly #pieces: TextPieces;
  readonly #skipPrompt: boolean;

  constructor(tokenizer: TokenReader, { skipPrompt = false, ...options }: TextStreamerOptions = {}) {
    this.#pieces = new TextPieces(tokenizer, options);
    this.#skipPrompt = skipPrompt;
  }

  begin(rows: number): void {
    if (rows === 1) return;
    throw new GenerationError(
      "batch-unsupported",
      `A ${this.constructor.name} takes one text, not ${rows} at a time.`,
      {
        parameters: ["streamer"],
        hint: "Generate one text a call, or take a CallbackStreamer, which is told whose words they are.",
      },
    );
  }

  put(tokens: readonly number[], place: StreamPlace): void | Promise<void> {
    if (place.part === "prompt" && this.#skipPrompt) return;
    return this.onFinalizedText(this.#pieces.add(tokens), { part: "text" });
  }

  end(): void | Promise<void> {
    return this.onFinalizedText(this.#pieces.finish(), { part: "end" });
  }

  /** What is done with a piece of text, which may be empty. By default it is printed, and a new line after the last one. */
  onFinalizedText(text: string, { part }: { part: "text" | "end" }): void | Promise<void> {
    process.stdout.write(part === "end" ? `${text}\n` : text);
  }
}
