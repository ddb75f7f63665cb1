/** @file The type of a column of classes, which are stored as whole numbers and have names. */
import { readFileSync } from "node:fs";
import type { MimeBundle } from "../core/display";
import { argumentRangeError, argumentTypeError, describeValue } from "../core/errors";
import { SelfShowing } from "../core/self-showing";
import { listNames } from "../core/suggest";
import { DatasetError } from "./dataset-error";
import { pythonList } from "./python-repr";

/** Options of {@link ClassLabel}: one of the three says how many classes there are. */
export interface ClassLabelOptions {
  /** The classes' names; the first is class 0. */
  names?: readonly string[];
  /** How many classes there are; alone, it names them `0`, `1`, `2`, …. */
  numClasses?: number;
  /** A UTF-8 file with a name a line. */
  namesFile?: string;
}

const MOST_CLASSES = 1_000_000;

/**
 * The type of a column of classes: whole numbers with names.
 *
 * Python: `datasets.ClassLabel`. The column holds the numbers; -1 stands for an unknown class.
 *
 * @example
 * ```ts
 * const label = new ClassLabel({ names: ["negative", "positive"] });
 * console.log(label); // ClassLabel(names=['negative', 'positive'])
 * label.str2int("positive"); // 1
 * label.int2str([1, 0]); // ["positive", "negative"]
 * ```
 */
export class ClassLabel extends SelfShowing {
  /** The classes' names; the first is class 0. */
  readonly names: readonly string[];
  /** How classes are stored. */
  readonly dtype: "int64" = "int64";
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(options: ClassLabelOptions) {
    super();
    this.names = Object.freeze(namesOf(options));
    this.#numbers = new Map(this.names.map((name, number) => [name, number]));
    if (this.#numbers.size < this.names.length) {
      const twice = this.names.find((name, number) => this.#numbers.get(name) !== number);
      throw argumentRangeError({
        function: "ClassLabel",
        parameter: "names",
        rule: "differ from each other",
        value: twice,
        next: "Give every class a name of its own.",
      });
    }
  }

  /** How many classes there are. Python: `num_classes`. */
  get numClasses(): number {
    return this.names.length;
  }

  /**
   * The numbers of classes by their names. White space around a name is ignored, and a whole number as a text is taken for the class of
   * that number, `"-1"` among them. An unknown name is a DatasetError that lists the names.
   *
   * Python: `str2int`.
   */
  str2int(name: string): number;
  str2int(names: readonly string[]): number[];
  str2int(names: string | readonly string[]): number | number[] {
    if (Array.isArray(names)) return names.map((name) => this.#number(name));
    return this.#number(names);
  }

  /**
   * The names of classes by their numbers. A number without a class, such as -1, is a DatasetError.
   *
   * Python: `int2str`.
   */
  int2str(number: number): string;
  int2str(numbers: readonly number[]): string[];
  int2str(numbers: number | readonly number[]): string | string[] {
    if (Array.isArray(numbers)) return numbers.map((number) => this.#name(number));
    return this.#name(numbers);
  }

  /** As Python prints it: `ClassLabel(names=['a', 'b'])`. */
  override toText(): string {
    return `ClassLabel(names=${pythonList(this.names)})`;
  }

  override toString(): string {
    return this.toText();
  }

  override toBundle(): MimeBundle {
    return { "text/plain": this.toText() };
  }

  /** As Python's `datasets` writes it into its JSON files. */
  toJSON(): { names: readonly string[]; _type: "ClassLabel" } {
    return { names: this.names, _type: "ClassLabel" };
  }

  #number(name: unknown): number {
    if (typeof name !== "string") {
      throw argumentTypeError({
        function: "ClassLabel.str2int",
        parameter: "name",
        rule: "be a string or a list of strings",
        value: name,
      });
    }
    const number = this.#numbers.get(name) ?? this.#numbers.get(name.trim());
    if (number !== undefined) return number;
    // What Python's `int` takes: a sign, and underscores between digits.
    if (/^\s*[+-]?[0-9]+(?:_[0-9]+)*\s*$/.test(name)) {
      const parsed = Number(name.replaceAll("_", ""));
      if (parsed >= -1 && parsed < this.names.length) return parsed === 0 ? 0 : parsed;
    }
    throw new DatasetError("unknown-class", `There is no class ${describeValue(name)}.`, {
      hint: listNames("classes", name, this.names),
    });
  }

  #name(number: unknown): string {
    if (typeof number !== "number" && typeof number !== "bigint") {
      throw argumentTypeError({
        function: "ClassLabel.int2str",
        parameter: "number",
        rule: "be a whole number or a list of them",
        value: number,
      });
    }
    const name = this.names[Number(number)];
    if (name !== undefined) return name;
    const hint = listNames("classes", "", this.names);
    throw new DatasetError(
      "unknown-class",
      `There is no class ${number}: the classes are numbered from 0 to ${this.names.length - 1}.`,
      { hint: Number(number) === -1 ? `-1 stands for an unknown class, which has no name. ${hint}` : hint },
    );
  }
}

function namesOf(options: ClassLabelOptions): string[] {
  const problem = { function: "ClassLabel", next: 'For example new ClassLabel({ names: ["negative", "positive"] }).' };
  if (options === null || typeof options !== "object" || Array.isArray(options)) {
    const rule = "be an object with `names`, `numClasses` or `namesFile`";
    throw argumentTypeError({ ...problem, parameter: "options", rule, value: options });
  }
  const { names, numClasses, namesFile } = options;
  if (names !== undefined && !(Array.isArray(names) && names.every((name) => typeof name === "string"))) {
    throw argumentTypeError({ ...problem, parameter: "names", rule: "be a list of strings", value: names });
  }
  if (numClasses !== undefined && !(Number.isInteger(numClasses) && numClasses >= 0 && numClasses <= MOST_CLASSES)) {
    const rule = `be a whole number from 0 to ${MOST_CLASSES}`;
    throw argumentRangeError({ ...problem, parameter: "numClasses", rule, value: numClasses });
  }
  if (namesFile !== undefined && (typeof namesFile !== "string" || names !== undefined)) {
    const rule = names === undefined ? "be a path" : "be left out where there are `names`";
    throw argumentTypeError({ ...problem, parameter: "namesFile", rule, value: namesFile });
  }
  const found = names === undefined ? (namesFile === undefined ? undefined : readNames(namesFile)) : [...names];
  if (found === undefined && numClasses === undefined) {
    const rule = "have `names`, `numClasses` or `namesFile`";
    throw argumentTypeError({ ...problem, parameter: "options", rule, value: options });
  }
  if (found !== undefined && numClasses !== undefined && found.length !== numClasses) {
    const rule = `be ${found.length}, the number of names`;
    throw argumentRangeError({
      ...problem,
      parameter: "numClasses",
      rule,
      value: numClasses,
      next: "Or leave it out.",
    });
  }
  return found ?? Array.from({ length: numClasses ?? 0 }, (_, number) => String(number));
}

function readNames(path: string): string[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new DatasetError("file-missing", `The classes' names cannot be read from \`${path}\`.`, {
      path,
      cause,
      hint: "`namesFile` is a text file with a name a line; check its path.",
    });
  }
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "");
}
