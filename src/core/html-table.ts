/** @file A table as HTML: inline styles, no scripts, everything escaped. */
import { escapeHtml } from "./html";

/** How {@link htmlTable} lays its columns out. */
export interface HtmlTableOptions {
  /** A sentence above the table. */
  title?: string;
  /** Alignment by column, `"left"` where none is given. */
  align?: readonly ("left" | "right")[];
  /** Whether the first cell of each row names the row. */
  rowHeaders?: "yes" | "no";
}

const RULE = "1px solid rgba(128,128,128,.4)";

/**
 * Rows under a header, for notebooks. Line breaks in a cell stay.
 *
 * @example
 * ```ts
 * htmlTable(["class", "F1"], [["fair", "0.91"]], { title: "By class", align: ["left", "right"], rowHeaders: "yes" });
 * ```
 */
export function htmlTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  options: HtmlTableOptions = {},
): string {
  const cell = (text: string, column: number, scope: "col" | "row" | undefined): string => {
    const tag = scope === undefined ? "td" : "th";
    const style = `text-align:${options.align?.[column] ?? "left"};vertical-align:top;padding:4px 10px;border-bottom:${RULE};max-width:36em;white-space:pre-wrap;background:transparent`;
    return `<${tag}${scope === undefined ? "" : ` scope="${scope}"`} style="${style}">${escapeHtml(text)}</${tag}>`;
  };
  const head = header.map((text, column) => cell(text, column, "col")).join("");
  const body = rows.map((row) => {
    const cells = header.map((_, column) =>
      cell(row[column] ?? "", column, column === 0 && options.rowHeaders === "yes" ? "row" : undefined),
    );
    return `<tr style="background:transparent">${cells.join("")}</tr>`;
  });
  const title = options.title === undefined ? "" : `<div><strong>${escapeHtml(options.title)}</strong></div>`;
  return (
    `<div style="overflow-x:auto;margin:4px 0 12px">${title}` +
    `<table style="border-collapse:collapse;border:none;margin:4px 0;font-size:.95em">` +
    `<thead><tr style="background:transparent">${head}</tr></thead><tbody>${body.join("")}</tbody></table></div>`
  );
}
