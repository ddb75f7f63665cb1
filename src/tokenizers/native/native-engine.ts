/** @file Tokens from Rust for a tokenizer of ours: in step with its added tokens, and checked against it first. */
import { messageOf } from "../../core/errors";
import { type Encoding, emptyEncoding } from "../encoding";
import type { Input, TokenizerEngine } from "../engine/engine";
import { tokenizerJson } from "../save-tokenizer";
import { LONGEST_TEXT, loadNativeTokenizer, type NativeTokenizer } from "./load-native-tokenizer";
import type { NativeEncoding } from "./native-encoding";

/** One text of a pair, or its words. */
export interface SequenceInput {
  input: Input;
  sequence: 0 | 1;
}

/** The tokens of one text, in Rust until they are asked for. */
export interface TextTokens {
  /** Ids and masks; the columns that say where tokens are from are empty. */
  bare(): Encoding;
  /** Every column. */
  full(): Encoding;
}

/** A native engine, or why there is none for this tokenizer. */
export type NativeEngineResult =
  | { readonly kind: "loaded"; readonly engine: NativeEngine }
  | { readonly kind: "unavailable"; readonly reason: string };

/** Where programs that differ do so: spaces, accents, scripts, emoji, controls. */
const SAMPLES = [
  "A text, of 3 kinds:  ação É e\u0301 ﬁm\n\n \t1234's",
  "漢字かな العربية हिन्दी 👩‍👩‍👧 😀 x\u0000\u00ad\u200b!",
  " a",
];

/** How many added tokens are tried. */
const MOST_TRIED = 300;

/** Makes in Rust what {@link TokenizerEngine.encodeText} makes; cutting and special tokens remain the engine's. */
export class NativeEngine {
  readonly #engine: TokenizerEngine;
  #tokenizer: NativeTokenizer;
  #version: number;

  private constructor(engine: TokenizerEngine, tokenizer: NativeTokenizer, version: number) {
    this.#engine = engine;
    this.#tokenizer = tokenizer;
    this.#version = version;
  }

  /** The Rust tokenizer of the engine's file and added tokens, once it has given the engine's tokens for some texts. */
  static async open(engine: TokenizerEngine): Promise<NativeEngineResult> {
    const { version } = engine.added;
    const loaded = await loadEqual(engine);
    if (loaded.kind === "unavailable") return loaded;
    return { kind: "loaded", engine: new NativeEngine(engine, loaded.tokenizer, version) };
  }

  /** Takes over tokens that were added since; undefined when that went well, else why this may be used no more. */
  async update(): Promise<string | undefined> {
    const { version } = this.#engine.added;
    if (version === this.#version) return undefined;
    const loaded = await loadEqual(this.#engine);
    if (loaded.kind === "unavailable") return loaded.reason;
    this.#tokenizer = loaded.tokenizer;
    this.#version = version;
    return undefined;
  }

  /** The tokens of each text. Texts that Rust cannot encode are the engine's, with its errors. */
  async encodeTexts(inputs: readonly SequenceInput[]): Promise<TextTokens[]> {
    const isLong = ({ input }: SequenceInput): boolean => [input].flat().some(({ length }) => length > LONGEST_TEXT);
    const strings = inputs.flatMap((input) => (isLong(input) ? [] : input.input));
    const encodings = await this.#tokenizer
      .encodeBatch(strings, { addSpecialTokens: false })
      .catch((): undefined => undefined);
    let next = 0;
    return inputs.map((given) => {
      const { input, sequence } = given;
      if (encodings === undefined || isLong(given)) {
        const full = (): Encoding => this.#engine.encodeText(input, sequence, false);
        return { bare: full, full };
      }
      const count = typeof input === "string" ? 1 : input.length;
      const own = encodings.slice(next, next + count);
      next += count;
      return {
        bare: () => bareColumns(own, sequence),
        full: () => allColumns(own, sequence, typeof input !== "string"),
      };
    });
  }
}

type Loaded = { kind: "loaded"; tokenizer: NativeTokenizer } | { kind: "unavailable"; reason: string };

async function loadEqual(engine: TokenizerEngine): Promise<Loaded> {
  try {
    // Rust would put special tokens around what is not cut yet, and trim offsets that are still counted from.
    const json = { ...tokenizerJson(engine), post_processor: null, decoder: null };
    const loaded = await loadNativeTokenizer(JSON.stringify(json));
    if (loaded.kind === "unavailable") return loaded;
    const added = engine.added.entries().slice(0, MOST_TRIED);
    const texts = [...SAMPLES, ...added.map(([, { content }]) => `a ${content} b`)];
    const theirs = await loaded.tokenizer.encodeBatch(texts, { addSpecialTokens: false });
    const differs = texts.find((text, index) => {
      const ours = JSON.stringify(engine.encodeText(text, 0, false));
      return JSON.stringify(allColumns(theirs.slice(index, index + 1), 0, false)) !== ours;
    });
    if (differs === undefined) return loaded;
    return { kind: "unavailable", reason: `The Rust tokenizers give other tokens for ${JSON.stringify(differs)}.` };
  } catch (error) {
    return { kind: "unavailable", reason: messageOf(error) };
  }
}

/** What models read. Copying the rest out of Rust takes longer than making it. */
function bareColumns(encodings: readonly NativeEncoding[], sequence: 0 | 1): Encoding {
  const ids = encodings.length === 1 ? [...(encodings[0]?.ids ?? [])] : encodings.flatMap((encoding) => encoding.ids);
  return {
    ...emptyEncoding(),
    ids,
    typeIds: new Array<number>(ids.length).fill(sequence),
    specialTokensMask: new Array<number>(ids.length).fill(0),
    attentionMask: new Array<number>(ids.length).fill(1),
  };
}

/** Every column of a text, or of a text in words, each of which is one encoding. */
function allColumns(encodings: readonly NativeEncoding[], sequence: 0 | 1, isInWords: boolean): Encoding {
  const whole = bareColumns(encodings, sequence);
  for (const [word, { tokens, offsets, wordIds }] of encodings.entries()) {
    for (const token of tokens) whole.tokens.push(token);
    for (const [start, end] of offsets) whole.offsets.push([start, end]);
    for (const id of wordIds) whole.wordIds.push(isInWords ? word : id);
  }
  whole.sequenceIds = [...whole.typeIds];
  return whole;
}
