/** @file From files to datasets, in one call. */
import { stat } from "node:fs/promises";
import { argumentRangeError, argumentTypeError } from "../core/errors";
import { listNames } from "../core/suggest";
import { Dataset } from "./dataset";
import { DatasetDict } from "./dataset-dict";
import { DatasetError } from "./dataset-error";
import type { DownloadOptions } from "./download/download-options";
import { isRemote, localFile } from "./download/local-file";
import { matchingFiles } from "./files/data-files";
import { readFiles } from "./files/read-files";
import { checkedDialect, FILE_FORMATS, type FileFormat, type ReadOptions } from "./files/read-options";
import { type SplitPart, splitParts } from "./files/split-expression";
import { streamFiles } from "./files/stream-files";
import { IterableDataset } from "./iterable-dataset";
import { stackedTables } from "./methods/join-tables";
import { BLOCK_ROWS, readRows } from "./read-values";
import { readSql } from "./sql/read-sql";
import type { SqlOptions } from "./sql/sql-options";
import { makeTable } from "./table";

/** One file or pattern, or several whose rows follow each other. */
export type Files = string | readonly string[];

/** Files for each of these splits: `SplitFiles<"train" | "test">`. */
export type SplitFiles<Split extends string = string> = Readonly<Record<Split, Files>>;

/** The splits that files make: those that are named, else `train`. */
export type SplitNames<Data> = Data extends Files ? "train" : keyof Data & string;

/** Options of {@link loadDataset}. */
export interface LoadDatasetOptions<Data extends Files | SplitFiles = Files | SplitFiles>
  extends ReadOptions,
    DownloadOptions {
  /**
   * The files: of the split `train`, or of each split by its name. Relative paths start at the current folder.
   * Patterns such as `"data/*.csv"` and `"data/**"` stand for all files that match, sorted by their paths. What begins with `https://`
   * or `http://` is fetched and kept; files whose names end in `.gz` are unpacked.
   */
  dataFiles: Data;
  /**
   * One split, a part of one or a sum of parts, to get a Dataset instead of a DatasetDict: `"train"`, `"train[:10%]"`,
   * `"train[10:20]"`, `"train[-5%:]"`, `"train+test"`.
   * @default all splits
   */
  split?: string;
  /**
   * Whether rows are read while they are walked over, for data beyond memory: {@link IterableDataset}s instead of Datasets.
   * Their types are those of the first rows, where `features` does not give them.
   * @default false
   */
  streaming?: boolean;
}

/**
 * Reads files into a DatasetDict, or into one Dataset where `split` names it.
 *
 * From a database, `"sql"` takes a `query` with `parameters`, or a `table`; all else is read from `dataFiles`.
 * Formats are `"csv"`, `"tsv"`, `"json"` and `"jsonl"` (lines of objects, or one list of them), `"text"`, `"parquet"` and `"arrow"`.
 *
 * Python: `datasets.load_dataset`. Column types are inferred as there; in CSV, whole numbers with missing values among them are
 * `float64`. They are inferred over all rows of all files, so that a late row cannot break them. Rows keep the order of the files.
 * `Row` says the rows' type to the compiler, which believes it.
 *
 * What is wrong with a file is a {@link DatasetError} with the path, the row and the column. It is stricter than Python: a row with
 * too few values, two columns of one name, values of several types in one column, and text after a closing quote are errors
 * instead of guesses.
 *
 * @example
 * ```ts
 * const essays = await loadDataset<{ essay: string; score: number }>("csv", { dataFiles: "datasets/redacoes.csv" });
 * console.log(essays.train.features); // {'essay': Value('string'), 'score': Value('int64')}
 * essays.train.at(0).score;
 * ```
 */
export function loadDataset<Row extends object = Record<string, unknown>>(
  format: FileFormat,
  options: LoadDatasetOptions & { split: string; streaming: true },
): Promise<IterableDataset<Row>>;
export function loadDataset<Row extends object = Record<string, unknown>, Data extends Files | SplitFiles = Files>(
  format: FileFormat,
  options: LoadDatasetOptions<Data> & { split?: never; streaming: true },
): Promise<Readonly<Record<SplitNames<Data>, IterableDataset<Row>>>>;
export function loadDataset<Row extends object = Record<string, unknown>>(
  format: FileFormat,
  options: LoadDatasetOptions & { split: string; streaming?: false },
): Promise<Dataset<Row>>;
export function loadDataset<Row extends object = Record<string, unknown>, Data extends Files | SplitFiles = Files>(
  format: FileFormat,
  options: LoadDatasetOptions<Data> & { split?: never; streaming?: false },
): Promise<DatasetDict<Readonly<Record<SplitNames<Data>, Dataset<Row>>>>>;
export function loadDataset<Row extends object = Record<string, unknown>>(
  format: "sql",
  options: SqlOptions & { split: string },
): Promise<Dataset<Row>>;
export function loadDataset<Row extends object = Record<string, unknown>>(
  format: "sql",
  options: SqlOptions & { split?: never },
): Promise<DatasetDict<Readonly<Record<"train", Dataset<Row>>>>>;
export async function loadDataset(
  format: FileFormat | "sql",
  options: LoadDatasetOptions | SqlOptions,
): Promise<Loaded | DatasetDict<Readonly<Record<"train", Dataset>>>> {
  if (format === "sql") return await loadSql(options as SqlOptions);
  return await loadFiles(format, options as LoadDatasetOptions);
}

