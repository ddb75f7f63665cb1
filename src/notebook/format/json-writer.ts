/** @file Writes JSON byte for byte as Jupyter does: one space a level, keys in order, nothing escaped that need not be. */
import { spellNumber } from "./json-numbers";

/** Deep enough for everything that the reader lets in; a value that holds itself ends here. */
const MAX_DEPTH = 600;

/**
 * The text that Python's `json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False)` gives.
 *
 * What JSON cannot say is left out of objects and is null in arrays, as in `JSON.stringify`. Throws a RangeError for a
 * value that holds itself.
 */
export function writeJson(value: unknown): string {
  const parts: string[] = [];
  write(value, { 0: value }, 0, "\n", parts);
  return parts.join("");
}

function write(value: unknown, container: object, key: string | number, lineStart: string, parts: string[]): void {
  if (lineStart.length > MAX_DEPTH) {
    throw new RangeError(
      `writeJson: \`value\` must be nested at most ${MAX_DEPTH} deep, but it goes deeper or holds itself.`,
    );
  }
  if (typeof value === "string") parts.push(JSON.stringify(value));
  else if (typeof value === "number") parts.push(spellNumber(container, key, value));
  else if (typeof value === "boolean" || typeof value === "bigint") parts.push(String(value));
  else if (Array.isArray(value)) writeArray(value, lineStart, parts);
  else if (value !== null && typeof value === "object") writeObject(value, lineStart, parts);
  else parts.push("null");
}

function writeArray(value: readonly unknown[], lineStart: string, parts: string[]): void {
  if (value.length === 0) {
    parts.push("[]");
    return;
  }
  const inner = `${lineStart} `;
  for (let index = 0; index < value.length; index++) {
    parts.push(index === 0 ? "[" : ",", inner);
    write(value[index], value, index, inner, parts);
  }
  parts.push(lineStart, "]");
}

function writeObject(value: object, lineStart: string, parts: string[]): void {
  const plain = "toJSON" in value && typeof value.toJSON === "function" ? value.toJSON() : value;
  if (plain !== value) {
    write(plain, {}, "", lineStart, parts);
    return;
  }
  const entries = value as Record<string, unknown>;
  const keys = Object.keys(value)
    .filter((key) => isWritable(entries[key]))
    .sort(byCodePoint);
  if (keys.length === 0) {
    parts.push("{}");
    return;
  }
  const inner = `${lineStart} `;
  let separator = "{";
  for (const key of keys) {
    parts.push(separator, inner, JSON.stringify(key), ": ");
    write(entries[key], value, key, inner, parts);
    separator = ",";
  }
  parts.push(lineStart, "}");
}

function isWritable(value: unknown): boolean {
  return value !== undefined && typeof value !== "function" && typeof value !== "symbol";
}

/** Python orders texts by code point, JavaScript by 16-bit unit: they differ where surrogates meet U+E000 and above. */
function byCodePoint(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const difference = rank(left.charCodeAt(index)) - rank(right.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
