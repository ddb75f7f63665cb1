/** @file A dataset that is read while it is walked over, for data beyond memory. */
import type { MimeBundle } from "../core/display";
import { argumentRangeError, argumentTypeError } from "../core/errors";
import { defaultRng } from "../core/random";
import { SelfShowing } from "../core/self-showing";
import { setProperty } from "./read-values";

/** Options of {@link IterableDataset.map}. */
export interface StreamMapOptions {
  /** Whether the function takes columns of many rows instead of one row. @default false */
  batched?: boolean;
  /** Rows of a batch. @default 1000 */
  batchSize?: number;
  /** Columns of the input that the result does not have. Python: `remove_columns`. */
  removeColumns?: readonly string[];
}

/** Options of {@link IterableDataset.shuffle}. */
export interface StreamShuffleOptions {
  /** A whole number from 0 on: the same seed gives the same order, that of Python's `datasets` for one file. */
  seed?: number;
  /** How many rows are held to mix them. Python: `buffer_size`. @default 1000 */
  bufferSize?: number;
}

/** Options of {@link IterableDataset.iter}. */
export interface StreamBatchOptions {
  /** Rows of a batch. */
  batchSize: number;
  /** Whether a last batch of fewer rows is left out. @default false */
  dropLastBatch?: boolean;
}

/** Columns by name. */
export type StreamBatch<Row extends object> = { [Name in keyof Row]: Row[Name][] };

const BATCH_SIZE = 1000;

/**
 * Rows that are read when they are asked for, a few at a time; each walk reads from the beginning.
 *
 * Python: `datasets.IterableDataset`. Made by `loadDataset(…, { streaming: true })`. Methods change nothing and read nothing: they
 * give a dataset that will do their work when it is walked over.
 *
 * @example
 * ```ts
 * const { train } = await loadDataset("jsonl", { dataFiles: "corpus/*.jsonl", streaming: true });
 * for await (const row of train.shuffle({ seed: 42 }).take(3)) console.log(row);
 * ```
 */
export class IterableDataset<Row extends object = Record<string, unknown>> extends SelfShowing {
  readonly #blocks: () => AsyncIterable<readonly Row[]>;

  /** @param blocks Called for every walk: the rows, some at a time. */
  constructor(blocks: () => AsyncIterable<readonly Row[]>) {
    super();
    this.#blocks = blocks;
  }

  /** The rows, one after the other. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Row> {
    for await (const block of this.#blocks()) yield* block;
  }

  /** The first `count` rows. */
  take(count: number): IterableDataset<Row> {
    checkCount("IterableDataset.take", "count", count, 0);
    const blocks = this.#blocks;
    return new IterableDataset(async function* () {
      let left = count;
      if (left === 0) return;
      for await (const block of blocks()) {
        yield block.length > left ? block.slice(0, left) : block;
        left -= block.length;
        if (left <= 0) return;
      }
    });
  }

  /** The rows after the first `count`. */
  skip(count: number): IterableDataset<Row> {
    checkCount("IterableDataset.skip", "count", count, 0);
    const blocks = this.#blocks;
    return new IterableDataset(async function* () {
      let left = count;
      for await (const block of blocks()) {
        if (left < block.length) yield left === 0 ? block : block.slice(left);
        left = Math.max(0, left - block.length);
      }
    });
  }

  /** The rows for which the function says true; it may be async. */
  filter(keep: (row: Row, index: number) => boolean | Promise<boolean>): IterableDataset<Row> {
    checkFunction("IterableDataset.filter", keep);
    const blocks = this.#blocks;
    return new IterableDataset(async function* () {
      let index = 0;
      for await (const block of blocks()) {
        const kept: Row[] = [];
        for (const row of block) {
          const answer = keep(row, index++);
          if (typeof answer === "boolean" ? answer : await answer) kept.push(row);
        }
        if (kept.length > 0) yield kept;
      }
    });
  }

  /**
   * The rows with what the function makes of them: its columns are added, or replace those of the same name. It may be async.
   *
   * With `batched`, it takes and gives columns, and may change the number of rows. Python: `map`.
   */
  map<Added extends object = Record<string, unknown>>(
    change: (row: Row, index: number) => Added | Promise<Added>,
    options?: StreamMapOptions & { batched?: false },
  ): IterableDataset<Omit<Row, keyof Added> & Added>;
  map<Added extends object = Record<string, unknown>>(
    change: (
      batch: StreamBatch<Row>,
      index: number,
    ) => { [Name in keyof Added]: readonly Added[Name][] } | Promise<{ [Name in keyof Added]: readonly Added[Name][] }>,
    options: StreamMapOptions & { batched: true },
  ): IterableDataset<Omit<Row, keyof Added> & Added>;
  map(
    change: ((row: Row, index: number) => unknown) | ((batch: StreamBatch<Row>, index: number) => unknown),
    options: StreamMapOptions = {},
  ): IterableDataset<Record<string, unknown>> {
    checkFunction("IterableDataset.map", change);
    const { batched = false, batchSize = BATCH_SIZE, removeColumns = [] } = options;
    checkCount("IterableDataset.map", "batchSize", batchSize, 1);
    const call = change as (input: unknown, index: number) => unknown;
    const removed = new Set(removeColumns);
    if (batched) {
      return new IterableDataset(() => mappedBatches(this.iter({ batchSize }), call, removed));
    }
    const blocks = this.#blocks;
    return new IterableDataset(async function* () {
      let index = 0;
      for await (const block of blocks()) {
        const rows: Record<string, unknown>[] = [];
        for (const row of block) {
          const added = checkedResult(await call(row, index), index);
          index++;
          rows.push(merged(row as Record<string, unknown>, added, removed));
        }
        yield rows;
      }
    });
  }

