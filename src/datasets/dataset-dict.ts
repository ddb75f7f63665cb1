/** @file Several datasets by name, such as the splits `train` and `test`. */
import type { MimeBundle } from "../core/display";
import { argumentTypeError } from "../core/errors";
import { SelfShowing } from "../core/self-showing";
import { listNames } from "../core/suggest";
import type { CellOf, RowOf } from "./cell-types";
import { DatasetError } from "./dataset-error";
import type { Feature } from "./feature";
import type { ClassEncodeOptions } from "./methods/cast-table";
import type { FunctionOptions } from "./methods/function-options";
import type { MapOptions } from "./methods/map-rows";
import type { ShuffleOptions } from "./methods/shuffle-rows";
import type { SortOptions } from "./methods/sort-rows";
import type { FunctionInputs, MappedRow, MergedRow, OfKind, RenamedRow, RowIn, WithRow, Written } from "./row-types";
import { type SaveOptions, saveFolder } from "./saved-folder";
import type { Table } from "./table";
import { type TableSource, tableHtml } from "./table-html";

/** What a dict asks of its datasets. Every `Dataset` has it. */
export interface Split extends TableSource, OfKind {
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

  /** `Dataset.map` of every split, one after the other. Python: `map`. */
  async map<
    Result,
    Batched extends boolean = false,
    Indexed extends boolean = false,
    Columns extends readonly ColumnIn<Splits>[] = [],
    Removed extends ColumnIn<Splits> = never,
    Kwargs extends object = never,
  >(
    fn: (...inputs: FunctionInputs<AnyRow<Splits>, Batched, Indexed, Columns, Kwargs>) => Result | PromiseLike<Result>,
    options: MapOptions<Batched, Indexed, Columns, Removed, Kwargs> = {},
  ): Promise<
    DatasetDict<{
      readonly [Name in keyof Splits]: SameKind<Splits[Name], MappedRow<RowIn<Splits[Name]>, Result, Removed, Batched>>;
    }>
  > {
    return await this.#allWaiting("map", fn, options);
  }

  /** `Dataset.filter` of every split. Python: `filter`. */
  async filter<
    Batched extends boolean = false,
    Indexed extends boolean = false,
    Columns extends readonly ColumnIn<Splits>[] = [],
    Kwargs extends object = never,
  >(
    fn: (...inputs: FunctionInputs<AnyRow<Splits>, Batched, Indexed, Columns, Kwargs>) => unknown,
    options: FunctionOptions<Batched, Indexed, Columns, Kwargs> = {},
  ): Promise<DatasetDict<Splits>> {
    return await this.#allWaiting("filter", fn, options);
  }

  /** Every split in random order. Python: `shuffle`; as there, a seed gives splits of one size the same order. */
  shuffle(options: ShuffleOptions = {}): DatasetDict<Splits> {
    return this.#all("shuffle", options);
  }

  /** Every split in the order of its values; see `Dataset.sort`. Python: `sort`. */
  sort(columns: ColumnIn<Splits> | readonly ColumnIn<Splits>[], options: SortOptions = {}): DatasetDict<Splits> {
    return this.#all("sort", columns, options);
  }

  /** The different values of a column, by split. Python: `unique`. */
  unique<Name extends ColumnIn<Splits>>(
    column: Name,
  ): { [Key in keyof Splits]: RowIn<Splits[Key]>[Name & keyof RowIn<Splits[Key]>][] } {
    return this.#each((split) => callMethod(split, "unique", [column]));
  }

  /** A column of every split under a new name. Python: `rename_column`. */
  renameColumn<Old extends ColumnIn<Splits>, New extends string>(
    name: Old,
    newName: New,
  ): DatasetDict<{
    readonly [Key in keyof Splits]: SameKind<Splits[Key], RenamedRow<RowIn<Splits[Key]>, { [Name in Old]: New }>>;
  }> {
    return this.#all("renameColumn", name, newName);
  }

  /** Columns of every split under new names. Python: `rename_columns`. */
  renameColumns<const Names extends { readonly [Name in ColumnIn<Splits>]?: string }>(
    names: Names,
  ): DatasetDict<{ readonly [Key in keyof Splits]: SameKind<Splits[Key], RenamedRow<RowIn<Splits[Key]>, Names>> }> {
    return this.#all("renameColumns", names);
  }

