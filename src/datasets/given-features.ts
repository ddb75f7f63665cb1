/** @file Types that a user gives for some of the columns. */
import { listNames } from "../core/suggest";
import { DatasetError } from "./dataset-error";
import type { Feature } from "./feature";
import { checkFeatures } from "./features";

/** Options of `Dataset.fromDict`. */
export interface FeaturesOption {
  /** Types for some or all columns; the others' types are inferred. A value that does not fit is a DatasetError with its row. */
  features?: Readonly<Record<string, Feature>>;
}

/** The types by column; one for a column that is not there is a DatasetError. */
export function givenFeatures(
  caller: string,
  options: FeaturesOption,
  names: readonly string[],
): ReadonlyMap<string, Feature> {
  if (options.features === undefined) return new Map();
  const features = new Map(Object.entries(checkFeatures(caller, options.features)));
  const unknown = [...features.keys()].find((name) => !names.includes(name));
  if (unknown === undefined) return features;
  throw new DatasetError("unknown-column", `${caller}: \`features\` names a column \`${unknown}\` that is not there.`, {
    column: unknown,
    hint: listNames("columns", unknown, names),
  });
}
