/** @file A generation as an asynchronous list of texts. */
import { argumentRangeError } from "../../core/errors";
import type { TokenReader } from "./text-pieces";
import { TextStreamer, type TextStreamerOptions } from "./text-streamer";

/** Options of {@link TextIteratorStreamer}. */
export interface TextIteratorOptions extends TextStreamerOptions {
  /** How many pieces may wait for who reads them before the generation waits too. @default 64 */
  highWaterMark?: number;
}

/**
 * Gives the text of one row piece by piece to a `for await` loop.
 *
 * Once somebody reads, the generation waits where the reader is slow. Who leaves the loop ends the generation.
 *
 * Python: `transformers.AsyncTextIteratorStreamer`, and `TextIteratorStreamer`, which needs a thread.
 *
 * @example
 * ```ts
 * const streamer = new TextIteratorStreamer(tokenizer, { skipPrompt: true });
 * const generation = model.generate(inputs, { streamer });
 * for await (const text of streamer) process.stdout.write(text);
 * await generation;
 * ```
 */
export class TextIteratorStreamer extends TextStreamer implements AsyncIterableIterator<string> {
  readonly #highWaterMark: number;
  readonly #abort = new AbortController();
  readonly #waiting: string[] = [];
  #state: "unread" | "open" | "ended" = "unread";
  #isEnding = false;
  #wakeReader: (() => void) | undefined;
  #wakeWriter: (() => void) | undefined;

  constructor(tokenizer: TokenReader, { highWaterMark = 64, ...options }: TextIteratorOptions = {}) {
    super(tokenizer, options);
    if (!Number.isSafeInteger(highWaterMark) || highWaterMark < 1)
      throw argumentRangeError({
        function: "TextIteratorStreamer",
        parameter: "highWaterMark",
        rule: "be a whole number from 1",
        value: highWaterMark,
      });
    this.#highWaterMark = highWaterMark;
  }

  /** Aborted when the reader has left; `generate` then ends. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<string, undefined>> {
    if (this.#state === "unread") this.#state = "open";
    for (;;) {
      const text = this.#waiting.shift();
      this.#wakeWriter?.();
      if (text !== undefined) return { done: false, value: text };
      if (this.#isEnding || this.#state === "ended") return { done: true, value: undefined };
      await new Promise<void>((wake) => {
        this.#wakeReader = wake;
      });
    }
  }

  /** Called when a loop is left early. */
  async return(): Promise<IteratorResult<string, undefined>> {
    this.#state = "ended";
    this.#waiting.length = 0;
    this.#abort.abort();
    this.#wakeWriter?.();
    this.#wakeReader?.();
    return { done: true, value: undefined };
  }

  override async onFinalizedText(text: string, { part }: { part: "text" | "end" }): Promise<void> {
    if (this.#state !== "ended" && text !== "") this.#waiting.push(text);
    if (part === "end") this.#isEnding = true;
    this.#wakeReader?.();
    // A program that reads only after the generation must not wait for itself.
    while (part === "text" && this.#state === "open" && this.#waiting.length >= this.#highWaterMark)
      await new Promise<void>((wake) => {
        this.#wakeWriter = wake;
      });
  }
}
