/** @file One call of `generate` as the strategies see it: prompts, rules of choosing and stopping, listeners, randomness. */
import { defaultRng, Generator } from "../../core/random";
import type { CachedDecoder } from "../../models/decoders/cached-decoder";
import { DecoderRows } from "../decoder/decoder-rows";
import type { GenerationConfig } from "../generation-config";
import { GenerationError } from "../generation-error";
import type { LogitsProcessorList } from "../logits/logits-processor-list";
import type { StoppingCriteriaList } from "../stopping/stopping-criteria-list";
import type { Streamer } from "../streaming/streamer";
import type { Prompt } from "./prompts";
import type { Recorder } from "./recorder";

/** What a strategy gives: whole rows, of one length. */
export interface StrategyResult {
  readonly sequences: readonly (readonly number[])[];
  readonly sequenceScores?: readonly number[];
  readonly beamIndices?: readonly (readonly number[])[];
}

/** What a run is made of. */
export interface RunFields {
  readonly config: GenerationConfig;
  readonly prompts: readonly Prompt[];
  readonly maxLength: number;
  readonly positions: number | undefined;
  readonly processors: LogitsProcessorList;
  readonly criteria: StoppingCriteriaList;
  readonly streamer: Streamer | undefined;
  readonly signal: AbortSignal | undefined;
  readonly recorder: Recorder;
  openDecoder(): Promise<CachedDecoder>;
}

/** Sets the draft's random numbers apart from the row's. */
const DRAFT = 0x64726166;

/** One call of `generate`. */
export class GenerationRun {
  readonly config: GenerationConfig;
  readonly prompts: readonly Prompt[];
  /** The prompts' columns. */
  readonly promptLength: number;
  /** The most columns of a row, prompt included. */
  readonly maxLength: number;
  readonly signal: AbortSignal | undefined;
  readonly recorder: Recorder;
  readonly #fields: RunFields;
  readonly #ends: ReadonlySet<number>;

  constructor(fields: RunFields) {
    this.#fields = fields;
    this.config = fields.config;
    this.prompts = fields.prompts;
    this.promptLength = fields.prompts[0]?.ids.length ?? 0;
    this.maxLength = fields.maxLength;
    this.signal = fields.signal;
    this.recorder = fields.recorder;
    this.#ends = new Set(fields.config.eosTokenIds);
  }

  /** Begins with some prompts; the first step must feed them. */
  async open(prompts: readonly Prompt[] = this.prompts): Promise<DecoderRows> {
    return new DecoderRows(
      await this.#fields.openDecoder(),
      prompts.map(({ mask }) => mask),
    );
  }

  /**
   * The random numbers of a row: those of the same row alone with `seed + row`.
   *
   * @param use What is drawn; a draft's tokens must not depend on the numbers by which they are judged.
   */
  random(row: number, use: "tokens" | "draft" = "tokens"): Generator {
    const { seed } = this.config;
    if (seed === null) return defaultRng();
    const own = seed + row;
    return use === "tokens" ? defaultRng(own) : new Generator([own >>> 0, Math.floor(own / 2 ** 32), DRAFT]);
  }

  /** Scores of a row's next token after all processors. The scores that are given may be changed. */
  process(
    ids: readonly number[],
    scores: Float32Array,
    place: { row: number; prompt: number; groupTokens?: readonly number[] },
  ): Float32Array {
    const { row, prompt, groupTokens } = place;
    return this.#fields.processors.process(ids, scores, {
      row,
      step: ids.length - this.promptLength,
      promptLength: this.promptLength,
      padding: this.prompts[prompt]?.padding ?? 0,
      ...(groupTokens === undefined ? {} : { groupTokens }),
    });
  }

  /** Whether a row ends with its last token. */
  stops(ids: readonly number[], place: { row: number; prompt: number; scores?: Float32Array }): boolean {
    const { row, prompt, scores } = place;
    if (ids.length >= this.maxLengthOf(prompt)) return true;
    return this.#fields.criteria.shouldStop(ids, {
      row,
      step: ids.length - this.promptLength,
      promptLength: this.promptLength,
      ...(scores === undefined ? {} : { scores }),
    });
  }

  /** The most columns of a prompt's rows: those that were asked for, and those that the model has positions for. */
  maxLengthOf(prompt: number): number {
    const { positions } = this.#fields;
    const room = positions === undefined ? Number.POSITIVE_INFINITY : positions + (this.prompts[prompt]?.padding ?? 0);
    return Math.min(this.maxLength, room);
  }

  /** Whether a token ends texts. */
  isEnd(token: number): boolean {
    return this.#ends.has(token);
  }

  /** Whether another step may begin. Throws where the call's signal was aborted. */
  goesOn(): boolean {
    this.signal?.throwIfAborted();
    return this.#fields.streamer?.signal?.aborted !== true;
  }

  /** Tells the listener of new tokens. */
  async stream(row: number, tokens: readonly number[]): Promise<void> {
    await this.#fields.streamer?.put(tokens, { row, part: "new" });
  }

  /** Rows made equally long, filled up after their ends. */
  padded(rows: readonly (readonly number[])[]): number[][] {
    const longest = Math.max(...rows.map((row) => row.length));
    return rows.map((row) => {
      const missing = longest - row.length;
      return missing === 0 ? [...row] : [...row, ...new Array<number>(missing).fill(this.padId())];
    });
  }

  /** The token that fills rows up. */
  padId(): number {
    const id = this.config.padTokenId ?? this.config.eosTokenIds[0];
    if (id !== undefined) return id;
    throw new GenerationError("pad-missing", "generate: rows end at different lengths, and no token fills them up.", {
      parameters: ["padTokenId"],
      hint: "Set `padTokenId`, to the tokenizer's `padTokenId` or any token that you skip.",
    });
  }
}
