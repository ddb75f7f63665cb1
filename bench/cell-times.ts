/** @file What an executed notebook says of its own speed: when the kernel began and ended each cell. */

/** The part of a notebook that is read here. */
interface TimedNotebook {
  cells: { cell_type: string; metadata?: { execution?: Record<string, string> } }[];
}

/** Milliseconds of one run, as the kernel's clock saw it. */
export interface CellTimes {
  /** When the first cell began, as milliseconds since 1970. */
  firstBusy: number;
  /** From each cell's end to the next one's begin: what the runner and the wire take, and the kernel does not. */
  overheads: number[];
  /** From each cell's begin to the next one's begin. */
  periods: number[];
}

/**
 * Reads the times of the code cells, in order. Throws when a cell has none.
 *
 * Runners keep the dates of the kernel's own `busy` and `idle` messages there, so that two runners are measured by one clock that
 * neither of them holds.
 */
export function readCellTimes(notebook: TimedNotebook): CellTimes {
  const cells = notebook.cells
    .filter((cell) => cell.cell_type === "code")
    .map((cell, index) => ({
      busy: time(cell.metadata?.execution, "busy", index),
      idle: time(cell.metadata?.execution, "idle", index),
    }));
  const pairs = cells.slice(1).map((cell, index) => ({ before: cells[index] ?? cell, cell }));
  return {
    firstBusy: cells[0]?.busy ?? Number.NaN,
    overheads: pairs.map(({ before, cell }) => cell.busy - before.idle),
    periods: pairs.map(({ before, cell }) => cell.busy - before.busy),
  };
}

function time(execution: Record<string, string> | undefined, state: "busy" | "idle", index: number): number {
  const text = execution?.[`iopub.status.${state}`];
  if (text === undefined) throw new Error(`Code cell ${index + 1} has no time for ${state}: did it run?`);
  const milliseconds = Date.parse(text);
  // Date.parse stops at milliseconds; Python writes microseconds.
  const micros = /\.\d{3}(\d{1,3})/.exec(text)?.[1] ?? "";
  return milliseconds + Number(`0.${micros || "0"}`);
}
