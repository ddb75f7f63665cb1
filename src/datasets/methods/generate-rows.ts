/** @file Rows from a generator, without holding more than a few of them as objects. */
import { argumentTypeError, describeValue, messageOf } from "../../core/errors";
import { Progress } from "../../core/progress";
import { DatasetError } from "../dataset-error";
import type { Feature } from "../feature";
import { checkFeatures } from "../features";
import { makeTable, type Table } from "../table";
import { OutputColumns } from "./output-columns";

/** Options of `Dataset.fromGenerator`. */
export interface GeneratorOptions {
  /**
   * The columns' types, all of them.
   * @default inferred from the values
   */
  features?: Readonly<Record<string, Feature>>;
}

const CALLER = "Dataset.fromGenerator";

/** A table of what a generator yields. A row that lacks a column of another row has null there. */
export async function generatedRows(generator: unknown, options: GeneratorOptions): Promise<Table> {
  if (typeof generator !== "function") {
    const next = 'For example `fromGenerator(function* () { yield { text: "a" }; })`.';
    throw argumentTypeError({
      function: CALLER,
      parameter: "generator",
      rule: "be a function",
      value: generator,
      next,
    });
  }
  const features = options.features === undefined ? undefined : checkFeatures(CALLER, options.features);
  const outputs = new OutputColumns(CALLER, new Map(), features);
  for (const name of Object.keys(features ?? {})) outputs.expect(name);
  const progress = new Progress({ label: CALLER, unit: "rows" });
  try {
    for await (const row of rowsOf(generator as () => unknown, () => outputs.rows)) {
      if (row === null || typeof row !== "object" || Array.isArray(row)) {
        throw new DatasetError(
          "not-a-row",
          `${CALLER}: row ${outputs.rows} is ${describeValue(row)} and not an object.`,
          {
            row: outputs.rows,
            hint: "Yield an object with a value for each column.",
          },
        );
      }
      outputs.addRow(row as Readonly<Record<string, unknown>>);
      progress.advance();
    }
  } finally {
    progress.finish();
  }
  return makeTable(outputs.finish());
}

/** What the generator yields; what it throws says after which row. */
async function* rowsOf(generator: () => unknown, count: () => number): AsyncGenerator<unknown> {
  try {
    const rows = generator();
    const isIterable =
      rows !== null && typeof rows === "object" && (Symbol.iterator in rows || Symbol.asyncIterator in rows);
    if (isIterable) {
      yield* rows as AsyncIterable<unknown>;
      return;
    }
  } catch (error) {
    throw new DatasetError(
      "function-failed",
      `${CALLER}: the generator failed at row ${count()}: ${messageOf(error)}`,
      {
        row: count(),
        cause: error,
        hint: "Nothing was kept.",
      },
    );
  }
  throw argumentTypeError({
    function: CALLER,
    parameter: "generator",
    rule: "give rows to walk over",
    value: generator,
  });
}
