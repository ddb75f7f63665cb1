/** @file The Unicode normalization forms, with the place of every character kept. */
import type { AlignedText, Change } from "./aligned-text";

/** The four forms of Unicode Standard Annex 15. */
export type UnicodeForm = "NFC" | "NFD" | "NFKC" | "NFKD";

/** The text in a normalization form. */
export function normalizeUnicode(text: AlignedText, form: UnicodeForm): AlignedText {
  // A text of ASCII alone is the same in every form.
  if (!/[^\0-\x7f]/.test(text.text)) return text;
  const changes: Change[] = [];
  for (const [segment] of text.text.matchAll(SEGMENTS)) {
    for (const change of segmentChanges(segment, form)) changes.push(change);
  }
  return text.transform(changes);
}

// ASCII and Chinese characters neither join with what is before them nor trade places, so a text may be cut there. The
// cuts keep the pieces short, and the pieces repeat, so what happens to one is remembered.
const SEGMENTS = /[\0-\x7f\u4e00-\u9fff]?[^\0-\x7f\u4e00-\u9fff]+|[\0-\x7f\u4e00-\u9fff]/g;
const MOST_REMEMBERED = 20_000;
const remembered: Record<UnicodeForm, Map<string, readonly Change[]>> = {
  NFC: new Map(),
  NFD: new Map(),
  NFKC: new Map(),
  NFKD: new Map(),
};

function segmentChanges(segment: string, form: UnicodeForm): readonly Change[] {
  const known = remembered[form].get(segment);
  if (known !== undefined) return known;
  const decomposed = decompose(segment, form === "NFC" || form === "NFD" ? "NFD" : "NFKD");
  const changes = form === "NFC" || form === "NFKC" ? recompose(decomposed) : decomposed;
  if (segment.length <= 64) {
    if (remembered[form].size >= MOST_REMEMBERED) remembered[form].clear();
    remembered[form].set(segment, changes);
  }
  return changes;
}

/** Each character taken apart, the marks in canonical order: the first part stands for the character, the rest are new. */
function decompose(segment: string, form: "NFD" | "NFKD"): Change[] {
  const changes: Change[] = [];
  let marks: Change[] = [];
  const flush = (): void => {
    if (marks.length > 1) marks = sortedMarks(marks);
    for (const mark of marks) changes.push(mark);
    marks = [];
  };
  for (const whole of segment) {
    let change = 0;
    for (const character of whole.normalize(form)) {
      if (isStarter(character)) {
        flush();
        changes.push({ character, change });
      } else marks.push({ character, change });
      change = 1;
    }
  }
  flush();
  return changes;
}

/** Marks in canonical order. Equal classes keep theirs, and equal characters have equal classes. */
function sortedMarks(marks: readonly Change[]): Change[] {
  const sorted = marks
    .map(({ character }) => character)
    .join("")
    .normalize("NFD");
  const waiting = new Map<string, Change[]>();
  for (const mark of marks) {
    const queue = waiting.get(mark.character);
    if (queue === undefined) waiting.set(mark.character, [mark]);
    else queue.push(mark);
  }
  for (const queue of waiting.values()) queue.reverse();
  return [...sorted].flatMap((character) => waiting.get(character)?.pop() ?? []);
}

/** Puts characters together again where Unicode has one for both: the algorithm of UAX 15, with the places counted. */
function recompose(parts: readonly Change[]): Change[] {
  const result: Change[] = [];
  let base: Change | undefined;
  let passed: Change[] = [];
  const flush = (): void => {
    if (base !== undefined) result.push(base);
    result.push(...passed);
    passed = [];
  };
  for (const part of parts) {
    const isFirst = isStarter(part.character);
    if (base === undefined) {
      if (isFirst) base = part;
      else result.push(part);
      continue;
    }
    const last = passed.at(-1);
    const isBlocked = last !== undefined && (isFirst || !comesBefore(last.character, part.character));
    const joined = isBlocked ? undefined : compose(base.character, part.character);
    if (joined !== undefined) {
      base = { character: joined, change: base.change + part.change - 1 };
    } else if (isFirst) {
      flush();
      base = part;
    } else passed.push(part);
  }
  flush();
  return result;
}

function compose(first: string, second: string): string | undefined {
  const joined = (first + second).normalize("NFC");
  return joined.length === ((joined.codePointAt(0) ?? 0) > 0xffff ? 2 : 1) ? joined : undefined;
}

const starters = new Map<string, boolean>();

/** Whether a character has combining class 0. Others trade places with a mark of class 1 after them or of 240 before. */
function isStarter(character: string): boolean {
  if (character < "\u0300") return true;
  const known = starters.get(character);
  if (known !== undefined) return known;
  const last = "\u0345";
  const first = "\u0334";
  const trades =
    character === last ||
    character === first ||
    (character + first).normalize("NFD") === first + character ||
    (last + character).normalize("NFD") === character + last;
  if (starters.size >= MOST_REMEMBERED) starters.clear();
  starters.set(character, !trades);
  return !trades;
}

/** Whether the combining class of `left` is below that of `right`: only then do they trade places when turned round. */
function comesBefore(left: string, right: string): boolean {
  return left !== right && (right + left).normalize("NFD") === left + right;
}
