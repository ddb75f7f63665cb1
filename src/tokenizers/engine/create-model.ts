/** @file The model that tokenizer.json describes. */
import { Bpe } from "./bpe";
import type { ConfigPart } from "./config-part";
import type { TokenizerModel } from "./model";
import { Unigram } from "./unigram";
import { WordLevel } from "./word-level";
import { WordPiece } from "./word-piece";

const MODELS: Readonly<Record<TokenizerModel["type"], new (config: ConfigPart) => TokenizerModel>> = {
  WordPiece,
  BPE: Bpe,
  Unigram,
  WordLevel,
};

/** The model of a part of tokenizer.json. Old files name no type; their fields tell it. */
export function createModel(config: ConfigPart): TokenizerModel {
  const type = config.has("type") ? config.fields.type : oldType(config);
  const Model =
    typeof type === "string" && Object.hasOwn(MODELS, type) ? MODELS[type as TokenizerModel["type"]] : undefined;
  if (Model === undefined) throw config.unknownType("models", Object.keys(MODELS));
  return new Model(config);
}

function oldType(config: ConfigPart): string | undefined {
  if (Array.isArray(config.fields.merges)) return "BPE";
  if (Array.isArray(config.fields.vocab)) return "Unigram";
  if (config.has("continuing_subword_prefix")) return "WordPiece";
  return config.has("vocab") && config.has("unk_token") ? "WordLevel" : undefined;
}
