/** @file How a row's type changes when columns come, go and change their names. */
import type { Table } from "./table";

/** A type written out, so that editors show its properties and not how they came about. */
export type Written<Type> = { [Name in keyof Type]: Type[Name] };

/** Rows by column: what a function gets of a batch. */
export type Batch<Row extends object> = { [Name in keyof Row]: Row[Name][] };

/** Rows with some columns renamed. */
export type RenamedRow<Row extends object, Names> = {
  [Name in keyof Row as Name extends keyof Names ? Names[Name] & string : Name]: Row[Name];
};

/** Rows with new or replaced columns. */
export type MergedRow<Row extends object, New, Removed extends PropertyKey = never> = Written<
  Omit<Row, Removed | keyof New> & New
>;

type IsAny<Type> = 0 extends 1 & Type ? true : false;

type ItemOf<List> = List extends ArrayLike<infer Item> ? Item : never;

/** What a function returned, as the columns of one row. */
type Returned<Result, Batched> = Batched extends true ? { [Name in keyof Result]: ItemOf<Result[Name]> } : Result;

/** The rows of a mapped dataset. A function that returns nothing leaves them as they are. */
export type MappedRow<Row extends object, Result, Removed, Batched> =
  IsAny<Result> extends true
    ? Row
    : [Extract<Result, object>] extends [never]
      ? Row
      : MergedRow<Row, Returned<Extract<Result, object>, Batched>, Removed & PropertyKey>;

/** The row or batch that a function gets, or the columns that it asked for. */
type Inputs<Row extends object, Batched, Columns extends readonly (keyof Row & string)[]> = [] extends Columns
  ? [input: Batched extends true ? Batch<Row> : Row]
  : { [Position in keyof Columns]: Batched extends true ? Row[Columns[Position]][] : Row[Columns[Position]] };

/** What a function gets: its inputs, with `withIndices` the row's place or the places of the batch's rows, and `fnKwargs`. */
export type FunctionInputs<
  Row extends object,
  Batched,
  Indexed,
  Columns extends readonly (keyof Row & string)[],
  Kwargs,
> = [
  ...inputs: Inputs<Row, Batched, Columns>,
  ...index: Indexed extends true ? [index: Batched extends true ? number[] : number] : [],
  ...kwargs: [Kwargs] extends [never] ? [] : [kwargs: Kwargs],
];

/**
 * A kind of dataset, whatever its rows: `dataset` is its type for rows of the type `row`.
 *
 * A DatasetDict cannot import Dataset, which makes one in `trainTestSplit`; so each split brings its own kind.
 */
export interface RowKind {
  readonly row: object;
  readonly dataset: unknown;
}

/** A dataset that says of which kind it is. */
export interface OfKind {
  /** For the compiler only: there is no such property at run time. */
  readonly rowKind: RowKind;
}

/** A dataset of any rows. `Dataset<object>` would not do: it has no columns, and so takes no dataset that has some. */
export interface AnyDataset extends OfKind {
  at(index: number): object;
  readonly table: Table;
}

/** The rows of a dataset. */
export type RowIn<Split> = Split extends { at(index: number): infer Row extends object } ? Row : never;

/** The same kind of dataset with other rows. */
export type WithRow<Split extends OfKind, Row extends object> = (Split["rowKind"] & { readonly row: Row })["dataset"];