type Loaded =
  | Dataset
  | DatasetDict<Readonly<Record<string, Dataset>>>
  | IterableDataset
  | Readonly<Record<string, IterableDataset>>;

async function loadSql(options: SqlOptions): Promise<Loaded> {
  const parts = options?.split === undefined ? undefined : splitParts(String(options.split), ["train"]);
  const datasets = new Map([["train", new Dataset(await readSql(options))]]);
  return parts === undefined ? new DatasetDict(Object.fromEntries(datasets)) : partsOf(datasets, parts);
}

async function loadFiles(format: FileFormat, options: LoadDatasetOptions): Promise<Loaded> {
  checkFormat(format);
  const splits = splitFiles(options?.dataFiles);
  const parts = options.split === undefined ? undefined : splitParts(String(options.split), [...splits.keys()]);
  const wanted = new Set(parts?.map(({ split }) => split) ?? splits.keys());
  const files = await foundFiles(new Map([...splits].filter(([name]) => wanted.has(name))), options);
  if (options.streaming === true) return streamed(format, files, options, parts);
  const read = await readFiles(format, files, options);
  const datasets = new Map([...read].map(([name, columns]) => [name, new Dataset(columns)]));
  return parts === undefined ? new DatasetDict(Object.fromEntries(datasets)) : partsOf(datasets, parts);
}

function streamed(
  format: FileFormat,
  files: ReadonlyMap<string, readonly string[]>,
  options: LoadDatasetOptions,
  parts: readonly SplitPart[] | undefined,
): IterableDataset | Readonly<Record<string, IterableDataset>> {
  checkedDialect(format, options);
  const datasets = new Map(
    [...files].map(([split, paths]) => [
      split,
      new IterableDataset(async function* () {
        for await (const columns of streamFiles(format, paths, options)) {
          const table = makeTable(columns);
          for (let row = 0; row < table.numRows; row += BLOCK_ROWS) {
            yield readRows(table, row, Math.min(table.numRows, row + BLOCK_ROWS));
          }
        }
      }),
    ]),
  );
  if (parts === undefined) return Object.fromEntries(datasets);
  const [part] = parts;
  const dataset = datasets.get(part?.split ?? "");
  // How many rows there are is not known, so that a part of them cannot be either.
  if (dataset !== undefined && parts.length === 1 && options.split === part?.split) return dataset;
  throw new DatasetError("bad-split", `\`${options.split}\` is no split by itself, which streaming needs.`, {
    hint: "Name a split, and use `take` and `skip`.",
  });
}

function partsOf(datasets: ReadonlyMap<string, Dataset>, parts: readonly SplitPart[]): Dataset {
  const pieces = parts.flatMap(({ split, range }) => {
    const dataset = datasets.get(split);
    if (dataset === undefined) return [];
    const { start, end } = range(dataset.numRows);
    return start === 0 && end === dataset.numRows ? [dataset] : [dataset.slice(start, end)];
  });
  const [first] = pieces;
  if (first !== undefined && pieces.length === 1) return first;
  const { columns, indices } = stackedTables(
    "loadDataset",
    pieces.map(({ table }) => table),
  );
  return new Dataset(columns, indices);
}

function checkFormat(format: unknown): asserts format is FileFormat {
  if (FILE_FORMATS.includes(format as FileFormat)) return;
  throw argumentRangeError({
    function: "loadDataset",
    parameter: "format",
    rule: "be the name of a format",
    value: format,
    next: `${listNames("formats", String(format), [...FILE_FORMATS, "sql"])} Write for example \`loadDataset("csv", { dataFiles: "essays.csv" })\`.`,
  });
}

/** Each split's files: patterns become the files that they match, URLs and packed files those that the cache has of them. */
async function foundFiles(
  splits: ReadonlyMap<string, readonly string[]>,
  options: DownloadOptions,
): Promise<Map<string, string[]>> {
  const exists = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined)) !== undefined;
  const found = new Map<string, string[]>();
  for (const [split, patterns] of splits) {
    const files: string[] = [];
    for (const pattern of patterns) {
      const paths = isRemote(pattern) ? [pattern] : await matchingFiles(pattern, exists);
      for (const path of paths) files.push(await localFile(path, options));
    }
    found.set(split, files);
  }
  return found;
}

function splitFiles(dataFiles: unknown): Map<string, readonly string[]> {
  const problem = {
    function: "loadDataset",
    parameter: "dataFiles",
    rule: "be a path, a list of paths, or an object with one of them for each split",
    value: dataFiles,
    next: 'For example `dataFiles: "essays.csv"` or `dataFiles: { train: "a.csv", test: "b.csv" }`.',
  };
  const isMap = dataFiles !== null && typeof dataFiles === "object" && !Array.isArray(dataFiles);
  const entries = isMap ? Object.entries(dataFiles) : ([["train", dataFiles]] as const);
  if (entries.length === 0) throw argumentTypeError(problem);
  return new Map(
    entries.map(([split, files]) => {
      const paths: unknown[] = Array.isArray(files) ? files : [files];
      if (paths.length === 0) throw argumentTypeError(problem);
      const checked = paths.map((path) => {
        if (typeof path === "string" && path !== "" && !path.includes("\0")) return path;
        throw argumentTypeError(problem);
      });
      return [split, checked];
    }),
  );
}
