/** @file Cutting a text at a pattern, and the five things that may become of what matches. */
import type { AlignedText } from "./aligned-text";
import { wrong } from "./config-part";
import { matchesOf, type Pattern, type Stretch } from "./patterns";

/** What becomes of a match: a piece of its own, nothing, one piece with its neighbours that match, or part of one. */
export type SplitBehavior = "Isolated" | "Removed" | "Contiguous" | "MergedWithPrevious" | "MergedWithNext";

const BEHAVIORS: readonly SplitBehavior[] = [
  "Isolated",
  "Removed",
  "Contiguous",
  "MergedWithPrevious",
  "MergedWithNext",
];

/** The behaviour that a file names, in either of its spellings. */
export function readBehavior(name: string, place: string): SplitBehavior {
  const plain = name.replaceAll("_", "").toLowerCase();
  const found = BEHAVIORS.find((behavior) => behavior.toLowerCase() === plain);
  if (found === undefined) throw wrong(place, `one of ${BEHAVIORS.join(", ")}`, name);
  return found;
}

/** The pieces of a text, none of them empty. */
export function splitText(
  text: AlignedText,
  pattern: Pattern,
  behavior: SplitBehavior,
  isInverted: boolean = false,
): AlignedText[] {
  return splitStretches(text.text, pattern, behavior, isInverted)
    .filter(({ start, end }) => start < end)
    .map(({ start, end }) => text.slice(start, end));
}

/** Where the pieces of a text begin and end. */
export function splitStretches(
  text: string,
  pattern: Pattern,
  behavior: SplitBehavior,
  isInverted: boolean = false,
): Stretch[] {
  const stretches = matchesOf(pattern, text);
  if (isInverted) for (const stretch of stretches) stretch.isMatch = !stretch.isMatch;
  if (behavior === "Isolated") return stretches;
  if (behavior === "Removed") return stretches.filter(({ isMatch }) => !isMatch);
  if (behavior === "MergedWithNext") return mergedWithNext(stretches);
  const pieces: Stretch[] = [];
  let wasMatch = false;
  for (const stretch of stretches) {
    const last = pieces.at(-1);
    const joins = behavior === "Contiguous" ? stretch.isMatch === wasMatch : stretch.isMatch && !wasMatch;
    if (joins && last !== undefined) last.end = stretch.end;
    else pieces.push({ ...stretch });
    wasMatch = stretch.isMatch;
  }
  return pieces;
}

function mergedWithNext(stretches: readonly Stretch[]): Stretch[] {
  const pieces: Stretch[] = [];
  let wasMatch = false;
  for (const stretch of [...stretches].reverse()) {
    const last = pieces.at(-1);
    if (stretch.isMatch && !wasMatch && last !== undefined) last.start = stretch.start;
    else pieces.push({ ...stretch });
    wasMatch = stretch.isMatch;
  }
  return pieces.reverse();
}
