/** @file Byte-pair encoding: a word in characters, whose neighbours are merged in the order that training found. */
import { forEachCharacter } from "./aligned-text";
import { type Merge, mergePairs, pairKey, type WordSymbol } from "./bpe-merge";
import { type ConfigPart, wrong } from "./config-part";
import { type ModelToken, type TokenizerModel, Vocabulary, WordCache } from "./model";
import { missingUnknown } from "./word-piece";

/** The model of GPT-2 and Llama (Sennrich, Haddow and Birch 2016). */
export class Bpe implements TokenizerModel {
  readonly type = "BPE";
  readonly vocabulary: Vocabulary;
  readonly unknownToken: string | undefined;
  readonly #merges: ReadonlyMap<number, Merge>;
  readonly #prefix: string;
  readonly #suffix: string;
  readonly #fusesUnknown: boolean;
  readonly #fallsBackToBytes: boolean;
  readonly #ignoresMerges: boolean;
  readonly #cache = new WordCache();

  constructor(config: ConfigPart) {
    this.vocabulary = Vocabulary.read(config);
    this.unknownToken = config.has("unk_token") ? config.string("unk_token") : undefined;
    this.#prefix = config.string("continuing_subword_prefix", "");
    this.#suffix = config.string("end_of_word_suffix", "");
    this.#fusesUnknown = config.boolean("fuse_unk", false);
    this.#fallsBackToBytes = config.boolean("byte_fallback", false);
    this.#ignoresMerges = config.boolean("ignore_merges", false);
    this.#merges = readMerges(config, this.vocabulary, this.#prefix.length);
  }

  tokenize(word: string): readonly ModelToken[] {
    return this.#cache.get(word, () => this.#encode(word));
  }

  #encode(word: string): ModelToken[] {
    const whole = this.#ignoresMerges ? this.vocabulary.ids.get(word) : undefined;
    if (whole !== undefined) return [{ id: whole, value: word, start: 0, end: word.length }];
    return mergePairs(this.#symbolsOf(word), this.#merges).map(({ id, start, end }) => ({
      id,
      value: this.vocabulary.token(id) ?? "",
      start,
      end,
    }));
  }

  /** The word's characters; an unknown one becomes its bytes, or the unknown token, or nothing. */
  #symbolsOf(word: string): WordSymbol[] {
    const symbols: WordSymbol[] = [];
    let unknown: WordSymbol | undefined;
    const flush = (): void => {
      if (unknown !== undefined) symbols.push(unknown);
      unknown = undefined;
    };
    forEachCharacter(word, (character, _code, start) => {
      const end = start + character.length;
      const written = (start > 0 ? this.#prefix : "") + character + (end === word.length ? this.#suffix : "");
      const id = this.vocabulary.ids.get(written);
      if (id !== undefined) {
        flush();
        symbols.push({ id, start, end });
        return;
      }
      const bytes = this.#fallsBackToBytes ? byteIds(written, this.vocabulary) : undefined;
      if (bytes !== undefined) {
        for (const byte of bytes) symbols.push({ id: byte, start, end });
        return;
      }
      if (this.unknownToken === undefined) return;
      if (unknown !== undefined && this.#fusesUnknown) unknown.end = end;
      else {
        flush();
        const unknownId = this.vocabulary.ids.get(this.unknownToken);
        if (unknownId === undefined) throw missingUnknown(this.unknownToken);
        unknown = { id: unknownId, start, end };
      }
    });
    flush();
    return symbols;
  }
}

/** The ids of `<0x00>` to `<0xFF>` for the bytes of a text, or undefined where one of them is not a token. */
export function byteIds(text: string, vocabulary: Vocabulary): number[] | undefined {
  const ids: number[] = [];
  for (const byte of Buffer.from(text)) {
    const id = vocabulary.ids.get(`<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`);
    if (id === undefined) return undefined;
    ids.push(id);
  }
  return ids;
}

function readMerges(config: ConfigPart, { ids }: Vocabulary, prefixLength: number): Map<number, Merge> {
  const merges = new Map<number, Merge>();
  config.list("merges").forEach((item, rank) => {
    const pair: unknown = typeof item === "string" ? item.split(" ") : item;
    const place = `${config.place}.merges[${rank}]`;
    if (!Array.isArray(pair) || pair.length !== 2 || typeof pair[0] !== "string" || typeof pair[1] !== "string")
      throw wrong(place, "two tokens", item);
    const [left, right] = pair as [string, string];
    const [leftId, rightId] = [ids.get(left), ids.get(right)];
    const merged = ids.get(left + right.slice(prefixLength));
    if (leftId === undefined || rightId === undefined || merged === undefined)
      throw wrong(place, "a merge of tokens in the vocabulary into a third", item);
    merges.set(pairKey(leftId, rightId), { rank, id: merged });
  });
  return merges;
}
