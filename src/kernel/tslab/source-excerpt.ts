/** @file A few lines of source around a position, numbered, with a caret below the spot. */

const LONGEST_LINE = 160;

/**
 * The lines around `at` (one-based), the marked one with `>` before it and `^` below.
 *
 * @example
 * ```ts
 * markSource("let a = 1;\nb.c;", { line: 2, column: 1 }, { around: 1 });
 * // ["      1 | let a = 1;", "    > 2 | b.c;", "        | ^"], the marked line in bold
 * ```
 */
export function markSource(
  text: string,
  at: { line: number; column: number },
  { around, width = 1 }: { around: number; width?: number },
): string[] {
  const lines = text.split(/\r?\n/);
  const marked = lines[at.line - 1];
  if (marked === undefined) return [];
  const first = Math.max(1, at.line - around);
  const last = Math.min(lines.length, at.line + around);
  const digits = String(last).length;
  const shown: string[] = [];
  for (let number = first; number <= last; number++) {
    const source = (lines[number - 1] ?? "").slice(0, LONGEST_LINE);
    const label = String(number).padStart(digits);
    if (number !== at.line) {
      shown.push(`      ${label} | ${source}`);
      continue;
    }
    shown.push(`    > ${label} | \u001b[1m${source}\u001b[22m`);
    if (at.column > LONGEST_LINE) continue;
    // Tabs are kept, so that the caret stands below its column in any tab width.
    const indent = marked.slice(0, at.column - 1).replace(/[^\t]/g, " ");
    const carets = "^".repeat(Math.max(1, Math.min(width, source.length - at.column + 1)));
    shown.push(`      ${" ".repeat(digits)} | ${indent}\u001b[31m${carets}\u001b[39m`);
  }
  return shown;
}
