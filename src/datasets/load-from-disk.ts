/** @file `loadFromDisk`: what `saveToDisk`, here or in Python, has saved. */
import { Dataset } from "./dataset";
import { DatasetDict } from "./dataset-dict";
import { readSavedFolder } from "./read-saved-folder";

/**
 * Opens a folder that `saveToDisk` or Python's `save_to_disk` has written.
 *
 * Python: `datasets.load_from_disk`. A saved DatasetDict gives a DatasetDict. What is wrong with the folder is a DatasetError that names
 * the file. The rows are read into memory.
 *
 * @example
 * ```ts
 * await essays.saveToDisk("essays-saved");
 * const again = await loadFromDisk("essays-saved");
 * ```
 */
export async function loadFromDisk<Row extends object = Record<string, unknown>>(
  folder: string,
): Promise<Dataset<Row> | DatasetDict<Readonly<Record<string, Dataset<Row>>>>> {
  const saved = await readSavedFolder("loadFromDisk", folder);
  if (saved.kind === "dataset") return new Dataset<Row>(saved.table.columns, saved.table.indices);
  const splits = [...saved.tables].map(
    ([name, table]) => [name, new Dataset<Row>(table.columns, table.indices)] as const,
  );
  return new DatasetDict(Object.fromEntries(splits));
}
