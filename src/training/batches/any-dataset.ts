/** @file A Dataset, whatever the type of its rows. */
import type { Table } from "../../datasets/table";

/** What training reads of a `Dataset`; one with rows of any type fits. */
export interface AnyDataset {
  readonly table: Table;
  readonly numRows: number;
  readonly columnNames: readonly string[];
}
