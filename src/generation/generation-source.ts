/** @file What `generate` needs of a model, whatever computes it. */
import type { CachedDecoder } from "../models/decoders/cached-decoder";
import type { PreTrainedModel } from "../models/pretrained-model";
import { ForwardDecoder } from "./decoder/forward-decoder";
import type { GenerationConfig } from "./generation-config";

/** A model that can continue texts. */
export interface GenerationSource {
  /** The class's name in Python: `"GPT2LMHeadModel"`. */
  readonly className: string;
  /** How many tokens the vocabulary has; undefined where nothing says. */
  readonly vocabulary: number | undefined;
  /** The most tokens of a text; undefined where nothing bounds it. */
  readonly positions: number | undefined;
  /** The options that hold where a call gives none. */
  readonly generationConfig: GenerationConfig;
  /** A decoder with an empty memory. */
  openDecoder(): Promise<CachedDecoder>;
}

/** A model that has a `generate` of its own. */
export interface Generative {
  /** What `generate` needs of it. */
  generationSource(): GenerationSource;
}

/** What `generate` works with, of a model of this project's graphs. */
export function generationSourceOf(model: PreTrainedModel & { generationConfig: GenerationConfig }): GenerationSource {
  const { config, className, generationConfig } = model;
  return {
    className,
    vocabulary: vocabularyOf(config),
    positions: positionsOf(config),
    generationConfig,
    openDecoder: async () => (await model.openDecoder()) ?? new ForwardDecoder(model),
  };
}

/** How many tokens a text may have, by a configuration. */
export function positionsOf(config: { readonly [key: string]: unknown }): number | undefined {
  const positions = config.n_positions ?? config.max_position_embeddings ?? config.n_ctx;
  return typeof positions === "number" ? positions : undefined;
}

/** How many tokens the vocabulary has, by a configuration. */
export function vocabularyOf(config: { readonly [key: string]: unknown }): number | undefined {
  return typeof config.vocab_size === "number" ? config.vocab_size : undefined;
}
