/** @file A dataset whose columns of numbers come out as typed arrays. */
import { argumentRangeError } from "../core/errors";
import type { Column } from "./column";
import { dtypeOf } from "./feature";
import { type IterOptions, iterBatches } from "./methods/iter-batches";
import { readValues } from "./read-values";
import { columnOf, type Table } from "./table";

/** The typed arrays that columns come out as. */
export type NumberArray =
  | Int8Array
  | Int16Array
  | Int32Array
  | BigInt64Array
  | Uint8Array
  | Uint16Array
  | Uint32Array
  | BigUint64Array
  | Float32Array
  | Float64Array;

/** A column's values: a typed array for numbers, a list for everything else. */
export type ArrayOf<Item> = Item extends number | bigint | null ? NumberArray | Item[] : Item[];

const ARRAYS: Readonly<Record<string, { from(values: Iterable<never>): NumberArray }>> = {
  int8: Int8Array,
  int16: Int16Array,
  int32: Int32Array,
  int64: BigInt64Array,
  uint8: Uint8Array,
  uint16: Uint16Array,
  uint32: Uint32Array,
  uint64: BigUint64Array,
  float32: Float32Array,
  float64: Float64Array,
};

/**
 * A dataset read by columns and batches, with typed arrays for columns of numbers that miss none.
 *
 * It is what `dataset.withFormat("arrays")` gives. 64-bit integers are bigints in a `BigInt64Array`.
 */
export class FormattedDataset<Row extends object> {
  readonly #table: Table;

  /** @param table The columns and the order of their rows. */
  constructor(table: Table) {
    this.#table = table;
  }

  /** How many rows there are. */
  get numRows(): number {
    return this.#table.numRows;
  }

  /** All values of a column. */
  column<Name extends keyof Row & string>(name: Name): ArrayOf<Row[Name]> {
    const column = columnOf(this.#table, name);
    return arrayOf(column, readValues(column, this.#table.indices, 0, this.numRows)) as ArrayOf<Row[Name]>;
  }

  /** The rows in batches, each an object of arrays. */
  *iter(options: IterOptions): IterableIterator<{ [Name in keyof Row]: ArrayOf<Row[Name]> }> {
    for (const batch of iterBatches(this.#table, options)) {
      const arrays = [...this.#table.columns].map(
        ([name, column]) => [name, arrayOf(column, batch[name] ?? [])] as const,
      );
      yield Object.fromEntries(arrays) as { [Name in keyof Row]: ArrayOf<Row[Name]> };
    }
  }
}

/** The formatted dataset, where the format has a meaning here. */
export function formatted<Row extends object>(table: Table, format: string): FormattedDataset<Row> {
  if (format === "arrays") return new FormattedDataset(table);
  throw argumentRangeError({
    function: "Dataset.withFormat",
    parameter: "format",
    rule: 'be "arrays"',
    value: format,
    next: "Tensors are made from its typed arrays; there are no other formats.",
  });
}

function arrayOf(column: Column, values: readonly unknown[]): NumberArray | readonly unknown[] {
  const type = ARRAYS[dtypeOf(column.feature) ?? ""];
  if (type === undefined || values.includes(null)) return values;
  const isWide = type === BigInt64Array || type === BigUint64Array;
  return type.from((isWide ? values.map((value) => BigInt(value as number)) : values) as never[]);
}
