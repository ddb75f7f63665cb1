/** @file Offsets that stand between the halves of a character, moved to its edge. */
import type { Encoding } from "../encoding";

/**
 * Trimming counts characters, and a character beyond U+FFFF has two units: where it ends in the middle of one, an end
 * moves back before the character and a start moves on behind it, as it does where characters are counted.
 */
export function wholeCharacters(encoding: Encoding, inputs: readonly (string | readonly string[])[]): Encoding {
  const texts = inputs.flat();
  if (!texts.some((text) => /[\u{10000}-\u{10ffff}]/u.test(text))) return encoding;
  const offsets = encoding.offsets.map(([start, end], index): [number, number] => {
    const input = inputs[encoding.sequenceIds[index] ?? 0] ?? "";
    const text = typeof input === "string" ? input : (input[encoding.wordIds[index] ?? 0] ?? "");
    const first = isHalf(text, start) ? start + 1 : start;
    return [first, Math.max(first, isHalf(text, end) ? end - 1 : end)];
  });
  return { ...encoding, offsets, overflowing: encoding.overflowing.map((window) => wholeCharacters(window, inputs)) };
}

function isHalf(text: string, index: number): boolean {
  return index > 0 && (text.codePointAt(index - 1) ?? 0) > 0xffff;
}
