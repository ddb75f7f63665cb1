/** @file The tokenizer: texts to ids and back, by the rules of Python's transformers. */
import { argumentTypeError, describeValue } from "../core/errors";
import { type AddedToken, fullAddedToken } from "./added-token";
import type { BatchEncoding } from "./batch-encoding";
import { applyChatTemplate } from "./chat/apply-chat-template";
import type { Conversations } from "./chat/chat-message";
import type { ChatTemplateOptions } from "./chat/chat-options";
import type { ChatTemplate } from "./chat/chat-template";
import { checkText, readTexts, type TextInput, type TextPair } from "./check-texts";
import { cleanUp } from "./clean-up";
import { type EncodeCall, encodeBatch } from "./encode-batch";
import { encodeBatchAsync } from "./encode-batch-async";
import {
  checkOptions,
  type EncodeOptions,
  missingPadToken,
  type PadOptions,
  resolveStrategies,
} from "./encode-options";
import type { TokenizerEngine } from "./engine/engine";
import { type PaddableColumns, padBatch } from "./pad-batch";
import { saveTokenizer } from "./save-tokenizer";
import { SPECIAL_TOKEN_ROLES, type SpecialTokenRole, SpecialTokens } from "./special-tokens";
import type { TokenTensor } from "./token-tensor";
import { inStep, type TokenizerBackend } from "./tokenizer-backend";
import { tokenizerHtml, tokenizerText } from "./tokenizer-text";
import type { Side } from "./truncation";

/** What the ids of a call are: a tensor where one was asked for, a list for one text, else a list of lists. */
export type IdsOf<Text, Options> = Options extends { returnTensors: string }
  ? TokenTensor
  : Options extends { returnOverflowingTokens: true }
    ? number[][]
    : Text extends string
      ? number[]
      : Options extends { isSplitIntoWords: true }
        ? Text extends readonly string[]
          ? number[]
          : number[][]
        : number[][];

/** What `applyChatTemplate` gives: texts, ids, or columns; one for a conversation, a list for several. */
export type ChatResult<Messages, Options> = Options extends { tokenize: false }
  ? Messages extends readonly (readonly unknown[])[]
    ? string[]
    : string
  : Options extends { returnDict: true }
    ? BatchEncoding<ChatIds<Messages, Options>>
    : ChatIds<Messages, Options>;

type ChatIds<Messages, Options> = IdsOf<Messages extends readonly (readonly unknown[])[] ? string[] : string, Options>;

/** Options of decoding. */
export interface DecodeOptions {
  /** Leaves special tokens out. @default false */
  skipSpecialTokens?: boolean;
  /** Closes up the spaces before punctuation. @default tokenizer.cleanUpTokenizationSpaces */
  cleanUpTokenizationSpaces?: boolean;
}

/** What a tokenizer is made of. */
export interface TokenizerParts {
  engine: TokenizerEngine;
  /** The id or folder that it came from. */
  nameOrPath: string;
  /** The content of tokenizer_config.json. */
  config: Readonly<Record<string, unknown>>;
  specialTokens: Partial<Record<SpecialTokenRole, string>>;
  extraSpecialTokens: readonly string[];
  inputNames: readonly string[];
  chatTemplate: ChatTemplate | undefined;
  backend: TokenizerBackend;
}

/**
 * Turns texts into ids and ids into texts. Made by `AutoTokenizer.fromPretrained`.
 *
 * Python: `transformers.PreTrainedTokenizerFast`, called `TokenizersBackend` since version 5.
 */
