/** @file Which rows go to training and which to testing: Python's rounding, and NumPy's order for a seed. */
import { argumentRangeError, argumentTypeError } from "../core/errors";
import { defaultRng } from "../core/random";
import { ClassLabel } from "./class-label";
import { DatasetError } from "./dataset-error";
import { featureText } from "./feature";
import { readValues } from "./read-values";
import { type SplitIndices, stratifiedIndices } from "./stratified-split";
import { columnOf, type Table } from "./table";

/** Options of `Dataset.trainTestSplit`. */
export interface TrainTestSplitOptions {
  /**
   * The test part: a fraction of the rows below 1, rounded up, or a count of rows from 1 on.
   * @default what `trainSize` leaves, or 0.25 where neither is given
   */
  testSize?: number;
  /**
   * The training part: a fraction of the rows below 1, rounded down, or a count of rows from 1 on.
   * @default what `testSize` leaves
   */
  trainSize?: number;
  /**
   * Whether to mix the rows first. Without it, the first rows are for training and the following ones for testing.
   * @default true
   */
  shuffle?: boolean;
  /** A whole number from 0 on: the same seed gives the same rows, those that Python's `datasets` gives. */
  seed?: number;
  /**
   * A column of classes (`ClassLabel`): both parts get the same share of each class, as far as whole rows can.
   * @default rows are mixed without regard to any column
   */
  stratifyByColumn?: string;
}

const CALLER = "Dataset.trainTestSplit";

/** The rows of a split of a table's rows. */
export function splitIndices(table: Table, options: TrainTestSplitOptions): SplitIndices {
  const { numRows } = table;
  // As in Python: of nothing, both parts are nothing, whatever was asked for.
  if (numRows === 0) return { train: new Uint32Array(0), test: new Uint32Array(0) };
  const { trainRows, testRows } = splitSizes(numRows, options);
  if (options.shuffle !== undefined && typeof options.shuffle !== "boolean") {
    throw argumentTypeError({
      function: CALLER,
      parameter: "shuffle",
      rule: "be true or false",
      value: options.shuffle,
    });
  }
  const { stratifyByColumn } = options;
  if (options.shuffle === false) {
    if (stratifyByColumn !== undefined) {
      throw argumentTypeError({
        function: CALLER,
        parameter: "shuffle",
        rule: "not be false where there is `stratifyByColumn`",
        value: false,
        next: "A stratified split always mixes the rows.",
      });
    }
    const order = Uint32Array.from({ length: trainRows + testRows }, (_, row) => row);
    return { train: order.subarray(0, trainRows), test: order.subarray(trainRows) };
  }
  const generator = defaultRng(options.seed);
  if (stratifyByColumn !== undefined) {
    const labels = classesOf(table, stratifyByColumn);
    return stratifiedIndices(labels, { column: stratifyByColumn, trainRows, testRows, generator });
  }
  const order = generator.permutation(numRows);
  return { train: order.subarray(testRows, testRows + trainRows), test: order.subarray(0, testRows) };
}

function classesOf(table: Table, name: string): number[] {
  const column = columnOf(table, name);
  if (!(column.feature instanceof ClassLabel)) {
    throw new DatasetError(
      "no-classes",
      `${CALLER}: the column \`${name}\` of ${featureText(column.feature)} has no classes to stratify by.`,
      {
        column: name,
        hint: `Call classEncodeColumn(${JSON.stringify(name)}) first, or castColumn with a ClassLabel.`,
      },
    );
  }
  return readValues(column, table.indices, 0, table.numRows).map((value, row) => {
    if (value !== null) return Number(value);
    throw new DatasetError("missing-class", `${CALLER}: the column \`${name}\` has no class in row ${row}.`, {
      row,
      column: name,
      hint: "Filter the rows without a class out first.",
    });
  });
}

function splitSizes(numRows: number, options: TrainTestSplitOptions): { trainRows: number; testRows: number } {
  const { trainSize } = options;
  const testSize = options.testSize ?? (trainSize === undefined ? 0.25 : undefined);
  checkSize("testSize", testSize, numRows);
  checkSize("trainSize", trainSize, numRows);
  let testRows = testSize === undefined ? undefined : testSize < 1 ? Math.ceil(testSize * numRows) : testSize;
  let trainRows = trainSize === undefined ? undefined : trainSize < 1 ? Math.floor(trainSize * numRows) : trainSize;
  trainRows ??= numRows - (testRows ?? 0);
  testRows ??= numRows - trainRows;
  if (trainRows + testRows > numRows) {
    throw new RangeError(
      `${CALLER}: \`trainSize\` ${trainSize} and \`testSize\` ${testSize} ask for ${trainRows} + ${testRows} rows, but the dataset has ${numRows}. Make one of them smaller, or leave it out.`,
    );
  }
  if (trainRows === 0) {
    throw new DatasetError(
      "empty-split",
      `${CALLER}: of ${rows(numRows)}, ${testRows} go to the test part and none is left for training.`,
      { hint: "Make `testSize` smaller, or use a larger dataset." },
    );
  }
  return { trainRows, testRows };
}

function checkSize(parameter: "testSize" | "trainSize", size: number | undefined, numRows: number): void {
  if (size === undefined) return;
  const problem = {
    function: CALLER,
    parameter,
    rule: `be a fraction above 0 and below 1, or a count of rows from 1 to ${Math.max(1, numRows - 1)}`,
    value: size,
    next: `The dataset has ${rows(numRows)}.`,
  };
  if (typeof size !== "number") throw argumentTypeError(problem);
  const isFraction = size > 0 && size < 1;
  const isCount = Number.isInteger(size) && size >= 1 && size < numRows;
  if (!isFraction && !isCount) throw argumentRangeError(problem);
}

function rows(count: number): string {
  return count === 1 ? "1 row" : `${count} rows`;
}
