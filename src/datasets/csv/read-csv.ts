/** @file CSV files into Arrow columns, read by DuckDB. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { describeValue } from "../../core/errors";
import { listNames } from "../../core/suggest";
import type { ArrowColumn } from "../arrow-column";
import { DatasetError } from "../dataset-error";
import { ArrowCollector, transferExpression, withDuckDB } from "../duckdb";
import { Value } from "../value";
import { type CsvSource, columnAlias, csvSource } from "./csv-source";
import { checkedCast, inferredCast, typeOfKinds } from "./infer-types";
import { type CsvFile, openCsv } from "./open-csv";
import type { Dialect } from "./options";

/** Columns by name, all of one length. */
export type Columns = ReadonlyMap<string, ArrowColumn>;

/**
 * Reads each split's files, one after the other, in the order of their rows.
 *
 * All files must have the same columns; a column has one type in all of them.
 */
export async function readCsv(
  splits: ReadonlyMap<string, readonly string[]>,
  dialect: Dialect,
): Promise<Map<string, Columns>> {
  const opened: { split: string; file: CsvFile }[] = [];
  for (const [split, paths] of splits) {
    for (const path of paths) opened.push({ split, file: await openCsv(path, dialect) });
  }
  const names = commonNames(opened.map(({ file }) => file));
  for (const name of dialect.features.keys()) {
    if (names.includes(name)) continue;
    throw new DatasetError("unknown-column", `\`features\` names a column \`${name}\` that the data does not have.`, {
      column: name,
      hint: listNames("columns", name, names),
    });
  }
  return await withDuckDB(async (connection) => {
    const sources: { split: string; source: CsvSource }[] = [];
    for (const { split, file } of opened) sources.push({ split, source: await csvSource(connection, file, dialect) });
    const features = names.map((name, position) => {
      const kinds = sources.reduce((bits, { source }) => bits | (source.kinds[position] ?? 0), 0);
      return dialect.features.get(name) ?? new Value(typeOfKinds(kinds));
    });
    const read = new Map<string, Columns>();
    for (const split of splits.keys()) {
      const parts = sources.filter((part) => part.split === split).map(({ source }) => source);
      checkRows(split, parts);
      const collector = new ArrowCollector(features);
      for (const source of parts) await readSource(connection, source, collector, features, dialect);
      read.set(split, new Map(collector.finish().map((column, position) => [names[position] ?? "", column])));
    }
    return read;
  });
}

async function readSource(
  connection: DuckDBConnection,
  source: CsvSource,
  collector: ArrowCollector,
  features: readonly Value[],
  dialect: Dialect,
): Promise<void> {
  const columns: string[] = [];
  for (const [position, feature] of features.entries()) {
    const text = columnAlias(position);
    const isGiven = dialect.features.has(source.file.names[position] ?? "");
    const cast = isGiven ? checkedCast(text, feature.dtype) : inferredCast(text, feature.dtype);
    if (isGiven) await checkCast(connection, source, position, cast, feature);
    columns.push(transferExpression(cast, feature));
  }
  const before = collector.rows;
  await collector.read(connection, `SELECT ${columns.join(", ")} FROM ${source.sql}`);
  if (collector.rows - before === source.rows) return;
  throw new DatasetError("file-changed", `\`${source.file.path}\` changed while it was read.`, {
    path: source.file.path,
    hint: "Load it again when nothing writes to it.",
  });
}

/** A type that the user asked for may not fit a value: the first such value is an error. */
async function checkCast(
  connection: DuckDBConnection,
  source: CsvSource,
  position: number,
  cast: string,
  feature: Value,
): Promise<void> {
  const text = columnAlias(position);
  const reader = await connection.runAndReadAll(
    `SELECT place, ${text} FROM (SELECT row_number() OVER () - 1 AS place, * FROM ${source.sql})
     WHERE ${text} IS NOT NULL AND (${cast}) IS NULL ORDER BY place LIMIT 1`,
  );
  const [found] = reader.getRows();
  if (found === undefined) return;
  const column = source.file.names[position];
  const row = Number(found[0]);
  throw new DatasetError(
    "wrong-type",
    `Column \`${column}\`, row ${row} of \`${source.file.path}\` is ${describeValue(found[1])}, which is no ${feature.dtype}.`,
    { path: source.file.path, row, column, hint: "Correct the value, or give the column another type in `features`." },
  );
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

function checkRows(split: string, parts: readonly CsvSource[]): void {
  if (parts.some(({ rows }) => rows > 0)) return;
  const paths = parts.map(({ file }) => `\`${file.path}\``).join(", ");
  throw new DatasetError(
    "no-rows",
    `There is no row for the split \`${split}\`: ${paths} has a header and nothing below.`,
    {
      path: parts[0]?.file.path,
      hint: "Add rows, or pass `header: false` if the first line is data.",
    },
  );
}