export class PreTrainedTokenizerFast extends SpecialTokens {
  /** The id or folder that it came from. */
  readonly nameOrPath: string;
  /** The longest text that the model reads, in tokens; above 1e20 when no file says. */
  modelMaxLength: number;
  /** @default "right" */
  paddingSide: Side;
  /** @default "right" */
  truncationSide: Side;
  /** The type that padding has. @default 0 */
  padTokenTypeId: number;
  /** @default false */
  cleanUpTokenizationSpaces: boolean;
  /** Whether special tokens in a text are cut as any other text is. @default false */
  splitSpecialTokens: boolean;
  /** The columns that the model reads. */
  modelInputNames: readonly string[];
  /** How a conversation becomes text: a template in the language Jinja, or several by name. */
  chatTemplate: ChatTemplate | undefined;
  readonly #engine: TokenizerEngine;
  readonly #config: Readonly<Record<string, unknown>>;
  readonly #warned = new Set<string>();
  #extra: readonly string[];
  #backend: TokenizerBackend;

  constructor(parts: TokenizerParts) {
    super();
    const { config } = parts;
    this.#engine = parts.engine;
    this.#config = config;
    this.#extra = parts.extraSpecialTokens;
    this.#backend = parts.backend;
    this.nameOrPath = parts.nameOrPath;
    this.modelMaxLength = readLength(config.model_max_length ?? config.max_len);
    this.paddingSide = config.padding_side === "left" ? "left" : "right";
    this.truncationSide = config.truncation_side === "left" ? "left" : "right";
    this.padTokenTypeId = typeof config.pad_token_type_id === "number" ? config.pad_token_type_id : 0;
    this.cleanUpTokenizationSpaces = config.clean_up_tokenization_spaces === true;
    this.splitSpecialTokens = config.split_special_tokens === true;
    this.modelInputNames = parts.inputNames;
    this.chatTemplate = parts.chatTemplate;
    for (const role of SPECIAL_TOKEN_ROLES) this.setSpecialToken(role, parts.specialTokens[role]);
  }

