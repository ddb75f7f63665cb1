/** @file The post-processors of tokenizer.json: special tokens around the texts, and offsets without spaces. */
import { type Encoding, joinEncodings, specialEncoding } from "../encoding";
import { byteTables } from "./byte-level";
import { type ConfigPart, wrong } from "./config-part";

/** What is done to the encodings of a text, or of a pair. */
export interface PostProcessor {
  /** How many special tokens it adds. */
  added(isPair: boolean): number;
  process(encodings: readonly Encoding[], addsSpecial: boolean): readonly Encoding[];
}

const TYPES: Readonly<Record<string, (config: ConfigPart) => PostProcessor>> = {
  BertProcessing: (config) => around(config, 1, false),
  ByteLevel: byteLevelProcessor,
  RobertaProcessing: (config) => around(config, 2, true),
  Sequence: sequence,
  TemplateProcessing: template,
};

/** The post-processor that a part of tokenizer.json describes. */
export function createPostProcessor(config: ConfigPart): PostProcessor {
  const maker = Object.hasOwn(TYPES, config.type) ? TYPES[config.type] : undefined;
  if (maker === undefined) throw config.unknownType("post-processors", Object.keys(TYPES));
  return maker(config);
}

function sequence(config: ConfigPart): PostProcessor {
  const steps = config.parts("processors").map(createPostProcessor);
  return {
    added: (isPair) => steps.reduce((sum, step) => sum + step.added(isPair), 0),
    process: (encodings, addsSpecial) => steps.reduce((current, step) => step.process(current, addsSpecial), encodings),
  };
}

interface TemplatePiece {
  special: { ids: readonly number[]; tokens: readonly string[] } | undefined;
  text: 0 | 1;
  typeId: number;
}

function template(config: ConfigPart): PostProcessor {
  const specials = config.part("special_tokens");
  const read = (name: string): TemplatePiece[] => config.parts(name).map((piece) => readPiece(piece, specials));
  const [single, pair] = [read("single"), read("pair")];
  const added = (pieces: readonly TemplatePiece[]): number =>
    pieces.reduce((sum, { special }) => sum + (special?.ids.length ?? 0), 0);
  return {
    added: (isPair) => added(isPair ? pair : single),
    process: (encodings, addsSpecial) => {
      const pieces = encodings.length > 1 ? pair : single;
      return pieces.flatMap(({ special, text, typeId }) => {
        if (special !== undefined) return addsSpecial ? [specialEncoding(special.ids, special.tokens, typeId)] : [];
        const encoding = encodings[text];
        return encoding === undefined ? [] : [{ ...encoding, typeIds: encoding.ids.map(() => typeId) }];
      });
    },
  };
}

function readPiece(piece: ConfigPart, specials: ConfigPart): TemplatePiece {
  if (piece.has("Sequence")) {
    const text = piece.part("Sequence");
    return { special: undefined, text: text.string("id") === "B" ? 1 : 0, typeId: text.count("type_id", 0) };
  }
  const named = piece.part("SpecialToken");
  const special = specials.part(named.string("id"));
  const [ids, tokens] = [special.list("ids"), special.list("tokens")];
  if (
    !ids.every(Number.isInteger) ||
    !tokens.every((token) => typeof token === "string") ||
    ids.length !== tokens.length
  )
    throw wrong(special.place, "as many tokens as ids", special.fields);
  return {
    special: { ids: ids as number[], tokens: tokens as string[] },
    text: 0,
    typeId: named.count("type_id", 0),
  };
}

/** `[CLS] A [SEP] B [SEP]`, for RoBERTa with a second separator between the texts and one type for all. */
function around(config: ConfigPart, separators: number, isRoberta: boolean): PostProcessor {
  const special = (name: string, typeId: number): Encoding => {
    const [token, id] = config.list(name);
    if (typeof token !== "string" || typeof id !== "number")
      throw wrong(`${config.place}.${name}`, "a token and its id", [token, id]);
    return specialEncoding([id], [token], typeId);
  };
  special("cls", 0);
  special("sep", 0);
  const trims = isRoberta && config.boolean("trim_offsets", true);
  const keepsSpace = isRoberta && config.boolean("add_prefix_space", true);
  return {
    added: (isPair) => (isPair ? 2 + separators : 2),
    process: (encodings, addsSpecial) => {
      const texts = encodings.map((encoding) => {
        const trimmed = trims ? trimOffsets(encoding, keepsSpace) : encoding;
        return isRoberta ? withoutTypes(trimmed, addsSpecial) : trimmed;
      });
      if (!addsSpecial) return texts;
      return texts.flatMap((encoding, index) => {
        const typeId = isRoberta ? 0 : index;
        const before =
          index === 0 ? [special("cls", 0)] : Array.from({ length: separators - 1 }, () => special("sep", typeId));
        return [...before, encoding, special("sep", typeId)];
      });
    },
  };
}

/** Type 0 for every token; Python leaves the windows as they are where it adds no special tokens. */
function withoutTypes(encoding: Encoding, alsoWindows: boolean): Encoding {
  const overflowing = alsoWindows
    ? encoding.overflowing.map((window) => withoutTypes(window, true))
    : encoding.overflowing;
  return { ...encoding, typeIds: encoding.ids.map(() => 0), overflowing };
}

function byteLevelProcessor(config: ConfigPart): PostProcessor {
  const trims = config.boolean("trim_offsets", true);
  const keepsSpace = config.boolean("add_prefix_space", true);
  return {
    added: () => 0,
    process: (encodings) => (trims ? encodings.map((encoding) => trimOffsets(encoding, keepsSpace)) : encodings),
  };
}

/** Offsets without the spaces that a byte-level token carries; one space alone may have been put before the text, and stays. */
function trimOffsets(encoding: Encoding, keepsSpace: boolean): Encoding {
  const space = byteTables().byteCharacters[32] ?? " ";
  const isSpace = (character: string): boolean => character === space || /^\p{White_Space}$/u.test(character);
  const offsets = encoding.offsets.map(([start, end], index): [number, number] => {
    const token = encoding.tokens[index] ?? "";
    let leading = 0;
    while (leading < token.length && isSpace(token.charAt(leading))) leading++;
    let trailing = 0;
    while (trailing < token.length && isSpace(token.charAt(token.length - 1 - trailing))) trailing++;
    if (keepsSpace && leading === 1 && (index === 0 || start === 0)) leading = 0;
    const trimmedStart = Math.min(start + leading, end);
    const trimmedEnd = trailing > 0 && end >= trailing ? Math.max(end - trailing, trimmedStart) : end;
    return [trimmedStart, trimmedEnd];
  });
  return { ...encoding, offsets, overflowing: encoding.overflowing.map((window) => trimOffsets(window, keepsSpace)) };
}

/** The encodings of one text or a pair as one. */
export function joined(encodings: readonly Encoding[]): Encoding {
  return encodings.reduce(joinEncodings);
}
