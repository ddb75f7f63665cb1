/** @file The options of `model.generate`. */
import type { PreTrainedTokenizerFast } from "../tokenizers/pre-trained-tokenizer-fast";
import type { GenerationOptions } from "./config/generation-options";
import type { GenerationConfig } from "./generation-config";
import type { Generative } from "./generation-source";
import type { LogitsProcessor } from "./logits/logits-processor";
import type { LogitsFunction } from "./logits/logits-processor-list";
import type { TraceOptions } from "./run/recorder";
import type { StoppingCriteria } from "./stopping/stopping-criteria";
import type { StoppingFunction } from "./stopping/stopping-criteria-list";
import type { Streamer } from "./streaming/streamer";

/** Options of `model.generate`: those of {@link GenerationOptions}, and what belongs to one call. */
export interface GenerateOptions extends GenerationOptions {
  /** What holds where an option is not given. @default the model's `generationConfig` */
  generationConfig?: GenerationConfig;
  /** Writes the texts, and reads `stopStrings`. */
  tokenizer?: PreTrainedTokenizerFast;
  /** A smaller model with the same tokens, which runs ahead. */
  assistantModel?: Generative;
  /** Further processors, behind those of the options. */
  logitsProcessor?: Iterable<LogitsProcessor | LogitsFunction>;
  /** Further criteria, beside those of the options. */
  stoppingCriteria?: Iterable<StoppingCriteria | StoppingFunction>;
  /** Is told of tokens as they come. Not with beams, whose tokens are certain at the end only. */
  streamer?: Streamer;
  /** Ends the call before its next step: it throws the signal's reason. */
  signal?: AbortSignal;
  /** Keeps what each step looked at, for pictures. @default false */
  trace?: boolean | TraceOptions;
}

/** The names of {@link GenerateOptions} that are no generation options. */
export const CALL_NAMES: readonly string[] = [
  "generationConfig",
  "tokenizer",
  "assistantModel",
  "logitsProcessor",
  "stoppingCriteria",
  "streamer",
  "signal",
  "trace",
];
