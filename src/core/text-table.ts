/** @file Tables for terminals: columns aligned, wide characters counted as two. */

/** How {@link textTable} lays its columns out. */
export interface TextTableOptions {
  /** Alignment by column, `"left"` where none is given. */
  align?: readonly ("left" | "right")[];
  /**
   * Longest cell, in terminal columns; longer ones end in an ellipsis.
   * @default 60
   */
  maxCellWidth?: number;
}

/**
 * Rows under a header and a rule, without trailing spaces.
 *
 * @example
 * ```ts
 * textTable(["score", "essays"], [["5", "312"]], { align: ["right", "right"] });
 * // score  essays
 * // ─────  ──────
 * //     5     312
 * ```
 */
export function textTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  options: TextTableOptions = {},
): string {
  const limit = options.maxCellWidth ?? 60;
  const cells = [header, ...rows].map((row) => header.map((_, column) => clip(row[column] ?? "", limit)));
  const widths = header.map((_, column) => Math.max(...cells.map((row) => displayWidth(row[column] ?? ""))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => {
        const space = " ".repeat((widths[column] ?? 0) - displayWidth(cell));
        return options.align?.[column] === "right" ? space + cell : cell + space;
      })
      .join("  ")
      .trimEnd();
  const [first = [], ...rest] = cells;
  return [line(first), widths.map((width) => "─".repeat(width)).join("  "), ...rest.map(line)].join("\n");
}

/** How many terminal columns a text takes: combining marks none, East Asian wide characters and emoji two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mark}|\u200d|\ufe0f/u.test(character)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}

/** A text on one line, cut to at most `limit` terminal columns with an ellipsis. */
export function clip(text: string, limit: number): string {
  const flat = text.replace(/\s*[\r\n]+\s*/g, " ");
  if (displayWidth(flat) <= limit) return flat;
  let kept = "";
  let width = 0;
  for (const character of flat) {
    width += displayWidth(character);
    if (width > limit - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
