/** @file What becomes of one text: ids, tokens, and where each token came from. */

/** Where something begins and ends in the original text, in UTF-16 units as JavaScript counts them. */
export type Span = [start: number, end: number];

/** One encoded text or pair of texts, as columns of equal length. Python: `tokenizers.Encoding`. */
export interface Encoding {
  ids: number[];
  /** 0 for the first text, 1 for the second. */
  typeIds: number[];
  tokens: string[];
  /** Each token's place in its text, `[0, 0]` for special tokens. `text.slice(start, end)` is what it stands for. */
  offsets: Span[];
  /** Which word of its text each token belongs to; null for special tokens. */
  wordIds: (number | null)[];
  /** Which text each token belongs to, 0 or 1; null for special tokens. */
  sequenceIds: (number | null)[];
  /** 1 for special tokens, 0 for those of the text. */
  specialTokensMask: number[];
  /** 1 for tokens, 0 for padding. */
  attentionMask: number[];
  /** The windows that truncation has cut off. */
  overflowing: Encoding[];
}

/** An encoding without tokens. */
export function emptyEncoding(): Encoding {
  return {
    ids: [],
    typeIds: [],
    tokens: [],
    offsets: [],
    wordIds: [],
    sequenceIds: [],
    specialTokensMask: [],
    attentionMask: [],
    overflowing: [],
  };
}

/** A special token as an encoding of its own. */
export function specialEncoding(ids: readonly number[], tokens: readonly string[], typeId: number): Encoding {
  return {
    ids: [...ids],
    typeIds: ids.map(() => typeId),
    tokens: [...tokens],
    offsets: ids.map(() => [0, 0]),
    wordIds: ids.map(() => null),
    sequenceIds: ids.map(() => null),
    specialTokensMask: ids.map(() => 1),
    attentionMask: ids.map(() => 1),
    overflowing: [],
  };
}

/** The tokens from one place up to another, without what overflows. */
export function sliceEncoding(encoding: Encoding, start: number, end: number): Encoding {
  return {
    ids: encoding.ids.slice(start, end),
    typeIds: encoding.typeIds.slice(start, end),
    tokens: encoding.tokens.slice(start, end),
    offsets: encoding.offsets.slice(start, end),
    wordIds: encoding.wordIds.slice(start, end),
    sequenceIds: encoding.sequenceIds.slice(start, end),
    specialTokensMask: encoding.specialTokensMask.slice(start, end),
    attentionMask: encoding.attentionMask.slice(start, end),
    overflowing: [],
  };
}

/** One encoding after another. Where both overflow, every window of the one meets every window of the other. */
export function joinEncodings(first: Encoding, second: Encoding): Encoding {
  const overflowing = first.overflowing.flatMap((window) => [
    joinColumns(window, second),
    ...second.overflowing.map((other) => joinColumns(window, other)),
  ]);
  for (const other of second.overflowing) overflowing.push(joinColumns(first, other));
  return { ...joinColumns(first, second), overflowing };
}

function joinColumns(first: Encoding, second: Encoding): Encoding {
  return {
    ids: first.ids.concat(second.ids),
    typeIds: first.typeIds.concat(second.typeIds),
    tokens: first.tokens.concat(second.tokens),
    offsets: first.offsets.concat(second.offsets),
    wordIds: first.wordIds.concat(second.wordIds),
    sequenceIds: first.sequenceIds.concat(second.sequenceIds),
    specialTokensMask: first.specialTokensMask.concat(second.specialTokensMask),
    attentionMask: first.attentionMask.concat(second.attentionMask),
    overflowing: [],
  };
}