  /**
   * Ids, masks and more for one text or several.
   *
   * One text gives flat lists, several give lists of lists; `returnTensors` gives tensors. Offsets are in UTF-16 units.
   * Python: `tokenizer(texts, padding=True, truncation=True)`.
   *
   * @example
   * ```ts
   * const tokenizer = await AutoTokenizer.fromPretrained("test/fixtures/tokenizers/bert-cased");
   * tokenizer.encode(["Olá", "Bom dia a todos"], { padding: true }).input_ids;
   * // [[2, 34, 143, 147, 3, 0, 0], [2, 21, 390, 541, 45, 425, 3]]
   * ```
   */
  encode<const Text extends TextInput, const Options extends EncodeOptions = Record<never, never>>(
    text: Text,
    options?: Options,
  ): BatchEncoding<IdsOf<Text, Options>> {
    const { pairs, call } = this.#prepared(text, options ?? {});
    const batch = encodeBatch(this.#engine, pairs, call);
    return batch as unknown as BatchEncoding<IdsOf<Text, Options>>;
  }

  /**
   * What {@link encode} returns, without holding up the program: for long lists of texts.
   *
   * A tokenizer of `useFast: "native"` encodes them in Rust on all cores; any other one stops every 20 milliseconds to
   * let others run. Where it takes over a second a line shows how far it has come.
   *
   * @example
   * ```ts
   * const tokenizer = await AutoTokenizer.fromPretrained("test/fixtures/tokenizers/bert-cased", { useFast: "native" });
   * (await tokenizer.encodeAsync(["Olá", "Bom dia a todos"], { padding: true })).input_ids;
   * // [[2, 34, 143, 147, 3, 0, 0], [2, 21, 390, 541, 45, 425, 3]]
   * ```
   */
  async encodeAsync<const Text extends TextInput, const Options extends EncodeOptions = Record<never, never>>(
    text: Text,
    options?: Options,
  ): Promise<BatchEncoding<IdsOf<Text, Options>>> {
    const { pairs, call } = this.#prepared(text, options ?? {});
    this.#backend = await inStep(this.#backend);
    const native = this.#backend.kind === "native" ? this.#backend.native : undefined;
    const batch = await encodeBatchAsync(this.#engine, native, pairs, call);
    return batch as unknown as BatchEncoding<IdsOf<Text, Options>>;
  }

  /** Who makes the tokens of {@link encodeAsync}: Rust, or this library. `encode` is always this library's. */
  get backend(): "native" | "pure" {
    return this.#backend.kind;
  }

  /** Why it is that {@link backend}. */
  get backendReason(): string {
    return this.#backend.reason;
  }

  /**
   * A conversation as the model was trained to read it: ids, or the text with `tokenize: false`; several as lists.
   *
   * Throws a `TokenizerError`: "chat-template-missing", "-syntax" (with the line), "-refused" (in the template's own words),
   * "-failed", "-limit". Python: `tokenizer.apply_chat_template`.
   *
   * @example
   * ```ts
   * const tokenizer = await AutoTokenizer.fromPretrained("assets/models/gpt2-es-tiny-chat");
   * const messages = [{ role: "user", content: "¡Hola!" }];
   * tokenizer.applyChatTemplate(messages, { tokenize: false, addGenerationPrompt: true });
   * // "<|usuario|>¡Hola!<|fin|><|asistente|>"
   * ```
   */
  applyChatTemplate<
    const Messages extends Conversations,
    const Options extends ChatTemplateOptions = Record<never, never>,
  >(messages: Messages, options?: Options): ChatResult<Messages, Options> {
    return applyChatTemplate(this, messages, options ?? {}) as ChatResult<Messages, Options>;
  }

  /**
   * The tokens of a text, without special tokens unless they are asked for.
   *
   * @example
   * ```ts
   * const tokenizer = await AutoTokenizer.fromPretrained("test/fixtures/tokenizers/bert-cased");
   * tokenizer.tokenize("Bom dia"); // ["B", "##om", "dia"]
   * ```
   */
  tokenize(text: string, options: Pick<EncodeOptions<string>, "textPair" | "addSpecialTokens"> = {}): string[] {
    return this.encode(text, { addSpecialTokens: false, ...options }).tokens();
  }

  /** The text of ids; ids that stand for nothing are skipped. Python: `tokenizer.decode`. */
  decode(ids: number | bigint | Iterable<number | bigint>, options: DecodeOptions = {}): string {
    const text = this.#engine.decode(readIds("decode", ids), options.skipSpecialTokens === true);
    if (!(options.cleanUpTokenizationSpaces ?? this.cleanUpTokenizationSpaces)) return text;
    if (this.#engine.model.type !== "BPE") return cleanUp(text);
    this.#warn(
      "`cleanUpTokenizationSpaces` is not done for byte-pair encoding, where it would remove spaces of the text.",
    );
    return text;
  }

  /** The texts of several lists of ids, or of the rows of a tensor. */
  batchDecode(batch: TokenTensor | Iterable<Iterable<number | bigint>>, options: DecodeOptions = {}): string[] {
    const rows = "tolist" in batch ? (batch.tolist() as number[][]) : [...batch];
    return rows.map((ids) => this.decode(ids, options));
  }

  /** The id of a token, the unknown id where it has none; for a list, a list. */
  convertTokensToIds<const Tokens extends string | readonly string[]>(
    tokens: Tokens,
  ): Tokens extends string ? number | undefined : (number | undefined)[] {
    const isOne = typeof tokens === "string";
    const list: readonly unknown[] = isOne ? [tokens] : (tokens as readonly string[]);
    if (!Array.isArray(list) || !list.every((token) => typeof token === "string"))
      throw argumentTypeError({
        function: "tokenizer.convertTokensToIds",
        parameter: "tokens",
        rule: "be a token or a list of tokens",
        value: tokens,
      });
    const ids = list.map((token) => this.idOf(token));
    return (isOne ? ids[0] : ids) as Tokens extends string ? number | undefined : (number | undefined)[];
  }

  /** The token of an id, or undefined; for a list, a list. */
  convertIdsToTokens<const Ids extends number | readonly number[]>(
    ids: Ids,
    options: Pick<DecodeOptions, "skipSpecialTokens"> = {},
  ): Ids extends number ? string | undefined : (string | undefined)[] {
    const list = readIds("convertIdsToTokens", ids);
    const skipped = new Set(options.skipSpecialTokens === true ? this.allSpecialIds : []);
    const tokens = list.filter((id) => !skipped.has(id) || typeof ids === "number").map((id) => this.#engine.token(id));
    return (typeof ids === "number" ? tokens[0] : tokens) as Ids extends number
      ? string | undefined
      : (string | undefined)[];
  }

  /** Tokens put together as text. */
  convertTokensToString(tokens: readonly string[]): string {
    return this.#engine.joinTokens(tokens);
  }

  /** Adds tokens and returns how many are new. The model's embeddings must grow with them. */
  addTokens(
    tokens: string | AddedToken | readonly (string | AddedToken)[],
    options: { specialTokens?: boolean } = {},
  ): number {
    const list = Array.isArray(tokens) ? (tokens as readonly (string | AddedToken)[]) : [tokens as string | AddedToken];
    let count = 0;
    for (const token of list) {
      const full = fullAddedToken(token, options.specialTokens === true);
      if (typeof full.content !== "string" || full.content === "")
        throw argumentTypeError({
          function: "tokenizer.addTokens",
          parameter: "tokens",
          rule: "be texts, none of them empty",
          value: tokens,
        });
      checkText(full.content, "tokens");
      if (options.specialTokens === true) full.special = true;
      const known = this.#engine.added.idOf(full.content);
      const isSame = known !== undefined && JSON.stringify(this.#engine.added.get(known)) === JSON.stringify(full);
      if (isSame) continue;
      this.#engine.added.add(full);
      if (known === undefined) count++;
    }
    return count;
  }

  /** Gives special tokens their roles, adds those that are new, and returns how many they are. */
  addSpecialTokens(
    tokens: Partial<Record<SpecialTokenRole, string | AddedToken>> & {
      extra_special_tokens?: readonly (string | AddedToken)[];
    },
  ): number {
    let count = 0;
    for (const [role, token] of Object.entries(tokens)) {
      if (role === "extra_special_tokens" && Array.isArray(token)) {
        const list = token as readonly (string | AddedToken)[];
        count += this.addTokens(list, { specialTokens: true });
        this.#extra = [...new Set([...this.#extra, ...list.map((item) => fullAddedToken(item).content)])];
      } else if (SPECIAL_TOKEN_ROLES.some((known) => known === role)) {
        const full = fullAddedToken(token as string | AddedToken, true);
        count += this.addTokens(full, { specialTokens: true });
        this.setSpecialToken(role as SpecialTokenRole, full.content);
      } else {
        const roles = [...SPECIAL_TOKEN_ROLES, "extra_special_tokens"].join(", ");
        throw argumentTypeError({
          function: "tokenizer.addSpecialTokens",
          parameter: "tokens",
          rule: `name only ${roles}`,
          value: role,
        });
      }
    }
    return count;
  }

  /** Encoded rows made equally long. Python: `tokenizer.pad`, with the same default. */
  pad(
    batch: PaddableColumns | readonly PaddableColumns[] | BatchEncoding<unknown>,
    options: PadOptions = {},
  ): BatchEncoding<number[][]> {
    checkOptions("pad", options);
    const context = { modelMaxLength: this.modelMaxLength, hasPadToken: this.padToken !== undefined };
    const asked = { padding: true, ...options } as const;
    if (asked.padding !== false && this.padToken === undefined) throw missingPadToken();
    const strategies = resolveStrategies({ ...asked, truncation: false }, context, () => undefined);
    return padBatch(batch as PaddableColumns, {
      options: asked,
      strategies,
      side: asked.paddingSide ?? this.paddingSide,
      padId: this.padTokenId,
      typeId: this.padTokenTypeId,
      inputNames: this.modelInputNames,
    }) as unknown as BatchEncoding<number[][]>;
  }

  /** How many special tokens are put around a text or a pair. */
  numSpecialTokensToAdd(pair: boolean = false): number {
    return this.#engine.specialCount(pair);
  }

  /** How many tokens the model's vocabulary has, without added ones. */
  get vocabSize(): number {
    return this.#engine.model.vocabulary.size;
  }

  /** How many tokens there are with added ones. Python: `len(tokenizer)`. */
  get length(): number {
    return this.vocabSize + this.#engine.added.extraSize;
  }

  /** Every token and its id. */
  getVocab(): Record<string, number> {
    const added = this.#engine.added.entries().map(([id, { content }]) => [content, id] as const);
    return Object.fromEntries([...this.#engine.model.vocabulary.ids, ...added]);
  }

  /** The added tokens that are not in the model's vocabulary or have a role, with their ids. */
  getAddedVocab(): Record<string, number> {
    return Object.fromEntries(this.#engine.added.entries().map(([id, { content }]) => [content, id]));
  }

  /** Writes tokenizer.json, tokenizer_config.json and special_tokens_map.json. Returns the paths. */
  async savePretrained(folder: string): Promise<string[]> {
    return saveTokenizer(folder, { tokenizer: this, engine: this.#engine, config: this.#config, extra: this.#extra });
  }

  override toText(): string {
    return tokenizerText(this, this.#engine.added.entries());
  }

  override toBundle(): { "text/plain": string; "text/html": string } {
    return { "text/plain": this.toText(), "text/html": tokenizerHtml(this, this.#engine.added.entries()) };
  }

  protected override idOf(token: string): number | undefined {
    return this.#engine.id(token) ?? (this.unkToken === undefined ? undefined : this.#engine.id(this.unkToken));
  }

  protected override get extraTokens(): readonly string[] {
    return this.#extra;
  }

  /** A call of `encode` with everything that the tokenizer decides in it. */
  #prepared(text: unknown, options: EncodeOptions): { pairs: TextPair[]; call: EncodeCall } {
    checkOptions("encode", options);
    const { pairs, isBatch } = readTexts(text, options.textPair, options.isSplitIntoWords === true);
    const context = { modelMaxLength: this.modelMaxLength, hasPadToken: this.padToken !== undefined };
    const call: EncodeCall = {
      options,
      strategies: resolveStrategies(options, context, (message) => this.#warn(message)),
      isBatch,
      truncationSide: options.truncationSide ?? this.truncationSide,
      splitSpecialTokens: options.splitSpecialTokens ?? this.splitSpecialTokens,
      padding: {
        side: options.paddingSide ?? this.paddingSide,
        id: this.padTokenId ?? 0,
        token: this.padToken ?? "",
        typeId: this.padTokenTypeId,
      },
      inputNames: this.modelInputNames,
      tellLongest: (tokens) => {
        if (options.maxLength === undefined) this.#warnOfLength(tokens);
      },
    };
    return { pairs, call };
  }

  #warnOfLength(longest: number): void {
    if (longest <= this.modelMaxLength || this.modelMaxLength === 0) return;
    const limit = this.modelMaxLength;
    this.#warn(
      `A text has ${longest} tokens, but the model reads at most ${limit}: it will fail on it. Set \`truncation: true\`.`,
      "length",
    );
  }

  #warn(message: string, key: string = message): void {
    if (this.#warned.has(key)) return;
    this.#warned.add(key);
    process.emitWarning(message, "CadernoWarning");
  }
}

function readLength(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : 1e30;
}

function readIds(method: string, ids: unknown): number[] {
  const isIterable = ids !== null && typeof ids === "object" && Symbol.iterator in ids;
  const list: unknown[] = isIterable ? [...(ids as Iterable<unknown>)] : [ids];
  return list.map((id) => {
    const number = typeof id === "bigint" ? Number(id) : id;
    if (typeof number === "number" && Number.isInteger(number) && number >= 0) return number;
    throw argumentTypeError({
      function: `tokenizer.${method}`,
      parameter: "ids",
      rule: "be whole numbers from 0",
      value: ids,
      next: Array.isArray(id) ? "For several texts, call `tokenizer.batchDecode`." : `${describeValue(id)} is none.`,
    });
  });
}
