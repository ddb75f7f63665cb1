/** @file Changes to a text by position. */

/** What to put in place of the text from `start` to `end`. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The text with all changes made; they may come in any order, and must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = "";
  let position = 0;
  for (const { start, end, text: replacement } of [...edits].sort((left, right) => left.start - right.start)) {
    result += text.slice(position, start) + replacement;
    position = end;
  }
  return result + text.slice(position);
}
