/** @file A tokenizer as tokenizer.json describes it: normalizer, words, model, special tokens, decoder. */
import { type FullAddedToken, fullAddedToken } from "../added-token";
import { type Encoding, emptyEncoding } from "../encoding";
import { TokenizerError } from "../tokenizer-error";
import { type Truncation, truncate } from "../truncation";
import { AddedVocabulary } from "./added-vocabulary";
import { ConfigPart } from "./config-part";
import { createModel } from "./create-model";
import { createDecoder, type Decoder } from "./decoders";
import type { TokenizerModel } from "./model";
import { createNormalizer } from "./normalizers";
import { patternReader, type RegexTranslator } from "./patterns";
import { createPostProcessor, joined, type PostProcessor } from "./post-processors";
import { createPreTokenizer } from "./pre-tokenizers";
import type { Normalizer, PreTokenizer } from "./steps";
import { wholeCharacters } from "./whole-characters";

/** How {@link TokenizerEngine.encode} treats a text. */
export interface EngineOptions {
  addSpecialTokens: boolean;
  /** Whether special tokens in the text are cut as any other text is. */
  splitSpecialTokens: boolean;
  /** Undefined cuts nothing. */
  truncation: Truncation | undefined;
  /** Whether what is cut off is kept in windows. */
  keepsOverflow: boolean;
}

/** A text, or its words. */
export type Input = string | readonly string[];

/** Pairs of windows grow as a product; no more of them are made than this. */
const MOST_WINDOWS = 100_000;

/** The machine below a tokenizer. Python: `tokenizers.Tokenizer`. */
export class TokenizerEngine {
  readonly model: TokenizerModel;
  readonly added: AddedVocabulary;
  /** The content of tokenizer.json, without the tokens added since. */
  readonly json: Readonly<Record<string, unknown>>;
  readonly #normalizer: Normalizer | undefined;
  readonly #preTokenizer: PreTokenizer | undefined;
  readonly #postProcessor: PostProcessor | undefined;
  readonly #decoder: Decoder | undefined;

