/** @file The tags by which a cell says how it wants to be run. */
import type { Cell } from "../format/types";

/** Whether a cell has a tag. */
export function hasTag(cell: Cell, tag: string): boolean {
  return Array.isArray(cell.metadata.tags) && cell.metadata.tags.includes(tag);
}
