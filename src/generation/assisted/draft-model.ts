/** @file Draft tokens from a smaller model, which runs some tokens ahead. */
import type { Generator } from "../../core/random";
import type { CachedDecoder } from "../../models/decoders/cached-decoder";
import { DecoderRows } from "../decoder/decoder-rows";
import type { GenerationConfig } from "../generation-config";
import { logSumExp } from "../logits/log-sum-exp";
import { drawToken } from "../run/draw";
import { argmax } from "../run/greatest";
import type { Prompt } from "../run/prompts";
import type { Draft, DraftSource } from "./draft";

/** What a draft is made with. */
export interface DraftModelOptions {
  readonly config: GenerationConfig;
  readonly prompt: Prompt;
  /** The draft's own limit of tokens. */
  readonly positions: number | undefined;
  readonly random: Generator;
  readonly signal: AbortSignal | undefined;
  /** How many tokens it proposes; with a schedule it changes and is read by the next call. */
  readonly pace: { tokens: number };
  isEnd(token: number): boolean;
  /** The processors of the call, on the draft's scores. */
  process(ids: readonly number[], scores: Float32Array): Float32Array;
}

/** Python: `transformers.generation.AssistedCandidateGenerator`, without its adaptation of the confidence threshold. */
export class DraftModel implements DraftSource {
  readonly #rows: DecoderRows;
  readonly #options: DraftModelOptions;

  constructor(decoder: CachedDecoder, options: DraftModelOptions) {
    this.#rows = new DecoderRows(decoder, [options.prompt.mask]);
    this.#options = options;
  }

  async propose(ids: readonly number[], most: number): Promise<Draft> {
    const { config, pace, positions, prompt, random, signal } = this.#options;
    const room = positions === undefined ? most : Math.min(most, positions - (ids.length - prompt.padding));
    const wanted = Math.min(Math.floor(pace.tokens), room);
    const tokens: number[] = [];
    const scores: Float32Array[] = [];
    this.#rows.cut(Math.min(this.#rows.length, ids.length - 1));
    while (tokens.length < wanted) {
      const all = [...ids, ...tokens];
      const step = await this.#rows.step([all.slice(this.#rows.length)], { signal });
      const processed = this.#options.process(all, step.logits(0));
      const token = config.doSample ? drawToken(processed, random) : argmax(processed);
      tokens.push(token);
      scores.push(processed);
      if (this.#options.isEnd(token) || !this.#isSure(processed, token)) break;
    }
    return { tokens, scores };
  }

  learn(proposed: number, accepted: number): void {
    const { pace, config } = this.#options;
    if (config.numAssistantTokensSchedule === "constant") return;
    pace.tokens = accepted === proposed ? pace.tokens + 2 : Math.max(1, pace.tokens - 1);
  }

  close(): Promise<void> {
    return this.#rows.close();
  }

  #isSure(scores: Float32Array, token: number): boolean {
    const threshold = this.#options.config.assistantConfidenceThreshold;
    return threshold === 0 || Math.exp((scores[token] ?? 0) - logSumExp(scores)) >= threshold;
  }
}
