/** @file What a mapped function returns, row after row or batch after batch, on its way into Arrow columns. */
import { describeValue } from "../../core/errors";
import { columnBuilder } from "../arrow-builder";
import type { Column } from "../column";
import { columnFromValues } from "../column-from-values";
import { DatasetError } from "../dataset-error";
import { type Feature, List, sameFeature } from "../feature";
import { inferFeature } from "../infer-feature";
import { joinColumns } from "../join-columns";
import { readValues } from "../read-values";
import { Value } from "../value";

/** Values are put into Arrow's memory after so many rows, so that few of them live as JavaScript objects at once. */
const PART_ROWS = 8192;

/** Python stores what tokenizers return in smaller integers than others. */
const TOKENIZER_COLUMNS: Readonly<Record<string, Feature>> = {
  input_ids: new List(new Value("int32")),
  attention_mask: new List(new Value("int8")),
  token_type_ids: new List(new Value("int8")),
  special_tokens_mask: new List(new Value("int8")),
};

interface Output {
  values: unknown[];
  parts: Column[];
  /** The type to try before one is inferred: the column's old one, or what tokenizers' columns have. */
  wish: Feature | undefined;
}

/** Collects new columns. Rows that lack one of them have null there. */
export class OutputColumns {
  readonly #caller: string;
  readonly #given: Readonly<Record<string, Feature>> | undefined;
  readonly #old: ReadonlyMap<string, Column>;
  readonly #outputs = new Map<string, Output>();
  /** How many rows came so far. */
  rows = 0;
  #partRows = 0;

  /**
   * @param old The columns that were mapped: one that is replaced keeps its type where the new values have it.
   * @param given Types that the user gave.
   */
  constructor(caller: string, old: ReadonlyMap<string, Column>, given?: Readonly<Record<string, Feature>>) {
    this.#caller = caller;
    this.#old = old;
    this.#given = given;
  }

  /** Makes sure that there is a column of this name, whether or not a row has it. */
  expect(name: string): void {
    if (!this.#outputs.has(name)) this.#start(name);
  }

  /** Adds one row. */
  addRow(row: Readonly<Record<string, unknown>>): void {
    for (const name of Object.keys(row)) if (!this.#outputs.has(name)) this.#start(name);
    for (const [name, { values }] of this.#outputs) values.push(Object.hasOwn(row, name) ? row[name] : null);
    this.#count(1);
  }

  /** Adds a batch's rows and says how many they are; `start` and `end` are the rows that it was made of. */
  addBatch(batch: Readonly<Record<string, unknown>>, start: number, end: number): number | undefined {
    const where = `the function's result for rows ${start} to ${end - 1}`;
    let length: number | undefined;
    let first = "";
    for (const [name, list] of Object.entries(batch)) {
      if (!isList(list)) {
        throw new DatasetError(
          "not-a-list",
          `${this.#caller}: in ${where}, \`${name}\` is ${describeValue(list)} and not a list.`,
          { row: start, column: name, hint: "With `batched: true`, return an object with a list for each column." },
        );
      }
      if (length !== undefined && list.length !== length) {
        throw new DatasetError(
          "unequal-lengths",
          `${this.#caller}: in ${where}, \`${name}\` has ${list.length} values, but \`${first}\` has ${length}.`,
          { row: start, column: name, hint: "Return lists of one length." },
        );
      }
      length ??= list.length;
      first ||= name;
    }
    if (length === undefined) return undefined;
    for (const name of Object.keys(batch)) if (!this.#outputs.has(name)) this.#start(name);
    for (const [name, { values }] of this.#outputs) {
      const list = Object.hasOwn(batch, name) ? batch[name] : undefined;
      if (isList(list)) for (let item = 0; item < length; item++) values.push(list[item]);
      else for (let item = 0; item < length; item++) values.push(null);
    }
    this.#count(length);
    return length;
  }

  /** The columns of everything that came. */
  finish(): Map<string, Column> {
    this.#closeParts();
    return new Map([...this.#outputs].map(([name, output]) => [name, this.#joined(name, output)]));
  }

  #start(name: string): void {
    const given = this.#given;
    if (given !== undefined && !Object.hasOwn(given, name)) {
      throw notAmongFeatures(this.#caller, name);
    }
    const wish = given?.[name] ?? this.#old.get(name)?.feature ?? TOKENIZER_COLUMNS[name];
    const output: Output = { values: new Array<unknown>(this.#partRows).fill(null), parts: [], wish };
    const before = this.rows - this.#partRows;
    if (before > 0) output.parts.push(columnFromValues(name, new Array<null>(before).fill(null), wish));
    this.#outputs.set(name, output);
  }

  #count(rows: number): void {
    this.rows += rows;
    this.#partRows += rows;
    if (this.#partRows >= PART_ROWS) this.#closeParts();
  }

  #closeParts(): void {
    if (this.#partRows === 0 && this.rows > 0) return;
    const firstRow = this.rows - this.#partRows;
    for (const [name, output] of this.#outputs) {
      output.parts.push(this.#part(name, output, firstRow));
      output.values = [];
    }
    this.#partRows = 0;
  }

  #part(name: string, output: Output, firstRow: number): Column {
    const { values, wish } = output;
    const feature = wish ?? inferFeature(name, values, firstRow);
    const builder = columnBuilder(feature, name, firstRow);
    try {
      for (let row = 0; row < values.length; row++) builder.addValue(values[row]);
    } catch (error) {
      const isFinal = wish === undefined || this.#given !== undefined;
      // What a column of classes cannot take is a mistake and no reason for another type.
      if (!(error instanceof DatasetError) || isFinal || error.code === "unknown-class") throw error;
      output.wish = undefined;
      return this.#part(name, output, firstRow);
    }
    const part = builder.finish();
    // What one part is, the next ones are first taken for: whole numbers among fractions, missing values among texts.
    if (part.nullCount < part.length) output.wish = feature;
    return part;
  }

  #joined(name: string, { parts }: Output): Column {
    const [first, ...others] = parts;
    if (first === undefined) return columnFromValues(name, []);
    if (others.every((part) => sameFeature(part.feature, first.feature))) return joinColumns(parts);
    // The parts have different types: only all values together say which type the column has, or that there is none.
    const values = parts.flatMap((part) => readValues(part, undefined, 0, part.length));
    return columnFromValues(name, values);
  }
}

/** The error of a column that the given types do not mention. */
export function notAmongFeatures(caller: string, name: string): DatasetError {
  return new DatasetError(
    "unknown-column",
    `${caller}: the result has a column \`${name}\` that \`features\` does not have.`,
    {
      column: name,
      hint: "Add it to `features`, name it in `removeColumns`, or leave `features` out.",
    },
  );
}

/** Whether a value is what a batch can have as a column. */
function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}
