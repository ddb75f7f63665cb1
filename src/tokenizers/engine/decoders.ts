/** @file The decoders of tokenizer.json: tokens made into text again. */
import { cleanUp } from "../clean-up";
import { byteTables } from "./byte-level";
import type { ConfigPart } from "./config-part";
import { matchesOf, type PatternReader } from "./patterns";

/** Rewrites tokens so that, put together, they are the text. */
export type Decoder = (tokens: readonly string[]) => readonly string[];

const DECODERS: Readonly<Record<string, (config: ConfigPart, readPattern: PatternReader) => Decoder>> = {
  BPEDecoder: (config) => {
    const suffix = config.string("suffix", "</w>");
    return (tokens) => tokens.map((token, index) => token.replaceAll(suffix, index === tokens.length - 1 ? "" : " "));
  },
  ByteFallback: () => byteFallback,
  ByteLevel: () => byteLevel,
  CTC: ctc,
  Fuse: () => (tokens) => [tokens.join("")],
  Metaspace: (config) => {
    const replacement = config.string("replacement", "▁");
    const isNever = config.string("prepend_scheme", "always") === "never" || config.fields.add_prefix_space === false;
    return (tokens) => tokens.map((token, index) => token.replaceAll(replacement, index === 0 && !isNever ? "" : " "));
  },
  Replace: (config, readPattern) => {
    const pattern = readPattern(config, "pattern");
    const content = config.string("content");
    const replaced = (token: string): string =>
      matchesOf(pattern, token)
        .map(({ start, end, isMatch }) => (isMatch ? content : token.slice(start, end)))
        .join("");
    return (tokens) => tokens.map(replaced);
  },
  Sequence: (config, readPattern) => {
    const steps = config.parts("decoders").map((part) => createDecoder(part, readPattern));
    return (tokens) => steps.reduce((current, step) => step(current), tokens);
  },
  Strip: (config) => {
    const content = config.string("content");
    const [start, stop] = [config.count("start", 0), config.count("stop", 0)];
    return (tokens) => tokens.map((token) => strip(token, content, start, stop));
  },
  WordPiece: (config) => {
    const prefix = config.string("prefix", "##");
    const cleans = config.boolean("cleanup", true);
    return (tokens) =>
      tokens.map((token, index) => {
        const spaced = index === 0 ? token : token.startsWith(prefix) ? token.slice(prefix.length) : ` ${token}`;
        return cleans ? cleanUp(spaced).replaceAll(" do not", " don't") : spaced;
      });
  },
};

/** The decoder that a part of tokenizer.json describes. */
export function createDecoder(config: ConfigPart, readPattern: PatternReader): Decoder {
  const maker = Object.hasOwn(DECODERS, config.type) ? DECODERS[config.type] : undefined;
  if (maker === undefined) throw config.unknownType("decoders", Object.keys(DECODERS));
  return maker(config, readPattern);
}

/** Bytes written as characters become text; a token with any other character stands for its own UTF-8. */
function byteLevel(tokens: readonly string[]): readonly string[] {
  const { bytes } = byteTables();
  const all: number[] = [];
  for (const token of tokens) {
    const written = Array.from(token, (character) => bytes.get(character));
    for (const byte of written.includes(undefined) ? Buffer.from(token) : written) all.push(byte ?? 0);
  }
  return [textOf(all)];
}

/** Tokens `<0x0A>` become their bytes; a run of them that is no UTF-8 becomes one U+FFFD a byte. */
function byteFallback(tokens: readonly string[]): readonly string[] {
  const result: string[] = [];
  let run: number[] = [];
  const flush = (): void => {
    const text = textOf(run);
    if (run.length > 0) result.push(...(Buffer.from(text).equals(Buffer.from(run)) ? [text] : run.map(() => "\ufffd")));
    run = [];
  };
  for (const token of tokens) {
    const code = /^<0x([0-9A-Fa-f]{2})>$/.exec(token)?.[1];
    if (code !== undefined) run.push(Number.parseInt(code, 16));
    else {
      flush();
      result.push(token);
    }
  }
  flush();
  return result;
}

function textOf(bytes: readonly number[]): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(bytes));
}

function strip(token: string, content: string, most: number, mostAtEnd: number): string {
  const characters = [...token];
  let start = 0;
  while (start < most && start < characters.length && characters[start] === content) start++;
  let stop = characters.length;
  while (characters.length - stop < mostAtEnd && stop > 0 && characters[stop - 1] === content) stop--;
  return characters.slice(start, Math.max(start, stop)).join("");
}

/** Repeated tokens are said once, and padding is silence (speech models). */
function ctc(config: ConfigPart): Decoder {
  const padding = config.string("pad_token", "<pad>");
  const delimiter = config.string("word_delimiter_token", "|");
  const cleans = config.boolean("cleanup", true);
  return (tokens) =>
    tokens
      .filter((token, index) => token !== tokens[index - 1])
      .map((token) => token.replaceAll(padding, ""))
      .map((token) => (cleans ? cleanUp(token).replaceAll(delimiter, " ") : token))
      .filter((token) => token !== "");
}
