/** @file The tokenizer of the Spanish models: byte-level BPE, with tokens that only conversations use. */
import { join } from "node:path";
import { writeFileAtomic } from "../../src/core/atomic-write";
import { AutoTokenizer } from "../../src/tokenizers/auto-tokenizer";
import type { PreTrainedTokenizerFast } from "../../src/tokenizers/pre-trained-tokenizer-fast";
import { saveTokenizerFile } from "../../src/tokenizers/training/save-tokenizer-file";
import { trainFromTexts } from "../../src/tokenizers/training/train-from-texts";
import { tokenId } from "./token-id";

/** Ends a text. */
export const END_OF_TEXT = "<|endoftext|>";
/** Begin the turns of a conversation, and end one. */
export const CHAT_TOKENS = {
  system: "<|sistema|>",
  user: "<|usuario|>",
  assistant: "<|asistente|>",
  end: "<|fin|>",
} as const;

/**
 * How many tokens the vocabulary has in the end.
 *
 * Merges are learnt in the order of how much they help, so a smaller vocabulary is the beginning of a larger one.
 */
export const VOCABULARY_SIZE = 384;

/** Trains the tokenizer and writes its files. */
export async function makeSpanishTokenizer(folder: string, texts: readonly string[], vocabSize: number): Promise<void> {
  const { file, config } = trainFromTexts(texts, {
    model: "byte-level-bpe",
    vocabSize,
    specialTokens: [END_OF_TEXT, ...Object.values(CHAT_TOKENS)],
    modelMaxLength: 256,
    roles: { pad_token: END_OF_TEXT },
  });
  await saveTokenizerFile(folder, file, config);
  await writeFileAtomic(join(folder, "tokenizer.json"), `${JSON.stringify(file)}\n`);
}

/** Opens the tokenizer in a folder. */
export function openTokenizer(folder: string): Promise<PreTrainedTokenizerFast> {
  return AutoTokenizer.fromPretrained(folder);
}

/** The ids of paragraphs one after another, each ended by {@link END_OF_TEXT}. */
export function tokenStream(tokenizer: PreTrainedTokenizerFast, paragraphs: readonly string[]): Uint16Array {
  const end = tokenId(tokenizer, END_OF_TEXT);
  const ids: number[] = [];
  for (const paragraph of paragraphs) {
    const encoded = tokenizer.encode(paragraph, { addSpecialTokens: false });
    ids.push(...encoded.input_ids.map(Number), end);
  }
  return Uint16Array.from(ids);
}
