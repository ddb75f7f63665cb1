/** @file Rows of a result into Arrow columns, as they come, up to a bound. */
import { formatBytes } from "../../core/format-bytes";
import { Progress } from "../../core/progress";
import { type ColumnBuilder, columnBuilder } from "../arrow-builder";
import type { ArrowColumn } from "../arrow-column";
import { columnFromValues } from "../column-from-values";
import { DatasetError } from "../dataset-error";
import type { Feature } from "../feature";
import { Value } from "../value";
import type { SqlBounds } from "./sql-options";

/** A column of a result: its name, its type, and how the database's values become JavaScript's. */
export interface ResultColumn {
  name: string;
  /** The type; undefined where only the values say it. */
  feature: Feature | undefined;
  /** The value for the column's builder: a JavaScript value, or `raw` numbers as Arrow stores them. */
  convert?: (value: unknown) => unknown;
  /** Whether `convert` gives numbers as Arrow stores them. @default "value" */
  as?: "value" | "raw";
}

const ROWS_A_SHOW = 1000;

/** Takes rows, and gives columns. To be closed in any case: on a terminal it shows how many rows have come. */
export class ResultColumns {
  readonly #columns: readonly ResultColumn[];
  readonly #builders: readonly (ColumnBuilder | undefined)[];
  readonly #values: unknown[][];
  readonly #bounds: SqlBounds;
  readonly #progress = new Progress({ label: "Reading the result", unit: "rows" });
  #rows = 0;
  #bytes = 0;

  constructor(columns: readonly ResultColumn[], bounds: SqlBounds) {
    const names = columns.map(({ name }) => name);
    const twice = names.find((name, index) => names.indexOf(name) < index);
    if (twice !== undefined) {
      throw new DatasetError("duplicate-column", `The query gives two columns called \`${twice}\`.`, {
        column: twice,
        hint: `Name one of them otherwise: \`SELECT … AS other_name\`.`,
      });
    }
    this.#columns = columns;
    this.#bounds = bounds;
    this.#builders = columns.map(({ name, feature }) => (feature ? columnBuilder(feature, name) : undefined));
    this.#values = columns.map(() => []);
  }

  /** Takes one row; one too many is a DatasetError. */
  add(row: readonly unknown[]): void {
    if (this.#rows >= this.#bounds.maxRows) {
      throw new DatasetError("too-many-rows", `The result has more than ${this.#bounds.maxRows} rows.`, {
        hint: "Ask for fewer by LIMIT or WHERE, or pass a larger `maxRows`.",
      });
    }
    for (const [position, column] of this.#columns.entries()) this.#addValue(position, column, row[position]);
    this.#rows++;
    if (this.#rows % ROWS_A_SHOW === 0) this.#progress.to(this.#rows);
    if (this.#bytes > this.#bounds.maxBytes) {
      throw new DatasetError("result-too-large", `The result is larger than ${formatBytes(this.#bounds.maxBytes)}.`, {
        row: this.#rows - 1,
        hint: "Ask for fewer rows or columns, or pass a larger `maxBytes`.",
      });
    }
  }

  /**
   * The columns by name.
   *
   * @param isFloat Whether an untyped column of numbers holds floats, even where none of them has a fraction.
   */
  finish(isFloat: (position: number) => boolean = () => false): Map<string, ArrowColumn> {
    return new Map(
      this.#columns.map(({ name }, position) => {
        const values = this.#values[position] ?? [];
        const isNumeric = isFloat(position) && values.every((value) => value === null || isNumber(value));
        const feature = isNumeric ? new Value("float64") : undefined;
        return [name, this.#builders[position]?.finish() ?? columnFromValues(name, values, feature)];
      }),
    );
  }

  /** Ends the line that shows the progress. */
  close(): void {
    this.#progress.to(this.#rows);
    this.#progress.finish();
  }

  #addValue(position: number, column: ResultColumn, value: unknown): void {
    const isMissing = value === null || value === undefined;
    const converted = isMissing || column.convert === undefined ? value : column.convert(value);
    this.#bytes += sizeOf(converted);
    const builder = this.#builders[position];
    if (builder === undefined) this.#values[position]?.push(converted);
    else if (isMissing) builder.addNull();
    else if (column.as === "raw") builder.addNumber(converted as number | bigint);
    else builder.addValue(converted);
  }
}

function isNumber(value: unknown): boolean {
  return typeof value === "number" || typeof value === "bigint";
}

function sizeOf(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (value instanceof Uint8Array) return value.length;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + sizeOf(item), 8);
  return 8;
}
