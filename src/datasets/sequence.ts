/** @file Python's `Sequence`: a list, or of a struct a struct of lists. */
import { checkItems, type Feature, isPlainObject, List, type ListOptions } from "./feature";

/** What {@link Sequence} gives: a list, or of a struct a struct of lists. */
export type SequenceOf<Items extends Feature> =
  Items extends Readonly<Record<string, Feature>> ? { readonly [Name in keyof Items]: List } : List;

/**
 * A list of values, or of a struct a struct of lists.
 *
 * Python: `datasets.Sequence`, which turns a dict inside out in the same way; where each value shall be a list of objects, write
 * `List`.
 *
 * @example
 * ```ts
 * console.log(Sequence(new Value("int64"))); // List(Value('int64'))
 * ```
 */
export function Sequence<Items extends Feature>(feature: Items, options: ListOptions = {}): SequenceOf<Items> {
  checkItems("Sequence", feature);
  if (!isPlainObject(feature)) return new List(feature, options) as unknown as SequenceOf<Items>;
  const parts = Object.entries(feature as Readonly<Record<string, Feature>>);
  // Only one level is turned inside out, as in Python: a struct within stays one inside its list.
  return Object.fromEntries(parts.map(([name, part]) => [name, new List(part, options)])) as SequenceOf<Items>;
}