  /** Every split without these columns. Python: `remove_columns`. */
  removeColumns<Name extends ColumnIn<Splits>>(
    names: Name | readonly Name[],
  ): DatasetDict<{ readonly [Key in keyof Splits]: SameKind<Splits[Key], Written<Omit<RowIn<Splits[Key]>, Name>>> }> {
    return this.#all("removeColumns", names);
  }

  /** Every split with these columns only. Python: `select_columns`. */
  selectColumns<Name extends ColumnIn<Splits>>(
    names: Name | readonly Name[],
  ): DatasetDict<{
    readonly [Key in keyof Splits]: SameKind<
      Splits[Key],
      Written<Pick<RowIn<Splits[Key]>, Name & keyof RowIn<Splits[Key]>>>
    >;
  }> {
    return this.#all("selectColumns", names);
  }

  /** Every column of every split as its type in `features`. Python: `cast`. */
  cast<Types extends Readonly<Record<ColumnIn<Splits>, Feature>>>(
    features: Types,
  ): DatasetDict<{ readonly [Key in keyof Splits]: SameKind<Splits[Key], Written<RowOf<Types>>> }> {
    return this.#all("cast", features);
  }

  /** A column of every split as another type. Python: `cast_column`. */
  castColumn<Name extends ColumnIn<Splits>, Type extends Feature>(
    name: Name,
    feature: Type,
  ): DatasetDict<{
    readonly [Key in keyof Splits]: SameKind<
      Splits[Key],
      MergedRow<RowIn<Splits[Key]>, { [Column in Name]: CellOf<Type> }>
    >;
  }> {
    return this.#all("castColumn", name, feature);
  }

  /** A column of every split as classes; each split's values name its own. Python: `class_encode_column`. */
  classEncodeColumn<Name extends ColumnIn<Splits>>(
    name: Name,
    options: ClassEncodeOptions = {},
  ): DatasetDict<{
    readonly [Key in keyof Splits]: SameKind<Splits[Key], MergedRow<RowIn<Splits[Key]>, { [Column in Name]: number }>>;
  }> {
    return this.#all("classEncodeColumn", name, options);
  }

  /** Writes a folder with one for each split, as `Dataset.saveToDisk` does. Python: `save_to_disk`. */
  async saveToDisk(folder: string, options: SaveOptions = {}): Promise<void> {
    const tables = this.entries().map(([name, split]) => [name, (split as unknown as { table: Table }).table] as const);
    await saveFolder("DatasetDict.saveToDisk", folder, new Map(tables), options);
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

  /** The dict of what a method of each split gives; the method's own types say which. */
  #all<Result>(method: string, ...inputs: readonly unknown[]): Result {
    return new DatasetDict(this.#each<Record<string, Split>>((split) => callMethod(split, method, inputs))) as Result;
  }

  async #allWaiting<Result>(method: string, ...inputs: readonly unknown[]): Promise<Result> {
    const splits: Record<string, Split> = {};
    for (const [name, split] of this.entries()) splits[name] = (await callMethod(split, method, inputs)) as Split;
    return new DatasetDict(splits) as Result;
  }

  #each<Result>(read: (split: Split) => unknown): Result {
    return Object.fromEntries(this.entries().map(([name, split]) => [name, read(split)])) as Result;
  }
}

/** Calls a method of a split: a Dataset has all that the dict passes on. */
function callMethod(split: Split, method: string, inputs: readonly unknown[]): unknown {
  const member = (split as unknown as Readonly<Record<string, unknown>>)[method];
  if (typeof member === "function") return member.apply(split, inputs);
  throw argumentTypeError({
    function: `DatasetDict.${method}`,
    parameter: "split",
    rule: "be a Dataset",
    value: split,
  });
}

/** The rows of the splits; of splits with different columns, only the common ones are known. */
type AnyRow<Splits extends Readonly<Record<string, Split>>> = RowIn<Splits[keyof Splits]>;

/** The columns that all splits have. */
type ColumnIn<Splits extends Readonly<Record<string, Split>>> = keyof AnyRow<Splits> & string;

/** A split of the same kind with other rows. */
type SameKind<Original extends Split, Row extends object> = Extract<WithRow<Original, Row>, Split>;

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
