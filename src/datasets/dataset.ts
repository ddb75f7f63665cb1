/** @file A table of typed columns that reads like a list of rows. */
import type { DataFrame } from "danfojs-node";
import type { MimeBundle } from "../core/display";
import { argumentRangeError, argumentTypeError } from "../core/errors";
import { SelfShowing } from "../core/self-showing";
import { listNames } from "../core/suggest";
import type { Column } from "./column";
import { columnFromValues } from "./column-from-values";
import { dataFrameOf } from "./data-frame";
import { DatasetDict } from "./dataset-dict";
import { DatasetError } from "./dataset-error";
import { type Features, featuresOf } from "./features";
import { pythonList } from "./python-repr";
import { tableHtml } from "./table-html";
import { splitIndices, type TrainTestSplitOptions } from "./train-test-split";

/**
 * Rows with typed columns, kept in Apache Arrow's memory.
 *
 * Python: `datasets.Dataset`. A dataset is never changed: what selects or splits gives a new one over the same memory.
 * 64-bit integers are numbers where every one of the column is at most 2^53 - 1, else bigints in the whole column.
 * Dates are Date, missing values are null.
 *
 * @example
 * ```ts
 * const reviews = Dataset.fromDict({ text: ["Good.", "Bad."], stars: [5, 1] });
 * console.log(reviews);
 * // Dataset({
 * //     features: ['text', 'stars'],
 * //     num_rows: 2
 * // })
 * reviews.at(-1); // { text: "Bad.", stars: 1 }
 * reviews.column("stars"); // [5, 1]
 * ```
 */
export class Dataset<Row extends object = Record<string, unknown>> extends SelfShowing {
  readonly #columns: ReadonlyMap<string, Column>;
  readonly #indices: Uint32Array | undefined;
  /** How many rows there are. Python: `num_rows`, `len(dataset)`. */
  readonly numRows: number;
  /** The columns' types. Python: `features`. */
  readonly features: Features<Row>;

  /**
   * Most callers want {@link Dataset.fromDict}, {@link Dataset.fromList} or `loadDataset`.
   *
   * @param columns The columns by name, all of one length.
   * @param indices Which of their rows the dataset has, in its order; all of them where nothing is given.
   */
  constructor(columns: ReadonlyMap<string, Column>, indices?: Uint32Array) {
    super();
    const lengths = new Set([...columns.values()].map((column) => column.length));
    if (lengths.size > 1) {
      const list = [...columns].map(([name, column]) => `\`${name}\` has ${column.length}`).join(", ");
      throw new DatasetError("unequal-lengths", `The columns have different numbers of rows: ${list}.`, {
        hint: "Every column needs one value a row; use null for a missing one.",
      });
    }
    const [length = 0] = lengths;
    this.#columns = columns;
    this.#indices = indices;
    this.numRows = indices?.length ?? length;
    this.features = featuresOf([...columns].map(([name, column]) => [name, column.feature]));
  }

  /**
   * A dataset from lists by column name; null and undefined are missing values.
   *
   * Python: `Dataset.from_dict`.
   */
  static fromDict<Columns extends Readonly<Record<string, readonly unknown[]>>>(
    columns: Columns,
  ): Dataset<{ [Name in keyof Columns]: Columns[Name][number] }> {
    const read = Object.entries(columns).map(([name, values]) => {
      if (Array.isArray(values)) return [name, columnFromValues(name, values)] as const;
      throw argumentTypeError({ function: "Dataset.fromDict", parameter: name, rule: "be an array", value: values });
    });
    return new Dataset(new Map(read));
  }

  /**
   * A dataset from rows. The first row names the columns; a row without one of them has null there.
   *
   * Python: `Dataset.from_list`.
   */
  static fromList<Row extends object>(rows: readonly Row[]): Dataset<Row> {
    const problem = { function: "Dataset.fromList", parameter: "rows", rule: "be a list of objects" };
    if (!Array.isArray(rows)) throw argumentTypeError({ ...problem, value: rows });
    const names = Object.keys(rows[0] ?? {});
    const known = new Set(names);
    for (const [row, values] of rows.entries()) {
      if (values === null || typeof values !== "object") throw argumentTypeError({ ...problem, value: rows });
      for (const name of Object.keys(values)) {
        if (known.has(name)) continue;
        throw new DatasetError(
          "unknown-column",
          `Row ${row} has a column \`${name}\` that the first row does not have.`,
          {
            row,
            column: name,
            hint: listNames("columns", name, names),
          },
        );
      }
    }
    const columns = names.map((name) => {
      const values = rows.map((row) => (row as Readonly<Record<string, unknown>>)[name]);
      return [name, columnFromValues(name, values)] as const;
    });
    return new Dataset(new Map(columns));
  }

