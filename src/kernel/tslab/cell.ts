/** @file A cell while the kernel knows of it, and which cell a piece of asynchronous code belongs to. */
import { AsyncLocalStorage } from "node:async_hooks";
import type { ErrorReport } from "./error-report";
import type { TslabDiagnostic } from "./tslab-modules";
import type { MessageHeader } from "./wire";

/** One execution of a cell. */
export class Cell {
  /** The compiler's complaints, by which the cell was refused. */
  diagnostics: TslabDiagnostic[] = [];
  /** What the cell threw. */
  thrown: { value: unknown } | undefined;
  /** The value of its last expression. */
  result: { value: unknown } | undefined;
  /** What went wrong in its promises and timers while it ran. */
  readonly strayErrors: ErrorReport[] = [];
  /** Whether its reply was sent. */
  finished = false;

  constructor(
    /** The number in `In[…]`. */
    readonly count: number,
    readonly header: MessageHeader,
    readonly code: string,
    readonly silent: boolean,
  ) {}
}

/** Carries the cell along its promises, timers and callbacks. */
export const cellContext: AsyncLocalStorage<Cell> = new AsyncLocalStorage<Cell>();

/** Knows which cell runs, for code whose own cell cannot be told. */
export class CellTracker {
  #latest: Cell | undefined;

  begin(cell: Cell): void {
    this.#latest = cell;
  }

  /** The cell that started the code which calls this, else the one that ran last. */
  owner(): Cell | undefined {
    return cellContext.getStore() ?? this.#latest;
  }
}
