/** @file Datasets one below the other, or side by side. */
import { argumentRangeError, argumentTypeError } from "../core/errors";
import { Dataset } from "./dataset";
import { joinedTables, stackedTables } from "./methods/join-tables";
import type { AnyDataset, RowIn } from "./row-types";

/** Options of {@link concatenateDatasets}. */
export interface ConcatenateOptions {
  /**
   * Whether the datasets' rows follow each other, or their columns stand side by side. Python: `axis=0` and `axis=1`.
   * @default "rows"
   */
  axis?: "rows" | "columns";
}

const CALLER = "concatenateDatasets";

/**
 * Several datasets as one. Nothing is copied; a dataset without rows is left out.
 *
 * Python: `datasets.concatenate_datasets`. Columns of one name must have one type; where a dataset lacks a column, it is null there.
 *
 * @example
 * ```ts
 * const more = Dataset.fromDict({ text: ["Fine."], stars: [4] });
 * concatenateDatasets([reviews, more]).numRows; // 3
 * ```
 */
export function concatenateDatasets<One extends AnyDataset>(
  datasets: readonly One[],
  options: ConcatenateOptions = {},
): Dataset<RowIn<One>> {
  checkDatasets(CALLER, datasets);
  const axis = options.axis ?? "rows";
  if (axis !== "rows" && axis !== "columns") {
    throw argumentRangeError({ function: CALLER, parameter: "axis", rule: 'be "rows" or "columns"', value: axis });
  }
  const tables = datasets.map(({ table }) => table);
  const joined = axis === "rows" ? stackedTables(CALLER, tables) : joinedTables(CALLER, tables);
  return new Dataset(joined.columns, joined.indices);
}

/** A list of datasets, at least one. */
export function checkDatasets(caller: string, datasets: unknown): void {
  const isList = Array.isArray(datasets) && datasets.length > 0;
  if (isList && datasets.every((dataset) => dataset instanceof Dataset)) return;
  throw argumentTypeError({
    function: caller,
    parameter: "datasets",
    rule: "be a list of at least one Dataset",
    value: datasets,
    next: "Of a DatasetDict, take the splits: `[dict.train, dict.test]`.",
  });
}
