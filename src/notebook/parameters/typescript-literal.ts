/** @file Values as TypeScript source that means exactly these values, whatever is in them. */
import { argumentTypeError } from "../../core/errors";

/** Nothing that a person passes as a parameter nests deeper. */
const MAX_DEPTH = 500;

/**
 * A JSON value as a TypeScript expression on one line.
 *
 * The result can stand in a cell, in a template and in a page's script: no text in it ends the literal that holds it.
 *
 * @example
 * ```ts
 * typescriptLiteral({ epochs: 3, name: "a\"b" }); // '{ epochs: 3, name: "a\\"b" }'
 * ```
 */
export function typescriptLiteral(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number" && Number.isFinite(value)) return Object.is(value, -0) ? "-0" : String(value);
  if (typeof value === "string") return quote(value);
  if (depth < MAX_DEPTH && Array.isArray(value)) {
    return `[${value.map((element) => write(element, depth + 1)).join(", ")}]`;
  }
  if (depth < MAX_DEPTH && isPlainObject(value)) {
    const entries = Object.entries(value).map(([key, inner]) => `${quoteKey(key)}: ${write(inner, depth + 1)}`);
    return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
  }
  throw argumentTypeError({
    function: "typescriptLiteral",
    parameter: "value",
    rule: "be something that JSON can hold",
    value,
    next: "Use numbers, texts, booleans, null, and arrays and objects of these.",
  });
}

/** `</` would end a script element, U+2028 and U+2029 a line, and half a surrogate pair cannot be written to a file. */
function quote(text: string): string {
  return JSON.stringify(text).replace(/[\u2028\u2029]|<(?=[/!])/g, (character) =>
    character === "<" ? "\\u003c" : `\\u${character.charCodeAt(0).toString(16)}`,
  );
}

/** Written plainly, `__proto__` would set the prototype instead of a property. */
function quoteKey(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(key) ? key : quote(key);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (value === null || typeof value !== "object") return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