  constructor(json: unknown, translate: RegexTranslator) {
    const config = new ConfigPart(json, "");
    const readPattern = patternReader(translate);
    this.json = config.fields;
    this.model = createModel(config.part("model"));
    this.#normalizer = config.has("normalizer") ? createNormalizer(config.part("normalizer"), readPattern) : undefined;
    this.#preTokenizer = config.has("pre_tokenizer")
      ? createPreTokenizer(config.part("pre_tokenizer"), readPattern)
      : undefined;
    this.#postProcessor = config.has("post_processor") ? createPostProcessor(config.part("post_processor")) : undefined;
    this.#decoder = config.has("decoder") ? createDecoder(config.part("decoder"), readPattern) : undefined;
    this.added = new AddedVocabulary(this.model, this.#normalizer);
    for (const part of config.parts("added_tokens", [])) this.added.add(readAddedToken(part), part.count("id"));
  }

  /** How many special tokens are put around a text or a pair. */
  specialCount(isPair: boolean): number {
    return this.#postProcessor?.added(isPair) ?? 0;
  }

  /** The tokens of a text or a pair: cut first, then with special tokens, as in Python. */
  encode(text: Input, pair: Input | undefined, options: EngineOptions): Encoding {
    const first = this.encodeText(text, 0, options.splitSpecialTokens);
    const second = pair === undefined ? undefined : this.encodeText(pair, 1, options.splitSpecialTokens);
    return this.finish({ text, pair }, first, second, options);
  }

  /** What {@link encode} does with the tokens of a text and its pair, whoever made them. */
  finish(
    { text, pair }: { text: Input; pair: Input | undefined },
    first: Encoding,
    second: Encoding | undefined,
    options: EngineOptions,
  ): Encoding {
    const [kept, keptPair] = this.#truncated(first, second, options);
    const encodings = keptPair === undefined ? [kept] : [kept, keptPair];
    if (this.#postProcessor === undefined) return joined(encodings);
    const processed = joined(this.#postProcessor.process(encodings, options.addSpecialTokens));
    return wholeCharacters(processed, pair === undefined ? [text] : [text, pair]);
  }

  /** The tokens of one text: nothing is cut off or put around it, and byte-level offsets have their spaces. */
  encodeText(input: Input, sequence: 0 | 1, splitsSpecial: boolean): Encoding {
    const encoding = emptyEncoding();
    if (typeof input === "string") this.#addText(encoding, input, undefined, sequence, splitsSpecial);
    else {
      for (const [index, word] of input.entries()) this.#addText(encoding, word, index, sequence, splitsSpecial);
    }
    return encoding;
  }

  /** The text of tokens; ids that stand for nothing are skipped. */
  decode(ids: readonly number[], skipSpecialTokens: boolean): string {
    const tokens: string[] = [];
    for (const id of ids) {
      const token = this.token(id);
      if (token === undefined || (skipSpecialTokens && this.isSpecial(token))) continue;
      tokens.push(token);
    }
    return this.joinTokens(tokens);
  }

  /** Tokens as text. */
  joinTokens(tokens: readonly string[]): string {
    return this.#decoder === undefined ? tokens.join(" ") : this.#decoder(tokens).join("");
  }

  /** The token of an id. */
  token(id: number): string | undefined {
    return this.added.text(id) ?? this.model.vocabulary.token(id);
  }

  /** The id of a token. */
  id(token: string): number | undefined {
    return this.added.idOf(token) ?? this.model.vocabulary.ids.get(token);
  }

  /** Whether decoding may skip a token. */
  isSpecial(token: string): boolean {
    const id = this.added.idOf(token);
    return id !== undefined && this.added.get(id)?.special === true;
  }

  #truncated(
    first: Encoding,
    second: Encoding | undefined,
    { truncation, addSpecialTokens, keepsOverflow }: EngineOptions,
  ): [Encoding, Encoding | undefined] {
    if (truncation === undefined) return [first, second];
    const special = addSpecialTokens ? this.specialCount(second !== undefined) : 0;
    const maxLength = truncation.maxLength - special;
    if (maxLength < 0) {
      throw new TokenizerError(
        "too-short",
        `\`maxLength\` is ${truncation.maxLength}, but the special tokens alone are ${special}.`,
        { hint: `Take at least ${special + 1}, or set \`addSpecialTokens: false\`.` },
      );
    }
    const [kept, keptPair] = truncate(first, second, { ...truncation, maxLength });
    if (!keepsOverflow) {
      return [{ ...kept, overflowing: [] }, keptPair === undefined ? undefined : { ...keptPair, overflowing: [] }];
    }
    const windows = (kept.overflowing.length + 1) * ((keptPair?.overflowing.length ?? 0) + 1);
    if (windows > MOST_WINDOWS) {
      throw new TokenizerError(
        "too-short",
        `A pair of texts would become ${windows} windows, more than ${MOST_WINDOWS}.`,
        {
          hint: 'Cut one text only: `truncation: "only_second"`, or take a smaller `stride`.',
        },
      );
    }
    return [kept, keptPair];
  }

  #addText(target: Encoding, text: string, word: number | undefined, sequence: 0 | 1, splitsSpecial: boolean): void {
    let piece = 0;
    const push = (id: number, value: string, start: number, end: number): void => {
      target.ids.push(id);
      target.typeIds.push(sequence);
      target.tokens.push(value);
      target.offsets.push([start, end]);
      target.wordIds.push(word ?? piece);
      target.sequenceIds.push(sequence);
      target.specialTokensMask.push(0);
      target.attentionMask.push(1);
    };
    for (const section of this.added.split(text, splitsSpecial)) {
      const { text: part, tokenId } = section;
      if (tokenId !== undefined) {
        push(tokenId, part.text, part.startAt(0), part.endAt(part.text.length - 1));
        piece++;
        continue;
      }
      for (const wordText of this.#preTokenizer?.(part) ?? [part]) {
        for (const { id, value, start, end } of this.model.tokenize(wordText.text)) {
          push(id, value, wordText.startAt(start), wordText.endAt(end - 1));
        }
        piece++;
      }
    }
  }
}

function readAddedToken(part: ConfigPart): FullAddedToken {
  return fullAddedToken({
    content: part.string("content"),
    singleWord: part.boolean("single_word", false),
    lstrip: part.boolean("lstrip", false),
    rstrip: part.boolean("rstrip", false),
    special: part.boolean("special", false),
    ...(part.has("normalized") ? { normalized: part.boolean("normalized") } : {}),
  });
}
