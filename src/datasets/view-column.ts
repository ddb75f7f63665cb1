/** @file A column's rows in another order, without a copy. */
import type { Cell, Column } from "./column";
import { composed } from "./table";

/** Some rows of another column, in any order. It stands beside new columns in the dataset that a view was mapped to. */
export class ViewColumn implements Column {
  readonly feature: Column["feature"];
  readonly length: number;
  /** The column whose rows these are. */
  readonly base: Column;
  /** Where in `base` each row is. */
  readonly indices: Uint32Array;
  #nullCount: number | undefined;

  constructor(base: Column, indices: Uint32Array) {
    const isView = base instanceof ViewColumn;
    this.base = isView ? base.base : base;
    this.indices = isView ? composed(base.indices, indices) : indices;
    this.feature = base.feature;
    this.length = indices.length;
  }

  get nullCount(): number {
    if (this.#nullCount === undefined) {
      this.#nullCount = 0;
      if (this.base.nullCount > 0) for (const row of this.indices) if (this.base.get(row) === null) this.#nullCount++;
    }
    return this.#nullCount;
  }

  get(index: number): Cell {
    return this.base.get(this.indices[index] ?? 0);
  }
}
