/** @file Plain data as one text: equal data, and only equal data, gives equal texts. */
import { isPlainObject } from "../feature";

/** The text, or undefined where something is neither a number, text, boolean, bigint, Date or null nor a list or object of them. */
export function plainText(value: unknown): string | undefined {
  try {
    return textOf(value, 0);
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

class NotPlain extends Error {}

function textOf(value: unknown, depth: number): string {
  if (depth > 64) throw new NotPlain();
  if (value === null || value === undefined || typeof value === "boolean") return String(value);
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (typeof value === "bigint") return `${value}n`;
  if (value instanceof Date) return `@${value.getTime()}`;
  if (Array.isArray(value)) return `[${value.map((item) => textOf(item, depth + 1)).join(",")}]`;
  // Features and whatever else says what it is in JSON.
  if (typeof value === "object" && "toJSON" in value && typeof value.toJSON === "function") {
    return `${value.constructor.name}(${textOf(value.toJSON(), depth + 1)})`;
  }
  if (!isPlainObject(value)) throw new NotPlain();
  const entries = Object.keys(value).sort();
  return `{${entries.map((name) => `${JSON.stringify(name)}:${textOf(value[name], depth + 1)}`).join(",")}}`;
}
