/** @file Writes a notebook as Jupyter does, so that version control sees only what changed. */
import { writeFileAtomic } from "../../core/atomic-write";
import { cellId } from "./cell-ids";
import { copyObject } from "./json-numbers";
import { writeJson } from "./json-writer";
import { cellToFile, without } from "./multiline";
import type { Notebook } from "./types";

/**
 * The text of the file that Jupyter would write for this notebook, with a final line end.
 *
 * A cell of a 4.5 notebook that lacks an id is written with one. Nothing is checked: what was computed must not be lost
 * because a kernel sent an odd output.
 *
 * Python: `nbformat.writes(notebook)`
 */
export function serializeNotebook(notebook: Notebook): string {
  const file: Record<string, unknown> = copyObject(notebook);
  file.metadata = without(notebook.metadata, ["orig_nbformat", "orig_nbformat_minor", "signature"]);
  const taken = new Set(notebook.cells.flatMap((cell) => cell.id ?? []));
  file.cells = notebook.cells.map((cell, position) => {
    const written = cellToFile(cell);
    if (notebook.nbformat_minor >= 5 && cell.id === undefined) {
      const id = cellId(cell, position, taken);
      taken.add(id);
      written.id = id;
    }
    return written;
  });
  return `${writeJson(file)}\n`;
}

/** Writes the notebook to `path` so that readers see the old file or the new one, never a part. */
export async function writeNotebook(path: string, notebook: Notebook): Promise<void> {
  await writeFileAtomic(path, serializeNotebook(notebook));
}