  /**
   * The rows in another order, mixed within a buffer: when it is full, half of it is given in a random order.
   *
   * Python: `shuffle`, in whose order the rows of one file come. The order of several files stays.
   */
  shuffle(options: StreamShuffleOptions = {}): IterableDataset<Row> {
    const { bufferSize = BATCH_SIZE } = options;
    checkCount("IterableDataset.shuffle", "bufferSize", bufferSize, 1);
    // Without a seed every call has another order; every walk over one result has the same.
    const seed = options.seed ?? Math.floor(Math.random() * 2 ** 32);
    defaultRng(seed);
    return new IterableDataset(() => shuffled(this, bufferSize, seed));
  }

  /** The rows in batches of columns. Python: `iter(batch_size)`. */
  async *iter(options: StreamBatchOptions): AsyncGenerator<StreamBatch<Row>> {
    const { batchSize, dropLastBatch = false } = options;
    checkCount("IterableDataset.iter", "batchSize", batchSize, 1);
    let rows: Row[] = [];
    for await (const row of this) {
      rows.push(row);
      if (rows.length < batchSize) continue;
      yield columnsOf(rows);
      rows = [];
    }
    if (rows.length > 0 && !dropLastBatch) yield columnsOf(rows);
  }

  /** What `console.log` prints. */
  override toText(): string {
    return "IterableDataset({\n    features: Unknown\n})";
  }

  override toString(): string {
    return this.toText();
  }

  override toBundle(): MimeBundle {
    return { "text/plain": this.toText() };
  }
}

async function* shuffled<Row extends object>(
  rows: AsyncIterable<Row>,
  bufferSize: number,
  seed: number,
): AsyncGenerator<readonly Row[]> {
  const random = defaultRng(seed);
  let buffer: Row[] = [];
  const mixed = (): Row[] => Array.from(random.permutation(buffer.length), (place) => buffer[place]).filter(isRow);
  for await (const row of rows) {
    buffer.push(row);
    if (buffer.length < bufferSize) continue;
    const order = mixed();
    const given = buffer.length - Math.floor(bufferSize / 2);
    yield order.slice(0, given);
    buffer = order.slice(given);
  }
  if (buffer.length > 0) yield mixed();
}

function isRow<Row extends object>(row: Row | undefined): row is Row {
  return row !== undefined;
}

async function* mappedBatches<Row extends object>(
  batches: AsyncIterable<StreamBatch<Row>>,
  call: (input: unknown, index: number) => unknown,
  removed: ReadonlySet<string>,
): AsyncGenerator<Record<string, unknown>[]> {
  let index = 0;
  for await (const batch of batches) {
    const added = checkedResult(await call(batch, index), index);
    const columns = merged(batch as Record<string, unknown>, added, removed);
    const lists = Object.entries(columns).map(([name, values]) => {
      if (Array.isArray(values)) return [name, values as unknown[]] as const;
      throw argumentTypeError({
        function: "IterableDataset.map",
        parameter: name,
        rule: "be a list of values, one a row",
        value: values,
      });
    });
    const length = lists[0]?.[1].length ?? 0;
    const other = lists.find(([, values]) => values.length !== length);
    if (other !== undefined) {
      throw argumentRangeError({
        function: "IterableDataset.map",
        parameter: other[0],
        rule: `have ${length} values, as the column \`${lists[0]?.[0]}\` has`,
        value: other[1],
        next: "Name the columns of the input in `removeColumns` where the number of rows changes.",
      });
    }
    index += Object.values(batch)[0] === undefined ? 0 : (Object.values(batch)[0] as unknown[]).length;
    yield Array.from({ length }, (_, row) => {
      const values: Record<string, unknown> = {};
      for (const [name, list] of lists) setProperty(values, name, list[row]);
      return values;
    });
  }
}

function merged(
  row: Record<string, unknown>,
  added: Record<string, unknown>,
  removed: ReadonlySet<string>,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const name of Object.keys(row)) if (!removed.has(name)) setProperty(values, name, row[name]);
  for (const name of Object.keys(added)) setProperty(values, name, added[name]);
  return values;
}

function checkedResult(result: unknown, index: number): Record<string, unknown> {
  if (result === null || result === undefined) return {};
  if (typeof result === "object" && !Array.isArray(result)) return result as Record<string, unknown>;
  throw argumentTypeError({
    function: "IterableDataset.map",
    parameter: "function",
    rule: `give an object with the new columns at row ${index}`,
    value: result,
  });
}

function columnsOf<Row extends object>(rows: readonly Row[]): StreamBatch<Row> {
  const columns: Record<string, unknown[]> = {};
  for (const name of Object.keys(rows[0] ?? {})) {
    setProperty(
      columns,
      name,
      rows.map((row) => (row as Record<string, unknown>)[name]),
    );
  }
  return columns as StreamBatch<Row>;
}

function checkCount(caller: string, parameter: string, value: unknown, least: number): void {
  if (typeof value !== "number") {
    throw argumentTypeError({ function: caller, parameter, rule: "be a whole number", value });
  }
  if (Number.isInteger(value) && value >= least) return;
  throw argumentRangeError({ function: caller, parameter, rule: `be a whole number from ${least} on`, value });
}

function checkFunction(caller: string, value: unknown): void {
  if (typeof value === "function") return;
  throw argumentTypeError({ function: caller, parameter: "function", rule: "be a function", value });
}
