/** @file CSV as a format of cells: the readers and the rules for types together. */

import { castedColumn } from "../cast-column";
import type { CellChunk } from "../cells/cell-store";
import type { CellReader } from "../cells/cell-table";
import { columnOfCells } from "../cells/cells-to-column";
import { type BadCellAt, type CellFormat, castCells } from "../cells/read-cells";
import type { Column } from "../column";
import { DatasetError } from "../dataset-error";
import type { Feature } from "../feature";
import { Value } from "../value";
import { CsvReader } from "./csv-reader";
import { typeOfKinds } from "./infer-types";
import { type CsvFile, openCsv } from "./open-csv";
import type { Dialect } from "./options";

/** The format for files of this dialect. All files must have the same columns. */
export function csvFormat(dialect: Dialect): CellFormat<CsvFile> {
  return {
    inspect: (path: string): Promise<CsvFile> => openCsv(path, dialect),
    open: (file: CsvFile): Promise<CellReader> => CsvReader.open(file, dialect),
    columnsOf: commonNames,
    infer: (_name: string, kinds: number): Feature => new Value(typeOfKinds(kinds)),
    cast: (name: string, chunks: readonly CellChunk[], kinds: number, feature: Feature): Column | BadCellAt =>
      castCells(chunks, feature) ?? otherType(name, chunks, kinds, feature),
    emptyHint: "Add rows below the header, or pass `header: false` if the first line is data.",
  };
}

/** Types that no text stands for by itself: the values by the rules of CSV, and those values as the type. */
function otherType(name: string, chunks: readonly CellChunk[], kinds: number, feature: Feature): Column | BadCellAt {
  const column = columnOfCells(chunks, typeOfKinds(kinds));
  if ("text" in column) return column;
  return castedColumn(name, column, undefined, feature);
}

function commonNames(files: readonly CsvFile[]): readonly string[] {
  const [first, ...others] = files;
  for (const file of others) {
    if (file.names.length === first?.names.length && file.names.every((name, index) => name === first.names[index]))
      continue;
    const column = file.names.find((name, index) => name !== first?.names[index]);
    throw new DatasetError(
      "different-columns",
      `\`${file.path}\` has the columns ${file.names.join(", ")}, but \`${first?.path}\` has ${first?.names.join(", ")}.`,
      { path: file.path, column, hint: "Load files with other columns by another call of `loadDataset`." },
    );
  }
  return first?.names ?? [];
}
