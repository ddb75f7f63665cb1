/** @file What a trained tokenizer.json and tokenizer_config.json hold, in the words of Python's tokenizers. */
import type { TrainingRules } from "./training-options";
import type { Vocabulary } from "./vocabulary";

/** A step of a tokenizer.json: its `type`, and the settings of that type. */
export interface TokenizerStep {
  readonly type: string;
  readonly [setting: string]: unknown;
}

/** A token that is found in a text before anything else. */
export interface AddedTokenEntry {
  readonly id: number;
  readonly content: string;
  readonly single_word: boolean;
  readonly lstrip: boolean;
  readonly rstrip: boolean;
  readonly normalized: boolean;
  readonly special: boolean;
}

/** The model of a tokenizer.json: token to id, and for BPE the merges in their order. */
export interface TokenizerModel extends TokenizerStep {
  readonly type: "WordPiece" | "BPE";
  readonly vocab: Readonly<Record<string, number>>;
  readonly merges?: readonly (readonly [string, string])[];
}

/** The content of a tokenizer.json, which Python's tokenizers and transformers.js load. */
export interface TokenizerFile {
  readonly version: "1.0";
  readonly truncation: null;
  readonly padding: null;
  readonly added_tokens: readonly AddedTokenEntry[];
  readonly normalizer: TokenizerStep | null;
  readonly pre_tokenizer: TokenizerStep;
  readonly post_processor: TokenizerStep | null;
  readonly decoder: TokenizerStep;
  readonly model: TokenizerModel;
}

/** The content of a tokenizer_config.json. */
export interface TokenizerConfig {
  readonly tokenizer_class: string;
  readonly model_max_length: number;
  readonly clean_up_tokenization_spaces: boolean;
  readonly [setting: string]: unknown;
}

/** The tokenizer.json of a trained vocabulary; `merges` only for BPE. */
export function tokenizerFile(
  rules: TrainingRules,
  vocabulary: Vocabulary,
  merges: readonly (readonly [string, string])[],
): TokenizerFile {
  const parts = rules.model === "wordpiece" ? bertParts(rules, vocabulary) : gpt2Parts(rules, vocabulary, merges);
  return {
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: rules.specialTokens.map((content) => ({
      id: vocabulary.add(content),
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    ...parts,
  };
}

/** The tokenizer_config.json of a trained vocabulary. */
export function tokenizerConfig(rules: TrainingRules): TokenizerConfig {
  const isBytes = rules.model === "byte-level-bpe";
  const bert = {
    do_lower_case: rules.lowercase,
    strip_accents: rules.givenStripAccents ?? null,
    tokenize_chinese_chars: true,
  };
  return {
    tokenizer_class: rules.tokenizerClass,
    model_max_length: rules.modelMaxLength,
    clean_up_tokenization_spaces: false,
    ...(isBytes ? { add_prefix_space: rules.addPrefixSpace } : bert),
    ...rules.roles,
  };
}

type Parts = Pick<TokenizerFile, "normalizer" | "pre_tokenizer" | "post_processor" | "decoder" | "model">;

function bertParts(rules: TrainingRules, vocabulary: Vocabulary): Parts {
  return {
    normalizer: {
      type: "BertNormalizer",
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: rules.givenStripAccents ?? null,
      lowercase: rules.lowercase,
    },
    pre_tokenizer: { type: "BertPreTokenizer" },
    post_processor: bertTemplate(rules, vocabulary),
    decoder: { type: "WordPiece", prefix: rules.prefix, cleanup: true },
    model: {
      type: "WordPiece",
      unk_token: rules.roles.unk_token,
      continuing_subword_prefix: rules.prefix,
      max_input_chars_per_word: 100,
      vocab: vocabulary.toRecord(),
    },
  };
}

/** `[CLS] A [SEP]` and `[CLS] A [SEP] B [SEP]`, or nothing where the vocabulary has no such tokens. */
function bertTemplate(rules: TrainingRules, vocabulary: Vocabulary): TokenizerStep | null {
  const { cls_token: begin, sep_token: end } = rules.roles;
  if (begin === undefined || end === undefined) return null;
  const special = (id: string, type_id: number): unknown => ({ SpecialToken: { id, type_id } });
  const sequence = (id: string, type_id: number): unknown => ({ Sequence: { id, type_id } });
  const single = [special(begin, 0), sequence("A", 0), special(end, 0)];
  const entries = [begin, end].map((token) => [token, { id: token, ids: [vocabulary.add(token)], tokens: [token] }]);
  return {
    type: "TemplateProcessing",
    single,
    pair: [...single, sequence("B", 1), special(end, 1)],
    special_tokens: Object.fromEntries(entries),
  };
}

function gpt2Parts(
  rules: TrainingRules,
  vocabulary: Vocabulary,
  merges: readonly (readonly [string, string])[],
): Parts {
  const normalizers: TokenizerStep[] = [];
  if (rules.stripAccents) normalizers.push({ type: "NFD" }, { type: "StripAccents" });
  if (rules.lowercase) normalizers.push({ type: "Lowercase" });
  const [first, ...more] = normalizers;
  const step = { type: "ByteLevel", trim_offsets: true, use_regex: true };
  return {
    normalizer: more.length === 0 ? (first ?? null) : { type: "Sequence", normalizers },
    pre_tokenizer: { ...step, add_prefix_space: rules.addPrefixSpace },
    post_processor: { ...step, add_prefix_space: true, trim_offsets: false },
    decoder: { ...step, add_prefix_space: true },
    model: {
      type: "BPE",
      dropout: null,
      unk_token: null,
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
      fuse_unk: false,
      byte_fallback: false,
      ignore_merges: false,
      vocab: vocabulary.toRecord(),
      merges,
    },
  };
}
