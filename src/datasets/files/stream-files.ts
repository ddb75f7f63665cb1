/** @file Files of any format as batches of columns, one after the other, of which only one is in memory. */
import { readArrowFile } from "../arrow-file";
import { castedColumn } from "../cast-column";
import { CellTable } from "../cells/cell-table";
import { type CellFormat, type Columns, checkFeatures, wrongType } from "../cells/read-cells";
import type { Column } from "../column";
import { DatasetError } from "../dataset-error";
import type { Feature } from "../feature";
import { readField } from "../json/read-field";
import { parquetBatches } from "../parquet/read-parquet";
import { type InputFile, inputFile } from "./input-file";
import { pulled } from "./pulled";
import { cellFormat, checkedDialect, type FileFormat, type ReadOptions } from "./read-options";

const EMPTY_HINT = "Was it written to its end?";

/**
 * The files' rows in batches. In text formats, types that are not given are those of the first batch.
 *
 * A value that does not fit them is a DatasetError with its row.
 */
export async function* streamFiles(
  format: FileFormat,
  paths: readonly string[],
  options: ReadOptions,
): AsyncGenerator<Columns> {
  const dialect = checkedDialect(format, options);
  const cells = cellFormat(format, options, dialect);
  const { field } = options;
  if (cells !== undefined && field === undefined) {
    yield* streamCells(paths, cells, dialect.features);
    return;
  }
  for (const path of paths) {
    const file = await inputFile(path, EMPTY_HINT);
    for await (const columns of batchesOf(format, file, field, dialect.features)) {
      checkFeatures(dialect.features, [...columns.keys()]);
      yield new Map([...columns].map(([name, column]) => [name, withGivenType(name, column, dialect.features)]));
    }
  }
}

async function* batchesOf(
  format: FileFormat,
  file: InputFile,
  field: string | undefined,
  features: ReadonlyMap<string, Feature>,
): AsyncGenerator<Columns> {
  if (field !== undefined) yield await readField(file, field, features);
  else if (format === "arrow") yield await readArrowFile(file.absolute);
  else yield* pulled<Columns>((take) => parquetBatches(file, take, "stream"));
}

function withGivenType(name: string, column: Column, features: ReadonlyMap<string, Feature>): Column {
  const feature = features.get(name);
  return feature === undefined ? column : castedColumn(name, column, undefined, feature);
}

async function* streamCells<File extends InputFile>(
  paths: readonly string[],
  format: CellFormat<File>,
  given: ReadonlyMap<string, Feature>,
): AsyncGenerator<Columns> {
  const files: File[] = [];
  for (const path of paths) files.push(await format.inspect(path));
  const types = new Map<string, Feature>();
  for (const file of files) {
    const reader = await format.open(file);
    try {
      const table = new CellTable();
      for (const name of format.columnsOf(files)) table.column(name);
      let rowsBefore = 0;
      while (await reader.next(table)) {
        if (table.rows === 0) continue;
        const isFirst = types.size === 0;
        if (isFirst) checkFeatures(given, [...table.stores.keys()]);
        yield drained(table, format, given, types, { path: file.path, firstRow: -rowsBefore });
        rowsBefore += table.rows;
        table.rows = 0;
      }
    } finally {
      await reader.close();
    }
  }
}

/** The table's rows as columns; the table is empty afterwards. */
function drained<File extends InputFile>(
  table: CellTable,
  format: CellFormat<File>,
  given: ReadonlyMap<string, Feature>,
  types: Map<string, Feature>,
  part: { path: string; firstRow: number },
): Columns {
  const isFirst = types.size === 0;
  const columns = new Map<string, Column>();
  const names = new Set([...types.keys(), ...table.stores.keys()]);
  for (const name of names) {
    const store = table.column(name);
    store.padTo(table.rows);
    const chunks = store.take();
    let feature = types.get(name);
    if (feature === undefined) {
      if (!isFirst) throw lateColumn(name, part);
      feature = given.get(name) ?? format.infer(name, store.kinds, chunks);
      types.set(name, feature);
    }
    const column = format.cast(name, chunks, store.kinds, feature);
    if ("text" in column) throw wrongType(name, column, feature, [part]);
    columns.set(name, column);
  }
  return columns;
}

function lateColumn(column: string, { path, firstRow }: { path: string; firstRow: number }): DatasetError {
  return new DatasetError(
    "unknown-column",
    `Column \`${column}\` of \`${path}\` first comes after row ${-firstRow}, when the columns are already known.`,
    { path, column, hint: "Load the file without `streaming`, or write the column into its first rows too." },
  );
}
