/** @file Truncation: which tokens go when a text is too long, and the windows over what went. */
import { argumentRangeError } from "../core/errors";
import { type Encoding, emptyEncoding, sliceEncoding } from "./encoding";
import { TokenizerError } from "./tokenizer-error";

/** Which text of a pair is cut: the longer one first, only the first, or only the second. */
export type TruncationStrategy = "longest_first" | "only_first" | "only_second";

/** The end of a text where padding is put or tokens are cut off. */
export type Side = "left" | "right";

/** How texts are cut. */
export interface Truncation {
  strategy: TruncationStrategy;
  /** How many tokens may stay, special tokens not among them. */
  maxLength: number;
  /** How many tokens a window shares with the one before it. */
  stride: number;
  side: Side;
}

/** The two texts, cut so that together they have at most `maxLength` tokens. */
export function truncate(
  first: Encoding,
  second: Encoding | undefined,
  { strategy, maxLength, stride, side }: Truncation,
): [first: Encoding, second: Encoding | undefined] {
  const excess = first.ids.length + (second?.ids.length ?? 0) - maxLength;
  if (excess <= 0) return [first, second];
  const cut = (encoding: Encoding, length: number): Encoding => windows(encoding, length, stride, side);

  if (strategy === "longest_first") {
    if (second === undefined) return [cut(first, maxLength), undefined];
    const [firstLength, secondLength] = shares(first.ids.length, second.ids.length, maxLength);
    return [cut(first, firstLength), cut(second, secondLength)];
  }
  const target = strategy === "only_first" ? first : second;
  if (target === undefined) {
    throw new TokenizerError("too-short", '`truncation: "only_second"` cuts the second text, but there is none.', {
      hint: 'Give `textPair`, or take "only_first".',
    });
  }
  const length = target.ids.length - excess;
  if (length <= 0) {
    throw new TokenizerError(
      "too-short",
      `\`truncation: "${strategy}"\` would have to remove ${excess} tokens, but that text has only ${target.ids.length}.`,
      { hint: 'Take "longest_first", or a larger `maxLength`.' },
    );
  }
  return strategy === "only_first" ? [cut(first, length), second] : [first, cut(target, length)];
}

/** How many tokens each text keeps: the shorter stays whole while it fits, else both get half. */
function shares(first: number, second: number, total: number): [first: number, second: number] {
  const shorter = Math.min(first, second);
  const longer = Math.max(shorter, total - shorter);
  const fits = shorter + longer <= total;
  const [small, large] = fits ? [shorter, longer] : [Math.floor(total / 2), Math.ceil(total / 2)];
  return first <= second ? [small, large] : [large, small];
}

/** The first window of `length` tokens; those after it, each `stride` tokens into the last, are what overflows. */
function windows(encoding: Encoding, length: number, stride: number, side: Side): Encoding {
  const count = encoding.ids.length;
  if (length >= count) return encoding;
  if (length === 0) return { ...emptyEncoding(), overflowing: [encoding] };
  if (stride >= length) {
    throw argumentRangeError({
      function: "tokenizer.encode",
      parameter: "stride",
      rule: `be below ${length}, the tokens of a text that fit in a window beside the special ones`,
      value: stride,
    });
  }
  const parts: Encoding[] = [];
  for (let shift = 0; ; shift += length - stride) {
    const start = side === "right" ? shift : Math.max(0, count - shift - length);
    const end = side === "right" ? Math.min(count, shift + length) : count - shift;
    parts.push(sliceEncoding(encoding, start, end));
    if (side === "right" ? end === count : start === 0) break;
  }
  const [kept = emptyEncoding(), ...overflowing] = parts;
  return { ...kept, overflowing };
}
