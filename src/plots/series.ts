/** @file What a plotting function was given, checked: one list, or several under names. */
import { argumentRangeError, argumentTypeError } from "../core/errors";

/** A list of values as a dataset's column or an array holds them. */
export interface NamedSeries<Value> {
  /** Empty where the caller gave one list without a name. */
  name: string;
  values: Iterable<Value>;
}

/** How many series one picture can hold and still be read. */
export const MAX_SERIES = 7;

/** One list as a single unnamed series, or the entries of an object as named ones. */
export function namedSeries<Value>(
  caller: string,
  parameter: string,
  given: Iterable<Value> | Readonly<Record<string, Iterable<Value>>>,
): NamedSeries<Value>[] {
  if (isIterable<Value>(given)) return [{ name: "", values: given }];
  if (given === null || typeof given !== "object") {
    throw argumentTypeError({
      function: caller,
      parameter,
      rule: "be an array, or an object of arrays by name",
      value: given,
      next: `For two splits write { train: […], test: […] }.`,
    });
  }
  const series = Object.entries(given).map(([name, values]) => {
    if (!isIterable<Value>(values)) {
      throw argumentTypeError({
        function: caller,
        parameter: `${parameter}.${name}`,
        rule: "be an array",
        value: values,
      });
    }
    return { name, values };
  });
  if (series.length === 0 || series.length > MAX_SERIES) {
    throw argumentRangeError({
      function: caller,
      parameter,
      rule: `have 1 to ${MAX_SERIES} entries`,
      value: Object.keys(given),
    });
  }
  return series;
}

/** Whether a value is a list: anything iterable but a string. */
export function isIterable<Value>(value: unknown): value is Iterable<Value> {
  return value !== null && typeof value === "object" && Symbol.iterator in value;
}
