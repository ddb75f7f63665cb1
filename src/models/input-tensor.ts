/** @file Numbers as people give them to a model, lists of lists or tensors of any library, as the machine takes them. */
import { argumentTypeError, describeValue } from "../core/errors";
import type { TensorData } from "../graph/machine/program";
import { ModelError } from "./model-error";

/** Numbers in lists of lists. */
export type NestedNumbers = number | bigint | readonly NestedNumbers[];

/** A tensor of any library: its sizes, and its numbers row by row. */
export interface TensorLike {
  readonly dims: readonly number[];
  readonly data: ArrayLike<number> | BigInt64Array;
}

/** One input of a model. */
export type ModelInput = NestedNumbers | TensorLike;

/** Numbers and sizes, before the element type is settled. */
export interface PlainTensor {
  readonly dims: readonly number[];
  readonly data: Float64Array;
}

const DEEPEST = 8;

/** An input as plain numbers. Rows of different lengths, and what is no number, are errors that name the place. */
export function plainTensor(name: string, value: unknown): PlainTensor {
  if (isTensorLike(value)) return fromTensor(name, value);
  const dims: number[] = [];
  for (let level: unknown = value; Array.isArray(level) || ArrayBuffer.isView(level); level = (level as unknown[])[0]) {
    dims.push((level as unknown as ArrayLike<unknown>).length);
    if (dims.length > DEEPEST) throw wrong(name, `be a list of rows, not lists ${DEEPEST} deep`, value);
  }
  const data: number[] = [];
  // Where a number stands is worked out when it is wrong: for each of them it would take longer than reading it.
  const at: number[] = [];
  const place = (): string => at.map((index) => `[${index}]`).join("");
  const visit = (part: unknown, axis: number): void => {
    if (axis === dims.length) {
      if (typeof part !== "number" && typeof part !== "bigint") throw wrong(`${name}${place()}`, "be a number", part);
      data.push(Number(part));
      return;
    }
    const list = part as ArrayLike<unknown>;
    const isList = Array.isArray(part) || ArrayBuffer.isView(part);
    if (!isList || list.length !== dims[axis])
      throw ragged(name, place(), isList ? list.length : part, dims[axis] ?? 0);
    for (let index = 0; index < list.length; index++) {
      at[axis] = index;
      visit(list[index], axis + 1);
    }
    at.length = axis;
  };
  visit(value, 0);
  return { dims, data: Float64Array.from(data) };
}

/** Whole numbers for the machine. */
export function int64Tensor(name: string, { dims, data }: PlainTensor): TensorData {
  const whole = new BigInt64Array(data.length);
  for (let index = 0; index < data.length; index++) {
    const value = data[index] ?? 0;
    if (!Number.isSafeInteger(value)) throw wrong(placeOf(name, dims, index), "be a whole number", value);
    whole[index] = BigInt(value);
  }
  return { type: "int64", dims, data: whole };
}

/** Numbers with a point for the machine. */
export function float32Tensor({ dims, data }: PlainTensor): TensorData {
  return { type: "float32", dims, data: Float32Array.from(data) };
}

/** Where a number stands, as people write it: `input_ids[0][3]`. */
export function placeOf(name: string, dims: readonly number[], index: number): string {
  const places: number[] = [];
  let rest = index;
  for (const size of [...dims].reverse()) {
    places.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return `${name}${places.map((place) => `[${place}]`).join("")}`;
}

/** Whether a value is a tensor of some library. */
export function isTensorLike(value: unknown): value is TensorLike {
  return typeof value === "object" && value !== null && "dims" in value && "data" in value;
}

function fromTensor(name: string, { dims, data }: TensorLike): PlainTensor {
  const sizes = Array.isArray(dims) && dims.every((size) => Number.isSafeInteger(size) && size >= 0);
  if (!sizes) throw wrong(name, "be a tensor whose `dims` are whole numbers", dims);
  const count = dims.reduce((product, size) => product * size, 1);
  if (data.length !== count) {
    throw wrong(name, `have the ${count} numbers that its dims [${dims.join(", ")}] say`, `${data.length} numbers`);
  }
  return { dims: [...dims], data: Float64Array.from(data as ArrayLike<number>, Number) };
}

function ragged(name: string, place: string, found: unknown, expected: number): ModelError {
  const length = typeof found === "number" ? `has ${found} numbers` : `is ${describeValue(found)}`;
  return new ModelError("inputs-ragged", `\`${name}${place}\` ${length}, but the rows before it have ${expected}.`, {
    hint: "All rows must be equally long: encode with `padding: true`, and `truncation: true` for long texts.",
  });
}

function wrong(parameter: string, rule: string, value: unknown): TypeError {
  return argumentTypeError({ function: "forward", parameter, rule, value });
}
