/** @file The options of generation, each with what it means: Python's, in camelCase. */

/** One token's id, or several of the same role. */
export type TokenIds = number | readonly number[];

/**
 * How texts are generated. Python: the arguments of `transformers.GenerationConfig`, in camelCase.
 *
 * Where `null` is allowed it means "none", which can undo what a model's generation_config.json sets.
 */
export interface GenerationOptions {
  /** The most tokens of a row, prompt and padding included. @default 20 new ones */
  maxLength?: number;
  /** The most new tokens; goes before `maxLength`. @default null */
  maxNewTokens?: number | null;
  /** The fewest tokens of a row, prompt included: no end token before. @default 0 */
  minLength?: number;
  /** The fewest new tokens. @default null */
  minNewTokens?: number | null;
  /** Of beams: true ends as soon as there are enough finished ones, false where better ones are unlikely, "never" where they are impossible. @default false */
  earlyStopping?: boolean | "never";
  /** Seconds after which no further token is begun. @default null */
  maxTime?: number | null;
  /** A text or several: a row ends where it has written one of them. @default null */
  stopStrings?: string | readonly string[] | null;
  /** Draws tokens by their probabilities instead of taking the likeliest. @default false */
  doSample?: boolean;
  /** How many continuations are followed at the same time. @default 1 */
  numBeams?: number;
  /** Into how many groups the beams are split, each of which avoids the tokens of those before. @default 1 */
  numBeamGroups?: number;
  /** Of contrastive search: from 0 to 1, how much likeness to what was written counts against a token. @default null */
  penaltyAlpha?: number | null;
  /** Whether what was computed for earlier tokens is kept. @default true */
  useCache?: boolean;
  /** Of drawing: below 1 likely tokens become likelier, above 1 unlikely ones. @default 1 */
  temperature?: number;
  /** Of drawing and of contrastive search: how many of the likeliest tokens are looked at; null or 0 for all. @default 50 */
  topK?: number | null;
  /** Of drawing: the likeliest tokens that together have this probability. @default 1 */
  topP?: number;
  /** Of drawing: tokens at least this share as likely as the likeliest one. @default null */
  minP?: number | null;
  /** Of drawing: the tokens nearest to the expected surprise that together have this probability. @default 1 */
  typicalP?: number;
  /** Of drawing: tokens of at least this probability. @default 0 */
  epsilonCutoff?: number;
  /** Of drawing: as `epsilonCutoff`, lower where the distribution is flat. @default 0 */
  etaCutoff?: number;
  /** Of beam groups: what a token that an earlier group took at this step loses. @default 0 */
  diversityPenalty?: number;
  /** Above 1 the tokens of prompt and text become less likely, below 1 likelier. @default 1 */
  repetitionPenalty?: number;
  /** Of beams: the power of the length that a beam's score is divided by; above 0 favours long ones. @default 1 */
  lengthPenalty?: number;
  /** Runs of so many tokens occur once at most; 0 for any number of times. @default 0 */
  noRepeatNgramSize?: number;
  /** Runs of tokens that must not occur. @default null */
  badWordsIds?: readonly (readonly number[])[] | null;
  /** Runs of tokens and what is added to the score of their last token where the others stand before. @default null */
  sequenceBias?: readonly (readonly [ids: readonly number[], bias: number])[] | null;
  /** Makes the scores log-probabilities again after all processors. @default false */
  renormalizeLogits?: boolean;
  /** Tokens that never occur. @default null */
  suppressTokens?: readonly number[] | null;
  /** Tokens that do not occur as the first new one. @default null */
  beginSuppressTokens?: readonly number[] | null;
  /** The token after a prompt of one token. @default null */
  forcedBosTokenId?: number | null;
  /** The last token where a row reaches its greatest length. @default null */
  forcedEosTokenId?: TokenIds | null;
  /** Scores that are no numbers or infinite become finite. @default false */
  removeInvalidValues?: boolean;
  /** `[start, factor]`: from `start` new tokens on the end becomes likelier by `factor` to the power of the tokens since. @default null */
  exponentialDecayLengthPenalty?: readonly [start: number, factor: number] | null;
  /** How many texts a prompt gets. @default 1 */
  numReturnSequences?: number;
  /** Keeps the processed scores of each step. @default false */
  outputScores?: boolean;
  /** Keeps the model's logits of each step. @default false */
  outputLogits?: boolean;
  /** Keeps the hidden states of each step. @default false */
  outputHiddenStates?: boolean;
  /** Answers with all that is known of the generation instead of the ids alone. @default false */
  returnDictInGenerate?: boolean;
  /** What fills short rows. @default null */
  padTokenId?: number | null;
  /** What begins a text without a prompt. @default null */
  bosTokenId?: number | null;
  /** What ends a text: one or several. @default null */
  eosTokenId?: TokenIds | null;
  /** Of assisted decoding: how many tokens the draft proposes at first. @default 20 */
  numAssistantTokens?: number;
  /** Of assisted decoding: whether that number follows the draft's success, over calls or within one. @default "constant" */
  numAssistantTokensSchedule?: "constant" | "heuristic" | "heuristic_transient";
  /** Of assisted decoding: the draft stops where its probability falls below; 0 for never. @default 0.4 */
  assistantConfidenceThreshold?: number;
  /** Drafts this many tokens by looking them up in the prompt. @default null */
  promptLookupNumTokens?: number | null;
  /** Of prompt lookup: the longest run of tokens that is looked up. @default 2 */
  maxMatchingNgramSize?: number | null;
  /** Of drawing: the same seed draws the same tokens. Python sets it with `transformers.set_seed`. @default null, the operating system's randomness */
  seed?: number | null;
}

/** Every option with its value. */
export type GenerationSettings = {
  readonly [Name in keyof GenerationOptions]-?: Exclude<GenerationOptions[Name], undefined>;
};
