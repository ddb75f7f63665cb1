/** @file The options of training a tokenizer, checked and with their defaults filled in. */
import { argumentRangeError, argumentTypeError } from "../../core/errors";
import { listNames } from "../../core/suggest";
import { byteTables } from "../engine/byte-level";
import { type SpecialTokenRoles, specialTokenRoles } from "./special-token-roles";

/** How far training is. */
export interface TrainingProgress {
  /** The number of tokens that the vocabulary has. */
  done: number;
  /** The number that it is to have. */
  total: number;
}

/** Options of `trainFromTexts`. */
export interface TrainingOptions {
  /** BERT's kind of vocabulary, or GPT-2's. */
  model: "wordpiece" | "byte-level-bpe";
  /** The number of tokens, special ones included; fewer when the texts have no more pairs. @default 30000 */
  vocabSize?: number;
  /** How often a pair must come to be merged. @default 2 */
  minFrequency?: number;
  /** @default BERT's five, or `["<|endoftext|>"]` */
  specialTokens?: readonly string[];
  /** Which special token plays which part. @default by their usual names */
  roles?: Partial<SpecialTokenRoles>;
  /** Whether "A" becomes "a". @default false */
  lowercase?: boolean;
  /** Whether "á" becomes "a". @default for WordPiece as `lowercase`, else false */
  stripAccents?: boolean;
  /** The most different characters to keep, the commonest; WordPiece only. @default 1000 */
  limitAlphabet?: number;
  /** Characters to keep in any case; WordPiece only. @default none */
  initialAlphabet?: readonly string[];
  /** What marks a token inside a word; WordPiece only. @default "##" */
  continuingSubwordPrefix?: string;
  /** Whether a text that begins without a space gets one; byte-level only. @default false */
  addPrefixSpace?: boolean;
  /** The longest input of the model, for tokenizer_config.json. @default 512 for WordPiece, else 1024 */
  modelMaxLength?: number;
  /**
   * The class that Python loads it with.
   * @default "BertTokenizer" or "GPT2Tokenizer" where they read it as it is, else "PreTrainedTokenizerFast"
   */
  tokenizerClass?: string;
  /** Is told from time to time how far training is. */
  onProgress?: (progress: TrainingProgress) => void;
}

/** {@link TrainingOptions} with nothing left open. */
export interface TrainingRules {
  model: "wordpiece" | "byte-level-bpe";
  vocabSize: number;
  minFrequency: number;
  specialTokens: readonly string[];
  roles: Partial<SpecialTokenRoles>;
  lowercase: boolean;
  /** Undefined in tokenizer.json means: as `lowercase`. */
  givenStripAccents: boolean | undefined;
  stripAccents: boolean;
  limitAlphabet: number | undefined;
  initialAlphabet: readonly string[];
  prefix: string;
  addPrefixSpace: boolean;
  modelMaxLength: number;
  tokenizerClass: string;
  onProgress: ((progress: TrainingProgress) => void) | undefined;
}

const MODELS = ["wordpiece", "byte-level-bpe"] as const;
const MOST_TOKENS = 10_000_000;
const BERT_TOKENS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];
const BERT_ROLES = ["pad_token", "unk_token", "cls_token", "sep_token", "mask_token"] as const;
const GPT2_ROLES = ["bos_token", "eos_token", "unk_token"] as const;
const GPT2_TOKENS = ["<|endoftext|>"];

