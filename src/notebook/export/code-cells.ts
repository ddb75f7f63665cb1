/** @file Which cells of a notebook are code that a script runs, and their syntax trees. */
import type { Cell, CodeCell, Notebook } from "../format/types";
import { NotebookError } from "../notebook-error";
import { INJECTED_TAG } from "../parameters/inject-parameters";
import { type CellPlace, type ParsedCell, parseCell } from "../parse-cell";

/** A cell whose code runs. */
export interface RunningCell extends ParsedCell {
  place: CellPlace;
  /** Whether the notebook expects it to throw. */
  outcome: "passes" | "raises";
}

const SKIPPED: ReadonlySet<string> = new Set(["skip-execution", "skip-export", INJECTED_TAG]);

/** The code cells that run, by their position in the notebook. */
export function runningCells(notebook: Notebook, path: string): Map<number, RunningCell> {
  const running = new Map<number, RunningCell>();
  for (const [index, cell] of notebook.cells.entries()) {
    if (!isRunning(cell)) continue;
    const place = { notebook: path, cell: index };
    const parsed = parseCell(scriptSource(cell.source), place);
    refuseKernelModes(parsed, place);
    const outcome = cell.metadata.tags?.includes("raises-exception") === true ? "raises" : "passes";
    running.set(index, { ...parsed, place, outcome });
  }
  return running;
}

/** A cell's source with the line ends of a script, and with IPython's magics as comments. */
export function scriptSource(source: string): string {
  const lines = source.split(/\r\n?|\n/);
  const firstLine = lines.findIndex((line) => line.trim() !== "" && !/^\s*%/.test(line));
  const isMagic = (index: number): boolean =>
    (firstLine === -1 || index < firstLine) && /^\s*%/.test(lines[index] ?? "");
  return lines.map((line, index) => (isMagic(index) ? `// magic: ${line.trim()}` : line)).join("\n");
}

function isRunning(cell: Cell): cell is CodeCell {
  if (cell.cell_type !== "code" || cell.metadata.tags?.some((tag) => SKIPPED.has(tag)) === true) return false;
  // A magic of two percent signs gives its whole cell to another language.
  return !/^\s*%%/.test(cell.source);
}

/** tslab reads a mode from the first comment: such a cell is a module of its own, or runs in a browser. */
function refuseKernelModes(cell: ParsedCell, place: CellPlace): void {
  const mode = cell.comments.find(({ type, text }) => type === "block" && /^\*\s*@(module|browser)\b/.test(text));
  if (mode === undefined) return;
  throw new NotebookError(
    "export-refused",
    `${place.notebook}: cell ${place.cell + 1} is marked \`${mode.text.replace("*", "").trim()}\`, which only tslab understands.`,
    {
      ...place,
      source: cell.source,
      hint: "Move its code to a file of its own and import that, or tag the cell `skip-export`.",
    },
  );
}
