/** @file The types of a dataset's columns, by name. */
import { INSPECT } from "../core/display";
import { argumentTypeError } from "../core/errors";
import type { ClassLabel } from "./class-label";
import { type Feature, featureText, isFeature, type LargeList, type List } from "./feature";
import { featuresFromJson, featureToJson } from "./features-json";
import { pythonRepr } from "./python-repr";
import type { Value } from "./value";

/**
 * A dataset's column types: one property a column, in the columns' order.
 *
 * Python: `datasets.Features`. It has no methods by name, so that no column's name can hide one; `JSON.stringify(features)` writes
 * Python's form.
 */
export type Features<Row extends object = Record<string, unknown>> = {
  readonly [Name in keyof Row & string]: FeatureFor<Row[Name]>;
};

/** What the compiler knows of a feature from the values of its column. */
type FeatureFor<Item> = unknown extends Item
  ? Feature
  : [NonNullable<Item>] extends [number | bigint]
    ? Value | ClassLabel
    : [NonNullable<Item>] extends [string | boolean | Date | Uint8Array]
      ? Value
      : [NonNullable<Item>] extends [readonly unknown[]]
        ? List | LargeList
        : Feature;

class ColumnTypes {
  constructor(types: Iterable<readonly [name: string, type: Feature]>) {
    // A column may be called `__proto__`; an assignment would then change the prototype.
    for (const [name, value] of types) Object.defineProperty(this, name, { value, enumerable: true });
  }

  [INSPECT](): string {
    const parts = Object.entries(this).map(
      ([name, type]: [string, Feature]) => `${pythonRepr(name)}: ${featureText(type)}`,
    );
    return `{${parts.join(", ")}}`;
  }
}

interface FeaturesConstructor {
  /** @param types Each column's type: a `Value`, a `ClassLabel`, a `List`, or a plain object of those. */
  new <Types extends Readonly<Record<string, Feature>>>(types: Types): Readonly<Types>;
  /** The features that Python's `datasets` wrote as JSON, also in the forms of its earlier versions. Python: `from_dict`. */
  fromJSON(json: unknown): Features;
  /** Features in the form that Python's `datasets` writes as JSON. Python: `to_dict`. */
  toJSON(features: Readonly<Record<string, Feature>>): Record<string, unknown>;
}

/**
 * Makes a {@link Features} from types by name.
 *
 * @example
 * ```ts
 * const features = new Features({ essay: new Value("string"), score: new Value("int64") });
 * console.log(features); // {'essay': Value('string'), 'score': Value('int64')}
 * console.log(features.score); // Value('int64')
 * ```
 */
export const Features: FeaturesConstructor = class extends ColumnTypes {
  constructor(types: Readonly<Record<string, Feature>>) {
    super(Object.entries(checkFeatures("Features", types)));
  }

  static fromJSON(json: unknown): Features {
    return featuresOf(featuresFromJson(json));
  }

  static toJSON(features: Readonly<Record<string, Feature>>): Record<string, unknown> {
    const types = Object.entries(checkFeatures("Features.toJSON", features));
    return Object.fromEntries(types.map(([name, type]) => [name, featureToJson(type)]));
  }
} as unknown as FeaturesConstructor;

/** The features of columns whose names are known only at run time. */
export function featuresOf<Row extends object>(types: Iterable<readonly [name: string, type: Feature]>): Features<Row> {
  return new ColumnTypes(types) as unknown as Features<Row>;
}

/** An object with a feature for each name, or a TypeError that names the one that is none. */
export function checkFeatures(caller: string, features: unknown): Readonly<Record<string, Feature>> {
  const problem = {
    function: caller,
    parameter: "features",
    rule: "be an object with a feature for each column",
    value: features,
    next: 'For example { essay: new Value("string"), label: new ClassLabel({ names: ["a", "b"] }) }.',
  };
  if (features === null || typeof features !== "object" || Array.isArray(features)) throw argumentTypeError(problem);
  for (const [name, value] of Object.entries(features)) {
    if (isFeature(value)) continue;
    throw argumentTypeError({ ...problem, parameter: `features.${name}`, rule: "be a feature", value });
  }
  return features as Readonly<Record<string, Feature>>;
}
