/** @file Ids for cells that lack one or share it with another: the same file always gets the same ids. */
import { createHash } from "node:crypto";
import type { Cell } from "./types";

/**
 * Gives, in place, an id to each cell that has none, and a new one to each cell whose id an earlier cell has.
 *
 * An id is eight hexadecimal digits made from the cell's position and source, so that two runs over one notebook write
 * the same file.
 */
export function completeCellIds(cells: readonly Cell[]): void {
  const taken = new Set<string>();
  for (const cell of cells) if (cell.id !== undefined) taken.add(cell.id);
  const seen = new Set<string>();
  for (const [position, cell] of cells.entries()) {
    if (cell.id === undefined || seen.has(cell.id)) cell.id = cellId(cell, position, taken);
    seen.add(cell.id);
    taken.add(cell.id);
  }
}

/** A new id for a cell at a position that is none of those taken. */
export function cellId(cell: Cell, position: number, taken: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt++) {
    const key = JSON.stringify([position, cell.cell_type, cell.source, attempt]);
    const id = createHash("sha256").update(key).digest("hex").slice(0, 8);
    if (!taken.has(id)) return id;
  }
}
