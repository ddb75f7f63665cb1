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
  /** Whether it was told to end, so that nothing that it began may go on. */
  interrupted = false;
  /** Rejects when the cell is interrupted, and settles in no other way. */
  readonly interruption: Promise<never>;
  #reject: (reason: Error) => void = () => {};

  constructor(
    /** Unique in this kernel, also among executions that are not counted. */
    readonly id: number,
    /** The number in `In[…]`. */
    readonly count: number,
    readonly header: MessageHeader,
    readonly code: string,
    readonly silent: boolean,
  ) {
    this.interruption = new Promise((_, reject) => {
      this.#reject = reject;
    });
    this.interruption.catch(() => {});
  }

  /** How errors name the cell. */
  get label(): string {
    return cellLabel(this.count);
  }

  /** Gives the cell up; the kernel goes on without what it was doing. */
  interrupt(): void {
    this.interrupted = true;
    this.#reject(new InterruptedError());
  }
}

/** How errors name the cell with this number. */
export function cellLabel(count: number): string {
  return `Cell In[${count}]`;
}

/** What an interrupted cell fails with. */
export class InterruptedError extends Error {
  override readonly name: string = "Interrupted";

  constructor() {
    super("The cell was interrupted.");
  }
}

/** Carries the cell along its promises, timers and callbacks. */
export const cellContext: AsyncLocalStorage<Cell> = new AsyncLocalStorage<Cell>();

/** Knows which cell runs, for code whose own cell cannot be told. */
export class CellTracker {
  #latest: Cell | undefined;

  begin(cell: Cell): void {
    this.#latest = cell;
  }

  /** The cell that has not been answered yet. */
  running(): Cell | undefined {
    return this.#latest?.finished === false ? this.#latest : undefined;
  }

  /** The cell that started the code which calls this, else the one that ran last. */
  owner(): Cell | undefined {
    return cellContext.getStore() ?? this.#latest;
  }
}
