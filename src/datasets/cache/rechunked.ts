/** @file Columns as an Arrow table, whose batches cut every column at the same rows. */
import * as arrow from "apache-arrow";
import type { ArrowColumn } from "../arrow-column";

/** An Arrow table of the columns; `metadata` becomes the schema's, under the key that Python's `datasets` reads. */
export function rechunked(
  columns: readonly (readonly [name: string, column: ArrowColumn])[],
  metadata: object,
): arrow.Table {
  const fields = columns.map(([name, { vector }]) => new arrow.Field(name, vector.type, true));
  const schema = new arrow.Schema(fields, new Map([["huggingface", JSON.stringify(metadata)]]));
  const lengths = new Set<number>([0]);
  for (const [, { vector }] of columns) {
    let end = 0;
    for (const chunk of vector.data) {
      end += chunk.length;
      lengths.add(end);
    }
  }
  const borders = [...lengths].sort((left, right) => left - right);
  const batches = borders.slice(1).map((end, position) => {
    const start = borders[position] ?? 0;
    const children = columns.map(([, { vector }]) => partOf(vector, start, end));
    const data = new arrow.Data(new arrow.Struct(fields), 0, end - start, 0, undefined, children);
    return new arrow.RecordBatch(schema, data);
  });
  return new arrow.Table(schema, batches);
}

/** The rows from `start` up to `end`, which lie within one chunk. */
function partOf(vector: arrow.Vector, start: number, end: number): arrow.Data {
  let first = 0;
  for (const chunk of vector.data) {
    if (start < first + chunk.length || (start === end && start === first)) {
      return start === first && end === first + chunk.length ? chunk : chunk.slice(start - first, end - start);
    }
    first += chunk.length;
  }
  throw new RangeError(`There is no row ${start}.`);
}
