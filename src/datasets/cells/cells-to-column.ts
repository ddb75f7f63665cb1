/** @file Cells as they stand in a file into a typed Arrow column. */
import * as arrow from "apache-arrow";
import { ArrowColumn } from "../arrow-column";
import { arrowTypeOf } from "../arrow-type";
import type { Feature } from "../feature";
import { type DType, Value } from "../value";
import type { CellChunk } from "./cell-store";
import { instantOf } from "./instant-text";
import { fillFloats, fillWideIntegers } from "./number-cells";
import { asciiText, bigIntOf, floatOf, integerOf } from "./number-text";

/** A cell that is no value of its column's type. */
export interface BadCell {
  /** The row, counted over all chunks. */
  row: number;
  /** What stands there. */
  text: string;
}

/**
 * The column of these cells, or the first cell that does not fit `dtype`.
 *
 * Texts are taken over without a copy: the chunks must not be changed afterwards.
 */
export function columnOfCells(
  chunks: readonly CellChunk[],
  dtype: DType,
  feature: Feature = new Value(dtype),
): ArrowColumn | BadCell {
  const type = arrowTypeOf(feature);
  const data: arrow.Data[] = [];
  let rows = 0;
  for (const chunk of chunks) {
    const values = valuesOf(chunk, dtype);
    if (typeof values === "number") {
      const [start, end] = [chunk.offsets[values] ?? 0, chunk.offsets[values + 1] ?? 0];
      return { row: rows + values, text: new TextDecoder().decode(chunk.bytes.subarray(start, end)) };
    }
    rows += chunk.length;
    data.push(
      new arrow.Data(type, 0, chunk.length, dtype === "null" ? chunk.length : chunk.nulls, {
        ...(dtype === "string" ? { [arrow.BufferType.OFFSET]: chunk.offsets } : {}),
        ...(dtype === "null" ? {} : { [arrow.BufferType.DATA]: values }),
        ...(chunk.nulls > 0 && dtype !== "null" ? { [arrow.BufferType.VALIDITY]: chunk.validity } : {}),
      }),
    );
  }
  return new ArrowColumn(new arrow.Vector(data), feature);
}

/** Whether cells of this type can be made from text by {@link columnOfCells}. */
export function isCellType(dtype: string): dtype is DType {
  return /^(?:null|bool|u?int(?:8|16|32|64)|float32|float64|string|date32|timestamp\[(?:s|ms|us|ns)\])$/.test(dtype);
}

type Values = Uint8Array | Int32Array | Float32Array | Float64Array | BigInt64Array | BigUint64Array | SmallIntegers;
type SmallIntegers = Int8Array | Int16Array | Uint16Array | Uint32Array;

/** The values in Arrow's layout, or the place of the first cell that is none. */
function valuesOf(chunk: CellChunk, dtype: DType): Values | number {
  switch (dtype) {
    case "string":
      return chunk.bytes;
    case "null":
      return filled(chunk, new Uint8Array(0), () => false);
    case "bool":
      return booleans(chunk);
    case "float64":
      return allOr(new Float64Array(chunk.length), (values) => fillFloats(chunk, values));
    case "float32":
      return singleFloats(chunk);
    case "int64":
      return allOr(new BigInt64Array(chunk.length), (values) => fillWideIntegers(chunk, values));
    case "uint64":
      return allOr(new BigUint64Array(chunk.length), (values) => fillWideIntegers(chunk, values));
    case "int8":
      return integers(chunk, new Int8Array(chunk.length), -128, 127);
    case "int16":
      return integers(chunk, new Int16Array(chunk.length), -32_768, 32_767);
    case "int32":
      return integers(chunk, new Int32Array(chunk.length), -(2 ** 31), 2 ** 31 - 1);
    case "uint8":
      return integers(chunk, new Uint8Array(chunk.length), 0, 255);
    case "uint16":
      return integers(chunk, new Uint16Array(chunk.length), 0, 65_535);
    case "uint32":
      return integers(chunk, new Uint32Array(chunk.length), 0, 2 ** 32 - 1);
    case "date32": {
      const days = new Int32Array(chunk.length);
      return filled(chunk, days, (row, start, end) => {
        const instant = instantOf(asciiText(chunk.bytes, start, end), "s");
        if (instant === undefined || instant % 86_400n !== 0n) return false;
        days[row] = Number(instant / 86_400n);
        return true;
      });
    }
    default: {
      const unit = dtype.slice("timestamp[".length, -1);
      const instants = new BigInt64Array(chunk.length);
      return filled(chunk, instants, (row, start, end) => {
        const instant = instantOf(asciiText(chunk.bytes, start, end), unit);
        if (instant === undefined) return false;
        instants[row] = instant;
        return instants[row] === instant;
      });
    }
  }
}

/** Calls `fill` for every present cell; gives `values`, or the first place where `fill` says that the cell does not fit. */
function filled(
  chunk: CellChunk,
  values: Values,
  fill: (row: number, start: number, end: number) => boolean,
): Values | number {
  const { offsets, validity, nulls, length } = chunk;
  for (let row = 0; row < length; row++) {
    if (nulls > 0 && ((validity[row >> 3] ?? 0) & (1 << (row & 7))) === 0) continue;
    if (!fill(row, offsets[row] ?? 0, offsets[row + 1] ?? 0)) return row;
  }
  return values;
}

function booleans(chunk: CellChunk): Values | number {
  const bits = new Uint8Array(Math.ceil(chunk.length / 8));
  return filled(chunk, bits, (row, start, end) => {
    const text = end - start > 5 ? "" : asciiText(chunk.bytes, start, end);
    if (/^(?:[Tt]rue|TRUE)$/.test(text)) bits[row >> 3] = (bits[row >> 3] ?? 0) | (1 << (row & 7));
    else return /^(?:[Ff]alse|FALSE)$/.test(text);
    return true;
  });
}

/** The values, or where they could not be filled any more. */
function allOr<Filled extends Values>(values: Filled, fill: (values: Filled) => number): Filled | number {
  const bad = fill(values);
  return bad === -1 ? values : bad;
}

function singleFloats(chunk: CellChunk): Values | number {
  const values = new Float32Array(chunk.length);
  return filled(chunk, values, (row, start, end) => {
    const value = floatOf(chunk.bytes, start, end);
    values[row] = value;
    if (Number.isNaN(value)) return false;
    // As with `float64`, only an infinity that is written is one.
    return Number.isFinite(Math.fround(value)) || /i/i.test(asciiText(chunk.bytes, start, end));
  });
}

function integers(
  chunk: CellChunk,
  values: SmallIntegers | Uint8Array | Int32Array,
  least: number,
  most: number,
): Values | number {
  return filled(chunk, values, (row, start, end) => {
    let value = integerOf(chunk.bytes, start, end);
    if (Number.isNaN(value)) value = Number(bigIntOf(chunk.bytes, start, end) ?? Number.NaN);
    values[row] = value;
    return value >= least && value <= most;
  });
}
