/** @file Plain values as YAML: the little of it that a model card's head needs. */

/** What {@link yamlText} writes. Undefined entries are left out. */
export type YamlValue =
  | string
  | number
  | boolean
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue | undefined };

/** Words that YAML reads as something else than a text: Norwegian's code `no` is one. */
const OTHER_WORDS = /^(y|n|yes|no|on|off|true|false|null|nan|~)$/i;

/**
 * A value as YAML, in blocks; each line of an inner value is indented by two spaces.
 *
 * @example
 * ```ts
 * yamlText({ language: ["pt", "no"], license: "apache-2.0" });
 * // language:
 * // - pt
 * // - "no"
 * // license: apache-2.0
 * ```
 */
export function yamlText(value: YamlValue): string {
  return lines(value).join("\n");
}

function lines(value: YamlValue): string[] {
  if (typeof value !== "object") return [scalar(value)];
  if (isList(value)) {
    if (value.length === 0) return ["[]"];
    return value.flatMap((item) => lines(item).map((line, place) => (place === 0 ? `- ${line}` : `  ${line}`)));
  }
  const entries = Object.entries(value).filter((entry): entry is [string, YamlValue] => entry[1] !== undefined);
  if (entries.length === 0) return ["{}"];
  return entries.flatMap(([key, item]) => {
    const inner = lines(item);
    const isBlock = typeof item === "object" && (isList(item) ? item.length > 0 : Object.keys(item).length > 0);
    if (!isBlock) return [`${scalar(key)}: ${inner[0]}`];
    return [`${scalar(key)}:`, ...inner.map((line) => (isList(item) ? line : `  ${line}`))];
  });
}

function scalar(value: string | number | boolean): string {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : JSON.stringify(String(value));
  if (typeof value === "boolean") return String(value);
  const isPlain = /^[A-Za-z][\w./+-]*( [\w./+-]+)*$/.test(value) && !OTHER_WORDS.test(value);
  // A text of JSON is a text of YAML.
  return isPlain ? value : JSON.stringify(value);
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}
