/** @file A dataset as a table in a notebook: types, a small histogram a column, and the first rows. */
import { escapeHtml } from "../core/html";
import { ClassLabel } from "./class-label";
import { count, summarize } from "./column-summary";
import { type Feature, isStruct, LargeList, List } from "./feature";
import { miniHistogram } from "./mini-histogram";
import { jsonText } from "./write/text-values";

/** What a table needs to know of a dataset. */
export interface TableSource {
  /** How many rows there are. */
  readonly numRows: number;
  /** The columns' names, in order. */
  readonly columnNames: readonly string[];
  /** The columns' types. */
  readonly features: Readonly<Record<string, Feature>>;
  /** All values of a column. */
  column(name: string): readonly unknown[];
  /** Some of the rows. */
  select(indices: Iterable<number>): TableSource;
}

/** How {@link tableHtml} shows a dataset. */
export interface TableOptions {
  /** A heading before the table, such as the split's name. */
  title?: string;
  /**
   * How many rows to show.
   * @default 5
   */
  rows?: number;
}

/** Summaries look at no more rows than this, evenly spread, so that a huge table shows as fast as a small one. */
const MOST_SUMMARIZED = 20_000;
const MOST_COLUMNS = 20;
const CLIP = 140;
const MOST_CHARACTERS = 10_000;

const RULE = "1px solid rgba(128,128,128,.4)";
const CELL = "text-align:left;vertical-align:top;padding:4px 10px;max-width:32em;background:transparent";
const QUIET = "opacity:.75;font-weight:normal;font-size:.9em";

/** The table as HTML with inline styles, no scripts, and everything that comes from the data escaped. */
export function tableHtml(source: TableSource, options: TableOptions = {}): string {
  const names = source.columnNames.slice(0, MOST_COLUMNS);
  const shown = Math.min(options.rows ?? 5, source.numRows);
  const head = source.select(range(shown, 1));
  const sampled = sample(source);
  const numbered = `<th scope="col" style="${CELL};border-bottom:${RULE}"></th>`;
  const header = names.map((name) => headerCell(name, source.features[name], sampled.column(name)));
  const columns = names.map((name) => head.column(name));
  const rows = range(shown, 1).map((row) => {
    const cells = columns.map((column) => `<td style="${CELL};border-bottom:${RULE}">${cell(column[row])}</td>`);
    const label = `<th scope="row" style="${CELL};border-bottom:${RULE};${QUIET}">${row}</th>`;
    return `<tr style="background:transparent">${label}${cells.join("")}</tr>`;
  });
  return (
    `<div style="overflow-x:auto;margin:4px 0 12px">${caption(source, options.title, shown)}` +
    `<table style="border-collapse:collapse;border:none;margin:4px 0;font-size:.95em">` +
    `<thead><tr style="background:transparent">${numbered}${header.join("")}</tr></thead>` +
    `<tbody>${rows.join("")}</tbody></table>${footer(source, sampled.numRows)}</div>`
  );
}

function caption(source: TableSource, title: string | undefined, shown: number): string {
  const heading = title === undefined ? "" : `<strong>${escapeHtml(title)}</strong> `;
  const rows = `${count(source.numRows)} ${source.numRows === 1 ? "row" : "rows"}`;
  const columns = `${count(source.columnNames.length)} ${source.columnNames.length === 1 ? "column" : "columns"}`;
  const part = shown < source.numRows ? `; the first ${shown} are shown` : "";
  return `<div>${heading}<span style="${QUIET}">${rows}, ${columns}${part}</span></div>`;
}

function headerCell(name: string, feature: Feature | undefined, values: readonly unknown[]): string {
  const summary = summarize(values, feature instanceof ClassLabel ? feature.names : undefined);
  const missing = summary.missing === 0 ? [] : [`${count(summary.missing)} missing`];
  const lines = [summary.text, ...missing].filter((line) => line !== "").map(escapeHtml);
  const picture = miniHistogram(summary.bars, `Histogram of ${name}: ${summary.text}`);
  return (
    `<th scope="col" style="${CELL};border-bottom:${RULE}">${escapeHtml(clipped(name, 60))} ` +
    `<span style="${QUIET}">${escapeHtml(typeLabel(feature))}</span>${picture}` +
    `<div style="${QUIET}">${lines.join("<br>")}</div></th>`
  );
}

/** A type as a heading has room for it: `int64`, `list of string`, `{x: int64, y: float64}`. */
function typeLabel(feature: Feature | undefined, depth = 0): string {
  if (feature === undefined) return "";
  if (feature instanceof ClassLabel) return clipped(`class: ${feature.names.join(", ")}`, 80);
  if (depth > 3) return "…";
  if (feature instanceof List || feature instanceof LargeList) {
    const length = feature instanceof List && feature.length !== -1 ? ` (${feature.length})` : "";
    return `list of ${typeLabel(feature.feature, depth + 1)}${length}`;
  }
  if (!isStruct(feature)) return feature.dtype;
  const parts = Object.entries(feature).map(([name, part]) => `${name}: ${typeLabel(part, depth + 1)}`);
  return clipped(`{${parts.join(", ")}}`, 120);
}

function footer(source: TableSource, sampled: number): string {
  const notes: string[] = [];
  const hidden = source.columnNames.length - MOST_COLUMNS;
  if (hidden > 0) notes.push(`${count(hidden)} more ${hidden === 1 ? "column is" : "columns are"} not shown.`);
  if (sampled < source.numRows) notes.push(`The histograms count ${count(sampled)} rows, evenly spread.`);
  return notes.length === 0 ? "" : `<div style="${QUIET}">${notes.join(" ")}</div>`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return `<em style="opacity:.6">null</em>`;
  const isNested = typeof value === "object" && !(value instanceof Date);
  const text = value instanceof Date ? value.toISOString() : isNested ? jsonText(value) : String(value);
  if (text.length <= CLIP) return `<span style="white-space:pre-wrap">${escapeHtml(text)}</span>`;
  const start = escapeHtml(clipped(text.replace(/\s+/g, " "), CLIP));
  const rest = text.length - MOST_CHARACTERS;
  const note = rest > 0 ? `<div style="${QUIET}">${count(rest)} more characters</div>` : "";
  const full = escapeHtml(rest > 0 ? clipped(text, MOST_CHARACTERS) : text);
  return (
    `<details><summary style="cursor:pointer">${start}</summary>` +
    `<div style="white-space:pre-wrap;margin-top:6px">${full}</div>${note}</details>`
  );
}

/** The first characters with an ellipsis; a surrogate pair is never cut in two. */
function clipped(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit).replace(/[\ud800-\udbff]$/, "")}…`;
}

function sample(source: TableSource): TableSource {
  if (source.numRows <= MOST_SUMMARIZED) return source;
  return source.select(range(MOST_SUMMARIZED, source.numRows / MOST_SUMMARIZED));
}

function range(length: number, step: number): number[] {
  return Array.from({ length }, (_, index) => Math.floor(index * step));
}
