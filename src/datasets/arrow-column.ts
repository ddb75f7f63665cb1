/** @file A column in Apache Arrow's memory, read as JavaScript values. */
import * as arrow from "apache-arrow";
import type { Cell, Column } from "./column";
import type { DType, Value } from "./value";

/**
 * A column over an Arrow vector.
 *
 * 64-bit integers come out as numbers where every one of the column is safe (up to 2^53 - 1), else all as bigints, so that a
 * column never mixes the two. Dates and timestamps come out as Date, which holds milliseconds.
 */
export class ArrowColumn implements Column {
  readonly feature: Value;
  /** The values in Arrow's layout. */
  readonly vector: arrow.Vector;
  #read: ((index: number) => Cell) | undefined;

  constructor(vector: arrow.Vector, feature: Value) {
    this.vector = vector;
    this.feature = feature;
  }

  get length(): number {
    return this.vector.length;
  }

  get nullCount(): number {
    return this.vector.nullCount;
  }

  get(index: number): Cell {
    this.#read ??= readerOf(this.vector, this.feature.dtype);
    return this.#read(index);
  }
}

/** The Arrow type of a {@link DType}. */
export function arrowType(dtype: DType): arrow.DataType {
  switch (dtype) {
    case "null":
      return new arrow.Null();
    case "bool":
      return new arrow.Bool();
    case "int8":
      return new arrow.Int8();
    case "int16":
      return new arrow.Int16();
    case "int32":
      return new arrow.Int32();
    case "int64":
      return new arrow.Int64();
    case "uint8":
      return new arrow.Uint8();
    case "uint16":
      return new arrow.Uint16();
    case "uint32":
      return new arrow.Uint32();
    case "uint64":
      return new arrow.Uint64();
    case "float32":
      return new arrow.Float32();
    case "float64":
      return new arrow.Float64();
    case "string":
      return new arrow.Utf8();
    case "date32":
      return new arrow.DateDay();
    case "timestamp[s]":
      return new arrow.TimestampSecond();
    case "timestamp[ms]":
      return new arrow.TimestampMillisecond();
    case "timestamp[us]":
      return new arrow.TimestampMicrosecond();
    case "timestamp[ns]":
      return new arrow.TimestampNanosecond();
  }
}

function readerOf(vector: arrow.Vector, dtype: DType): (index: number) => Cell {
  if (dtype === "int64" || dtype === "uint64") {
    if (!isSafe(vector)) return (index) => vector.get(index);
    return (index) => {
      const value: bigint | null = vector.get(index);
      return value === null ? null : Number(value);
    };
  }
  if (dtype === "date32" || dtype.startsWith("timestamp")) {
    return (index) => {
      const milliseconds: number | bigint | null = vector.get(index);
      return milliseconds === null ? null : new Date(Number(milliseconds));
    };
  }
  return (index) => vector.get(index);
}

/** Whether every 64-bit integer of the vector is a safe JavaScript number; missing ones are. */
function isSafe(vector: arrow.Vector): boolean {
  const most = BigInt(Number.MAX_SAFE_INTEGER);
  for (const chunk of vector.data) {
    const values: BigInt64Array | BigUint64Array = chunk.values;
    for (let index = 0; index < chunk.length; index++) {
      const value = values[index] ?? 0n;
      if ((value > most || value < -most) && chunk.getValid(index)) return false;
    }
  }
  return true;
}
