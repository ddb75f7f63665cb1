/** @file Several datasets by name, such as the splits `train` and `test`. */
import type { MimeBundle } from "../core/display";
import { argumentTypeError } from "../core/errors";
import { SelfShowing } from "../core/self-showing";
import { listNames } from "../core/suggest";
import { DatasetError } from "./dataset-error";
import { type TableSource, tableHtml } from "./table-html";

/** What a dict asks of its datasets. Every `Dataset` has it. */
export interface Split extends TableSource {
  /** As `console.log` prints it. */
  toText(): string;
}

class SplitDict<Splits extends Readonly<Record<string, Split>>> extends SelfShowing {
  constructor(splits: Splits) {
    super();
    if (splits === null || typeof splits !== "object") {
      throw argumentTypeError({
        function: "DatasetDict",
        parameter: "splits",
        rule: "be an object with a Dataset for each name",
        value: splits,
        next: "Write `new DatasetDict({ train, test })`.",
      });
    }
    for (const [name, split] of Object.entries(splits)) {
      if (name in SplitDict.prototype) {
        throw new DatasetError(
          "reserved-name",
          `A split cannot be called \`${name}\`: DatasetDict has a member of that name.`,
          {
            hint: "Choose another name for the split.",
          },
        );
      }
      if (
        split === null ||
        typeof split !== "object" ||
        typeof split.numRows !== "number" ||
        typeof split.toText !== "function"
      ) {
        throw argumentTypeError({
          function: "DatasetDict",
          parameter: name,
          rule: "be a Dataset",
          value: split,
          next: "Make one with `Dataset.fromDict` or `loadDataset`.",
        });
      }
      Object.defineProperty(this, name, { value: split, enumerable: true });
    }
  }

  /** The splits' names, in order. */
  keys(): (keyof Splits & string)[] {
    return Object.keys(this) as (keyof Splits & string)[];
  }

  /** The datasets, in order. */
  values(): Splits[keyof Splits & string][] {
    return this.keys().map((name) => this.get(name));
  }

  /** Names and datasets, in order. */
  entries(): [name: keyof Splits & string, split: Splits[keyof Splits & string]][] {
    return this.keys().map((name) => [name, this.get(name)]);
  }

  /** The split of that name, where the name is only known at run time. An unknown name is a DatasetError. */
  get<Name extends keyof Splits & string>(name: Name): Splits[Name] {
    const splits = this as unknown as Splits;
    if (!Object.hasOwn(splits, name)) {
      throw new DatasetError("unknown-split", `There is no split \`${name}\`.`, {
        hint: listNames("splits", name, Object.keys(splits)),
      });
    }
    return splits[name];
  }

  /** How many rows each split has. Python: `num_rows`. */
  get numRows(): { [Name in keyof Splits]: number } {
    return this.#each((split) => split.numRows);
  }

  /** Each split's columns. Python: `column_names`. */
  get columnNames(): { [Name in keyof Splits]: Splits[Name]["columnNames"] } {
    return this.#each((split) => split.columnNames);
  }

  /** Names and datasets: `for (const [name, split] of dict)`. */
  [Symbol.iterator](): IterableIterator<[name: keyof Splits & string, split: Splits[keyof Splits & string]]> {
    return this.entries()[Symbol.iterator]();
  }

  /** What `console.log` prints: what Python prints. */
  override toText(): string {
    const parts = this.entries().map(([name, split]) => `    ${name}: ${split.toText().replaceAll("\n", "\n    ")}\n`);
    return `DatasetDict({\n${parts.join("")}})`;
  }

  override toString(): string {
    return this.toText();
  }

  /** A table for each split in a notebook, text elsewhere. */
  override toBundle(): MimeBundle {
    const tables = this.entries().map(([name, split]) => tableHtml(split, { title: name, rows: 3 }));
    return { "text/html": tables.join("\n"), "text/plain": this.toText() };
  }

  #each<Result>(read: (split: Split) => unknown): Result {
    return Object.fromEntries(this.entries().map(([name, split]) => [name, read(split)])) as Result;
  }
}

/**
 * Datasets by name. Each is a property: `dict.train`.
 *
 * Python: `datasets.DatasetDict`, with `dict.train` for `dict["train"]`.
 */
export type DatasetDict<Splits extends Readonly<Record<string, Split>> = Readonly<Record<string, Split>>> =
  SplitDict<Splits> & Readonly<Splits>;

interface DatasetDictConstructor {
  /** @param splits A Dataset for each name. */
  new <Splits extends Readonly<Record<string, Split>>>(splits: Splits): DatasetDict<Splits>;
}

/**
 * Makes a {@link DatasetDict} from datasets by name.
 *
 * @example
 * ```ts
 * const parts = essays.trainTestSplit({ testSize: 0.2, shuffle: false });
 * const dict = new DatasetDict({ treino: parts.train, teste: parts.test });
 * console.log(dict.teste.numRows);
 * ```
 */
export const DatasetDict: DatasetDictConstructor = class DatasetDict<
  Splits extends Readonly<Record<string, Split>>,
> extends SplitDict<Splits> {} as unknown as DatasetDictConstructor;
