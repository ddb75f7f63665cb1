import type { Cell, Notebook } from "../../../src/notebook/format/types";

/** A notebook of code cells (plain texts) and other cells, for tests. */
export function notebookOf(...cells: (string | Cell)[]): Notebook {
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: { name: "tslab", display_name: "TypeScript" } },
    cells: cells.map((cell) => (typeof cell === "string" ? code(cell) : cell)),
  };
}

/** A code cell with tags. */
export function code(source: string, ...tags: string[]): Cell {
  const metadata = tags.length === 0 ? {} : { tags };
  return { cell_type: "code", metadata, source, outputs: [], execution_count: null };
}

/** A Markdown cell. */
export function markdown(source: string): Cell {
  return { cell_type: "markdown", metadata: {}, source };
}
