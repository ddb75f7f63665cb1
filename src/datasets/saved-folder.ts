/** @file Folders as Python's `save_to_disk` writes them: a dataset, or a folder for each split. */
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { argumentRangeError, argumentTypeError, messageOf } from "../core/errors";
import { parseBytes } from "../core/parse-bytes";
import { Progress } from "../core/progress";
import { ArrowColumn } from "./arrow-column";
import { writeArrowStream } from "./arrow-file";
import { DatasetError } from "./dataset-error";
import { featureToJson } from "./features-json";
import type { Table } from "./table";
import { ViewColumn } from "./view-column";

/** Options of `saveToDisk`. */
export interface SaveOptions {
  /**
   * The most bytes that a file should have: a number, or a text such as `"50MB"` or `"2GiB"`.
   * @default "500MB"
   */
  maxShardSize?: number | string;
  /** How many files to write; for a DatasetDict, of each split. */
  numShards?: number;
}

/** Names that say that a folder is a saved dataset, and may be replaced by another one. */
const MARKS = ["state.json", "dataset_dict.json"];

/** Writes one table, or several by the names of their splits, into a folder; it is there whole or as it was before. */
export async function saveFolder(
  caller: string,
  folder: unknown,
  tables: Table | ReadonlyMap<string, Table>,
  options: SaveOptions,
): Promise<void> {
  if (typeof folder !== "string" || folder === "" || folder.includes("\0")) {
    throw argumentTypeError({ function: caller, parameter: "folder", rule: "be a path", value: folder });
  }
  const shardsOf = shardCounter(caller, options);
  const target = resolve(folder);
  await checkTarget(target);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.${randomBytes(4).toString("hex")}.tmp`);
  const total = tables instanceof Map ? [...tables.values()].reduce((sum, { numRows }) => sum + numRows, 0) : undefined;
  const progress = new Progress({ label: `Saving ${folder}`, total: total ?? (tables as Table).numRows, unit: "rows" });
  const advance = (rows: number): void => progress.advance(rows);
  try {
    await mkdir(temporary, { recursive: true });
    if (tables instanceof Map) {
      for (const [split, table] of tables as ReadonlyMap<string, Table>) {
        checkSplitName(caller, split);
        await writeTable(join(temporary, split), table, { split, shards: shardsOf(table), advance });
      }
      await writeFile(join(temporary, "dataset_dict.json"), JSON.stringify({ splits: [...tables.keys()] }));
    } else {
      const table = tables as Table;
      await writeTable(temporary, table, { split: null, shards: shardsOf(table), advance });
    }
    await moveIntoPlace(temporary, target);
    progress.finish();
  } catch (cause) {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
    if (cause instanceof Error && !("syscall" in cause)) throw cause;
    throw new DatasetError("cannot-write", `The dataset cannot be saved to \`${folder}\`: ${messageOf(cause)}`, {
      path: folder,
      cause,
      hint: "What was there before is unchanged. Check the path, its permissions and the free space.",
    });
  }
}

async function writeTable(
  folder: string,
  table: Table,
  options: { split: string | null; shards: number; advance: (rows: number) => void },
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { shards } = options;
  const names: string[] = [];
  const most = Math.floor(table.numRows / shards);
  const longer = table.numRows % shards;
  for (let shard = 0; shard < shards; shard++) {
    const number = (value: number): string => String(value).padStart(5, "0");
    const name = `data-${number(shard)}-of-${number(shards)}.arrow`;
    // As Python cuts them: the first ones have the rows that do not share out.
    const start = most * shard + Math.min(shard, longer);
    const end = start + most + (shard < longer ? 1 : 0);
    const file = await open(join(folder, name), "wx");
    try {
      await writeArrowStream(file, table, { start, end }, options.advance);
      await file.sync();
    } finally {
      await file.close();
    }
    names.push(name);
  }
  const features = Object.fromEntries([...table.columns].map(([name, column]) => [name, column.feature]));
  const info = { citation: "", description: "", features: featureToJson(features), homepage: "", license: "" };
  const state = {
    _data_files: names.map((filename) => ({ filename })),
    _fingerprint: randomBytes(8).toString("hex"),
    _format_columns: null,
    _format_kwargs: {},
    _format_type: null,
    _output_all_columns: false,
    _split: options.split,
  };
  await writeFile(join(folder, "dataset_info.json"), JSON.stringify(info, null, 2));
  await writeFile(join(folder, "state.json"), JSON.stringify(state, null, 2));
}

function shardCounter(caller: string, options: SaveOptions): (table: Table) => number {
  const { numShards, maxShardSize } = options;
  if (numShards !== undefined) {
    if (maxShardSize !== undefined) {
      const rule = "be left out where there is `numShards`";
      throw argumentTypeError({ function: caller, parameter: "maxShardSize", rule, value: maxShardSize });
    }
    if (!Number.isInteger(numShards) || numShards < 1 || numShards > 99_999) {
      const rule = "be a whole number from 1 to 99999";
      throw argumentRangeError({ function: caller, parameter: "numShards", rule, value: numShards });
    }
    return () => numShards;
  }
  const bytes = sizeInBytes(caller, maxShardSize ?? "500MB");
  return (table) => Math.max(1, Math.min(table.numRows, Math.floor(tableBytes(table) / bytes) + 1, 99_999));
}

function sizeInBytes(caller: string, size: unknown): number {
  const bytes = typeof size === "number" || typeof size === "string" ? parseBytes(size) : undefined;
  if (bytes !== undefined) return bytes;
  throw argumentTypeError({
    function: caller,
    parameter: "maxShardSize",
    rule: 'be a number of bytes or a text such as "500MB"',
    value: size,
  });
}

/** About how many bytes the rows take. */
function tableBytes(table: Table): number {
  let bytes = 0;
  for (const column of table.columns.values()) {
    const base = column instanceof ViewColumn ? column.base : column;
    const perRow = base instanceof ArrowColumn ? base.vector.byteLength / Math.max(1, base.length) : 64;
    bytes += perRow * table.numRows;
  }
  return bytes;
}

function checkSplitName(caller: string, split: string): void {
  if (/^\w+(?:[.-]\w+)*$/.test(split)) return;
  const rule = "have names of letters, digits, `_`, `.` and `-`, since a folder is called after each";
  throw argumentRangeError({ function: caller, parameter: "splits", rule, value: split });
}

/** A folder with something else in it is not replaced. */
async function checkTarget(target: string): Promise<void> {
  if (!existsSync(target)) return;
  let names: string[];
  try {
    names = await readdir(target);
  } catch (cause) {
    throw new DatasetError("cannot-write", `\`${target}\` is there already and is no folder.`, {
      path: target,
      cause,
      hint: "Choose another name.",
    });
  }
  if (names.length === 0 || MARKS.some((mark) => names.includes(mark))) return;
  throw new DatasetError("folder-in-use", `The folder \`${target}\` holds something else than a saved dataset.`, {
    path: target,
    hint: "Choose a new folder, or empty this one.",
  });
}

async function moveIntoPlace(temporary: string, target: string): Promise<void> {
  const old = `${temporary}.old`;
  const isThere = existsSync(target);
  if (isThere) await rename(target, old);
  try {
    await rename(temporary, target);
  } catch (error) {
    if (isThere) await rename(old, target);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}
