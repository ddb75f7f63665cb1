/** @file A data set as batches for a model, again and again. */
import { SelfShowing } from "../../core/self-showing";
import { readRows } from "../../datasets/read-values";
import { rowsAt, type Table } from "../../datasets/table";
import { isTensorLike } from "../../models/input-tensor";
import type { ModelInputs } from "../../models/model-inputs";
import type { TrainingBatches } from "../loop/training-batches";
import { TrainingError } from "../training-error";
import type { AnyDataset } from "./any-dataset";
import { type CollateFn, collateWith } from "./data-collator";
import { orderOf } from "./row-order";

/** What a {@link TfDataset} is made of; `model.prepareTfDataset` makes it. */
export interface TfDatasetFields {
  readonly dataset: AnyDataset;
  /** The columns that batches are made of. */
  readonly columns: readonly string[];
  /** Which of them has the labels. */
  readonly labels: string | undefined;
  readonly lengths: Uint32Array;
  readonly batchSize: number;
  readonly shuffle: boolean;
  readonly seed: number;
  readonly groupByLength: boolean;
  readonly dropRemainder: boolean;
  readonly collateFn: CollateFn;
}

/** The batches of an epoch with the rows that they are made of. */
export interface RowBatch {
  /** The rows' places in the data set. */
  readonly rows: Uint32Array;
  readonly inputs: ModelInputs;
}

/**
 * Batches of a data set, as `fit`, `evaluate` and `predict` take them. Python: the `tf.data.Dataset` that
 * `model.prepare_tf_dataset` gives.
 *
 * Each epoch has an order of its own, which hangs on the seed alone. `for … of` goes through the first one.
 *
 * @example
 * ```ts
 * const train = model.prepareTfDataset(encoded, { batchSize: 16, tokenizer, seed: 42 });
 * train.cardinality(); // 75
 * console.log(train);
 * // <TfDataset 75 batches, element_spec={'input_ids': TensorSpec(shape=(16, None), dtype=int64), 'attention_mask': …}>
 * ```
 */
export class TfDataset extends SelfShowing implements TrainingBatches {
  readonly #fields: TfDatasetFields;
  readonly #table: Table;

  constructor(fields: TfDatasetFields) {
    super();
    this.#fields = fields;
    const { columns } = fields.dataset.table;
    const kept = new Map([...columns].filter(([name]) => fields.columns.includes(name)));
    this.#table = { ...fields.dataset.table, columns: kept };
  }

  /** The data set whose rows these are. */
  get dataset(): AnyDataset {
    return this.#fields.dataset;
  }

  /** How many rows a batch has, but for a last one that may be shorter. */
  get batchSize(): number {
    return this.#fields.batchSize;
  }

  /** Where the order of the rows starts. */
  get seed(): number {
    return this.#fields.seed;
  }

  /** The columns that batches are made of. */
  get columnNames(): string[] {
    return [...this.#fields.columns];
  }

  /** The column that `labels` come from; undefined where there is none. */
  get labelColumn(): string | undefined {
    return this.#fields.labels;
  }

  /** How many rows an epoch goes through. */
  get numRows(): number {
    const { numRows } = this.#table;
    return this.#fields.dropRemainder ? this.length * this.batchSize : numRows;
  }

  /** How many batches an epoch has. Python: `len(dataset)`. */
  get length(): number {
    const batches = this.#table.numRows / this.batchSize;
    return this.#fields.dropRemainder ? Math.floor(batches) : Math.ceil(batches);
  }

  /** How many batches an epoch has. Python: `dataset.cardinality()`. */
  cardinality(): number {
    return this.length;
  }

  /** The rows in the order of an epoch, from 0. */
  rowOrder(epoch: number = 0): Uint32Array {
    return this.#order(epoch, this.#fields.groupByLength).subarray(0, this.numRows);
  }

  /** The batches of an epoch, from 0, after the first `skip`. */
  *epoch(epoch: number, skip: number = 0): IterableIterator<ModelInputs> {
    for (const { inputs } of this.#batches(this.rowOrder(epoch), skip)) yield inputs;
  }

  /** The batches of the first epoch. */
  [Symbol.iterator](): IterableIterator<ModelInputs> {
    return this.epoch(0);
  }

  /** All rows once, texts of a length together, which is the fastest way to run a model on them: for evaluation. */
  *byLength(): IterableIterator<RowBatch> {
    const { lengths, batchSize } = this.#fields;
    const numRows = this.numRows;
    yield* this.#batches(orderOf({ numRows, shuffle: false, seed: 0, batchSize, lengths }, 0), 0);
  }

  /** All rows once, as they come. */
  *inOrder(): IterableIterator<RowBatch> {
    yield* this.#batches(
      Uint32Array.from({ length: this.numRows }, (_, row) => row),
      0,
    );
  }

  /** A batch of the first row alone, which shows what batches are made of. */
  firstRow(): RowBatch | undefined {
    if (this.#table.numRows === 0) return undefined;
    for (const batch of this.#batches(Uint32Array.of(0), 0)) return batch;
    return undefined;
  }

  override toText(): string {
    const { numRows } = this.#table;
    const first = this.firstRow();
    const size = this.#fields.dropRemainder || numRows % this.batchSize === 0 ? this.batchSize : "None";
    const specs = Object.entries(first?.inputs ?? {}).map(([name, value]) => `'${name}': ${specOf(value, size)}`);
    return `<TfDataset ${this.length} batches, element_spec={${specs.join(", ")}}>`;
  }

  override toBundle(): { "text/plain": string } {
    return { "text/plain": this.toText() };
  }

  #order(epoch: number, grouped: boolean): Uint32Array {
    const { shuffle, seed, batchSize, lengths } = this.#fields;
    const { numRows } = this.#table;
    return orderOf({ numRows, shuffle, seed, batchSize, lengths: grouped ? lengths : undefined }, epoch);
  }

  *#batches(order: Uint32Array, skip: number): IterableIterator<RowBatch> {
    const { batchSize, collateFn } = this.#fields;
    for (let start = skip * batchSize; start < order.length; start += batchSize) {
      const rows = order.subarray(start, start + batchSize);
      const values = readRows(rowsAt(this.#table, rows), 0, rows.length);
      const inputs = collateWith(collateFn, values);
      if (typeof inputs !== "object" || inputs === null || !("input_ids" in inputs)) throw noInputs(inputs);
      yield { rows, inputs };
    }
  }
}

function specOf(value: unknown, size: number | "None"): string {
  const dims: unknown[] = [];
  let level = value;
  if (isTensorLike(value)) dims.push(...value.dims);
  else
    for (; Array.isArray(level) || ArrayBuffer.isView(level); level = (level as unknown[])[0])
      dims.push((level as unknown[]).length);
  const shape = dims.map((_, axis) => (axis === 0 ? size : "None"));
  const isWhole = typeof level !== "number" || Number.isInteger(level);
  return `TensorSpec(shape=(${shape.join(", ")}${shape.length === 1 ? "," : ""}), dtype=${isWhole ? "int64" : "float32"})`;
}

function noInputs(given: unknown): TrainingError {
  const keys = typeof given === "object" && given !== null ? Object.keys(given).join(", ") : String(given);
  return new TrainingError("batch-invalid", `\`collateFn\` gave a batch without \`input_ids\`: ${keys}.`, {
    hint: "It must return what the model reads: `{ input_ids, attention_mask, labels }`.",
  });
}
