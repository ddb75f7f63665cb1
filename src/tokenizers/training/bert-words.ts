/** @file A text as BERT's words: cleaned, perhaps lowercased and without accents, cut at spaces and punctuation. */
import { isChinese, isControl, isNonspacingMark, isPunctuation, isWhiteSpace } from "../engine/character-classes";

/** What BERT's normalizer does to letters. */
export interface LetterRules {
  lowercase: boolean;
  stripAccents: boolean;
}

/**
 * Cuts a text into the words that WordPiece sees; a punctuation character or a Chinese one is a word.
 *
 * Python: `BertNormalizer` and then `BertPreTokenizer`.
 *
 * @example
 * ```ts
 * bertWords("Olá, você!", { lowercase: true, stripAccents: true }); // ["ola", ",", "voce", "!"]
 * ```
 */
export function bertWords(text: string, rules: LetterRules): string[] {
  const words: string[] = [];
  let word = "";
  const endWord = (): void => {
    if (word !== "") words.push(word);
    word = "";
  };
  for (const character of normalized(text, rules)) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (isWhiteSpace(codePoint)) {
      endWord();
    } else if (isPunctuation(codePoint)) {
      endWord();
      words.push(character);
    } else {
      word += character;
    }
  }
  endWord();
  return words;
}

function normalized(text: string, rules: LetterRules): string {
  let clean = "";
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint === 0 || codePoint === 0xfffd || isControl(codePoint)) continue;
    if (isWhiteSpace(codePoint)) clean += " ";
    else clean += isChinese(codePoint) ? ` ${character} ` : character;
  }
  if (rules.stripAccents) clean = without(clean.normalize("NFD"), isNonspacingMark);
  return rules.lowercase ? lowercased(clean) : clean;
}

/** A text without the characters of a class. */
export function without(text: string, isUnwanted: (codePoint: number) => boolean): string {
  let kept = "";
  for (const character of text) if (!isUnwanted(character.codePointAt(0) ?? 0)) kept += character;
  return kept;
}

/** Lowercase character by character, as Python's tokenizers do: JavaScript turns a word's last Σ into ς, they do not. */
export function lowercased(text: string): string {
  return text.includes("Σ") ? Array.from(text, (character) => character.toLowerCase()).join("") : text.toLowerCase();
}
