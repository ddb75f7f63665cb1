/** @file What every tokenizer model gives: the tokens of a word, and its vocabulary. */
import { type ConfigPart, wrong } from "./config-part";

/** One token of a word. */
export interface ModelToken {
  id: number;
  /** The token as the vocabulary writes it; for Unigram the text itself where it is unknown. */
  value: string;
  /** Where it begins in the word, in UTF-16 units. */
  start: number;
  /** Where it ends. */
  end: number;
}

/** Cuts words into tokens of a vocabulary. */
export interface TokenizerModel {
  readonly type: "WordPiece" | "BPE" | "Unigram" | "WordLevel";
  readonly vocabulary: Vocabulary;
  /** The token for what is not in the vocabulary. */
  readonly unknownToken: string | undefined;
  tokenize(word: string): readonly ModelToken[];
}

/** The most tokens that a vocabulary may have. */
export const MOST_TOKENS = 4_000_000;

/** Tokens and their ids, both ways. */
export class Vocabulary {
  readonly ids: ReadonlyMap<string, number>;
  readonly #tokens: (string | undefined)[] = [];

  constructor(ids: ReadonlyMap<string, number>) {
    this.ids = ids;
    for (const [token, id] of ids) this.#tokens[id] = token;
  }

  /** The vocabulary in an object of tokens and ids. */
  static read(config: ConfigPart): Vocabulary {
    const { fields, place } = config.part("vocab");
    const ids = new Map<string, number>();
    for (const [token, id] of Object.entries(fields)) {
      if (typeof id !== "number" || !Number.isInteger(id) || id < 0 || id > MOST_TOKENS)
        throw wrong(`${place}[${JSON.stringify(token)}]`, `an id from 0 to ${MOST_TOKENS}`, id);
      ids.set(token, id);
    }
    return new Vocabulary(ids);
  }

  get size(): number {
    return this.ids.size;
  }

  token(id: number): string | undefined {
    return this.#tokens[id];
  }
}

/** Remembers the tokens of short words, since texts repeat them. */
export class WordCache {
  readonly #words = new Map<string, readonly ModelToken[]>();

  /** The tokens of a word, computed once. */
  get(word: string, compute: (word: string) => readonly ModelToken[]): readonly ModelToken[] {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    const tokens = compute(word);
    if (word.length <= 256) {
      if (this.#words.size >= 20_000) this.#words.clear();
      this.#words.set(word, tokens);
    }
    return tokens;
  }
}
