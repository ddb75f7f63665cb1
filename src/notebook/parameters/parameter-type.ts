/** @file The types that a notebook's parameter may have: those whose values a command line or a JSON file can hold. */

/** A parameter's type, told apart by `kind`. */
export type ParameterType =
  | { kind: "number" | "string" | "boolean" | "null" | "object" | "unknown" }
  | { kind: "literal"; value: string | number | boolean }
  | { kind: "array"; element: ParameterType }
  | { kind: "record"; value: ParameterType }
  | { kind: "fields"; fields: readonly ParameterField[] }
  | { kind: "union"; of: readonly ParameterType[] };

/** One property of an object type. */
export interface ParameterField {
  name: string;
  type: ParameterType;
  presence: "required" | "optional";
}

/** The type that a default value stands for; null says nothing about what else may come. */
export function typeOfValue(value: unknown): ParameterType {
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") {
    return { kind: typeof value as "number" | "string" | "boolean" };
  }
  if (Array.isArray(value)) return { kind: "array", element: unionOf(value.map(typeOfValue)) };
  if (value !== null && typeof value === "object") return { kind: "object" };
  return { kind: "unknown" };
}

/** The type as TypeScript writes it: `"fast" | "slow"`. */
export function formatParameterType(type: ParameterType): string {
  switch (type.kind) {
    case "literal":
      return JSON.stringify(type.value);
    case "array": {
      const element = formatParameterType(type.element);
      return type.element.kind === "union" ? `(${element})[]` : `${element}[]`;
    }
    case "record":
      return `Record<string, ${formatParameterType(type.value)}>`;
    case "fields": {
      const fields = type.fields.map(
        (field) =>
          `${/^[A-Za-z_$][\w$]*$/.test(field.name) ? field.name : JSON.stringify(field.name)}${field.presence === "optional" ? "?" : ""}: ${formatParameterType(field.type)}`,
      );
      return `{ ${fields.join("; ")} }`;
    }
    case "union":
      return type.of.map(formatParameterType).join(" | ");
    default:
      return type.kind;
  }
}

/** Whether a value that came from outside is of the type. Numbers must be finite, as in JSON. */
export function isOfType(type: ParameterType, value: unknown): boolean {
  switch (type.kind) {
    case "unknown":
      return true;
    case "null":
      return value === null;
    case "number":
      return typeof value === "number" && Number.isFinite(value);
    case "literal":
      return value === type.value;
    case "array":
      return Array.isArray(value) && value.every((element) => isOfType(type.element, element));
    case "union":
      return type.of.some((member) => isOfType(member, value));
    case "object":
      return isObject(value);
    case "record":
      return isObject(value) && Object.keys(value).every((key) => isOfType(type.value, value[key]));
    case "fields":
      return isObject(value) && hasFields(type.fields, value);
    default:
      return typeof value === type.kind;
  }
}

/** One type for several: the type itself where all are the same, and unknown for none. */
export function unionOf(types: readonly ParameterType[]): ParameterType {
  const different = new Map(types.map((type) => [formatParameterType(type), type]));
  const [first, ...others] = different.values();
  if (first === undefined) return { kind: "unknown" };
  return others.length === 0 ? first : { kind: "union", of: [first, ...others] };
}

function hasFields(fields: readonly ParameterField[], value: Record<string, unknown>): boolean {
  const known = new Set(fields.map((field) => field.name));
  if (Object.keys(value).some((key) => !known.has(key))) return false;
  return fields.every(({ name, type, presence }) =>
    Object.hasOwn(value, name) ? isOfType(type, value[name]) : presence === "optional",
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
