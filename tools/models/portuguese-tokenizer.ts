/** @file The tokenizer of the Portuguese models: WordPiece with capitals and accents, as the course's own model has it. */
import { join } from "node:path";
import { writeFileAtomic } from "../../src/core/atomic-write";
import { saveTokenizerFile } from "../../src/tokenizers/training/save-tokenizer-file";
import { trainFromTexts } from "../../src/tokenizers/training/train-from-texts";

/** How many tokens the vocabulary has. */
export const PORTUGUESE_VOCABULARY = 4096;

/** How many tokens a Portuguese model reads at once. */
export const PORTUGUESE_CONTEXT = 512;

/** The special tokens, whose ids are their places. */
export const SPECIAL_IDS = { padding: 0, unknown: 1, first: 2, separator: 3, mask: 4, count: 5 } as const;

/** Letters and marks that every vocabulary must spell, however seldom the texts have them. */
const ALPHABET = [
  ..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzÁÀÂÃÇÉÊÍÓÔÕÚáàâãçéêíóôõúü0123456789.,;:!?…–—“”‘’\"'()%ºª/-",
];

/** Trains the tokenizer and writes its files. */
export async function makePortugueseTokenizer(folder: string, texts: readonly string[]): Promise<void> {
  const { file, config } = trainFromTexts(texts, {
    model: "wordpiece",
    vocabSize: PORTUGUESE_VOCABULARY,
    limitAlphabet: 150,
    initialAlphabet: ALPHABET,
    modelMaxLength: PORTUGUESE_CONTEXT,
    // Python gives a BertTokenizer token types, of which a DistilBERT knows nothing.
    tokenizerClass: "DistilBertTokenizer",
  });
  await saveTokenizerFile(folder, file, config);
  await writeFileAtomic(join(folder, "tokenizer.json"), `${JSON.stringify(file)}\n`);
}
