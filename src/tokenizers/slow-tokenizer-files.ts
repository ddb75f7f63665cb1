/** @file Tokenizers from before tokenizer.json: the vocabularies of BERT, GPT-2 and RoBERTa. */
import type { SpecialTokenRole } from "./special-tokens";

type Json = Readonly<Record<string, unknown>>;
type Roles = Readonly<Partial<Record<SpecialTokenRole, string>>>;

const BERT: Roles = {
  unk_token: "[UNK]",
  sep_token: "[SEP]",
  pad_token: "[PAD]",
  cls_token: "[CLS]",
  mask_token: "[MASK]",
};
const GPT2: Roles = { bos_token: "<|endoftext|>", eos_token: "<|endoftext|>", unk_token: "<|endoftext|>" };
const ROBERTA: Roles = {
  bos_token: "<s>",
  eos_token: "</s>",
  unk_token: "<unk>",
  sep_token: "</s>",
  pad_token: "<pad>",
  cls_token: "<s>",
  mask_token: "<mask>",
};
const DEFAULTS: Readonly<Record<string, Roles>> = {
  Bert: BERT,
  DistilBert: BERT,
  Electra: BERT,
  GPT2,
  Roberta: ROBERTA,
  XLMRoberta: ROBERTA,
  Llama: { bos_token: "<s>", eos_token: "</s>", unk_token: "<unk>" },
  T5: { eos_token: "</s>", unk_token: "<unk>", pad_token: "<pad>" },
};
const CLASSES: Readonly<Record<string, string>> = {
  bert: "BertTokenizer",
  distilbert: "DistilBertTokenizer",
  electra: "ElectraTokenizer",
  gpt2: "GPT2Tokenizer",
  roberta: "RobertaTokenizer",
  "xlm-roberta": "XLMRobertaTokenizer",
  llama: "LlamaTokenizer",
  t5: "T5Tokenizer",
};

/** The class that the files name, or the one of the model's type. */
export function classOf(config: Json, modelConfig: Json): string {
  const named = config.tokenizer_class ?? modelConfig.tokenizer_class;
  if (typeof named === "string") return named;
  const type = String(modelConfig.model_type);
  return (Object.hasOwn(CLASSES, type) ? CLASSES[type] : undefined) ?? "PreTrainedTokenizerFast";
}

/** The special tokens that a class has when no file names them. */
export function defaultSpecialTokens(tokenizerClass: string): Roles {
  const family = tokenizerClass.replace(/Tokenizer(Fast)?$/, "");
  return (Object.hasOwn(DEFAULTS, family) ? DEFAULTS[family] : undefined) ?? {};
}

/** BERT's vocab.txt, a token a line. */
export function bertJson(vocabulary: string, config: Json): Json {
  const lines = vocabulary.split("\n").map((line) => line.replace(/\r$/, ""));
  if (lines.at(-1) === "") lines.pop();
  const vocab = Object.fromEntries(lines.map((token, id) => [token, id]));
  const role = (name: keyof typeof BERT): string => tokenText(config[name]) ?? BERT[name] ?? "";
  const [cls, sep] = [role("cls_token"), role("sep_token")];
  const special = (id: string, typeId: number): Json => ({ SpecialToken: { id, type_id: typeId } });
  const text = (id: string, typeId: number): Json => ({ Sequence: { id, type_id: typeId } });
  const named = (token: string): Json => ({ id: token, ids: [vocab[token] ?? 0], tokens: [token] });
  const single = [special(cls, 0), text("A", 0), special(sep, 0)];
  return {
    added_tokens: addedTokens(
      Object.keys(BERT).map((name) => role(name as SpecialTokenRole)),
      vocab,
    ),
    normalizer: {
      type: "BertNormalizer",
      clean_text: true,
      handle_chinese_chars: config.tokenize_chinese_chars ?? true,
      strip_accents: config.strip_accents ?? null,
      lowercase: config.do_lower_case ?? true,
    },
    pre_tokenizer: { type: "BertPreTokenizer" },
    post_processor: {
      type: "TemplateProcessing",
      single,
      pair: [...single, text("B", 1), special(sep, 1)],
      special_tokens: { [cls]: named(cls), [sep]: named(sep) },
    },
    decoder: { type: "WordPiece", prefix: "##", cleanup: true },
    model: {
      type: "WordPiece",
      unk_token: role("unk_token"),
      continuing_subword_prefix: "##",
      max_input_chars_per_word: 100,
      vocab,
    },
  };
}

/** The vocab.json and merges.txt of GPT-2 and RoBERTa. */
export function byteLevelJson(vocab: unknown, merges: string, config: Json, tokenizerClass: string): Json {
  const isRoberta = tokenizerClass.startsWith("Roberta");
  const addsSpace = config.add_prefix_space === true;
  const roles = isRoberta ? ROBERTA : GPT2;
  const ids = (vocab ?? {}) as Readonly<Record<string, unknown>>;
  const end = (role: SpecialTokenRole): [string, unknown] => {
    const token = tokenText(config[role]) ?? roles[role] ?? "";
    return [token, ids[token]];
  };
  return {
    added_tokens: addedTokens([...new Set(Object.values(roles))], ids).map((token) =>
      token.content === "<mask>" ? { ...token, lstrip: true } : token,
    ),
    normalizer: null,
    pre_tokenizer: { type: "ByteLevel", add_prefix_space: addsSpace, trim_offsets: true },
    post_processor: isRoberta
      ? {
          type: "RobertaProcessing",
          sep: end("sep_token"),
          cls: end("cls_token"),
          trim_offsets: true,
          add_prefix_space: addsSpace,
        }
      : null,
    decoder: { type: "ByteLevel" },
    model: {
      type: "BPE",
      unk_token: null,
      vocab,
      merges: merges
        .split("\n")
        .map((line) => line.replace(/\r$/, ""))
        .filter((line) => line !== "" && !line.startsWith("#version")),
    },
  };
}

function addedTokens(tokens: readonly string[], ids: Readonly<Record<string, unknown>>): Json[] {
  return tokens
    .filter((content) => Object.hasOwn(ids, content))
    .map((content) => ({ id: ids[content], content, special: true, normalized: false }));
}

function tokenText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  const content = (value as Json | null | undefined)?.content;
  return typeof content === "string" ? content : undefined;
}
