/** @file Unigram: of all ways to cut a text into tokens, the most probable one. */

import { TokenizerError } from "../tokenizer-error";
import { byteIds } from "./bpe";
import { type ConfigPart, wrong } from "./config-part";
import { MOST_TOKENS, type ModelToken, type TokenizerModel, Vocabulary, WordCache } from "./model";

/** What an unknown character costs beyond the least probable token. */
const UNKNOWN_PENALTY = 10;

interface TrieNode {
  next: Map<number, TrieNode>;
  id: number;
}

interface Step {
  score: number;
  from: number;
  id: number;
}

/** The model of T5 and XLM-R (Kudo 2018). Unknown characters in a row become one unknown token. */
export class Unigram implements TokenizerModel {
  readonly type = "Unigram";
  readonly vocabulary: Vocabulary;
  readonly unknownToken: string | undefined;
  readonly #unknownId: number | undefined;
  readonly #scores: readonly number[];
  readonly #unknownScore: number;
  readonly #fallsBackToBytes: boolean;
  readonly #root: TrieNode = { next: new Map(), id: -1 };
  readonly #cache = new WordCache();

  constructor(config: ConfigPart) {
    const { tokens, scores } = readScores(config);
    this.vocabulary = new Vocabulary(new Map(tokens.map((token, id) => [token, id])));
    this.#scores = scores;
    this.#unknownScore = scores.reduce((least, score) => Math.min(least, score), Infinity) - UNKNOWN_PENALTY;
    this.#unknownId = config.has("unk_id") ? config.count("unk_id") : undefined;
    if (this.#unknownId !== undefined && this.#unknownId >= tokens.length)
      throw wrong(`${config.place}.unk_id`, `below the number of tokens, ${tokens.length}`, this.#unknownId);
    this.unknownToken = this.#unknownId === undefined ? undefined : tokens[this.#unknownId];
    this.#fallsBackToBytes = config.boolean("byte_fallback", false);
    for (const [token, id] of this.vocabulary.ids) this.#insert(token, id);
  }

  tokenize(word: string): readonly ModelToken[] {
    return this.#cache.get(word, () =>
      this.#bestPath(word).flatMap(([start, end]) => this.#tokensOf(word, start, end)),
    );
  }

  /** The Viterbi search: for every place of the text, the best way to reach it. */
  #bestPath(text: string): [start: number, end: number][] {
    const best = new Array<Step | undefined>(text.length + 1);
    best[0] = { score: 0, from: 0, id: -1 };
    const reach = (place: number, score: number, from: number, id: number): void => {
      const known = best[place];
      if (known === undefined || score > known.score) best[place] = { score, from, id };
    };
    for (let start = 0; start < text.length; ) {
      const size = (text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1;
      const score = best[start]?.score ?? 0;
      let hasSingle = false;
      let node: TrieNode | undefined = this.#root;
      for (let end = start; end < text.length; end++) {
        node = node.next.get(text.charCodeAt(end));
        if (node === undefined) break;
        if (node.id < 0) continue;
        reach(end + 1, (this.#scores[node.id] ?? 0) + score, start, node.id);
        if (end + 1 - start === size) hasSingle = true;
      }
      if (!hasSingle) reach(start + size, this.#unknownScore + score, start, this.#unknown());
      start += size;
    }
    const path: [number, number][] = [];
    let wasUnknown = false;
    for (let end = text.length; end > 0; ) {
      const step: Step = best[end] ?? { score: 0, from: 0, id: -1 };
      const isUnknown = step.id === this.#unknownId;
      const last = path.at(-1);
      if (isUnknown && wasUnknown && last !== undefined) last[0] = step.from;
      else path.push([step.from, end]);
      wasUnknown = isUnknown;
      end = step.from;
    }
    return path.reverse();
  }

  #tokensOf(text: string, start: number, end: number): ModelToken[] {
    const value = text.slice(start, end);
    const id = this.vocabulary.ids.get(value);
    if (id !== undefined) return [{ id, value, start, end }];
    const bytes = this.#fallsBackToBytes ? byteIds(value, this.vocabulary) : undefined;
    if (bytes === undefined) return [{ id: this.#unknown(), value, start, end }];
    return bytes.map((byte) => ({ id: byte, value: this.vocabulary.token(byte) ?? "", start, end }));
  }

  #unknown(): number {
    if (this.#unknownId !== undefined) return this.#unknownId;
    throw new TokenizerError("token-missing", "A character is not in the vocabulary, which has no unknown token.", {
      file: "tokenizer.json",
      part: "model.unk_id",
    });
  }

  #insert(token: string, id: number): void {
    let node = this.#root;
    for (let index = 0; index < token.length; index++) {
      const unit = token.charCodeAt(index);
      let child = node.next.get(unit);
      if (child === undefined) {
        child = { next: new Map(), id: -1 };
        node.next.set(unit, child);
      }
      node = child;
    }
    node.id = id;
  }
}

function readScores(config: ConfigPart): { tokens: string[]; scores: number[] } {
  const tokens: string[] = [];
  const scores: number[] = [];
  const entries = config.list("vocab");
  if (entries.length === 0 || entries.length > MOST_TOKENS)
    throw wrong(`${config.place}.vocab`, `a list of 1 to ${MOST_TOKENS} tokens`, entries);
  entries.forEach((entry, index) => {
    const [token, score] = Array.isArray(entry) ? (entry as unknown[]) : [];
    if (typeof token !== "string" || typeof score !== "number" || !Number.isFinite(score))
      throw wrong(`${config.place}.vocab[${index}]`, "a token and its score", entry);
    tokens.push(token);
    scores.push(score);
  });
  return { tokens, scores };
}
