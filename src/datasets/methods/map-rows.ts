/** @file `map`: a function over rows or batches, whose results become columns. */
import { argumentTypeError } from "../../core/errors";
import { cachedColumns } from "../cache/cached-columns";
import type { Column } from "../column";
import { columnFromValues } from "../column-from-values";
import { DatasetError } from "../dataset-error";
import { type Feature, sameFeature } from "../feature";
import { checkFeatures } from "../features";
import { readValues } from "../read-values";
import { columnOf, consecutive, makeTable, type Table } from "../table";
import { ViewColumn } from "../view-column";
import { callOverRows } from "./call-over-rows";
import { columnsInOrder, nameList, withoutColumns } from "./change-columns";
import { type FunctionOptions, functionCall } from "./function-options";
import { notAmongFeatures, OutputColumns } from "./output-columns";

/** Options of `Dataset.map`. */
export interface MapOptions<
  Batched extends boolean = boolean,
  Indexed extends boolean = boolean,
  Columns extends readonly string[] = readonly string[],
  Removed extends string = string,
  Kwargs extends object = object,
> extends FunctionOptions<Batched, Indexed, Columns, Kwargs> {
  /** Columns to leave out of the result. The function still gets them. */
  removeColumns?: Removed | readonly Removed[];
  /**
   * Whether a last batch that is not full is left out.
   * @default false
   */
  dropLastBatch?: boolean;
  /**
   * The types of the result's columns, all of them.
   * @default inferred from the values
   */
  features?: Readonly<Record<string, Feature>>;
}

const CALLER = "Dataset.map";

/** The table with the columns that the function returned. */
export async function mapRows(table: Table, fn: unknown, options: MapOptions = {}): Promise<Table> {
  const call = functionCall(table, CALLER, fn, options);
  const removed = options.removeColumns === undefined ? [] : nameList(CALLER, options.removeColumns);
  for (const name of removed) columnOf(table, name);
  const features = options.features === undefined ? undefined : checkFeatures(CALLER, options.features);
  const drop = options.dropLastBatch ?? false;
  if (typeof drop !== "boolean") {
    throw argumentTypeError({ function: CALLER, parameter: "dropLastBatch", rule: "be true or false", value: drop });
  }
  // As in Python: of nothing, the function is never asked.
  if (table.numRows === 0) return withoutColumns(table, CALLER, removed);
  const end = call.batched && drop ? Math.floor(table.numRows / call.batchSize) * call.batchSize : table.numRows;
  const kept = new Map([...columnsInOrder(table)].filter(([name]) => !removed.includes(name)));
  const settings = { removed, drop, features };
  const made = await cachedColumns(table, call, settings, options, () =>
    newColumns(table, call, end, [...kept.keys()], features),
  );
  if (made === undefined) return table;
  // As in Python: what has an old name stands where the old column stood, whether or not that was to be removed.
  const columns = new Map<string, Column>();
  for (const name of table.columns.keys()) {
    const column = made.get(name) ?? kept.get(name);
    if (column !== undefined) columns.set(name, column);
  }
  for (const [name, column] of made) columns.set(name, column);
  if (end < table.numRows) cutOldColumns(columns, made, end);
  return makeTable(features === undefined ? columns : inOrderOf(features, columns));
}

/** Without the last batch, the columns that stay end where the new ones do. */
function cutOldColumns(columns: Map<string, Column>, made: ReadonlyMap<string, Column>, end: number): void {
  const rows = consecutive(0, end);
  for (const [name, column] of columns) if (!made.has(name)) columns.set(name, new ViewColumn(column, rows));
}

/** The columns as `features` describes them: in its order, and of its types. */
function inOrderOf(
  features: Readonly<Record<string, Feature>>,
  columns: ReadonlyMap<string, Column>,
): Map<string, Column> {
  for (const name of columns.keys()) if (!Object.hasOwn(features, name)) throw notAmongFeatures(CALLER, name);
  const table = makeTable(columns);
  return new Map(
    Object.entries(features).map(([name, feature]) => {
      const column = columnOf(table, name);
      if (sameFeature(column.feature, feature)) return [name, column];
      return [name, columnFromValues(name, readValues(column, undefined, 0, column.length), feature)];
    }),
  );
}

/** The columns that the function makes; undefined where it returns nothing at all. */
async function newColumns(
  table: Table,
  call: ReturnType<typeof functionCall>,
  end: number,
  kept: readonly string[],
  features: Readonly<Record<string, Feature>> | undefined,
): Promise<ReadonlyMap<string, Column> | undefined> {
  const outputs = new OutputColumns(CALLER, table.columns, features);
  let returnsNothing: boolean | undefined;
  await callOverRows(table, call, end, (result, start, stop) => {
    const isNothing = result === null || result === undefined;
    if (returnsNothing !== undefined && isNothing !== returnsNothing) throw sometimesNothing(start, returnsNothing);
    returnsNothing = isNothing;
    if (isNothing) return;
    if (typeof result !== "object" || Array.isArray(result)) throw noColumns(call.batched, result, start);
    const values = result as Readonly<Record<string, unknown>>;
    if (!call.batched) {
      outputs.addRow(values);
      return;
    }
    const rows = outputs.addBatch(values, start, stop);
    const left = kept.find((name) => !Object.hasOwn(values, name));
    // An empty object changes nothing, and a batch may only change its length where no old column stays.
    if (rows === undefined || rows === stop - start || left === undefined) return;
    throw new DatasetError(
      "unequal-lengths",
      `${CALLER}: for rows ${start} to ${stop - 1}, the function returned ${rows} rows, but column \`${left}\` stays and has ${stop - start}.`,
      {
        row: start,
        column: left,
        hint: "To change the number of rows, name the columns to leave out in `removeColumns`.",
      },
    );
  });
  return returnsNothing === false ? outputs.finish() : undefined;
}

function noColumns(batched: boolean, result: unknown, row: number): TypeError {
  return argumentTypeError({
    function: CALLER,
    parameter: "fn",
    rule: `return an object with a ${batched ? "list" : "value"} for each column, or nothing`,
    value: result,
    next: `That is what it returned for row ${row}.`,
  });
}

function sometimesNothing(row: number, before: boolean): DatasetError {
  const [now, then] = before ? ["an object", "nothing"] : ["nothing", "an object"];
  return new DatasetError(
    "mixed-results",
    `${CALLER}: the function returned ${now} for row ${row}, after ${then} for others.`,
    {
      row,
      hint: "Return an object for every row, an empty one where nothing changes; use `filter` to leave rows out.",
    },
  );
}
