/** @file The normalizers of tokenizer.json: what happens to a text before it is cut into words. */
import { type AlignedText, AlignedTextBuilder } from "./aligned-text";
import { isChinese, isControl, isMark, isNonspacingMark, isWhiteSpace } from "./character-classes";
import type { ConfigPart } from "./config-part";
import { matchesOf, type PatternReader } from "./patterns";
import { precompiledNormalizer } from "./precompiled";
import type { Normalizer } from "./steps";
import { normalizeUnicode, type UnicodeForm } from "./unicode-forms";

type Maker = (config: ConfigPart, readPattern: PatternReader) => Normalizer;

const MAKERS: Readonly<Record<string, Maker>> = {
  BertNormalizer: bertNormalizer,
  Lowercase: () => lowercase,
  NFC: () => unicode("NFC"),
  NFD: () => unicode("NFD"),
  NFKC: () => unicode("NFKC"),
  NFKD: () => unicode("NFKD"),
  Nmt: () => nmt,
  Precompiled: (config) => precompiledNormalizer(config.string("precompiled_charsmap")),
  Prepend: (config) => {
    const prefix = config.string("prepend");
    return (text) => text.prepend(prefix);
  },
  Replace: replaceNormalizer,
  Sequence: (config, readPattern) => {
    const steps = config.parts("normalizers").map((part) => createNormalizer(part, readPattern));
    return (text) => steps.reduce((current, step) => step(current), text);
  },
  Strip: (config) => {
    const [left, right] = [config.boolean("strip_left", true), config.boolean("strip_right", true)];
    return (text) => strip(text, left, right);
  },
  StripAccents: () => (text) => text.mapCharacters((character, code) => (isMark(code) ? "" : character)),
};

/** The normalizer that a part of tokenizer.json describes. */
export function createNormalizer(config: ConfigPart, readPattern: PatternReader): Normalizer {
  const maker = Object.hasOwn(MAKERS, config.type) ? MAKERS[config.type] : undefined;
  if (maker === undefined) throw config.unknownType("normalizers", Object.keys(MAKERS));
  return maker(config, readPattern);
}

function bertNormalizer(config: ConfigPart): Normalizer {
  const cleanText = config.boolean("clean_text", true);
  const spaceChinese = config.boolean("handle_chinese_chars", true);
  const isLower = config.boolean("lowercase", true);
  const stripAccents = config.boolean("strip_accents", isLower);
  return (text) => {
    let current = text;
    if (cleanText) current = current.mapCharacters(cleanCharacter);
    if (spaceChinese)
      current = current.mapCharacters((character, code) => (isChinese(code) ? ` ${character} ` : character));
    if (stripAccents) {
      current = normalizeUnicode(current, "NFD");
      current = current.mapCharacters((character, code) => (isNonspacingMark(code) ? "" : character));
    }
    return isLower ? lowercase(current) : current;
  };
}

function cleanCharacter(character: string, code: number): string {
  if (code === 0 || code === 0xfffd || isControl(code)) return "";
  return isWhiteSpace(code) ? " " : character;
}

/** Character by character, so that a final sigma is lowered as any other. */
function lowercase(text: AlignedText): AlignedText {
  return text.mapCharacters((character) => character.toLowerCase());
}

function unicode(form: UnicodeForm): Normalizer {
  return (text) => normalizeUnicode(text, form);
}

/** The rules of SentencePiece's translation models: most controls go, some become spaces. */
function nmt(text: AlignedText): AlignedText {
  return text.mapCharacters((character, code) => {
    if (NMT_SPACES.includes(character)) return " ";
    const isControl =
      (code > 0 && code < 0x20 && code !== 9 && code !== 10 && code !== 12 && code !== 13) || code === 0x7f;
    return isControl || code === 0x8f || code === 0x9f ? "" : character;
  });
}

const NMT_SPACES = "\t\n\f\r\u1680\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u2581\ufeff\ufffd";

/** What is put in has the place of the last character that it replaces. */
function replaceNormalizer(config: ConfigPart, readPattern: PatternReader): Normalizer {
  const pattern = readPattern(config, "pattern");
  const content = config.string("content");
  return (text) => {
    const matches = matchesOf(pattern, text.text).filter(({ isMatch }) => isMatch);
    if (matches.length === 0) return text;
    const builder = new AlignedTextBuilder();
    let copied = 0;
    for (const { start, end } of matches) {
      builder.append(text, copied, start);
      if (end === 0) builder.add(content, text.originalStart, text.originalStart);
      else builder.add(content, text.startAt(end - 1), text.endAt(end - 1));
      copied = end;
    }
    builder.append(text, copied, text.text.length);
    return builder.build(text.originalStart);
  };
}

function strip(text: AlignedText, left: boolean, right: boolean): AlignedText {
  let [start, end] = [0, text.text.length];
  while (left && start < end && isWhiteSpace(text.text.charCodeAt(start))) start++;
  while (right && end > start && isWhiteSpace(text.text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}
