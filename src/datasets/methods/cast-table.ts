/** @file `cast`, `castColumn` and `classEncodeColumn`: the same rows with other types. */
import { argumentTypeError } from "../../core/errors";
import { castedColumn } from "../cast-column";
import { ClassLabel } from "../class-label";
import type { Column } from "../column";
import { columnFromValues } from "../column-from-values";
import { DatasetError } from "../dataset-error";
import { dtypeOf, type Feature, featureText, isFeature, sameFeature } from "../feature";
import { checkFeatures } from "../features";
import { instantText } from "../instant";
import { readValues } from "../read-values";
import { columnOf, makeTable, type Table } from "../table";
import { Value } from "../value";
import { ViewColumn } from "../view-column";

/** Options of `Dataset.classEncodeColumn`. */
export interface ClassEncodeOptions {
  /**
   * Whether missing values become a class of their own, called `None` as in Python.
   * @default false
   */
  includeNulls?: boolean;
}

/** All columns as the types of `features`, in their order. */
export function castTable(table: Table, features: unknown): Table {
  const types = checkFeatures("Dataset.cast", features);
  const names = [...table.columns.keys()];
  const wanted = Object.keys(types);
  const missing = names.find((name) => !wanted.includes(name));
  const unknown = wanted.find((name) => !names.includes(name));
  if (missing !== undefined || unknown !== undefined) {
    const what =
      unknown === undefined
        ? `lacks the column \`${missing}\``
        : `names a column \`${unknown}\` that the dataset does not have`;
    throw new DatasetError("different-columns", `Dataset.cast: \`features\` ${what}.`, {
      column: unknown ?? missing,
      hint: `The columns are ${names.join(", ")}; to cast one of them, call castColumn.`,
    });
  }
  return withTypes(table, new Map(Object.entries(types)));
}

/** One column as another type. */
export function castTableColumn(table: Table, name: string, feature: unknown): Table {
  columnOf(table, name);
  if (!isFeature(feature)) {
    throw argumentTypeError({
      function: "Dataset.castColumn",
      parameter: "feature",
      rule: "be a feature",
      value: feature,
      next: 'For example new Value("int32") or new ClassLabel({ names: ["a", "b"] }).',
    });
  }
  return withTypes(
    table,
    new Map([...table.columns].map(([other, column]) => [other, other === name ? feature : column.feature])),
  );
}

/** A column of values as classes, whose names are the different values as texts, sorted. */
export function classEncodeTable(table: Table, name: string, options: ClassEncodeOptions = {}): Table {
  const { includeNulls = false } = options;
  if (typeof includeNulls !== "boolean") {
    const problem = { function: "Dataset.classEncodeColumn", parameter: "includeNulls", rule: "be true or false" };
    throw argumentTypeError({ ...problem, value: includeNulls });
  }
  const column = columnOf(table, name);
  const write = column.feature instanceof Value ? pythonText(column.feature) : undefined;
  if (write === undefined) {
    throw new DatasetError(
      "no-cast",
      `Column \`${name}\` of ${featureText(column.feature)} cannot be encoded as classes.`,
      {
        column: name,
        hint: "Texts, whole numbers, floats, booleans and dates can; `map` the values to one of them first.",
      },
    );
  }
  const values = readValues(column, table.indices, 0, table.numRows);
  const texts = values.map((value) => (value === null ? (includeNulls ? "None" : null) : write(value)));
  const names = [...new Set(texts)].filter((text) => text !== null).sort(byCodePoint);
  const label = new ClassLabel({ names });
  const numbers = new Map(names.map((text, number) => [text, number]));
  const encoded = texts.map((text) => (text === null ? null : (numbers.get(text) ?? null)));
  const columns = new Map<string, Column>();
  for (const [other, kept] of table.columns) {
    columns.set(other, other === name ? columnFromValues(name, encoded, label) : viewed(kept, table.indices));
  }
  return makeTable(columns);
}

function withTypes(table: Table, types: ReadonlyMap<string, Feature>): Table {
  const columns = new Map<string, Column>();
  for (const [name, feature] of types) {
    const column = columnOf(table, name);
    const isSame = sameFeature(column.feature, feature);
    columns.set(name, isSame ? viewed(column, table.indices) : castedColumn(name, column, table.indices, feature));
  }
  return makeTable(columns);
}

function viewed(column: Column, indices: Uint32Array | undefined): Column {
  return indices === undefined ? column : new ViewColumn(column, indices);
}

/** A value as Python's `str` writes it; undefined for types whose texts are not worth being classes. */
function pythonText(feature: Value): ((value: unknown) => string) | undefined {
  const dtype = dtypeOf(feature) ?? "null";
  if (dtype === "bool") return (value) => (value === true ? "True" : "False");
  if (dtype.startsWith("float")) return (value) => pythonFloat(Number(value));
  if (dtype === "date32") {
    const write = instantText("date32");
    return (value) => String(write?.(Math.floor(Number(value) / 86_400_000)));
  }
  return /^(?:u?int|string|large_string|decimal|null)/.test(dtype) ? String : undefined;
}

/** A float as Python writes it: `1.0`, `1e-05`, `1e+16`, `nan`. */
function pythonFloat(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value < 0 ? "-inf" : "inf";
  if (Object.is(value, -0)) return "-0.0";
  const size = Math.abs(value);
  if (value !== 0 && (size < 1e-4 || size >= 1e16)) {
    return value.toExponential().replace(/e([+-])([0-9])$/, "e$10$2");
  }
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** Python sorts texts by code point; JavaScript by UTF-16, where characters beyond U+FFFF come before some others. */
function byCodePoint(left: string, right: string): number {
  const lefts = [...left];
  const rights = [...right];
  for (let index = 0; index < Math.min(lefts.length, rights.length); index++) {
    const difference = (lefts[index]?.codePointAt(0) ?? 0) - (rights[index]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return lefts.length - rights.length;
}
