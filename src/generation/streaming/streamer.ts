/** @file What listens to a generation while it runs: the interface between `generate` and every streamer. */

/** Which tokens a streamer is given. */
export interface StreamPlace {
  /** Which row of the batch they belong to, from 0. */
  readonly row: number;
  /** Whether they are the row's prompt, without its padding, or new. */
  readonly part: "prompt" | "new";
}

/**
 * Takes tokens as they are chosen. Python: `transformers.generation.streamers.BaseStreamer`.
 *
 * `generate` calls `begin` once, then `put` with the prompt of each row and with new tokens: one after each step, or several
 * where assisted decoding accepts several. What follows a row's end, its padding, is not put. `end` is called once, also
 * where the generation failed or was cancelled. A promise that a call gives is awaited: a slow listener slows the generation
 * instead of filling the memory.
 */
export interface Streamer {
  /** Called before anything is computed; throws where the streamer cannot take so many rows. */
  begin?(rows: number): void;
  /** Takes tokens of a row. */
  put(tokens: readonly number[], place: StreamPlace): void | Promise<void>;
  /** Called after the last token. */
  end(): void | Promise<void>;
  /**
   * Aborted when nobody listens any more. `generate` then stops before its next step and answers with what it has; a signal
   * in its own options makes it throw.
   */
  readonly signal?: AbortSignal;
}
