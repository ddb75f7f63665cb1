/** @file The labels of a classifier: how `num_labels`, `id2label` and `label2id` follow from one another, as in Python. */
import { argumentRangeError, argumentTypeError, describeValue } from "../core/errors";
import { ModelError } from "./model-error";

/** Labels as config.json has them: by number, and back. */
export interface LabelMaps {
  readonly id2label: Readonly<Record<string, string>>;
  readonly label2id: Readonly<Record<string, number>>;
}

/** What a user may say of the labels. */
export interface LabelOptions {
  /** How many there are. */
  numLabels?: number;
  /** Their names, in order or by number. */
  id2label?: readonly string[] | Readonly<Record<string, string>>;
  /** Their numbers, by name. By default the inverse of `id2label`. */
  label2id?: Readonly<Record<string, number>>;
}

/** More labels than any classifier has; a number beyond it is a mistake, and names would fill the memory. */
const MOST_LABELS = 1_000_000;

/**
 * The maps from what config.json and the caller say; undefined when neither says anything.
 *
 * A number of labels that differs from that of the names gives the names `LABEL_0`, `LABEL_1`, …, as in Python.
 */
export function labelMaps(raw: Readonly<Record<string, unknown>>, options: LabelOptions): LabelMaps | undefined {
  const numLabels = checkNumber(options.numLabels ?? raw.num_labels);
  const given = options.id2label ?? (options.label2id === undefined ? undefined : inverse(options.label2id));
  if (given !== undefined) {
    const id2label = checkNames(given, "the option `id2label`");
    const count = Object.keys(id2label).length;
    if (options.numLabels !== undefined && options.numLabels !== count) {
      throw argumentRangeError({
        function: "fromPretrained",
        parameter: "numLabels",
        rule: `be ${count}, the number of names in \`id2label\``,
        value: options.numLabels,
        next: "Leave one of the two out.",
      });
    }
    return { id2label, label2id: options.label2id ?? numbered(id2label) };
  }
  if (raw.id2label !== undefined && raw.id2label !== null) {
    const id2label = checkNames(raw.id2label, "`id2label` in config.json");
    if (numLabels === undefined || numLabels === Object.keys(id2label).length) {
      return { id2label, label2id: checkNumbers(raw.label2id) ?? numbered(id2label) };
    }
  }
  return numLabels === undefined ? undefined : defaultLabels(numLabels);
}

/** `LABEL_0`, `LABEL_1`, …: names for labels that have none. */
export function defaultLabels(count: number): LabelMaps {
  const id2label = Object.fromEntries(Array.from({ length: count }, (_, index) => [String(index), `LABEL_${index}`]));
  return { id2label, label2id: numbered(id2label) };
}

function checkNumber(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 1 && value <= MOST_LABELS) return value;
  const rule = `be a whole number from 1 to ${MOST_LABELS}`;
  throw argumentRangeError({ function: "fromPretrained", parameter: "numLabels", rule, value });
}

function checkNames(value: unknown, where: string): Record<string, string> {
  const isObject = typeof value === "object" && value !== null;
  const names: Record<string, unknown> = isObject ? { ...value } : {};
  const count = Object.keys(names).length;
  const isWhole =
    count > 0 &&
    Object.keys(names).every((key) => /^\d+$/.test(key) && Number(key) < count && names[Number(key)] !== "");
  if (!isWhole || !Object.values(names).every((name): name is string => typeof name === "string")) {
    throw new ModelError(
      "config-invalid",
      `In ${where} each number from 0 upwards must have a name, but it is ${describeValue(value)}.`,
      {
        hint: 'It looks like { "0": "no", "1": "yes" }.',
      },
    );
  }
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [String(index), String(names[index])]));
}

function checkNumbers(value: unknown): Record<string, number> | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const entries = Object.entries(value);
  if (!entries.every((entry): entry is [string, number] => Number.isSafeInteger(entry[1]))) return undefined;
  return Object.fromEntries(entries);
}

function numbered(id2label: Readonly<Record<string, string>>): Record<string, number> {
  return Object.fromEntries(Object.entries(id2label).map(([id, label]) => [label, Number(id)]));
}

function inverse(label2id: Readonly<Record<string, number>>): Record<string, string> {
  if (typeof label2id !== "object" || label2id === null) {
    const rule = "be an object from names to numbers";
    throw argumentTypeError({ function: "fromPretrained", parameter: "label2id", rule, value: label2id });
  }
  return Object.fromEntries(Object.entries(label2id).map(([label, id]) => [String(id), label]));
}
