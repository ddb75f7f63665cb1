/** @file A column from JavaScript values: their copy in Arrow, as the type that they have in common or that is given. */
import { columnBuilder } from "./arrow-builder";
import type { ArrowColumn } from "./arrow-column";
import type { Feature } from "./feature";
import { inferFeature } from "./infer-feature";

/**
 * A column from values of one kind; null and undefined are missing values.
 *
 * Whole numbers make an `int64`, numbers with a fraction make the column `float64`, bigints an `int64`, Dates a
 * `timestamp[ms]`, lists a `List`, and plain objects a struct, as Python's `datasets` infers them. A value that does not go with the
 * others, or with the given feature, is a DatasetError with its row.
 */
export function columnFromValues(name: string, values: readonly unknown[], feature?: Feature): ArrowColumn {
  const builder = columnBuilder(feature ?? inferFeature(name, values), name);
  // By index: a list with holes has undefined there, which is a missing value.
  for (let row = 0; row < values.length; row++) builder.addValue(values[row]);
  return builder.finish();
}
