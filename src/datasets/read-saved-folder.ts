/** @file Opening folders that Python's `save_to_disk`, or ours, has written. Everything in them is checked. */
import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import * as arrow from "apache-arrow";
import { argumentTypeError, describeValue, messageOf } from "../core/errors";
import { ArrowColumn } from "./arrow-column";
import { readArrowFile } from "./arrow-file";
import type { Column } from "./column";
import { DatasetError } from "./dataset-error";
import { type Feature, isPlainObject, sameFeature } from "./feature";
import { featuresFromJson } from "./features-json";
import { readValues } from "./read-values";
import { columnOf, makeTable, type Table } from "./table";

/** What a folder holds: one table, or one for each split. */
export type SavedFolder =
  | { readonly kind: "dataset"; readonly table: Table }
  | { readonly kind: "dict"; readonly tables: ReadonlyMap<string, Table> };

const MOST_JSON = 1 << 28;
const MOST_FILES = 100_000;

/** Reads a folder; what is wrong with it is a DatasetError that names the file. */
export async function readSavedFolder(caller: string, folder: unknown): Promise<SavedFolder> {
  if (typeof folder !== "string" || folder === "" || folder.includes("\0")) {
    throw argumentTypeError({ function: caller, parameter: "folder", rule: "be a path", value: folder });
  }
  const list = join(folder, "dataset_dict.json");
  if (existsSync(join(folder, "state.json"))) return { kind: "dataset", table: await readTable(folder) };
  if (!existsSync(list)) {
    throw new DatasetError("no-saved-dataset", `There is no saved dataset in \`${folder}\`.`, {
      path: folder,
      hint: "A saved dataset has a file state.json or dataset_dict.json. For csv, json or parquet files, call loadDataset.",
    });
  }
  const { splits } = await readJson(list);
  if (!Array.isArray(splits) || splits.length > MOST_FILES) throw broken(list, "splits", splits, "a list of names");
  const tables = new Map<string, Table>();
  for (const split of splits as unknown[]) {
    if (!isPlainName(split)) throw broken(list, "splits", split, "the name of a folder beside it");
    tables.set(split, await readTable(join(folder, split)));
  }
  return { kind: "dict", tables };
}

async function readTable(folder: string): Promise<Table> {
  const statePath = join(folder, "state.json");
  const infoPath = join(folder, "dataset_info.json");
  const state = await readJson(statePath);
  const info = await readJson(infoPath);
  const features = readFeatures(info.features, infoPath);
  const names = fileNames(state._data_files, statePath);
  if (names.length === 0) throw broken(statePath, "_data_files", [], "a list of one file or more");
  const parts: ReadonlyMap<string, Column>[] = [];
  for (const name of names) parts.push(await readArrowFile(join(folder, name), features));
  const columns = joined(parts, folder);
  const indices = state._indices_data_files;
  if (indices === undefined || indices === null) return makeTable(columns);
  const order: Uint32Array[] = [];
  const numRows = makeTable(columns).numRows;
  for (const name of fileNames(indices, statePath)) order.push(await readIndices(join(folder, name), numRows));
  return makeTable(columns, Uint32Array.from(order.flatMap((part) => [...part])));
}

function readFeatures(json: unknown, path: string): Map<string, Feature> | undefined {
  if (json === undefined || json === null) return undefined;
  try {
    return new Map(featuresFromJson(json));
  } catch (cause) {
    if (!(cause instanceof DatasetError)) throw cause;
    throw new DatasetError(cause.code, `\`${path}\`: ${cause.message}`, { path, cause, hint: cause.hint });
  }
}

/** The files' columns one below the other. */
function joined(parts: readonly ReadonlyMap<string, Column>[], folder: string): Map<string, Column> {
  const [first = new Map<string, Column>()] = parts;
  const columns = new Map<string, Column>();
  for (const [name, column] of first) {
    const chunks: arrow.Data[] = [];
    for (const part of parts) {
      const other = part.get(name);
      if (!(other instanceof ArrowColumn) || part.size !== first.size || !sameFeature(other.feature, column.feature)) {
        throw new DatasetError("different-columns", `The files in \`${folder}\` have different columns.`, {
          path: folder,
          column: name,
          hint: "Save the dataset again with the program that wrote it.",
        });
      }
      chunks.push(...other.vector.data);
    }
    columns.set(name, new ArrowColumn(new arrow.Vector(chunks), column.feature));
  }
  return columns;
}

/** An order of rows, as earlier versions of Python's `datasets` saved it beside the data. */
async function readIndices(path: string, numRows: number): Promise<Uint32Array> {
  const table = makeTable(await readArrowFile(path));
  const values = readValues(columnOf(table, "indices"), undefined, 0, table.numRows);
  return Uint32Array.from(values, (value, row) => {
    const place = Number(value);
    if (value !== null && Number.isInteger(place) && place >= 0 && place < numRows) return place;
    throw new DatasetError(
      "broken-arrow-file",
      `\`${path}\`, row ${row}: ${describeValue(value)} is no row of the ${numRows} that there are.`,
      {
        path,
        row,
        hint: "Save the dataset again with the program that wrote it.",
      },
    );
  });
}

function fileNames(files: unknown, path: string): string[] {
  if (!Array.isArray(files) || files.length > MOST_FILES) throw broken(path, "_data_files", files, "a list of files");
  return files.map((file: unknown) => {
    const name = isPlainObject(file) ? file.filename : undefined;
    if (isPlainName(name)) return name;
    throw broken(path, "_data_files", name, "the name of a file beside it");
  });
}

/** A name without a way to another folder in it. */
function isPlainName(name: unknown): name is string {
  if (typeof name !== "string" || name === "" || name.length > 255) return false;
  return name === basename(name) && !/[\\/:\0]/.test(name) && name !== "." && name !== "..";
}

async function readJson(path: string): Promise<Record<string, unknown>> {
  let json: unknown;
  try {
    const { size } = await stat(path);
    if (size > MOST_JSON) throw new RangeError(`it has ${size} bytes`);
    json = JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    throw new DatasetError("broken-saved-dataset", `\`${path}\` cannot be read: ${messageOf(cause)}`, {
      path,
      cause,
      hint: "The folder is not complete. Save the dataset again with the program that wrote it.",
    });
  }
  if (isPlainObject(json)) return json;
  throw broken(path, "the file", json, "an object");
}

function broken(path: string, field: string, value: unknown, expected: string): DatasetError {
  return new DatasetError(
    "broken-saved-dataset",
    `\`${path}\`: ${field} is ${describeValue(value)}, not ${expected}.`,
    {
      path,
      hint: "Save the dataset again with the program that wrote it.",
    },
  );
}