  /** The columns' names, in order. Python: `column_names`. */
  get columnNames(): (keyof Row & string)[] {
    return [...this.#columns.keys()] as (keyof Row & string)[];
  }

  /** How many columns there are. Python: `num_columns`. */
  get numColumns(): number {
    return this.#columns.size;
  }

  /** Rows and columns. Python: `shape`. */
  get shape(): [rows: number, columns: number] {
    return [this.numRows, this.numColumns];
  }

  /** The row at `index`; negative ones count from the end. Python: `dataset[index]`. */
  at(index: number): Row {
    const row = Number.isInteger(index) && index < 0 ? index + this.numRows : index;
    if (!Number.isInteger(row) || row < 0 || row >= this.numRows) throw this.#noSuchRow("Dataset.at", "index", index);
    return this.#row(this.#columnList(), row);
  }

  /** All values of a column. Python: `dataset["score"]`. An unknown name is a DatasetError that lists the names. */
  column<Name extends keyof Row & string>(name: Name): Row[Name][] {
    const column = this.#columns.get(name);
    if (column === undefined) {
      throw new DatasetError("unknown-column", `There is no column \`${name}\`.`, {
        column: name,
        hint: listNames("columns", name, this.columnNames),
      });
    }
    return Array.from({ length: this.numRows }, (_, row) => column.get(this.#indices?.[row] ?? row)) as Row[Name][];
  }

  /** The rows, one after the other. */
  *[Symbol.iterator](): IterableIterator<Row> {
    const columns = this.#columnList();
    for (let row = 0; row < this.numRows; row++) yield this.#row(columns, row);
  }

  /**
   * The rows at these places, in this order; a place may come twice. Nothing is copied.
   *
   * Python: `select`.
   */
  select(indices: Iterable<number>): Dataset<Row> {
    const places = Array.isArray(indices) ? indices : Array.from(indices);
    const chosen = new Uint32Array(places.length);
    for (const [position, place] of places.entries()) {
      const row = Number.isInteger(place) && place < 0 ? place + this.numRows : place;
      if (!Number.isInteger(row) || row < 0 || row >= this.numRows)
        throw this.#noSuchRow("Dataset.select", "indices", place);
      chosen[position] = row;
    }
    return this.#view(chosen);
  }

  /** The rows from `start` up to but without `end`, as `Array.slice` counts them. Python: `dataset.select(range(…))`. */
  slice(start = 0, end: number = this.numRows): Dataset<Row> {
    const first = this.#border(start);
    const last = this.#border(end);
    return this.#view(Uint32Array.from({ length: Math.max(0, last - first) }, (_, row) => first + row));
  }

  /**
   * Two datasets, one to train on and one to test on.
   *
   * Python: `train_test_split`; with a `seed`, the same rows in the same order as there.
   *
   * @example
   * ```ts
   * const { train, test } = essays.trainTestSplit({ testSize: 0.2, seed: 42 });
   * ```
   */
  trainTestSplit(options: TrainTestSplitOptions = {}): DatasetDict<{ train: Dataset<Row>; test: Dataset<Row> }> {
    const { train, test } = splitIndices(this.numRows, options);
    return new DatasetDict({ train: this.#view(train), test: this.#view(test) });
  }

  /** The rows as a list of objects. Python: `to_list`. */
  toList(): Row[] {
    return [...this];
  }

  /** The columns as lists by name. Python: `to_dict`. */
  toDict(): { [Name in keyof Row & string]: Row[Name][] } {
    const lists = this.columnNames.map((name) => [name, this.column(name)] as const);
    return Object.fromEntries(lists) as { [Name in keyof Row & string]: Row[Name][] };
  }

  /**
   * The rows as a danfo.js DataFrame, which it copies. The first call loads danfo.js, which takes a second or two.
   *
   * Python: `to_pandas`. Dates become ISO texts and bigints texts, since danfo.js has no types for them.
   */
  async toDataFrame(): Promise<DataFrame> {
    return await dataFrameOf(this);
  }

  /** What `console.log` prints: what Python prints. */
  override toText(): string {
    return `Dataset({\n    features: ${pythonList(this.columnNames)},\n    num_rows: ${this.numRows}\n})`;
  }

  override toString(): string {
    return this.toText();
  }

  /** A table with types, lengths and small histograms in a notebook, text elsewhere. */
  override toBundle(): MimeBundle {
    return { "text/html": tableHtml(this), "text/plain": this.toText() };
  }

  #columnList(): [name: string, column: Column][] {
    return [...this.#columns];
  }

  #row(columns: readonly (readonly [name: string, column: Column])[], row: number): Row {
    const place = this.#indices?.[row] ?? row;
    const values: Record<string, unknown> = {};
    for (const [name, column] of columns) {
      const value = column.get(place);
      // An assignment to `__proto__` would change the prototype instead of adding a property.
      if (name === "__proto__") {
        Object.defineProperty(values, name, { value, enumerable: true, writable: true, configurable: true });
      } else values[name] = value;
    }
    return values as Row;
  }

  /** A border between rows as `Array.slice` reads it: whole, from the end where negative, and never outside. */
  #border(value: number): number {
    const whole = Math.trunc(value) || 0;
    return Math.min(Math.max(0, whole < 0 ? whole + this.numRows : whole), this.numRows);
  }

  #view(rows: Uint32Array): Dataset<Row> {
    const indices = this.#indices;
    return new Dataset(this.#columns, indices === undefined ? rows : rows.map((row) => indices[row] ?? 0));
  }

  #noSuchRow(caller: string, parameter: string, value: unknown): Error {
    if (typeof value !== "number") {
      return argumentTypeError({ function: caller, parameter, rule: "be a whole number", value });
    }
    return argumentRangeError({
      function: caller,
      parameter,
      rule:
        this.numRows === 0 ? "be the place of a row" : `be a whole number from ${-this.numRows} to ${this.numRows - 1}`,
      value,
      next: `The dataset has ${this.numRows} rows.`,
    });
  }
}
