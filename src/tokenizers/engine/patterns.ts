/** @file What a text is cut at or searched for: a string or a regular expression of tokenizer.json. */
import { messageOf } from "../../core/errors";
import { TokenizerError } from "../tokenizer-error";
import { BoundedRegex, checkSource } from "./bounded-regex";
import { ConfigPart, wrong } from "./config-part";

/** A stretch of a text that matches a pattern, or one between two that do. */
export interface Stretch {
  start: number;
  end: number;
  isMatch: boolean;
}

/** A test of single characters, a regular expression of ours with the flags `g` and `u`, or one of a file. */
export type Pattern = RegExp | BoundedRegex | ((codePoint: number) => boolean);

/** Reads the pattern under a name of a part. */
export type PatternReader = (config: ConfigPart, name: string) => Pattern;

/** Turns a regular expression of Oniguruma, which Python's tokenizers use, into one of JavaScript. */
export type RegexTranslator = (source: string) => RegExp;

/** The reader of patterns over a translator of regular expressions. */
export function patternReader(translate: RegexTranslator): PatternReader {
  return (config, name) => {
    const value = config.fields[name];
    if (typeof value === "string") return literal(value);
    const pattern = new ConfigPart(value, `${config.place}.${name}`);
    if (pattern.has("String")) return literal(pattern.string("String"));
    if (!pattern.has("Regex")) throw wrong(pattern.place, "`String` or `Regex`", value);
    const source = pattern.string("Regex");
    checkSource(source, pattern.place);
    try {
      return new BoundedRegex(translate(source), source, pattern.place);
    } catch (error) {
      if (error instanceof TokenizerError) throw error;
      throw new TokenizerError(
        "tokenizer-file",
        `tokenizer.json: \`${pattern.place}\` is a regular expression that cannot be read: ${messageOf(error)}`,
        { file: "tokenizer.json", part: pattern.place, cause: error },
      );
    }
  };
}

/** The whole text as stretches that match and stretches that do not. */
export function matchesOf(pattern: Pattern, text: string): Stretch[] {
  return typeof pattern === "function" ? characterMatches(pattern, text) : regexMatches(pattern, text);
}

function characterMatches(test: (codePoint: number) => boolean, text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let copied = 0;
  for (let index = 0; index < text.length; ) {
    const codePoint = text.codePointAt(index) ?? 0;
    const end = index + (codePoint > 0xffff ? 2 : 1);
    if (test(codePoint)) {
      if (copied < index) stretches.push({ start: copied, end: index, isMatch: false });
      stretches.push({ start: index, end, isMatch: true });
      copied = end;
    }
    index = end;
  }
  if (copied < text.length) stretches.push({ start: copied, end: text.length, isMatch: false });
  return stretches;
}

function regexMatches(pattern: RegExp | BoundedRegex, text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let copied = 0;
  const matches =
    pattern instanceof BoundedRegex
      ? pattern.matches(text)
      : Array.from(text.matchAll(pattern), (match): [number, number] => [match.index, match.index + match[0].length]);
  for (const [start, end] of matches) {
    if (copied < start) stretches.push({ start: copied, end: start, isMatch: false });
    stretches.push({ start, end, isMatch: true });
    copied = end;
  }
  if (copied < text.length) stretches.push({ start: copied, end: text.length, isMatch: false });
  return stretches;
}

function literal(text: string): RegExp {
  // An empty string matches nowhere, as in Python.
  return text === "" ? /(?!)/gu : new RegExp(text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"), "gu");
}
