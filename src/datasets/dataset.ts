/** @file A table of typed columns that reads like a list of rows. */
import type { DataFrame } from "danfojs-node";
import type { MimeBundle } from "../core/display";
import { argumentTypeError } from "../core/errors";
import { SelfShowing } from "../core/self-showing";
import { fingerprintOf } from "./cache/fingerprint";
import type { CellOf, RowOf } from "./cell-types";
import type { Column } from "./column";
import { columnFromValues } from "./column-from-values";
import { columnsOfDataFrame, dataFrameOf } from "./data-frame";
import { DatasetDict } from "./dataset-dict";
import type { Feature } from "./feature";
import { type Features, featuresOf } from "./features";
import { type FormattedDataset, formatted } from "./formatted-dataset";
import { type FeaturesOption, givenFeatures } from "./given-features";
import { type AddColumnOptions, addedColumn, addedItem } from "./methods/add-rows-and-columns";
import { type ClassEncodeOptions, castTable, castTableColumn, classEncodeTable } from "./methods/cast-table";
import { onlyColumns, renamedColumns, withoutColumns } from "./methods/change-columns";
import { describeTable } from "./methods/describe-table";
import { filterRows } from "./methods/filter-rows";
import type { FunctionOptions } from "./methods/function-options";
import { type GeneratorOptions, generatedRows } from "./methods/generate-rows";
import { type IterOptions, iterBatches } from "./methods/iter-batches";
import { type MapOptions, mapRows } from "./methods/map-rows";
import { tableFromRows } from "./methods/rows-to-table";
import {
  repeatRows,
  rowAt,
  type ShardOptions,
  selectRows,
  shardRows,
  skipRows,
  sliceRows,
  takeRows,
} from "./methods/select-rows";
import { type ShuffleOptions, shuffleRows } from "./methods/shuffle-rows";
import { type SortOptions, sortRows } from "./methods/sort-rows";
import { uniqueValues } from "./methods/unique-values";
import { pythonList } from "./python-repr";
import { BLOCK_ROWS, readRows, readValues } from "./read-values";
import type { Batch, FunctionInputs, MappedRow, MergedRow, RenamedRow, RowKind, Written } from "./row-types";
import { type SaveOptions, saveFolder } from "./saved-folder";
import { columnOf, makeTable, rowsAt, type Table } from "./table";
import { tableHtml } from "./table-html";
import { splitIndices, type TrainTestSplitOptions } from "./train-test-split";
import { type ToCsvOptions, writeCsv } from "./write/to-csv";
import { type ToJsonOptions, writeJson } from "./write/to-json";
import { writeParquet } from "./write/to-parquet";

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
  /** For the compiler only: what a DatasetDict calls the same kind of dataset with other rows. */
  declare readonly rowKind: DatasetKind;
  /** The columns and the order of their rows, for code that writes or reads whole columns. Python: `data`. */
  readonly table: Table;
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
    this.table = makeTable(columns, indices);
    this.features = featuresOf([...columns].map(([name, column]) => [name, column.feature]));
  }

  /**
   * A dataset from lists by column name; null and undefined are missing values.
   *
   * Python: `Dataset.from_dict`.
   */
  static fromDict<Columns extends Readonly<Record<string, readonly unknown[]>>>(
    columns: Columns,
    options: FeaturesOption = {},
  ): Dataset<{ [Name in keyof Columns]: Columns[Name][number] }> {
    const types = givenFeatures("Dataset.fromDict", options, Object.keys(columns));
    const read = Object.entries(columns).map(([name, values]) => {
      if (Array.isArray(values)) return [name, columnFromValues(name, values, types.get(name))] as const;
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
    return datasetOf(tableFromRows(rows));
  }

  /** A dataset from the rows that a generator function yields, one after the other. Python: `Dataset.from_generator`. */
  static async fromGenerator<Row extends object>(
    generator: () => Iterable<Row> | AsyncIterable<Row>,
    options: GeneratorOptions = {},
  ): Promise<Dataset<Row>> {
    return datasetOf(await generatedRows(generator, options));
  }

  /** How many rows there are. Python: `num_rows`, `len(dataset)`. */
  get numRows(): number {
    return this.table.numRows;
  }

  /** A dataset from a danfo.js DataFrame, which it copies. Python: `from_pandas`. */
  static fromDataFrame<Row extends object = Record<string, unknown>>(frame: DataFrame): Dataset<Row> {
    return new Dataset<Row>(columnsOfDataFrame(frame));
  }

  /** The columns' names, in order. Python: `column_names`. */
  get columnNames(): (keyof Row & string)[] {
    return [...this.table.columns.keys()] as (keyof Row & string)[];
  }

  /** How many columns there are. Python: `num_columns`. */
  get numColumns(): number {
    return this.table.columns.size;
  }

  /** Rows and columns. Python: `shape`. */
  get shape(): [rows: number, columns: number] {
    return [this.numRows, this.numColumns];
  }

  /** A text that stands for the content: equal rows and types give equal ones, in every process. It names results in the cache. */
  get fingerprint(): string {
    return fingerprintOf(this.table);
  }

  /** The row at `index`; negative ones count from the end. Python: `dataset[index]`. */
  at(index: number): Row {
    const row = rowAt(this.table, "Dataset.at", "index", index);
    return readRows(this.table, row, row + 1)[0] as Row;
  }

  /** All values of a column. Python: `dataset["score"]`. An unknown name is a DatasetError that lists the names. */
  column<Name extends keyof Row & string>(name: Name): Row[Name][] {
    return readValues(columnOf(this.table, name), this.table.indices, 0, this.numRows) as Row[Name][];
  }

  /** The rows, one after the other. */
  *[Symbol.iterator](): IterableIterator<Row> {
    for (let start = 0; start < this.numRows; start += BLOCK_ROWS) {
      yield* readRows(this.table, start, Math.min(this.numRows, start + BLOCK_ROWS)) as Row[];
    }
  }

  /** The rows in batches, each an object of lists; the last may be shorter. Python: `iter(batch_size, drop_last_batch)`. */
  iter(options: IterOptions): IterableIterator<Batch<Row>> {
    return iterBatches(this.table, options) as IterableIterator<Batch<Row>>;
  }

  /** The rows at these places, in this order; a place may come twice, negative ones count from the end. Python: `select`. */
  select(indices: Iterable<number>): Dataset<Row> {
    return datasetOf(selectRows(this.table, indices));
  }

  /** The rows from `start` up to but without `end`, as `Array.slice` counts them. Python: `dataset.select(range(…))`. */
  slice(start = 0, end: number = this.numRows): Dataset<Row> {
    return datasetOf(sliceRows(this.table, start, end));
  }

  /** The first `count` rows. Python: `take`. */
  take(count: number): Dataset<Row> {
    return datasetOf(takeRows(this.table, count));
  }

  /** The rows after the first `count`. Python: `skip`. */
  skip(count: number): Dataset<Row> {
    return datasetOf(skipRows(this.table, count));
  }

  /** The rows `times` times over. Python: `repeat`. */
  repeat(times: number): Dataset<Row> {
    return datasetOf(repeatRows(this.table, times));
  }

  /** One of `numShards` parts of nearly the same size. Python: `shard`. */
  shard(options: ShardOptions): Dataset<Row> {
    return datasetOf(shardRows(this.table, options));
  }

  /** The rows in random order; a `seed` gives the order that it gives in Python. Python: `shuffle`. */
  shuffle(options: ShuffleOptions = {}): Dataset<Row> {
    return datasetOf(shuffleRows(this.table, options));
  }

  /**
   * The rows in the order of a column's values, or of several columns' values; equal rows keep their order.
   *
   * Texts are compared by their UTF-8 bytes; NaN and missing values come last. Python: `sort`.
   */
  sort(columns: (keyof Row & string) | readonly (keyof Row & string)[], options: SortOptions = {}): Dataset<Row> {
    return datasetOf(sortRows(this.table, columns, options));
  }

  /** Each value of a column once, in the order in which they come first. Python: `unique`. */
  unique<Name extends keyof Row & string>(column: Name): Row[Name][] {
    return uniqueValues(this.table, column) as Row[Name][];
  }

  /**
   * New columns from a function over rows, or over batches of rows with `batched: true`.
   *
   * What the function returns is added to its row, or replaces the columns of the same names; where it returns nothing, nothing
   * changes. A batch may give more or fewer rows where `removeColumns` names all columns that it does not return. A promise is
   * waited for, up to 1000 rows or 16 batches at once. Missing values are null. If it throws, the error names the row and nothing is kept.
   *
   * **Cache.** What took longer than a quarter of a second is kept on disk, in `CADERNO_CACHE` or the platform's cache folder, and
   * found again for the same rows, options and source of the function. A source does not show what the function's *variables from
   * outside* hold, so a function that uses any, or a native or bound one, is never kept: hand values over in `fnKwargs`, or name the
   * result by `newFingerprint` or `cacheFileName` and change that name whenever the work changes. `loadFromCacheFile: false` works anew.
   *
   * Python: `map`.
   *
   * @example
   * ```ts
   * const reviews = Dataset.fromDict({ text: ["Good.", "Bad."], stars: [5, 1] });
   * const lengths = await reviews.map((row) => ({ length: row.text.length }), { removeColumns: ["text"] });
   * lengths.toList(); // [ { stars: 5, length: 5 }, { stars: 1, length: 4 } ]
   * ```
   */
  async map<
    Result,
    Batched extends boolean = false,
    Indexed extends boolean = false,
    Columns extends readonly (keyof Row & string)[] = [],
    Removed extends keyof Row & string = never,
    Kwargs extends object = never,
  >(
    fn: (...inputs: FunctionInputs<Row, Batched, Indexed, Columns, Kwargs>) => Result | PromiseLike<Result>,
    options: MapOptions<Batched, Indexed, Columns, Removed, Kwargs> = {},
  ): Promise<Dataset<MappedRow<Row, Result, Removed, Batched>>> {
    return datasetOf(await mapRows(this.table, fn, options));
  }

  /**
   * The rows of which a function says yes, or of whose batch it returns a list of answers. Python: `filter`.
   *
   * Promises and the cache are as in {@link Dataset.map}.
   *
   * @example
   * ```ts
   * const good = await reviews.filter((row) => row.stars > 3);
   * ```
   */
  async filter<
    Batched extends boolean = false,
    Indexed extends boolean = false,
    Columns extends readonly (keyof Row & string)[] = [],
    Kwargs extends object = never,
  >(
    fn: (...inputs: FunctionInputs<Row, Batched, Indexed, Columns, Kwargs>) => unknown,
    options: FunctionOptions<Batched, Indexed, Columns, Kwargs> = {},
  ): Promise<Dataset<Row>> {
    return datasetOf(await filterRows(this.table, fn, options));
  }

  /** A column under a new name, at its place. Python: `rename_column`. */
  renameColumn<Old extends keyof Row & string, New extends string>(
    name: Old,
    newName: New,
  ): Dataset<RenamedRow<Row, { [Name in Old]: New }>> {
    return datasetOf(renamedColumns(this.table, "Dataset.renameColumn", { [name]: newName }));
  }

  /** Columns under new names: `{ text: "essay" }`. Python: `rename_columns`. */
  renameColumns<const Names extends { readonly [Name in keyof Row & string]?: string }>(
    names: Names,
  ): Dataset<RenamedRow<Row, Names>> {
    return datasetOf(renamedColumns(this.table, "Dataset.renameColumns", names));
  }

  /** All columns but these. Python: `remove_columns`. */
  removeColumns<Name extends keyof Row & string>(names: Name | readonly Name[]): Dataset<Written<Omit<Row, Name>>> {
    return datasetOf(withoutColumns(this.table, "Dataset.removeColumns", names));
  }

  /** These columns only, in this order. Python: `select_columns`. */
  selectColumns<Name extends keyof Row & string>(names: Name | readonly Name[]): Dataset<Written<Pick<Row, Name>>> {
    return datasetOf(onlyColumns(this.table, names));
  }

  /** One more column, with a value for each row. Python: `add_column`. */
  addColumn<Name extends string, Item>(
    name: Name,
    values: ArrayLike<Item>,
    options: AddColumnOptions = {},
  ): Dataset<MergedRow<Row, { [Key in Name]: Item }>> {
    return datasetOf(addedColumn(this.table, name, values, options));
  }

  /** One more row at the end; columns that it lacks are null there. Python: `add_item`. */
  addItem(item: Partial<Row>): Dataset<Row> {
    return datasetOf(addedItem(this.table, item));
  }

  /**
   * Each column of numbers in figures: count, mean, std, min, quartiles and max, a row each. Without such columns, the others in
   * count, unique, top and freq. Python: `to_pandas().describe()`.
   */
  describe(): Dataset<{ statistic: string; [column: string]: unknown }> {
    return datasetOf(describeTable(this.table));
  }

  /** Every column as its type in `features`, in that order; a value that does not fit is a DatasetError. Python: `cast`. */
  cast<Types extends Readonly<Record<keyof Row & string, Feature>>>(features: Types): Dataset<Written<RowOf<Types>>> {
    return datasetOf(castTable(this.table, features));
  }

  /** One column as another type; a value that does not fit is a DatasetError with its row. Python: `cast_column`. */
  castColumn<Name extends keyof Row & string, Type extends Feature>(
    name: Name,
    feature: Type,
  ): Dataset<MergedRow<Row, { [Key in Name]: CellOf<Type> }>> {
    return datasetOf(castTableColumn(this.table, name, feature));
  }

  /** A column's values as classes, whose names are the values as texts, sorted. Python: `class_encode_column`. */
  classEncodeColumn<Name extends keyof Row & string>(
    name: Name,
    options: ClassEncodeOptions = {},
  ): Dataset<MergedRow<Row, { [Key in Name]: number }>> {
    return datasetOf(classEncodeTable(this.table, name, options));
  }

  /** The columns of numbers as typed arrays, whole or by batches. Python: `with_format("numpy")`. */
  withFormat(format: "arrays"): FormattedDataset<Row> {
    return formatted(this.table, format);
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
    const { train, test } = splitIndices(this.table, options);
    return new DatasetDict({
      train: datasetOf<Row>(rowsAt(this.table, train)),
      test: datasetOf<Row>(rowsAt(this.table, test)),
    });
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

  /** Writes a CSV file as pandas does; lists and objects are JSON in it. Python: `to_csv`. */
  async toCsv(path: string, options: ToCsvOptions = {}): Promise<void> {
    await writeCsv(this.table, path, options);
  }

  /** Writes a JSON Lines file, or one list with `lines: false`. Python: `to_json`. */
  async toJson(path: string, options: ToJsonOptions = {}): Promise<void> {
    await writeJson(this.table, path, options);
  }

  /** Writes a Parquet file in which other programs, Python's `datasets` among them, find the features. Python: `to_parquet`. */
  async toParquet(path: string): Promise<void> {
    await writeParquet(this.table, path);
  }

  /**
   * Writes a folder that `loadFromDisk` and Python's `load_from_disk` open, rows in order and features and all.
   *
   * Python: `save_to_disk`. The folder is there whole or, where something goes wrong, as it was before.
   */
  async saveToDisk(folder: string, options: SaveOptions = {}): Promise<void> {
    await saveFolder("Dataset.saveToDisk", folder, this.table, options);
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
}

/** The type of a Dataset for rows of the type `row`. */
export interface DatasetKind extends RowKind {
  readonly dataset: Dataset<this["row"]>;
}

/** A dataset of a table. What the table's columns are, the caller knows. */
function datasetOf<Row extends object>(table: Table): Dataset<Row> {
  return new Dataset<Row>(table.columns, table.indices);
}
