/** @file What a column's type can be: a value, a class, a list, or a struct of those. */
import type { MimeBundle } from "../core/display";
import { argumentRangeError, argumentTypeError } from "../core/errors";
import { SelfShowing } from "../core/self-showing";
import { ClassLabel } from "./class-label";
import { pythonRepr } from "./python-repr";
import { type DType, Value } from "./value";

/** A column of objects: a type for each of their properties, in a plain object. */
export interface StructFeature {
  readonly [name: string]: Feature;
}

/** A column's type: one value, a class, a list of some type, or an object with a type for each property. */
export type Feature = Value | ClassLabel | List | LargeList | StructFeature;

/** Whether a value is a {@link Feature}; a plain object is one where all of its properties are. */
export function isFeature(value: unknown, depth = 0): value is Feature {
  if (value instanceof Value || value instanceof ClassLabel || value instanceof List || value instanceof LargeList) {
    return true;
  }
  if (!isPlainObject(value) || depth > 64) return false;
  return Object.values(value).every((part) => isFeature(part, depth + 1));
}

/** Whether a feature is a struct. */
export function isStruct(feature: Feature): feature is StructFeature {
  return isPlainObject(feature);
}

/** An object's properties and no class of its own: what `{…}` makes. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (value === null || typeof value !== "object") return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** The type of a feature that holds one value a row, a class being an `int64`; undefined for lists and structs. */
export function dtypeOf(feature: Feature | undefined): DType | undefined {
  return feature instanceof Value || feature instanceof ClassLabel ? feature.dtype : undefined;
}

/** A feature as Python prints it. */
export function featureText(feature: Feature): string {
  if (!isStruct(feature)) return feature.toText();
  const parts = Object.entries(feature).map(([name, part]) => `${pythonRepr(name)}: ${featureText(part)}`);
  return `{${parts.join(", ")}}`;
}

/** Whether two features are the same type. */
export function sameFeature(left: Feature, right: Feature): boolean {
  return featureText(left) === featureText(right);
}

/** Options of {@link List}. */
export interface ListOptions {
  /**
   * How many items each list has.
   * @default any number
   */
  length?: number;
}

const LONGEST = 2 ** 31 - 1;

/**
 * The type of a column of lists.
 *
 * Python: `datasets.List`. With a `length`, every list has as many items.
 *
 * @example
 * ```ts
 * console.log(new List(new Value("int64"))); // List(Value('int64'))
 * console.log(new List(new Value("float32"), { length: 3 })); // List(Value('float32'), length=3)
 * ```
 */
export class List<Items extends Feature = Feature> extends SelfShowing {
  /** The type of the items. */
  readonly feature: Items;
  /** How many items each list has; -1 for any number. */
  readonly length: number;

  constructor(feature: Items, options: ListOptions = {}) {
    super();
    checkItems("List", feature);
    const length = options.length ?? -1;
    if (!Number.isInteger(length) || length < -1 || length > LONGEST) {
      const rule = "be a whole number from 0 on, or -1 for any length";
      throw argumentRangeError({ function: "List", parameter: "length", rule, value: length });
    }
    this.feature = feature;
    this.length = length;
  }

  /** As Python prints it: `List(Value('int64'))`. */
  override toText(): string {
    return `List(${featureText(this.feature)}${this.length === -1 ? "" : `, length=${this.length}`})`;
  }

  override toString(): string {
    return this.toText();
  }

  override toBundle(): MimeBundle {
    return { "text/plain": this.toText() };
  }

  /** As Python's `datasets` writes it into its JSON files. */
  toJSON(): { feature: Items; length?: number; _type: "List" } {
    return { feature: this.feature, ...(this.length === -1 ? {} : { length: this.length }), _type: "List" };
  }
}

/**
 * The type of a column of lists with 64-bit offsets, for more than 2^31 items in one chunk.
 *
 * Python: `datasets.LargeList`. Its values are the same as those of {@link List}.
 */
export class LargeList<Items extends Feature = Feature> extends SelfShowing {
  /** The type of the items. */
  readonly feature: Items;

  constructor(feature: Items) {
    super();
    checkItems("LargeList", feature);
    this.feature = feature;
  }

  /** As Python prints it: `LargeList(Value('int64'))`. */
  override toText(): string {
    return `LargeList(${featureText(this.feature)})`;
  }

  override toString(): string {
    return this.toText();
  }

  override toBundle(): MimeBundle {
    return { "text/plain": this.toText() };
  }

  /** As Python's `datasets` writes it into its JSON files. */
  toJSON(): { feature: Items; _type: "LargeList" } {
    return { feature: this.feature, _type: "LargeList" };
  }
}

/** Throws a TypeError where the type of items is none. */
export function checkItems(caller: string, feature: unknown): void {
  if (isFeature(feature)) return;
  throw argumentTypeError({
    function: caller,
    parameter: "feature",
    rule: "be a feature",
    value: feature,
    next: 'For example new Value("int64"), or { name: new Value("string") } for objects.',
  });
}
