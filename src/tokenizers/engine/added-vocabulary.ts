/** @file Added tokens: found in a text as they stand, before everything else. */
import type { FullAddedToken } from "../added-token";
import { AlignedText } from "./aligned-text";
import { isWhiteSpace } from "./character-classes";
import type { TokenizerModel } from "./model";
import type { Normalizer } from "./steps";

/** A piece of text between added tokens, or one of them. */
export interface Section {
  text: AlignedText;
  /** The id where the piece is an added token. */
  tokenId: number | undefined;
}

interface Node {
  next: Map<number, Node>;
  id: number;
}

const WORD_AT_END = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]$/u;
const WORD_AT_START = /^[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]/u;

/** The added tokens of a tokenizer. Python: `AddedVocabulary`. */
export class AddedVocabulary {
  readonly #byId = new Map<number, FullAddedToken>();
  readonly #byContent = new Map<string, number>();
  readonly #model: TokenizerModel;
  readonly #normalizer: Normalizer | undefined;
  #plain: Node | undefined;
  #normalized: Node | undefined;
  #version = 0;

  constructor(model: TokenizerModel, normalizer: Normalizer | undefined) {
    this.#model = model;
    this.#normalizer = normalizer;
  }

  /** The tokens in the order of their ids. */
  entries(): [id: number, token: FullAddedToken][] {
    return [...this.#byId].sort(([one], [other]) => one - other);
  }

  get(id: number): FullAddedToken | undefined {
    return this.#byId.get(id);
  }

  /** The token as decoding writes it: normalized, where it is searched for so. */
  text(id: number): string | undefined {
    const token = this.#byId.get(id);
    return token?.normalized === true ? this.#normalizedText(token) : token?.content;
  }

  idOf(content: string): number | undefined {
    return this.#byContent.get(content);
  }

  /** Adds a token, or changes how it is found. Returns whether its id is new. */
  add(token: FullAddedToken, wantedId?: number): boolean {
    const known = this.#byContent.get(token.content) ?? this.#model.vocabulary.ids.get(token.content);
    const id = known ?? wantedId ?? this.#nextId();
    this.#byId.set(id, token);
    this.#byContent.set(token.content, id);
    this.#plain = undefined;
    this.#normalized = undefined;
    this.#version++;
    return known === undefined;
  }

  /** Another number after every change. */
  get version(): number {
    return this.#version;
  }

  /** How many tokens are not in the model's own vocabulary. */
  get extraSize(): number {
    return [...this.#byContent.keys()].filter((content) => !this.#model.vocabulary.ids.has(content)).length;
  }

  /** Cuts a text at its added tokens and normalizes what is between them. */
  split(text: string, splitsSpecial: boolean): Section[] {
    const [plain, normalized] = this.#tries();
    const sections: Section[] = [];
    for (const section of this.#cut(AlignedText.of(text), plain, splitsSpecial)) {
      if (section.tokenId !== undefined) {
        sections.push(section);
        continue;
      }
      const rewritten = this.#normalizer === undefined ? section.text : this.#normalizer(section.text);
      for (const part of this.#cut(rewritten, normalized, splitsSpecial)) sections.push(part);
    }
    return sections;
  }

  #nextId(): number {
    let next = this.#model.vocabulary.size;
    for (const id of this.#byId.keys()) next = Math.max(next, id + 1);
    return next;
  }

  /** The tokens to find in the text as it is, and those to find in the normalized text. */
  #tries(): [plain: Node, normalized: Node] {
    if (this.#plain !== undefined && this.#normalized !== undefined) return [this.#plain, this.#normalized];
    const [plain, normalized] = [newNode(), newNode()];
    for (const [id, token] of this.#byId) {
      if (!token.normalized) insert(plain, token.content, id);
      else insert(normalized, this.#normalizedText(token), id);
    }
    this.#plain = plain;
    this.#normalized = normalized;
    return [plain, normalized];
  }

  #normalizedText({ content }: FullAddedToken): string {
    return this.#normalizer === undefined ? content : this.#normalizer(AlignedText.of(content)).text;
  }

  /** The leftmost token, of these the longest, then the next; and what is between them. */
  #cut(text: AlignedText, trie: Node, splitsSpecial: boolean): Section[] {
    const whole = text.text;
    if (whole === "") return [];
    if (trie.next.size === 0) return [{ text, tokenId: undefined }];
    const sections: Section[] = [];
    let copied = 0;
    for (let index = 0; index < whole.length; ) {
      const found = longestMatch(trie, whole, index);
      if (found === undefined) {
        index++;
        continue;
      }
      const matchStart = index;
      index = found.end;
      const token = this.#byId.get(found.id);
      if (token === undefined || (splitsSpecial && token.special)) continue;
      if (token.singleWord && touchesWord(whole, matchStart, found.end)) continue;
      let [start, end] = [matchStart, found.end];
      while (token.lstrip && start > copied && isWhiteSpace(whole.charCodeAt(start - 1))) start--;
      while (token.rstrip && end < whole.length && isWhiteSpace(whole.charCodeAt(end))) end++;
      start = Math.max(start, copied);
      if (copied < start) sections.push({ text: text.slice(copied, start), tokenId: undefined });
      if (start < end) sections.push({ text: text.slice(start, end), tokenId: found.id });
      copied = end;
      index = Math.max(index, end);
    }
    if (copied < whole.length) sections.push({ text: text.slice(copied, whole.length), tokenId: undefined });
    return sections;
  }
}

function touchesWord(text: string, start: number, end: number): boolean {
  // Two units hold any one character.
  return WORD_AT_END.test(text.slice(Math.max(0, start - 2), start)) || WORD_AT_START.test(text.slice(end, end + 2));
}

function newNode(): Node {
  return { next: new Map(), id: -1 };
}

function insert(root: Node, content: string, id: number): void {
  if (content === "") return;
  let node = root;
  for (let index = 0; index < content.length; index++) {
    const unit = content.charCodeAt(index);
    const child = node.next.get(unit) ?? newNode();
    node.next.set(unit, child);
    node = child;
  }
  node.id = id;
}

function longestMatch(root: Node, text: string, from: number): { id: number; end: number } | undefined {
  let found: { id: number; end: number } | undefined;
  let node: Node | undefined = root;
  for (let index = from; index < text.length; index++) {
    node = node.next.get(text.charCodeAt(index));
    if (node === undefined) break;
    if (node.id >= 0) found = { id: node.id, end: index + 1 };
  }
  return found;
}