/** Checks the options, and fills in what Python's `BertWordPieceTokenizer` and `ByteLevelBPETokenizer` take. */
export function trainingRules(options: TrainingOptions): TrainingRules {
  if (typeof options !== "object" || options === null) throw wrongType("options", "be an object with `model`", options);
  const { model } = options;
  if (!MODELS.includes(model)) {
    const next = listNames("models", String(model), MODELS);
    throw argumentRangeError({ ...named("model"), rule: "name a kind of model", value: model, next });
  }
  const isBytes = model === "byte-level-bpe";
  for (const name of isBytes ? WORDPIECE_ONLY : BYTES_ONLY) {
    if (options[name] === undefined) continue;
    const rule = `be left out: the model "${model}" has no use for it`;
    throw argumentRangeError({ ...named(name), rule, value: options[name] });
  }
  const specialTokens = checkedStrings("specialTokens", options.specialTokens ?? (isBytes ? GPT2_TOKENS : BERT_TOKENS));
  if (new Set(specialTokens).size < specialTokens.length) {
    throw argumentRangeError({ ...named("specialTokens"), rule: "name each token once", value: specialTokens });
  }
  const lowercase = checkedBoolean("lowercase", options.lowercase) ?? false;
  const givenStripAccents = checkedBoolean("stripAccents", options.stripAccents);
  const roles = specialTokenRoles(model, specialTokens, options.roles ?? {});
  const { tokenizerClass } = options;
  if (tokenizerClass !== undefined && typeof tokenizerClass !== "string") {
    throw wrongType("tokenizerClass", "be the name of a class", tokenizerClass);
  }
  const prefix = options.continuingSubwordPrefix ?? (isBytes ? "" : "##");
  if (typeof prefix !== "string") throw wrongType("continuingSubwordPrefix", "be a string", prefix);
  const onProgress = options.onProgress;
  if (onProgress !== undefined && typeof onProgress !== "function")
    throw wrongType("onProgress", "be a function", onProgress);
  return {
    model,
    vocabSize: checkedCount("vocabSize", options.vocabSize ?? 30_000, 1, MOST_TOKENS),
    minFrequency: checkedCount("minFrequency", options.minFrequency ?? 2, 0, Number.MAX_SAFE_INTEGER),
    specialTokens,
    roles,
    lowercase,
    givenStripAccents,
    stripAccents: givenStripAccents ?? (isBytes ? false : lowercase),
    limitAlphabet: isBytes ? undefined : checkedCount("limitAlphabet", options.limitAlphabet ?? 1000, 1, MOST_TOKENS),
    initialAlphabet: isBytes ? byteTables().byteCharacters : checkedCharacters(options.initialAlphabet ?? []),
    prefix,
    addPrefixSpace: checkedBoolean("addPrefixSpace", options.addPrefixSpace) ?? false,
    modelMaxLength: checkedCount("modelMaxLength", options.modelMaxLength ?? (isBytes ? 1024 : 512), 1, 2 ** 31),
    tokenizerClass: tokenizerClass ?? usualClass(isBytes, roles, prefix, lowercase || givenStripAccents === true),
    onProgress,
  };
}

const WORDPIECE_ONLY = ["limitAlphabet", "initialAlphabet", "continuingSubwordPrefix"] as const;
const BYTES_ONLY = ["addPrefixSpace"] as const;

/** Python's two classes build themselves anew from the vocabulary: what they do not know of would be lost. */
function usualClass(
  isBytes: boolean,
  roles: Partial<SpecialTokenRoles>,
  prefix: string,
  isNormalized: boolean,
): string {
  const needed = isBytes ? GPT2_ROLES : BERT_ROLES;
  const isUsual = needed.every((role) => roles[role] !== undefined) && (isBytes ? !isNormalized : prefix === "##");
  if (!isUsual) return "PreTrainedTokenizerFast";
  return isBytes ? "GPT2Tokenizer" : "BertTokenizer";
}

function checkedCount(parameter: string, value: unknown, least: number, most: number): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return value;
  throw argumentRangeError({ ...named(parameter), rule: `be a whole number from ${least} to ${most}`, value });
}

function checkedBoolean(parameter: string, value: unknown): boolean | undefined {
  if (value === undefined || typeof value === "boolean") return value;
  throw wrongType(parameter, "be true or false", value);
}

function checkedStrings(parameter: string, value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw wrongType(parameter, "be a list of strings", value);
  for (const [index, item] of value.entries()) {
    const isText = typeof item === "string" && item !== "" && !/\p{Surrogate}/u.test(item);
    if (!isText) throw wrongType(`${parameter}[${index}]`, "be a string of at least one character", item);
  }
  return value as readonly string[];
}

function checkedCharacters(value: unknown): readonly string[] {
  for (const character of checkedStrings("initialAlphabet", value)) {
    if (Array.from(character).length === 1) continue;
    throw argumentRangeError({ ...named("initialAlphabet"), rule: "hold single characters", value: character });
  }
  return value as readonly string[];
}

function named(parameter: string): { function: string; parameter: string } {
  return { function: "trainFromTexts", parameter };
}

function wrongType(parameter: string, rule: string, value: unknown): TypeError {
  return argumentTypeError({ ...named(parameter), rule, value });
}
