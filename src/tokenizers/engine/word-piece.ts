/** @file WordPiece: the longest token that begins a word, then the longest that continues it, and so on. */

import { TokenizerError } from "../tokenizer-error";
import type { ConfigPart } from "./config-part";
import { type ModelToken, type TokenizerModel, Vocabulary, WordCache } from "./model";

/** The model of BERT (Schuster and Nakajima 2012). A word with an unknown part is unknown as a whole. */
export class WordPiece implements TokenizerModel {
  readonly type = "WordPiece";
  readonly vocabulary: Vocabulary;
  readonly unknownToken: string;
  readonly #prefix: string;
  readonly #longestWord: number;
  readonly #longestToken: number;
  readonly #cache = new WordCache();

  constructor(config: ConfigPart) {
    this.vocabulary = Vocabulary.read(config);
    this.unknownToken = config.string("unk_token", "[UNK]");
    this.#prefix = config.string("continuing_subword_prefix", "##");
    this.#longestWord = config.count("max_input_chars_per_word", 100);
    let longest = 0;
    for (const token of this.vocabulary.ids.keys()) longest = Math.max(longest, token.length);
    this.#longestToken = longest;
  }

  tokenize(word: string): readonly ModelToken[] {
    return this.#cache.get(word, () => this.#cut(word) ?? [this.#unknown(word)]);
  }

  #cut(word: string): ModelToken[] | undefined {
    if (word.length > this.#longestWord && [...word].length > this.#longestWord) return undefined;
    const tokens: ModelToken[] = [];
    let start = 0;
    while (start < word.length) {
      const prefix = start === 0 ? "" : this.#prefix;
      let end = Math.min(word.length, start + this.#longestToken);
      let id: number | undefined;
      while (end > start) {
        id = this.vocabulary.ids.get(prefix + word.slice(start, end));
        if (id !== undefined) break;
        end--;
      }
      if (id === undefined) return undefined;
      tokens.push({ id, value: prefix + word.slice(start, end), start, end });
      start = end;
    }
    return tokens;
  }

  #unknown(word: string): ModelToken {
    const id = this.vocabulary.ids.get(this.unknownToken);
    if (id === undefined) throw missingUnknown(this.unknownToken);
    return { id, value: this.unknownToken, start: 0, end: word.length };
  }
}

/** The error for a word that is unknown to a vocabulary without an unknown token. */
export function missingUnknown(token: string): TokenizerError {
  return new TokenizerError(
    "token-missing",
    `A word is not in the vocabulary, and neither is the unknown token ${JSON.stringify(token)}.`,
    { file: "tokenizer.json", part: "model.unk_token", hint: "Add the unknown token to the vocabulary." },
  );
}
