/** @file Batches of rows that are equally long already. */
import type { ModelInputs } from "../../models/model-inputs";
import { TrainingError } from "../training-error";
import { type BatchRow, type DataCollator, labelsOf } from "./data-collator";

/**
 * Puts rows together as they are; they must be equally long. Python: `transformers.DefaultDataCollator`.
 *
 * `label` and `label_ids` become `labels`. Rows of different lengths are a {@link TrainingError} `rows-ragged`.
 */
export class DefaultDataCollator implements DataCollator {
  collate(rows: readonly BatchRow[]): ModelInputs {
    const labels = labelsOf(rows);
    const columns: Record<string, unknown> = {};
    for (const name of Object.keys(rows[0] ?? {})) {
      if (name !== labels?.column)
        columns[name] = sameLength(
          name,
          rows.map((row) => row[name]),
        );
    }
    if (labels !== undefined) columns.labels = labels.values;
    return columns as unknown as ModelInputs;
  }
}

function sameLength(column: string, values: readonly unknown[]): readonly unknown[] {
  const lengths = new Set(values.map((value) => (Array.isArray(value) ? value.length : -1)));
  if (lengths.size <= 1) return values;
  const [shortest, longest] = [Math.min(...lengths), Math.max(...lengths)];
  throw new TrainingError(
    "rows-ragged",
    `The rows of a batch have from ${shortest} to ${longest} numbers in \`${column}\`.`,
    {
      hint: 'Pass `tokenizer`, which pads each batch, or encode with `padding: "max_length"`.',
      column,
    },
  );
}
