/** @file From files to datasets, in one call. */
import { argumentRangeError, argumentTypeError } from "../core/errors";
import { listNames } from "../core/suggest";
import { type CsvOptions, dialectOf } from "./csv/options";
import { csvFormat } from "./csv/csv-format";
import { readCells } from "./cells/read-cells";
import { Dataset } from "./dataset";
import { DatasetDict } from "./dataset-dict";
import { DatasetError } from "./dataset-error";

/** One file, or several whose rows follow each other. */
export type Files = string | readonly string[];

/** Files for each of these splits: `SplitFiles<"train" | "test">`. */
export type SplitFiles<Split extends string = string> = Readonly<Record<Split, Files>>;

/** The splits that files make: those that are named, else `train`. */
export type SplitNames<Data> = Data extends Files ? "train" : keyof Data & string;

/** Options of {@link loadDataset}. */
export interface LoadDatasetOptions<Data extends Files | SplitFiles = Files | SplitFiles> extends CsvOptions {
  /** The files: of the split `train`, or of each split by its name. Relative paths start at the current folder. */
  dataFiles: Data;
  /**
   * The name of one split, to get its Dataset instead of a DatasetDict.
   * @default all splits
   */
  split?: string;
}

/**
 * Reads files into a DatasetDict, or into one Dataset where `split` names it.
 *
 * Python: `datasets.load_dataset`. Column types are inferred as there: `int64`, `float64`, `bool`, `string`; whole numbers with
 * missing values among them are `float64`. They are inferred over all rows of all files, so that a late row cannot break them.
 * Rows keep the order of the files. `Row` says the rows' type to the compiler, which believes it.
 *
 * What is wrong with a file is a {@link DatasetError} with the path, the row and the column. It is stricter than Python: a row with
 * too few values, two columns of one name, and text after a closing quote are errors instead of guesses.
 *
 * @example
 * ```ts
 * const essays = await loadDataset<{ essay: string; score: number }>("csv", { dataFiles: "datasets/redacoes.csv" });
 * console.log(essays.train.features); // {'essay': Value('string'), 'score': Value('int64')}
 * essays.train.at(0).score;
 * ```
 */
export function loadDataset<Row extends object = Record<string, unknown>>(
  format: "csv",
  options: LoadDatasetOptions & { split: string },
): Promise<Dataset<Row>>;
export function loadDataset<Row extends object = Record<string, unknown>, Data extends Files | SplitFiles = Files>(
  format: "csv",
  options: LoadDatasetOptions<Data> & { split?: never },
): Promise<DatasetDict<Readonly<Record<SplitNames<Data>, Dataset<Row>>>>>;
export async function loadDataset(
  format: "csv",
  options: LoadDatasetOptions,
): Promise<Dataset | DatasetDict<Readonly<Record<string, Dataset>>>> {
  if (format !== "csv") {
    throw argumentRangeError({
      function: "loadDataset",
      parameter: "format",
      rule: 'be "csv"',
      value: format,
      next: 'Write `loadDataset("csv", { dataFiles: "essays.csv" })`.',
    });
  }
  const splits = splitFiles(options?.dataFiles);
  if (options.split !== undefined && !splits.has(options.split)) {
    throw new DatasetError("unknown-split", `There is no split \`${options.split}\` among the \`dataFiles\`.`, {
      hint: listNames("splits", String(options.split), [...splits.keys()]),
    });
  }
  const wanted = options.split === undefined ? splits : new Map([...splits].filter(([name]) => name === options.split));
  const dialect = dialectOf(options);
  const read = await readCells(wanted, csvFormat(dialect), dialect.features);
  const datasets = [...read].map(([name, columns]) => [name, new Dataset(columns)] as const);
  const [only] = datasets;
  if (options.split !== undefined && only !== undefined) return only[1];
  return new DatasetDict(Object.fromEntries(datasets));
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
