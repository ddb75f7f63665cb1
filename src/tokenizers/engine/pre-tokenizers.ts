/** @file The pre-tokenizers of tokenizer.json: how a text is cut into the words that the model then cuts further. */
import { byteLevelPreTokenizer } from "./byte-level";
import { isNumeric, isPunctuation, isWhiteSpace } from "./character-classes";
import type { ConfigPart } from "./config-part";
import type { PatternReader } from "./patterns";
import { readBehavior, splitText } from "./split";
import type { PreTokenizer } from "./steps";

type Maker = (config: ConfigPart, readPattern: PatternReader) => PreTokenizer;

const WORD_CHARACTER = "\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\p{Join_Control}";
const WORDS = new RegExp(`[${WORD_CHARACTER}]+|[^${WORD_CHARACTER}\\p{White_Space}]+`, "gu");

const MAKERS: Readonly<Record<string, Maker>> = {
  BertPreTokenizer: () => (text) =>
    splitText(text, isWhiteSpace, "Removed").flatMap((word) => splitText(word, isPunctuation, "Isolated")),
  ByteLevel: byteLevelPreTokenizer,
  CharDelimiterSplit: (config) => {
    const delimiter = config.string("delimiter").codePointAt(0);
    return (text) => splitText(text, (code) => code === delimiter, "Removed");
  },
  Digits: (config) => {
    const behavior = config.boolean("individual_digits", false) ? "Isolated" : "Contiguous";
    return (text) => splitText(text, isNumeric, behavior);
  },
  FixedLength: (config) => {
    const length = Math.max(1, config.count("length", 5));
    return (text) => splitText(text, new RegExp(`[^]{1,${length}}`, "gu"), "Isolated");
  },
  Metaspace: metaspacePreTokenizer,
  Punctuation: (config) => {
    const behavior = readBehavior(config.string("behavior", "Isolated"), `${config.place}.behavior`);
    return (text) => splitText(text, isPunctuation, behavior);
  },
  Sequence: (config, readPattern) => {
    const steps = config.parts("pretokenizers").map((part) => createPreTokenizer(part, readPattern));
    return (text) => steps.reduce((pieces, step) => pieces.flatMap(step), [text]);
  },
  Split: (config, readPattern) => {
    const pattern = readPattern(config, "pattern");
    const behavior = readBehavior(config.string("behavior"), `${config.place}.behavior`);
    const isInverted = config.boolean("invert", false);
    return (text) => splitText(text, pattern, behavior, isInverted);
  },
  Whitespace: () => (text) => splitText(text, WORDS, "Removed", true),
  WhitespaceSplit: () => (text) => splitText(text, isWhiteSpace, "Removed"),
};

/** The pre-tokenizer that a part of tokenizer.json describes. */
export function createPreTokenizer(config: ConfigPart, readPattern: PatternReader): PreTokenizer {
  const maker = Object.hasOwn(MAKERS, config.type) ? MAKERS[config.type] : undefined;
  if (maker === undefined) throw config.unknownType("pre-tokenizers", Object.keys(MAKERS));
  return maker(config, readPattern);
}

/** Spaces become `▁`, which begins every word (SentencePiece, Llama, T5). */
function metaspacePreTokenizer(config: ConfigPart): PreTokenizer {
  const replacement = config.string("replacement", "▁");
  const isLegacyNever = config.has("add_prefix_space") && !config.boolean("add_prefix_space");
  const scheme = config.string("prepend_scheme", isLegacyNever ? "never" : "always").toLowerCase();
  const splits = config.boolean("split", true);
  const code = replacement.codePointAt(0);
  return (text) => {
    let spaced = text.mapCharacters((character) => (character === " " ? replacement : character));
    const mayPrepend = scheme === "always" || (scheme === "first" && text.originalStart === 0);
    if (mayPrepend && !spaced.text.startsWith(replacement)) spaced = spaced.prepend(replacement);
    if (!splits) return spaced.text === "" ? [] : [spaced];
    return splitText(spaced, (character) => character === code, "MergedWithNext");
  };
}
