/** @file The map of characters that SentencePiece compiles into its models (T5, XLM-R, mBART). */
import type { AlignedText, Change } from "./aligned-text";
import { wrong } from "./config-part";
import type { Normalizer } from "./steps";

/** The normalizer over a map in base64: a double-array trie (Aoe 1989) of UTF-8 and the replacements, ended by zeros. */
export function precompiledNormalizer(base64: string): Normalizer {
  const bytes = Buffer.from(base64, "base64");
  const size = bytes.length >= 4 ? bytes.readUInt32LE(0) : -1;
  if (size < 4 || size % 4 !== 0 || size > bytes.length - 4)
    throw wrong("normalizer.precompiled_charsmap", "a map of SentencePiece in base64", base64);
  const units = Array.from({ length: size / 4 }, (_, index) => bytes.readUInt32LE(4 + index * 4));
  const replacements = bytes.subarray(4 + size);
  const known = new Map<string, string | undefined>();
  const replacementOf = (part: string): string | undefined => {
    if (known.has(part)) return known.get(part);
    const found = lookUp(units, replacements, part);
    if (known.size >= 50_000) known.clear();
    known.set(part, found);
    return found;
  };
  return (text) => normalize(text, replacementOf);
}

function normalize(text: AlignedText, replacementOf: (part: string) => string | undefined): AlignedText {
  const changes: Change[] = [];
  let isModified = false;
  const replace = (part: string): boolean => {
    const found = replacementOf(part);
    if (found === undefined) return false;
    isModified = true;
    pushReplacement(changes, part, found);
    return true;
  };
  for (const grapheme of graphemesOf(text.text)) {
    if (grapheme.length < 6 && Buffer.byteLength(grapheme) < 6 && replace(grapheme)) continue;
    for (const character of grapheme) {
      if (!replace(character)) changes.push({ character, change: 0 });
    }
  }
  return isModified ? text.transform(changes) : text;
}

/** A replacement stands for the characters replaced, one by one; what is left over is new or swallowed at its end. */
function pushReplacement(changes: Change[], part: string, replacement: string): void {
  const characters = [...replacement];
  const difference = characters.length - [...part].length;
  for (const character of characters) changes.push({ character, change: 0 });
  if (difference > 0) {
    for (const change of changes.slice(-difference)) change.change = 1;
  } else {
    const last = changes.at(-1);
    if (last !== undefined) last.change += difference;
  }
}

/** The replacement of the shortest prefix that has one; SentencePiece's readers take it for the whole part. */
function lookUp(units: readonly number[], replacements: Buffer, part: string): string | undefined {
  const offsetOf = (unit: number): number => (unit >>> 10) << ((unit & 0x200) >>> 6);
  let unit = units[0] ?? 0;
  let position = offsetOf(unit);
  for (const byte of Buffer.from(part)) {
    if (byte === 0) return undefined;
    position ^= byte;
    unit = units[position] ?? 0;
    if ((unit & 0x800000ff) >>> 0 !== byte) return undefined;
    position ^= offsetOf(unit);
    if (((unit >>> 8) & 1) === 1) {
      const start = (units[position] ?? 0) & 0x7fffffff;
      const end = replacements.indexOf(0, start);
      return replacements.toString("utf8", start, end < 0 ? replacements.length : end);
    }
  }
  return undefined;
}

let segmenter: Intl.Segmenter | undefined;

/** How many units are given to the segmenter at once: its time for each step grows with the text that it holds. */
const WINDOW = 128;

/** The characters as people see them. Plain ones next to plain ones stand alone, so that most texts need no segmenter. */
function* graphemesOf(text: string): Generator<string> {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  let index = 0;
  let window = WINDOW;
  while (index < text.length) {
    if (standsAlone(text, index)) {
      yield text.charAt(index);
      index++;
      continue;
    }
    const part = text.slice(index, index + window);
    const segments = Array.from(segmenter.segment(part), ({ segment }) => segment);
    // The last one may go on beyond the window.
    if (index + window < text.length) segments.pop();
    window = segments.length === 0 ? window * 2 : WINDOW;
    for (const segment of segments) {
      yield segment;
      index += segment.length;
    }
  }
}

function standsAlone(text: string, index: number): boolean {
  if (!isPlain(text.charCodeAt(index))) return false;
  const isReturn = text.charCodeAt(index) === 13 && text.charCodeAt(index + 1) === 10;
  return !isReturn && (index + 1 >= text.length || isPlain(text.charCodeAt(index + 1)));
}

/** Whether a unit is a character that joins with no other plain one, but for a return and its line feed. */
function isPlain(unit: number): boolean {
  return unit < 0x300 || (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3041 && unit <= 0x3096);
}
