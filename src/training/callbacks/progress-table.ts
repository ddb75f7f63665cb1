/** @file What a training's display in a notebook shows: a bar, a line, and a table of what was logged. */
import type { MimeBundle } from "../../core/display";
import { escapeHtml } from "../../core/html";
import { textTable } from "../../core/text-table";
import { formatMeasure } from "../keras/history";

/** One line of the log. */
export interface ProgressRow {
  /** The update after which it was written. */
  readonly step: number;
  /** The epoch or the step, as it is shown. */
  readonly label: string;
  readonly values: Record<string, number>;
}

/** What {@link progressBundle} shows. */
export interface ProgressView {
  readonly line: string;
  /** How much is done, from 0 to 1; undefined where no bar is wanted. */
  readonly share: number | undefined;
  /** What the rows are counted by. */
  readonly unit: string;
  readonly rows: readonly ProgressRow[];
}

/** A display must stay light however long the log becomes. */
const MOST_ROWS = 100;

/** The display in two media types. */
export function progressBundle({ line, share, unit, rows }: ProgressView): MimeBundle {
  const shown = rows.slice(-MOST_ROWS);
  const names = [...new Set(shown.flatMap(({ values }) => Object.keys(values)))];
  const header = [unit, ...names];
  const cells = shown.map(({ label, values }) => [label, ...names.map((name) => formatMeasure(values[name]))]);
  const left = rows.length - shown.length;
  const note = left === 0 ? "" : `${left} earlier lines are not shown.`;
  const table = textTable(header, cells, { align: header.map(() => "right") });
  const text = [line, ...(note === "" ? [] : [note]), ...(cells.length === 0 ? [] : ["", table])].join("\n");
  return { "text/html": html({ line, share, header, cells, note }), "text/plain": text };
}

function html(view: {
  line: string;
  share: number | undefined;
  header: readonly string[];
  cells: readonly (readonly string[])[];
  note: string;
}): string {
  const { line, share, header, cells, note } = view;
  const row = (tag: string, texts: readonly string[]): string =>
    `<tr>${texts.map((text) => `<${tag} style="text-align:right">${escapeHtml(text)}</${tag}>`).join("")}</tr>`;
  const bar = share === undefined ? "" : `<progress value="${Math.min(1, share).toFixed(3)}" max="1"></progress> `;
  const head = `<div style="font-variant-numeric:tabular-nums">${bar}${escapeHtml(line)}</div>`;
  if (cells.length === 0) return head;
  const body = cells.map((texts) => row("td", texts)).join("");
  const caption = note === "" ? "" : `<div>${escapeHtml(note)}</div>`;
  return `${head}${caption}<table><thead>${row("th", header)}</thead><tbody>${body}</tbody></table>`;
}
