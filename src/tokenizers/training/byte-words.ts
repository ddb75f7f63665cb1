/** @file A text as GPT-2's words, each spelled in 256 characters that stand for the bytes of UTF-8. */
import { BYTE_LEVEL_WORDS, byteTables } from "../engine/byte-level";
import { isMark } from "../engine/character-classes";
import { type LetterRules, lowercased, without } from "./bert-words";

/** How a text is prepared for byte-level words. */
export interface ByteWordRules extends LetterRules {
  /** Whether a text that begins without a space gets one. */
  addPrefixSpace: boolean;
}

/**
 * Cuts a text into words that keep the space before them. Python: the `ByteLevel` pre-tokenizer, before its bytes.
 *
 * @example
 * ```ts
 * textWords("Hola, mundo", { lowercase: false, stripAccents: false, addPrefixSpace: false }); // ["Hola", ",", " mundo"]
 * ```
 */
export function textWords(text: string, rules: ByteWordRules): readonly string[] {
  let ready = text;
  if (rules.stripAccents) ready = without(ready.normalize("NFD"), isMark);
  if (rules.lowercase) ready = lowercased(ready);
  if (rules.addPrefixSpace && ready !== "" && !ready.startsWith(" ")) ready = ` ${ready}`;
  return ready.match(BYTE_LEVEL_WORDS) ?? [];
}

/**
 * A text in the characters of its bytes, as byte-level vocabularies spell it.
 *
 * Printable bytes of Latin-1 stand for themselves; the others, in turn, are the characters from U+0100 on (GPT-2, 2019).
 *
 * @example
 * ```ts
 * bytesAsCharacters(" olá"); // "ĠolÃ¡"
 * ```
 */
export function bytesAsCharacters(text: string): string {
  const { byteCharacters } = byteTables();
  return Array.from(Buffer.from(text, "utf8"), (byte) => byteCharacters[byte]).join("");
}
