/** @file The place where two texts differ, short enough for a terminal. */

/** How many lines of either text are shown. */
const SHOWN = 6;

/**
 * The lines between what two texts have in common at their beginnings and at their ends, the old ones behind `-`, the new
 * ones behind `+`; empty for equal texts.
 */
export function lineDiff(before: string, after: string): string {
  if (before === after) return "";
  const [old, now] = [before.split("\n"), after.split("\n")];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  return [
    `@@ line ${start + 1} @@`,
    ...marked("-", old.slice(start, old.length - end)),
    ...marked("+", now.slice(start, now.length - end)),
  ].join("\n");
}

function marked(sign: "-" | "+", lines: readonly string[]): string[] {
  const shown = lines.slice(0, SHOWN).map((line) => `${sign} ${line.length > 120 ? `${line.slice(0, 119)}…` : line}`);
  return lines.length > SHOWN ? [...shown, `${sign} … ${lines.length - SHOWN} more lines`] : shown;
}
