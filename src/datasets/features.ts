/** @file The types of a dataset's columns, by name. */
import { INSPECT } from "../core/display";
import { pythonRepr } from "./python-repr";
import type { Value } from "./value";

/**
 * A dataset's column types: one property a column, in the columns' order.
 *
 * Python: `datasets.Features`. It has no methods by name, so that no column's name can hide one.
 */
export type Features<Row extends object = Record<string, unknown>> = {
  readonly [Name in keyof Row & string]: Value;
};

class ColumnTypes {
  constructor(types: Iterable<readonly [name: string, type: Value]>) {
    // A column may be called `__proto__`; an assignment would then change the prototype.
    for (const [name, value] of types) Object.defineProperty(this, name, { value, enumerable: true });
  }

  [INSPECT](): string {
    const parts = Object.entries(this).map(([name, type]: [string, Value]) => `${pythonRepr(name)}: ${type}`);
    return `{${parts.join(", ")}}`;
  }
}

interface FeaturesConstructor {
  /** @param types Each column's type: a {@link Value}. */
  new <Types extends Readonly<Record<string, Value>>>(types: Types): Features<Types>;
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
  constructor(types: Readonly<Record<string, Value>>) {
    super(Object.entries(types));
  }
} as unknown as FeaturesConstructor;

/** The features of columns whose names are known only at run time. */
export function featuresOf<Row extends object>(types: Iterable<readonly [name: string, type: Value]>): Features<Row> {
  return new ColumnTypes(types) as unknown as Features<Row>;
}
