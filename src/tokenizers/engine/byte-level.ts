/** @file Byte-level text (GPT-2): every byte of UTF-8 written as one visible character. */
import { type AlignedText, AlignedTextBuilder, forEachCharacter } from "./aligned-text";
import type { ConfigPart } from "./config-part";
import { matchesOf } from "./patterns";
import type { PreTokenizer } from "./steps";

/** Letters, digits or signs with one space before them, or the space between; `\s` is Unicode's White_Space, as in Rust. */
export const BYTE_LEVEL_WORDS: RegExp =
  /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\p{White_Space}\p{L}\p{N}]+|\p{White_Space}+(?!\P{White_Space})|\p{White_Space}+/gu;

let tables: { byteCharacters: readonly string[]; bytes: ReadonlyMap<string, number> } | undefined;

/** The character of each byte: itself where it is visible in Latin-1, else one from U+0100 on, in order. */
export function byteTables(): { byteCharacters: readonly string[]; bytes: ReadonlyMap<string, number> } {
  if (tables !== undefined) return tables;
  let next = 0x100;
  const byteCharacters = Array.from({ length: 256 }, (_, byte) => {
    const isVisible = (byte > 32 && byte < 127) || (byte > 160 && byte !== 173);
    return String.fromCharCode(isVisible ? byte : next++);
  });
  tables = { byteCharacters, bytes: new Map(byteCharacters.map((character, byte) => [character, byte])) };
  return tables;
}

/** The pre-tokenizer ByteLevel: words with the space before them, then bytes. */
export function byteLevelPreTokenizer(config: ConfigPart): PreTokenizer {
  const addsSpace = config.boolean("add_prefix_space", true);
  const usesPattern = config.boolean("use_regex", true);
  return (text) => {
    const spaced = addsSpace && !text.text.startsWith(" ") ? text.prepend(" ") : text;
    if (spaced.text === "") return [];
    const ends = usesPattern ? matchesOf(BYTE_LEVEL_WORDS, spaced.text).map(({ end }) => end) : [spaced.text.length];
    return bytePieces(spaced, ends);
  };
}

/** The text in bytes, cut where it would be cut in characters. All bytes of a character have the character's place. */
function bytePieces(text: AlignedText, ends: readonly number[]): AlignedText[] {
  const { byteCharacters } = byteTables();
  const builder = new AlignedTextBuilder();
  const cuts: number[] = [];
  forEachCharacter(text.text, (character, codePoint, index) => {
    if (index === ends[cuts.length]) cuts.push(builder.length);
    const written = codePoint < 0x80 ? (byteCharacters[codePoint] ?? "") : inBytes(character, byteCharacters);
    builder.add(written, text.startAt(index), text.endAt(index));
  });
  const bytes = builder.build(text.originalStart);
  cuts.push(bytes.text.length);
  return cuts.map((end, index) => bytes.slice(cuts[index - 1] ?? 0, end)).filter((piece) => piece.text !== "");
}

function inBytes(character: string, byteCharacters: readonly string[]): string {
  let written = "";
  for (const byte of Buffer.from(character)) written += byteCharacters[byte] ?? "";
  return written;
}
