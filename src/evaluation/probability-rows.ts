/** @file Probabilities, checked, and the columns that true classes stand for. */
import { argumentRangeError, argumentTypeError } from "../core/errors";
import { sortClasses } from "./class-pair";
import { readValues, rowAt, type ValueList, type ValueRows } from "./values";

/** Sums of 32-bit probabilities over many classes stray about so far from 1. */
const TOLERANCE = 1e-3;

/** Rows of probabilities that add up to 1; a list of numbers is the probability of the second of two classes. */
export function probabilityRows(caller: string, parameter: string, given: unknown): ValueRows {
  const read = readValues({ function: caller, parameter }, given);
  const next = "Take `softmax(logits)`.";
  if (read.kind === "list" && read.type === "string") {
    throw argumentTypeError({ function: caller, parameter, rule: "be probabilities", value: read.values, next });
  }
  const rows = read.kind === "rows" && read.width > 1 ? read : withFirstClass(read);
  for (let index = 0; index < rows.count; index++) {
    const row = rowAt(rows, index);
    const place = { function: caller, parameter: `${parameter}[${index}]` };
    const wrong = row.find((value) => value < 0 || value > 1);
    if (wrong !== undefined) throw argumentRangeError({ ...place, rule: "be between 0 and 1", value: wrong, next });
    const sum = row.reduce((total, value) => total + value, 0);
    if (Math.abs(sum - 1) > TOLERANCE) {
      throw argumentRangeError({ ...place, rule: "add up to 1", value: [...row], next });
    }
  }
  return rows;
}

/** The column of each true class, and the classes by column. */
export function classColumns(
  caller: string,
  yTrue: unknown,
  options: { width: number; parameter: string; labels: readonly (string | number)[] | undefined },
): { columns: number[]; classes: readonly (string | number)[] } {
  const place = { function: caller, parameter: "yTrue" };
  const truth = readValues(place, yTrue);
  if (truth.kind === "rows") {
    throw argumentTypeError({ ...place, rule: "have one class for each example", value: `rows of ${truth.width}` });
  }
  const { width, labels } = options;
  const isColumn = (label: string | number): boolean =>
    typeof label === "number" && Number.isSafeInteger(label) && label >= 0 && label < width;
  const found = sortClasses(truth.values);
  const classes = labels ?? (found.every(isColumn) ? Array.from({ length: width }, (_, column) => column) : found);
  if (classes.length !== width) {
    throw argumentRangeError({
      function: caller,
      parameter: labels === undefined ? options.parameter : "labels",
      rule: labels === undefined ? `have ${found.length} columns, one for each class` : `name the ${width} columns`,
      value: labels === undefined ? `rows of ${width}` : `${labels.length} classes`,
      next: labels === undefined ? "List the classes of the columns in `labels`." : undefined,
    });
  }
  const columnOf = new Map(classes.map((label, column) => [label, column]));
  const columns = truth.values.map((label, index) => {
    const column = columnOf.get(label);
    if (column !== undefined) return column;
    throw argumentRangeError({
      function: caller,
      parameter: `yTrue[${index}]`,
      rule: "be one of the classes",
      value: label,
      next: `The columns stand for ${classes.slice(0, 20).join(", ")}${classes.length > 20 ? ", …" : ""}.`,
    });
  });
  return { columns, classes };
}

/** Probabilities of the second of two classes, with those of the first beside them. */
function withFirstClass(read: ValueList | ValueRows): ValueRows {
  const values = read.kind === "rows" ? [...read.data] : read.values.map(Number);
  const data = Float64Array.from(values.flatMap((value) => [1 - value, value]));
  const precision = read.kind === "rows" ? read.precision : "float64";
  return { kind: "rows", data, count: values.length, width: 2, precision };
}
