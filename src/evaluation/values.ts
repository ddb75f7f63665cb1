/** @file What a metric is given, read and checked: labels, numbers, rows of numbers, tensors. */
import { argumentRangeError, argumentTypeError } from "../core/errors";

/** A class: its number or its name. */
export type Label = string | number | bigint | boolean;

/** Numbers in a shape, as models and tokenizers give them. */
export interface NumberTensor {
  readonly dims: readonly number[];
  readonly data: ArrayLike<number> | BigInt64Array;
}

/** Rows of numbers: logits, probabilities, or 0 and 1 for texts that can have several labels. */
export type NumberRows = Iterable<Iterable<number | bigint | boolean>>;

/** A label a text (an array, a typed array, a dataset's column), or a row a text. */
export type Targets = Iterable<Label> | NumberRows | NumberTensor;

/** Numbers, one a text, or a row of scores a text. */
export type Scores = Iterable<number | bigint> | NumberRows | NumberTensor;

/** One value a text. */
export interface ValueList {
  kind: "list";
  values: readonly (string | number)[];
  /** `"boolean"` where every value was true or false; the values are then 1 and 0. */
  type: "number" | "string" | "boolean";
}

/** A row of numbers a text. */
export interface ValueRows {
  kind: "rows";
  data: Float64Array;
  count: number;
  width: number;
  /** Whether the numbers had 32 bits, as a model's have. */
  precision: "float32" | "float64";
}

/** Who was called, with which parameter. */
export interface Place {
  function: string;
  parameter: string;
}

/** Reads a list of labels or numbers, or rows of numbers. */
export function readValues(place: Place, given: unknown): ValueList | ValueRows {
  if (isTensor(given)) return fromTensor(place, given);
  if (!isList(given)) {
    throw argumentTypeError({
      ...place,
      rule: "be an array with one value or one row for each example",
      value: given,
      next: "A dataset's column, a typed array and a model's logits are taken as well.",
    });
  }
  const items = Array.from(given as Iterable<unknown>);
  if (items.length === 0) throw argumentRangeError({ ...place, rule: "hold at least one example", value: [] });
  return isList(items[0]) ? fromRows(place, items) : fromItems(place, items);
}

/** Reads numbers, one an example; a column of them (rows of one number) is taken as well. */
export function readNumbers(place: Place, given: unknown): Float64Array {
  const read = readValues(place, given);
  if (read.kind === "list" && read.type !== "string") return Float64Array.from(read.values as readonly number[]);
  if (read.kind === "rows" && read.width === 1) return read.data;
  throw argumentTypeError({
    ...place,
    rule: "be numbers, one for each example",
    value: read.kind === "list" ? read.values : `rows of ${read.width}`,
    next: read.kind === "list" ? undefined : "Take `argmax(logits)` of rows of class scores.",
  });
}

/** Reads rows of numbers. */
export function readRows(place: Place, given: unknown): ValueRows {
  const read = readValues(place, given);
  if (read.kind === "rows") return read;
  throw argumentTypeError({ ...place, rule: "be a row of numbers for each example", value: read.values });
}

/** The row at `index`, sharing the memory. */
export function rowAt(rows: ValueRows, index: number): Float64Array {
  return rows.data.subarray(index * rows.width, (index + 1) * rows.width);
}

/** Throws when there are not as many predictions as truths. */
export function checkSameLength(place: Place, length: number, expected: number): void {
  if (length === expected) return;
  throw argumentRangeError({
    ...place,
    rule: `have one entry for each of the ${expected} examples of \`yTrue\``,
    value: `${length} entries`,
    next: "Predict the same rows that the labels come from, in the same order.",
  });
}

function isTensor(value: unknown): value is NumberTensor {
  return value !== null && typeof value === "object" && "dims" in value && "data" in value && Array.isArray(value.dims);
}

function isList(value: unknown): value is Iterable<unknown> {
  return value !== null && typeof value === "object" && Symbol.iterator in value;
}

function fromTensor(place: Place, tensor: NumberTensor): ValueList | ValueRows {
  const { dims } = tensor;
  const size = dims.reduce((product, length) => product * length, 1);
  if (dims.length < 1 || dims.length > 2 || size !== tensor.data.length || size === 0) {
    throw argumentRangeError({
      ...place,
      rule: "have one or two axes that its numbers fill: examples, or examples by classes",
      value: `shape [${dims.join(", ")}] with ${tensor.data.length} numbers`,
    });
  }
  const data = Float64Array.from(tensor.data as ArrayLike<number>, Number);
  if (dims.length === 1) return fromItems(place, [...data]);
  checkFinite(place, data, dims[1] ?? 1);
  const precision = tensor.data instanceof Float32Array ? "float32" : "float64";
  return { kind: "rows", data, count: dims[0] ?? 0, width: dims[1] ?? 1, precision };
}

function fromRows(place: Place, items: readonly unknown[]): ValueRows {
  const rows = items.map((row, index) => {
    if (isList(row)) return Array.from(row);
    throw argumentTypeError({ ...place, parameter: `${place.parameter}[${index}]`, rule: "be a row", value: row });
  });
  const width = rows[0]?.length ?? 0;
  const data = new Float64Array(rows.length * width);
  rows.forEach((row, index) => {
    if (row.length !== width || width === 0) {
      throw argumentRangeError({
        ...place,
        parameter: `${place.parameter}[${index}]`,
        rule: width === 0 ? "hold at least one number" : `have ${width} numbers, as the first row`,
        value: row,
      });
    }
    row.forEach((value, column) => {
      if (typeof value !== "number" && typeof value !== "bigint" && typeof value !== "boolean") {
        const parameter = `${place.parameter}[${index}][${column}]`;
        throw argumentTypeError({ ...place, parameter, rule: "be a number", value });
      }
      data[index * width + column] = Number(value);
    });
  });
  checkFinite(place, data, width);
  const precision = items.every((row) => row instanceof Float32Array) ? "float32" : "float64";
  return { kind: "rows", data, count: rows.length, width, precision };
}

function fromItems(place: Place, items: readonly unknown[]): ValueList {
  const kinds = new Set<string>();
  const values = items.map((item, index): string | number => {
    const parameter = `${place.parameter}[${index}]`;
    if (typeof item === "string") {
      kinds.add("string");
      return item;
    }
    if (typeof item !== "number" && typeof item !== "bigint" && typeof item !== "boolean") {
      const next = "Filter out the rows without a label first.";
      throw argumentTypeError({
        ...place,
        parameter,
        rule: "be a class number, a name or a number",
        value: item,
        next,
      });
    }
    if (!Number.isFinite(Number(item))) {
      throw argumentRangeError({ ...place, parameter, rule: "be a finite number", value: item });
    }
    kinds.add(typeof item === "boolean" ? "boolean" : "number");
    return Number(item);
  });
  if (kinds.has("string") && kinds.size > 1) {
    throw argumentTypeError({
      ...place,
      rule: "be all names or all numbers",
      value: items,
      next: "Turn numbers into names with `ClassLabel.int2str`.",
    });
  }
  return { kind: "list", values, type: kinds.size > 1 ? "number" : ([...kinds][0] as ValueList["type"]) };
}

function checkFinite(place: Place, data: Float64Array, width: number): void {
  const wrong = data.findIndex((value) => !Number.isFinite(value));
  if (wrong === -1) return;
  throw argumentRangeError({
    ...place,
    parameter: `${place.parameter}[${Math.floor(wrong / width)}][${wrong % width}]`,
    rule: "be a finite number",
    value: data[wrong],
    next: "NaN in logits usually means that training diverged: lower the learning rate.",
  });
}
