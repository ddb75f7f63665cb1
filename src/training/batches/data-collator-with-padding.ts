/** @file Batches of texts of different lengths: each padded to its own longest. */
import { argumentTypeError } from "../../core/errors";
import type { ModelInput } from "../../models/input-tensor";
import type { ModelInputs } from "../../models/model-inputs";
import type { PadOptions } from "../../tokenizers/encode-options";
import type { PreTrainedTokenizerFast } from "../../tokenizers/pre-trained-tokenizer-fast";
import { type BatchRow, type DataCollator, labelsOf } from "./data-collator";

/** Options of {@link DataCollatorWithPadding}. */
export interface DataCollatorWithPaddingOptions extends Pick<PadOptions, "padding" | "maxLength" | "padToMultipleOf"> {
  /** What pads: it knows the token, the side and the mask. */
  tokenizer: PreTrainedTokenizerFast;
}

/** What labels of tokens are padded with: the loss passes it over. */
const NO_LABEL = -100;

/**
 * Makes each batch as long as its longest text, which is as short as can be. Python: `transformers.DataCollatorWithPadding`.
 *
 * `label` and `label_ids` become `labels`. Labels of tokens, a list a row, are padded with -100, as Python's
 * `DataCollatorForTokenClassification` does.
 *
 * @example
 * ```ts
 * const collator = new DataCollatorWithPadding({ tokenizer });
 * const batch = collator.collate([{ input_ids: [2, 7, 3], label: 1 }, { input_ids: [2, 3], label: 0 }]);
 * batch.labels; // [ 1, 0 ]
 * ```
 */
export class DataCollatorWithPadding implements DataCollator {
  readonly tokenizer: PreTrainedTokenizerFast;
  readonly #options: PadOptions;

  constructor(options: DataCollatorWithPaddingOptions) {
    const { tokenizer, ...others } = options;
    if (typeof tokenizer?.pad !== "function") {
      throw argumentTypeError({
        function: "DataCollatorWithPadding",
        parameter: "tokenizer",
        rule: "be a tokenizer",
        value: tokenizer,
        next: "`await AutoTokenizer.fromPretrained(…)` opens one.",
      });
    }
    this.tokenizer = tokenizer;
    this.#options = others;
  }

  collate(rows: readonly BatchRow[]): ModelInputs {
    const labels = labelsOf(rows);
    const others = labels === undefined ? rows : rows.map((row) => without(row, labels.column));
    const padded = { ...this.tokenizer.pad(others, this.#options) } as unknown as Record<string, ModelInput>;
    if (labels !== undefined) {
      const isPerToken = rows.every((row, index) => lengthOf(labels.values[index]) === lengthOf(row.input_ids));
      const width = lengthOf((padded.input_ids as readonly unknown[])[0]) ?? 0;
      const padOne = (list: unknown): unknown => this.#padLabels(list as readonly unknown[], width);
      padded.labels = (isPerToken ? labels.values.map(padOne) : labels.values) as ModelInput;
    }
    return padded as unknown as ModelInputs;
  }

  #padLabels(list: readonly unknown[], width: number): readonly unknown[] {
    const missing = new Array<number>(Math.max(0, width - list.length)).fill(NO_LABEL);
    return this.tokenizer.paddingSide === "right" ? [...list, ...missing] : [...missing, ...list];
  }
}

function lengthOf(value: unknown): number | undefined {
  return Array.isArray(value) ? value.length : undefined;
}

function without(row: BatchRow, column: string): BatchRow {
  const { [column]: _, ...others } = row;
  return others;
}
