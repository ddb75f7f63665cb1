/** @file What Node 23 removed from its `util` module and TensorFlow's package still calls, put back where it is missing. */
import { createRequire } from "node:module";

const REMOVED: Readonly<Record<string, (value: unknown) => boolean>> = {
  isBoolean: (value) => typeof value === "boolean",
  isBuffer: (value) => Buffer.isBuffer(value),
  isDate: (value) => value instanceof Date,
  isError: (value) => value instanceof Error,
  isFunction: (value) => typeof value === "function",
  isNull: (value) => value === null,
  isNullOrUndefined: (value) => value === null || value === undefined,
  isNumber: (value) => typeof value === "number",
  isObject: (value) => value !== null && typeof value === "object",
  isPrimitive: (value) => value === null || (typeof value !== "object" && typeof value !== "function"),
  isRegExp: (value) => value instanceof RegExp,
  isString: (value) => typeof value === "string",
  isSymbol: (value) => typeof value === "symbol",
  isUndefined: (value) => value === undefined,
};

/**
 * Adds the functions that are missing to a module object and gives their names; those that are there stay as they are.
 *
 * `@tensorflow/tfjs-node-gpu` 4.22.0 calls `util.isNullOrUndefined` in nearly every operation, which fails from Node 23 on
 * (github.com/tensorflow/tfjs/issues/8609).
 */
export function restoreUtilFunctions(util: Record<string, unknown> = nodeUtil()): readonly string[] {
  const missing = Object.keys(REMOVED).filter((name) => util[name] === undefined);
  for (const name of missing) {
    Object.defineProperty(util, name, { value: REMOVED[name], configurable: true, writable: true, enumerable: false });
  }
  return missing;
}

/**
 * Has Node give its one warning about each function that the package calls now, while nobody listens: Node 22 would print it
 * into the first notebook that trains.
 */
export function spendDeprecationWarnings(util: Record<string, unknown> = nodeUtil()): void {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    for (const name of ["isNullOrUndefined", "isArray"]) {
      const called = util[name];
      if (typeof called === "function") called([]);
    }
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** The object that `require("util")` gives to every package; an `import` of it is another, sealed one. */
function nodeUtil(): Record<string, unknown> {
  return createRequire(__filename)("node:util") as Record<string, unknown>;
}
