/** @file Symbolic dimensions: numbers, names such as "batch", and sums of products of them, compared by value. */
import { GraphError } from "./graph-error";

/**
 * One axis of a shape: a number, or a name that stands for a number known only when the graph runs.
 *
 * A name may be a sum of products: `"batch*sequence"`, `"past_sequence+sequence"`, `"2*sequence-1"`. Two dimensions are the
 * same when they are the same polynomial, however they are written.
 */
export type Dimension = number | string;

/** The axes of a value, outermost first. A scalar has none. */
export type Shape = readonly Dimension[];

/** Coefficients by monomial; a monomial is its sorted names joined by "*", the constant one "". */
type Polynomial = ReadonlyMap<string, number>;

const TERM = /^([+-]?)([^+-]+)/;
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const parsed = new Map<string, Polynomial>();

/** The dimension in its one spelling: `canonical("sequence*batch")` is `"batch*sequence"`, and `"3+1"` is `4`. */
export function canonical(dimension: Dimension): Dimension {
  return typeof dimension === "number" ? checkNumber(dimension) : print(parse(dimension));
}

/** Whether two dimensions are always the same number. */
export function sameDimension(first: Dimension, second: Dimension): boolean {
  return first === second || canonical(first) === canonical(second);
}

/** Whether two shapes have the same axes. */
export function sameShape(first: Shape, second: Shape): boolean {
  return first.length === second.length && first.every((axis, index) => sameDimension(axis, second[index] ?? -1));
}

/** The sum of dimensions. */
export function addDimensions(...dimensions: readonly Dimension[]): Dimension {
  const sum = new Map<string, number>();
  for (const dimension of dimensions) {
    for (const [monomial, coefficient] of parse(dimension)) sum.set(monomial, (sum.get(monomial) ?? 0) + coefficient);
  }
  return print(sum);
}

/** `first - second`. */
export function subtractDimensions(first: Dimension, second: Dimension): Dimension {
  return addDimensions(first, multiplyDimensions(-1, second));
}

/** The product of dimensions; that of none is 1. */
export function multiplyDimensions(...dimensions: readonly Dimension[]): Dimension {
  let product: Polynomial = new Map([["", 1]]);
  for (const dimension of dimensions) {
    const next = new Map<string, number>();
    for (const [left, a] of product) {
      for (const [right, b] of parse(dimension)) {
        const monomial = [...namesOf(left), ...namesOf(right)].sort().join("*");
        next.set(monomial, (next.get(monomial) ?? 0) + a * b);
      }
    }
    product = next;
  }
  return print(product);
}

/** `dividend / divisor` where that comes out whole whatever the names stand for, else undefined. The divisor is one product. */
export function divideDimensions(dividend: Dimension, divisor: Dimension): Dimension | undefined {
  const by = [...parse(divisor)];
  const [only] = by;
  if (only === undefined || by.length !== 1) return sameDimension(dividend, divisor) ? 1 : undefined;
  const quotient = new Map<string, number>();
  for (const [monomial, coefficient] of parse(dividend)) {
    const names = namesOf(monomial);
    for (const name of namesOf(only[0])) {
      const place = names.indexOf(name);
      if (place < 0) return undefined;
      names.splice(place, 1);
    }
    if (coefficient % only[1] !== 0) return undefined;
    quotient.set(names.join("*"), coefficient / only[1]);
  }
  return print(quotient);
}

/** The terms of a dimension, for code that computes it when the graph runs. */
export function termsOf(dimension: Dimension): readonly { coefficient: number; names: readonly string[] }[] {
  return [...parse(dimension)].map(([monomial, coefficient]) => ({ coefficient, names: namesOf(monomial) }));
}

/** A shape as people write it: `[batch, 12, sequence]`. */
export function formatShape(shape: Shape): string {
  return `[${shape.join(", ")}]`;
}

/** What a dimension is, given what its names stand for. A name that is missing is an error. */
export function evaluateDimension(dimension: Dimension, sizes: Readonly<Record<string, number>>): number {
  let sum = 0;
  for (const { coefficient, names } of termsOf(dimension)) {
    let product = coefficient;
    for (const name of names) {
      const size = sizes[name];
      if (size === undefined)
        throw new GraphError("dimension-unknown", `The size of the dimension \`${name}\` is not known.`);
      product *= size;
    }
    sum += product;
  }
  return sum;
}

function parse(dimension: Dimension): Polynomial {
  if (typeof dimension === "number") return dimension === 0 ? new Map() : new Map([["", checkNumber(dimension)]]);
  const known = parsed.get(dimension);
  if (known !== undefined) return known;
  const polynomial = new Map<string, number>();
  let rest = dimension.replaceAll(" ", "");
  while (rest !== "") {
    const [whole, sign, product] = TERM.exec(rest) ?? [];
    if (whole === undefined || product === undefined) throw notADimension(dimension);
    let coefficient = sign === "-" ? -1 : 1;
    const names: string[] = [];
    for (const factor of product.split("*")) {
      if (/^\d+$/.test(factor)) coefficient *= Number(factor);
      else if (NAME.test(factor)) names.push(factor);
      else throw notADimension(dimension);
    }
    const monomial = names.sort().join("*");
    polynomial.set(monomial, (polynomial.get(monomial) ?? 0) + coefficient);
    rest = rest.slice(whole.length);
    if (rest !== "" && !/^[+-]/.test(rest)) throw notADimension(dimension);
  }
  if (dimension.trim() === "") throw notADimension(dimension);
  parsed.set(dimension, polynomial);
  return polynomial;
}

function print(polynomial: Polynomial): Dimension {
  const terms = [...polynomial].filter(([, coefficient]) => coefficient !== 0);
  if (terms.length === 0) return 0;
  const [first] = terms;
  if (first !== undefined && terms.length === 1 && first[0] === "") return first[1];
  // Positive terms first, the constant last: the way people write "sequence-1".
  terms.sort(([left, a], [right, b]) => {
    if ((left === "") !== (right === "")) return left === "" ? 1 : -1;
    if (a > 0 !== b > 0) return a > 0 ? -1 : 1;
    return left < right ? -1 : 1;
  });
  const text = terms.map(([monomial, coefficient], index) => {
    const sign = coefficient < 0 ? "-" : index === 0 ? "" : "+";
    const size = Math.abs(coefficient);
    if (monomial === "") return `${sign}${size}`;
    return `${sign}${size === 1 ? "" : `${size}*`}${monomial}`;
  });
  return text.join("");
}

function namesOf(monomial: string): string[] {
  return monomial === "" ? [] : monomial.split("*");
}

function checkNumber(dimension: number): number {
  if (!Number.isSafeInteger(dimension)) throw notADimension(dimension);
  return dimension;
}

function notADimension(dimension: Dimension): GraphError {
  return new GraphError("dimension-invalid", `${JSON.stringify(dimension)} is not a dimension.`, {
    hint: 'Write a whole number, a name, or a sum of products such as "batch*sequence" or "past_sequence+sequence".',
  });
}
