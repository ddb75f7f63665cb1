/** @file Values of a running template as Python writes them: `str` and `json.dumps`. */

/** A value of the interpreter: its kind and what is in it. */
interface Held {
  readonly type: string;
  readonly value: unknown;
}

/** What `json.dumps` can be told, as templates spell it. */
interface JsonStyle {
  readonly indent: number | undefined;
  readonly ensureAscii: boolean;
  readonly separators: readonly [item: string, key: string];
  readonly sortKeys: boolean;
}

/** The arguments of `tojson` in their order. */
export const JSON_PARAMETERS: readonly string[] = ["ensure_ascii", "indent", "separators", "sort_keys"];

/** The arguments of one use of `tojson`, by name. */
export type JsonArguments = Map<string, unknown>;

/** The filter `tojson` of Python's transformers: `json.dumps` without its escapes of other scripts. */
export function pythonJson(value: unknown, given: JsonArguments): string {
  const indent = unwrap(given.get("indent"));
  const separators = unwrap(given.get("separators"));
  const style: JsonStyle = {
    indent: typeof indent === "number" ? indent : undefined,
    ensureAscii: unwrap(given.get("ensure_ascii")) === true,
    separators: Array.isArray(separators)
      ? [String(unwrap(separators[0])), String(unwrap(separators[1]))]
      : [typeof indent === "number" ? "," : ", ", ": "],
    sortKeys: unwrap(given.get("sort_keys")) === true,
  };
  return json(value, style, "\n");
}

/** What `{{ value }}` prints. */
export function pythonText(value: unknown): string {
  const inner = unwrap(value);
  if (inner === undefined) return "";
  return typeof inner === "string" ? inner : repr(value);
}

function json(value: unknown, style: JsonStyle, line: string): string {
  const inner = unwrap(value);
  if (inner === null || inner === undefined) return "null";
  if (typeof inner === "boolean") return String(inner);
  if (typeof inner === "number") return numberText(value, inner);
  if (typeof inner === "string") return jsonString(inner, style);
  const deeper = style.indent === undefined ? line : line + " ".repeat(style.indent);
  const [item, key] = style.separators;
  const around = (open: string, parts: readonly string[], close: string): string => {
    if (parts.length === 0) return open + close;
    if (style.indent === undefined) return open + parts.join(item) + close;
    return open + deeper + parts.join(item + deeper) + line + close;
  };
  if (Array.isArray(inner)) {
    const parts = inner.map((part) => json(part, style, deeper));
    return around("[", parts, "]");
  }
  if (!(inner instanceof Map)) throw new Error("tojson: a function is no JSON");
  const entries = [...inner].map(([name, part]): [string, unknown] => [String(name), part]);
  if (style.sortKeys) entries.sort(([left], [right]) => (left < right ? -1 : 1));
  const parts = entries.map(([name, part]) => jsonString(name, style) + key + json(part, style, deeper));
  return around("{", parts, "}");
}

function jsonString(text: string, { ensureAscii }: JsonStyle): string {
  const quoted = JSON.stringify(text);
  if (!ensureAscii) return quoted;
  return quoted.replace(/[\u0080-\uFFFF]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function repr(value: unknown): string {
  const inner = unwrap(value);
  if (inner === null) return "None";
  if (inner === undefined) return "Undefined";
  if (typeof inner === "boolean") return inner ? "True" : "False";
  if (typeof inner === "number") return numberText(value, inner);
  if (typeof inner === "string") return reprString(inner);
  if (Array.isArray(inner)) return `[${inner.map(repr).join(", ")}]`;
  if (inner instanceof Map)
    return `{${[...inner].map(([key, part]) => `${reprString(String(key))}: ${repr(part)}`).join(", ")}}`;
  return "<function>";
}

function reprString(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replace(/\\/g, "\\\\").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/\t/g, "\\t");
  return quote + (quote === "'" ? escaped.replace(/'/g, "\\'") : escaped) + quote;
}

function numberText(value: unknown, inner: number): string {
  const isWhole = Number.isInteger(inner) && isHeld(value) && value.type === "FloatValue";
  return isWhole ? `${inner}.0` : String(inner).replace(/e-(\d)$/, "e-0$1");
}

function unwrap(value: unknown): unknown {
  if (!isHeld(value)) return value;
  return value.type === "NullValue" ? null : value.value;
}

function isHeld(value: unknown): value is Held {
  return value !== null && typeof value === "object" && "type" in value && "value" in value;
}
