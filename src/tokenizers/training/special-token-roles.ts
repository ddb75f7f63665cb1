/** @file Which special token plays which part: the padding, the unknown word, the ends of a text. */
import { argumentRangeError } from "../../core/errors";
import { listNames } from "../../core/suggest";

/** The parts that special tokens play, by the names of tokenizer_config.json. */
export interface SpecialTokenRoles {
  /** Fills up short texts. */
  pad_token: string;
  /** Stands for what the vocabulary cannot spell. */
  unk_token: string;
  /** Begins a text, in BERT. */
  cls_token: string;
  /** Ends a text, in BERT. */
  sep_token: string;
  /** Hides a token that the model has to guess. */
  mask_token: string;
  /** Begins a text, in GPT-2. */
  bos_token: string;
  /** Ends a text, in GPT-2. */
  eos_token: string;
}

type Role = keyof SpecialTokenRoles;

const USUAL_NAMES: Readonly<
  Record<"wordpiece" | "byte-level-bpe", Readonly<Partial<Record<Role, readonly string[]>>>>
> = {
  wordpiece: {
    unk_token: ["[UNK]", "<unk>"],
    sep_token: ["[SEP]"],
    pad_token: ["[PAD]", "<pad>"],
    cls_token: ["[CLS]"],
    mask_token: ["[MASK]", "<mask>"],
  },
  "byte-level-bpe": {
    bos_token: ["<s>", "<|endoftext|>"],
    eos_token: ["</s>", "<|endoftext|>"],
    unk_token: ["<unk>", "<|endoftext|>"],
    pad_token: ["<pad>"],
    mask_token: ["<mask>"],
  },
};

/** The given roles, and for the others the special tokens with the usual names. */
export function specialTokenRoles(
  model: "wordpiece" | "byte-level-bpe",
  specialTokens: readonly string[],
  given: Partial<SpecialTokenRoles>,
): Partial<SpecialTokenRoles> {
  const roles: Partial<SpecialTokenRoles> = {};
  for (const [role, names = []] of Object.entries(USUAL_NAMES[model]) as [Role, readonly string[] | undefined][]) {
    const found = names.find((name) => specialTokens.includes(name));
    if (found !== undefined) roles[role] = found;
  }
  const known: readonly string[] = [
    "pad_token",
    "unk_token",
    "cls_token",
    "sep_token",
    "mask_token",
    "bos_token",
    "eos_token",
  ];
  for (const [role, token] of Object.entries(given)) {
    if (!known.includes(role)) throw wrong("roles", "name known parts", role, listNames("parts", role, known));
    if (token === undefined) continue;
    if (!specialTokens.includes(token)) {
      const next = listNames("special tokens", String(token), specialTokens);
      throw wrong(`roles.${role}`, "be one of `specialTokens`", token, next);
    }
    roles[role as Role] = token;
  }
  if (model === "wordpiece" && roles.unk_token === undefined) {
    const next =
      "Add [UNK], or say which one by `roles: { unk_token: … }`: WordPiece needs it for words it cannot spell.";
    throw wrong("specialTokens", "hold a token for unknown words", specialTokens, next);
  }
  return roles;
}

function wrong(parameter: string, rule: string, value: unknown, next: string): RangeError {
  return argumentRangeError({ function: "trainFromTexts", parameter, rule, value, next });
}
