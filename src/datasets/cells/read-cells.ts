/** @file Files of text into columns: all cells first, then the type that fits all of them. */
import { describeValue } from "../../core/errors";
import { listNames } from "../../core/suggest";
import type { Column } from "../column";
import { DatasetError } from "../dataset-error";
import { dtypeOf, type Feature } from "../feature";
import type { InputFile } from "../files/input-file";
import { loadProgress } from "../files/load-progress";
import type { CellChunk } from "./cell-store";
import { type CellReader, CellTable } from "./cell-table";
import { columnOfCells, isCellType } from "./cells-to-column";

/** Columns by name, all of one length. */
export type Columns = ReadonlyMap<string, Column>;

/** A format of text files: how a file's cells are read, and what types they have. */
export interface CellFormat<File extends InputFile = InputFile> {
  /** Looks at a file; everything that cannot be of this format is a DatasetError. */
  inspect(path: string): Promise<File>;
  /** Opens it at its first row. */
  open(file: File): Promise<CellReader>;
  /** Columns that are there before any row is read. */
  columnsOf(files: readonly File[]): readonly string[];
  /** The type of cells of these kinds. */
  infer(name: string, kinds: number, chunks: readonly CellChunk[]): Feature;
  /** The column of cells in a type; or the first cell that does not fit. */
  cast(name: string, chunks: readonly CellChunk[], kinds: number, feature: Feature): Column | BadCellAt;
  /** What to do where there is no row at all. */
  emptyHint: string;
}

/** A cell that does not fit its column. */
export interface BadCellAt {
  /** The row among the cells. */
  row: number;
  /** What stands there. */
  text: string;
}

/** Where the rows of one file begin. */
interface Part {
  path: string;
  firstRow: number;
}

/** Reads each split's files, one after the other. A column has one type in all of them. */
export async function readCells<File extends InputFile>(
  splits: ReadonlyMap<string, readonly string[]>,
  format: CellFormat<File>,
  features: ReadonlyMap<string, Feature>,
): Promise<Map<string, Columns>> {
  const opened: { split: string; file: File }[] = [];
  for (const [split, paths] of splits)
    for (const path of paths) opened.push({ split, file: await format.inspect(path) });
  const names = format.columnsOf(opened.map(({ file }) => file));
  const total = opened.reduce((sum, { file }) => sum + file.bytes, 0);
  const progress = loadProgress(
    `Reading ${opened.length === 1 ? opened[0]?.file.path : `${opened.length} files`}`,
    total,
  );
  const tables = new Map<string, { table: CellTable; parts: Part[] }>();
  let bytesBefore = 0;
  try {
    for (const split of splits.keys()) {
      const table = new CellTable();
      for (const name of names) table.column(name);
      const parts: Part[] = [];
      for (const { file } of opened.filter((candidate) => candidate.split === split)) {
        parts.push({ path: file.path, firstRow: table.rows });
        const reader = await format.open(file);
        try {
          while (await reader.next(table)) progress.to(bytesBefore + reader.bytesRead);
        } finally {
          await reader.close();
        }
        bytesBefore += file.bytes;
      }
      if (table.rows === 0) throw noRows(split, parts, format.emptyHint);
      tables.set(split, { table, parts });
    }
  } finally {
    progress.finish();
  }
  return finished(tables, format, features);
}

function finished<File extends InputFile>(
  tables: ReadonlyMap<string, { table: CellTable; parts: readonly Part[] }>,
  format: CellFormat<File>,
  features: ReadonlyMap<string, Feature>,
): Map<string, Columns> {
  // A column is the same in every split, so that the splits can be put together again.
  const kinds = new Map<string, number>();
  for (const { table } of tables.values()) {
    for (const [name, store] of table.stores) kinds.set(name, (kinds.get(name) ?? 0) | store.kinds);
  }
  checkFeatures(features, [...kinds.keys()]);
  const read = new Map<string, Map<string, Column>>();
  for (const split of tables.keys()) read.set(split, new Map());
  for (const [name, kind] of kinds) {
    const chunks = new Map<string, CellChunk[]>();
    for (const [split, { table }] of tables) {
      const store = table.column(name);
      store.padTo(table.rows);
      chunks.set(split, store.take());
    }
    const given = features.get(name);
    const feature = given ?? format.infer(name, kind, [...chunks.values()].flat());
    for (const [split, { parts }] of tables) {
      const column = format.cast(name, chunks.get(split) ?? [], kind, feature);
      if ("text" in column) throw wrongType(name, column, feature, parts);
      read.get(split)?.set(name, column);
    }
  }
  return read;
}

/** The column of cells in a type that can be made from text; undefined for other types. */
export function castCells(chunks: readonly CellChunk[], feature: Feature): Column | BadCellAt | undefined {
  const dtype = dtypeOf(feature);
  return dtype !== undefined && isCellType(dtype) ? columnOfCells(chunks, dtype, feature) : undefined;
}

/** A name in `features` that no column has is an error. */
export function checkFeatures(features: ReadonlyMap<string, Feature>, names: readonly string[]): void {
  for (const name of features.keys()) {
    if (names.includes(name)) continue;
    throw new DatasetError("unknown-column", `\`features\` names a column \`${name}\` that the data does not have.`, {
      column: name,
      hint: listNames("columns", name, names),
    });
  }
}

/** The error of a cell that does not fit, with its place in its own file. */
export function wrongType(
  column: string,
  bad: BadCellAt,
  feature: Feature | undefined,
  parts: readonly Part[],
): DatasetError {
  const part = [...parts].reverse().find(({ firstRow }) => firstRow <= bad.row);
  const row = bad.row - (part?.firstRow ?? 0);
  const type =
    feature === undefined ? "value of the column's type" : (dtypeOf(feature) ?? "value of the column's type");
  return new DatasetError(
    "wrong-type",
    `Column \`${column}\`, row ${row} of \`${part?.path}\` is ${describeValue(bad.text)}, which is no ${type}.`,
    { path: part?.path, row, column, hint: "Correct the value, or give the column another type in `features`." },
  );
}

function noRows(split: string, parts: readonly Part[], hint: string): DatasetError {
  const paths = parts.map(({ path }) => `\`${path}\``).join(", ");
  return new DatasetError("no-rows", `There is no row for the split \`${split}\` in ${paths}.`, {
    path: parts[0]?.path,
    hint,
  });
}
