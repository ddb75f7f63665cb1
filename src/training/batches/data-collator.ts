/** @file What makes one batch of several rows. */
import type { ModelInputs } from "../../models/model-inputs";

/** A row of a data set, by column. */
export type BatchRow = Readonly<Record<string, unknown>>;

/** What makes one batch of several rows. Python: a data collator. */
export interface DataCollator {
  /** The batch: its columns are what the model reads. */
  collate(rows: readonly BatchRow[]): ModelInputs;
}

/** A collator, or a function that does what one does. */
export type CollateFn = DataCollator | ((rows: readonly BatchRow[]) => ModelInputs);

/** The batch that a collator or a function makes. */
export function collateWith(collateFn: CollateFn, rows: readonly BatchRow[]): ModelInputs {
  return typeof collateFn === "function" ? collateFn(rows) : collateFn.collate(rows);
}

/** The names under which a data set may have labels, the model's own name first. */
export const LABEL_COLUMNS: readonly string[] = ["labels", "label", "label_ids"];

/** The column of a row that holds its label. */
export function labelColumn(names: readonly string[]): string | undefined {
  return LABEL_COLUMNS.find((name) => names.includes(name));
}

/** The labels of rows as one list, where they have any. */
export function labelsOf(rows: readonly BatchRow[]): { column: string; values: unknown[] } | undefined {
  const column = labelColumn(Object.keys(rows[0] ?? {}));
  return column === undefined ? undefined : { column, values: rows.map((row) => row[column]) };
}
