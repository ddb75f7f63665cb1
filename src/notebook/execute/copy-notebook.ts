/** @file Copies of what a run changes; everything else is shared, so that it is written back as it was read. */
import { copyObject } from "../format/json-numbers";
import type { Cell, CodeCell, Notebook } from "../format/types";

/** A notebook whose code cells and metadata may be changed without changing the original. */
export function copyForRun(notebook: Notebook): Notebook {
  const copy = copyObject(notebook);
  copy.metadata = copyObject(notebook.metadata);
  copy.cells = notebook.cells.map((cell): Cell => (cell.cell_type === "code" ? copyCodeCell(cell) : cell));
  return copy;
}

/** A code cell whose outputs, count and metadata may be changed. */
export function copyCodeCell(cell: CodeCell): CodeCell {
  const copy = copyObject(cell);
  copy.metadata = copyObject(cell.metadata);
  copy.outputs = [...cell.outputs];
  return copy;
}
