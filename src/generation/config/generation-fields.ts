/** @file The generation options as a table: each one's default and what its value must be. */
import {
  biasedIds,
  type FieldRule,
  flag,
  idList,
  idLists,
  number,
  oneOf,
  orNull,
  startAndFactor,
  texts,
  tokenId,
  tokenIds,
  whole,
} from "./field-rules";
import type { GenerationSettings } from "./generation-options";

/** An option: what it is where nothing is said, and what it may be. */
export interface GenerationField<Value = unknown> {
  readonly default: Value;
  readonly rule: FieldRule;
}

const share = number("from 0 to 1", (value) => value >= 0 && value <= 1);
const shareAboveZero = number("above 0 and at most 1", (value) => value > 0 && value <= 1);
const cutoff = number("from 0 to below 1", (value) => value >= 0 && value < 1);
const aboveZero = number("above 0", (value) => value > 0);
const fromZero = number("from 0", (value) => value >= 0);

/** More beams or texts than this at a time would need more memory than machines have. */
const MOST_ROWS = 10_000;

/** Every option, in the order of Python's GenerationConfig. The defaults are those of transformers 4.48. */
export const GENERATION_FIELDS: {
  readonly [Name in keyof GenerationSettings]: GenerationField<GenerationSettings[Name]>;
} = {
  maxLength: { default: 20, rule: whole(1) },
  maxNewTokens: { default: null, rule: orNull(whole(1)) },
  minLength: { default: 0, rule: whole(0) },
  minNewTokens: { default: null, rule: orNull(whole(0)) },
  earlyStopping: { default: false, rule: oneOf(true, false, "never") },
  maxTime: { default: null, rule: orNull(aboveZero) },
  stopStrings: { default: null, rule: orNull(texts) },
  doSample: { default: false, rule: flag },
  numBeams: { default: 1, rule: whole(1, MOST_ROWS) },
  numBeamGroups: { default: 1, rule: whole(1, MOST_ROWS) },
  penaltyAlpha: { default: null, rule: orNull(share) },
  useCache: { default: true, rule: flag },
  temperature: {
    default: 1,
    rule: (value) =>
      value === 0 ? "be a number above 0 (for the likeliest tokens leave out `doSample`)" : aboveZero(value),
  },
  topK: { default: 50, rule: orNull(whole(0)) },
  topP: { default: 1, rule: share },
  minP: { default: null, rule: orNull(share) },
  typicalP: { default: 1, rule: shareAboveZero },
  epsilonCutoff: { default: 0, rule: cutoff },
  etaCutoff: { default: 0, rule: cutoff },
  diversityPenalty: { default: 0, rule: fromZero },
  repetitionPenalty: { default: 1, rule: aboveZero },
  lengthPenalty: { default: 1, rule: number("of any sign", () => true) },
  noRepeatNgramSize: { default: 0, rule: whole(0) },
  badWordsIds: { default: null, rule: orNull(idLists) },
  sequenceBias: { default: null, rule: orNull(biasedIds) },
  renormalizeLogits: { default: false, rule: flag },
  suppressTokens: { default: null, rule: orNull(idList) },
  beginSuppressTokens: { default: null, rule: orNull(idList) },
  forcedBosTokenId: { default: null, rule: orNull(tokenId) },
  forcedEosTokenId: { default: null, rule: orNull(tokenIds) },
  removeInvalidValues: { default: false, rule: flag },
  exponentialDecayLengthPenalty: { default: null, rule: orNull(startAndFactor) },
  numReturnSequences: { default: 1, rule: whole(1, MOST_ROWS) },
  outputScores: { default: false, rule: flag },
  outputLogits: { default: false, rule: flag },
  outputHiddenStates: { default: false, rule: flag },
  returnDictInGenerate: { default: false, rule: flag },
  padTokenId: { default: null, rule: orNull(tokenId) },
  bosTokenId: { default: null, rule: orNull(tokenId) },
  eosTokenId: { default: null, rule: orNull(tokenIds) },
  numAssistantTokens: { default: 20, rule: whole(1) },
  numAssistantTokensSchedule: { default: "constant", rule: oneOf("constant", "heuristic", "heuristic_transient") },
  assistantConfidenceThreshold: { default: 0.4, rule: share },
  promptLookupNumTokens: { default: null, rule: orNull(whole(1)) },
  maxMatchingNgramSize: { default: null, rule: orNull(whole(1)) },
  seed: { default: null, rule: orNull(whole(0, Number.MAX_SAFE_INTEGER)) },
};

/** The names of all options. */
export const GENERATION_NAMES: readonly (keyof GenerationSettings)[] = Object.keys(
  GENERATION_FIELDS,
) as (keyof GenerationSettings)[];

/** The field of a name that may be any text. */
export function fieldOf(name: string): GenerationField | undefined {
  return Object.hasOwn(GENERATION_FIELDS, name) ? GENERATION_FIELDS[name as keyof GenerationSettings] : undefined;
}

/** `topK` as Python and its files spell it: `top_k`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** `top_k` as it is spelt here: `topK`. */
export function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
