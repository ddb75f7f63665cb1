/** @file Features as JSON, in the forms that Python's `datasets` writes and has written. */
import { describeValue } from "../core/errors";
import { ClassLabel } from "./class-label";
import { DatasetError } from "./dataset-error";
import { type Feature, isPlainObject, isStruct, LargeList, List } from "./feature";

import { Sequence } from "./sequence";
import { type DType, isDType, Value } from "./value";

const DEEPEST = 64;

/** A feature in Python's form. */
export function featureToJson(feature: Feature): unknown {
  if (isStruct(feature)) return struct(Object.entries(feature).map(([name, part]) => [name, featureToJson(part)]));
  const json = feature.toJSON();
  return "feature" in json ? { ...json, feature: featureToJson(json.feature) } : json;
}

/** Names and types from Python's form; a DatasetError says what is wrong, and where. */
export function featuresFromJson(json: unknown): [name: string, type: Feature][] {
  if (!isPlainObject(json)) throw broken("the features", json, "an object with a type for each column");
  return Object.entries(json).map(([name, part]) => [name, read(name, part, 0)]);
}

function read(path: string, json: unknown, depth: number): Feature {
  if (depth > DEEPEST) throw broken(path, json, `nested at most ${DEEPEST} deep`);
  // Earlier versions wrote a list as one item in brackets.
  if (Array.isArray(json)) {
    if (json.length !== 1) throw broken(path, json, "a list of one type");
    return new List(read(`${path}[]`, json[0], depth + 1));
  }
  if (!isPlainObject(json)) throw broken(path, json, "a type");
  const type = json._type;
  // A struct may have a property called `_type`, whose type is then an object and no string.
  if (typeof type !== "string") {
    return struct(
      Object.entries(json).map(([name, part]) => [name, read(`${path}.${name}`, part, depth + 1)]),
    ) as Feature;
  }
  switch (type) {
    case "Value":
      return new Value(dtype(path, json.dtype));
    case "ClassLabel":
      return classLabel(path, json);
    case "LargeList":
      return new LargeList(read(`${path}[]`, json.feature, depth + 1));
    case "List":
      return new List(read(`${path}[]`, json.feature, depth + 1), { length: length(path, json.length) });
    // Up to version 3 of `datasets`, a Sequence stood where there is a List now.
    case "Sequence":
      return Sequence(read(`${path}[]`, json.feature, depth + 1), { length: length(path, json.length) });
    default:
      throw new DatasetError(
        "unsupported-feature",
        `\`${path}\` has the type ${describeValue(type)}, which is not supported.`,
        {
          hint: "Supported are Value, ClassLabel, List, LargeList, Sequence, and structs of them.",
        },
      );
  }
}

function classLabel(path: string, json: Readonly<Record<string, unknown>>): ClassLabel {
  const { names, num_classes: count } = json;
  if (names === undefined || names === null) {
    if (typeof count === "number") return new ClassLabel({ numClasses: count });
    throw broken(path, json, "a ClassLabel with names");
  }
  // Dataset cards write the names as an object from number to name.
  const list: unknown[] = Array.isArray(names) ? names : isPlainObject(names) ? Object.values(names) : [names];
  const texts = list.map((name) => {
    if (typeof name === "string" || typeof name === "number") return String(name);
    throw broken(path, name, "the name of a class");
  });
  if (new Set(texts).size < texts.length) throw broken(path, texts, "names that differ");
  return new ClassLabel({ names: texts });
}

function dtype(path: string, name: unknown): DType {
  if (name === "float") return "float32";
  if (name === "double") return "float64";
  if (isDType(name)) return name;
  throw broken(path, name, "the name of a type");
}

function length(path: string, value: unknown): number {
  if (value === undefined || value === null) return -1;
  if (typeof value === "number" && Number.isInteger(value) && value >= -1 && value < 2 ** 31) return value;
  throw broken(path, value, "a list's length");
}

function struct(parts: readonly (readonly [name: string, part: unknown])[]): Record<string, unknown> {
  return Object.fromEntries(parts);
}

function broken(path: string, value: unknown, expected: string): DatasetError {
  return new DatasetError(
    "invalid-features",
    `The description of the column types is broken at \`${path}\`: ${describeValue(value)} is not ${expected}.`,
    { hint: "Save the dataset again with the program that wrote it." },
  );
}
