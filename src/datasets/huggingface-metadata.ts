/** @file The note that Python's `datasets` leaves in Arrow and Parquet files: which features the columns have. */
import type { Feature } from "./feature";
import { isPlainObject } from "./feature";
import { featuresFromJson, featureToJson } from "./features-json";

/** The key under which the note stands in a schema's metadata. */
export const HUGGINGFACE_KEY = "huggingface";

/** The note for columns of these features. */
export function huggingfaceNote(features: Readonly<Record<string, Feature>>): string {
  const json = Object.fromEntries(Object.entries(features).map(([name, feature]) => [name, featureToJson(feature)]));
  return JSON.stringify({ info: { features: json } });
}

/**
 * The features that a note tells, by column; undefined where it tells none.
 *
 * A note with features in it that cannot be read is a DatasetError.
 */
export function featuresOfNote(note: string | undefined): Map<string, Feature> | undefined {
  if (note === undefined) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(note);
  } catch {
    return undefined;
  }
  const info = isPlainObject(json) ? json.info : undefined;
  const features = isPlainObject(info) ? info.features : undefined;
  return features === undefined || features === null ? undefined : new Map(featuresFromJson(features));
}
