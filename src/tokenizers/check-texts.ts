/** @file What may be encoded: texts, words, and as many second texts as first ones. */
import { argumentTypeError, describeValue } from "../core/errors";
import { TokenizerError } from "./tokenizer-error";

/** One text, several texts, one text in words, or several in words. */
export type TextInput = string | readonly string[] | readonly (readonly string[])[];

/** One text or its words, with the second one of a pair. */
export interface TextPair {
  text: string | readonly string[];
  pair: string | readonly string[] | undefined;
}

/** The texts one by one, and whether a list of texts was given rather than one. */
export function readTexts(
  text: unknown,
  textPair: unknown,
  isSplitIntoWords: boolean,
): { pairs: TextPair[]; isBatch: boolean } {
  const isBatch = Array.isArray(text) && (!isSplitIntoWords || Array.isArray(text[0]));
  if (!isBatch) {
    const pair =
      textPair === undefined || textPair === null ? undefined : readOne(textPair, "textPair", isSplitIntoWords);
    return { pairs: [{ text: readOne(text, "text", isSplitIntoWords), pair }], isBatch };
  }
  const texts = (text as unknown[]).map((item, index) => readOne(item, `text[${index}]`, isSplitIntoWords));
  if (textPair === undefined || textPair === null)
    return { pairs: texts.map((item) => ({ text: item, pair: undefined })), isBatch };
  if (!Array.isArray(textPair) || textPair.length !== texts.length) {
    throw argumentTypeError({
      function: "tokenizer.encode",
      parameter: "textPair",
      rule: `be a list of ${texts.length} texts, one for each of \`text\``,
      value: textPair,
    });
  }
  const pairs = textPair.map((item, index) => readOne(item, `textPair[${index}]`, isSplitIntoWords));
  return { pairs: texts.map((item, index) => ({ text: item, pair: pairs[index] })), isBatch };
}

function readOne(value: unknown, name: string, isSplitIntoWords: boolean): string | readonly string[] {
  if (!isSplitIntoWords) return readString(value, name);
  if (!Array.isArray(value))
    throw argumentTypeError({
      function: "tokenizer.encode",
      parameter: name,
      rule: "be a list of words, since `isSplitIntoWords` is set",
      value,
    });
  return value.map((word, index) => readString(word, `${name}[${index}]`));
}

function readString(value: unknown, name: string): string {
  if (typeof value !== "string") {
    throw argumentTypeError({
      function: "tokenizer.encode",
      parameter: name,
      rule: "be a text",
      value,
      next: Array.isArray(value) ? "For texts that are split into words, set `isSplitIntoWords: true`." : undefined,
    });
  }
  checkText(value, name);
  return value;
}

/** Refuses half characters, which no encoding of bytes can write. */
export function checkText(text: string, name: string): void {
  const place = text.search(/\p{Cs}/u);
  if (place < 0) return;
  const code = text.charCodeAt(place).toString(16).toUpperCase();
  throw new TokenizerError(
    "text",
    `\`${name}\` has half a character, U+${code}, at ${place}: ${describeValue(text.slice(Math.max(0, place - 10), place + 10))}.`,
    { hint: "The text was cut in the middle of a character. `text.toWellFormed()` replaces such halves." },
  );
}
