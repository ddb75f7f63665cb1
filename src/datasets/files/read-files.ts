/** @file Files of any format into columns, split by split. */
import { readArrowFile } from "../arrow-file";
import { castedColumn } from "../cast-column";
import { type Columns, checkFeatures, readCells } from "../cells/read-cells";
import type { Column } from "../column";
import { DatasetError } from "../dataset-error";
import { type Feature, featureText, sameFeature } from "../feature";
import { joinColumns } from "../join-columns";
import { readField } from "../json/read-field";
import { parquetBatches } from "../parquet/read-parquet";
import { type InputFile, inputFile } from "./input-file";
import { loadProgress } from "./load-progress";
import { cellFormat, checkedDialect, type FileFormat, type ReadOptions } from "./read-options";

const EMPTY_HINT = "Was it written to its end?";

/** Reads each split's files, one after the other. */
export async function readFiles(
  format: FileFormat,
  splits: ReadonlyMap<string, readonly string[]>,
  options: ReadOptions,
): Promise<Map<string, Columns>> {
  const dialect = checkedDialect(format, options);
  const cells = cellFormat(format, options, dialect);
  const { field } = options;
  if (cells !== undefined && field === undefined) return await readCells(splits, cells, dialect.features);
  const read = new Map<string, Columns>();
  for (const [split, paths] of splits) {
    const files: InputFile[] = [];
    for (const path of paths) files.push(await inputFile(path, EMPTY_HINT));
    const progress = loadProgress(
      `Reading ${files.length === 1 ? files[0]?.path : `${files.length} files`}`,
      files.reduce((sum, { bytes }) => sum + bytes, 0),
    );
    const parts: { path: string; columns: Columns }[] = [];
    let bytes = 0;
    try {
      for (const file of files) {
        const { path } = file;
        if (field !== undefined) parts.push({ path, columns: await readField(file, field, dialect.features) });
        else if (format === "arrow") parts.push({ path, columns: await readArrowFile(file.absolute) });
        else {
          await parquetBatches(file, (columns) => {
            parts.push({ path, columns });
          });
        }
        bytes += file.bytes;
        progress.to(bytes);
      }
    } finally {
      progress.finish();
    }
    read.set(split, joined(parts, dialect.features));
  }
  return read;
}

function joined(parts: readonly { path: string; columns: Columns }[], features: ReadonlyMap<string, Feature>): Columns {
  const [first, ...others] = parts;
  const names = [...(first?.columns.keys() ?? [])];
  checkFeatures(features, names);
  for (const { path, columns } of others) {
    const other = [...columns].find(([name, column]) => {
      const own = first?.columns.get(name);
      return own === undefined || !sameFeature(own.feature, column.feature);
    });
    const column = other?.[0] ?? names.find((name) => !columns.has(name));
    if (column === undefined) continue;
    const [here, there] = [columns.get(column), first?.columns.get(column)].map((found) =>
      found === undefined ? "missing" : featureText(found.feature),
    );
    throw new DatasetError(
      "different-columns",
      `Column \`${column}\` is ${here} in \`${path}\`, but ${there} in \`${first?.path}\`.`,
      { path, column, hint: "Load files with other columns by another call of `loadDataset`." },
    );
  }
  return new Map(
    names.map((name) => {
      const column: Column = joinColumns(parts.flatMap(({ columns }) => columns.get(name) ?? []));
      const feature = features.get(name);
      return [name, feature === undefined ? column : castedColumn(name, column, undefined, feature)];
    }),
  );
}
