/** @file What can be asked of a notebook's execution, what it tells while it runs, and what it leaves. */
import type { Kernelspec } from "../client/kernelspec";
import type { Notebook } from "../format/types";

/** How a notebook is run. Every limit has a default that a course notebook does not meet. */
export interface ExecuteOptions {
  /** The notebook's path, for messages. */
  path?: string | undefined;
  /** The kernel's name, instead of the one that the notebook names. */
  kernel?: string | undefined;
  /** Kernelspecs that the project brings, by name. */
  kernelspecs?: Readonly<Record<string, Kernelspec>> | undefined;
  /** The folder that the code runs in. @default the notebook's, or process.cwd() without a path */
  cwd?: string | undefined;
  /** More environment variables for the kernel. */
  env?: Readonly<Record<string, string>> | undefined;
  /** Seconds that one cell may run; no limit by default. */
  timeout?: number | undefined;
  /** Seconds that the whole notebook may take, from the kernel's start; no limit by default. */
  totalTimeout?: number | undefined;
  /** Seconds until the kernel must have answered. @default 60 */
  startupTimeout?: number | undefined;
  /** Seconds that an interrupted cell gets before its kernel is killed. @default 5 */
  interruptGrace?: number | undefined;
  /** Seconds to wait, after the last cell, for errors that come late. @default 0.1 */
  lateSeconds?: number | undefined;
  /** Go on after a cell that failed. @default false */
  allowErrors?: boolean | undefined;
  /** Keep in each cell's metadata when it ran, as JupyterLab does. @default true */
  timings?: boolean | undefined;
  /** Bytes of memory that the kernel and its children may hold. @default 80 % of the machine's for all kernels together */
  memoryLimit?: number | undefined;
  /** Bytes of output that one cell may leave. @default 20 MB */
  maxOutputBytes?: number | undefined;
  /** Number of outputs that one cell may leave. @default 2000 */
  maxOutputs?: number | undefined;
  /** Keep the old outputs of cells that did not run. @default false: they are emptied, since nothing says how old they are */
  keepOldOutputs?: boolean | undefined;
  /** The position, from 0, of the first cell whose outputs are written; those before it run with theirs kept. @default 0 */
  fromCell?: number | undefined;
  /** Stops the run: the cell is interrupted, the kernel ended, and what was done so far is returned. */
  abort?: AbortSignal | undefined;
  /** Hears what happens while it happens. */
  onEvent?: ((event: ExecutionEvent) => void) | undefined;
}

/** What happens during a run, told apart by `type`. `cell` counts all cells from 0. */
export type ExecutionEvent =
  | { type: "kernel-start"; kernel: string }
  | { type: "kernel-ready"; kernel: string; seconds: number }
  /** `position` of `total` code cells, from 1. */
  | { type: "cell-start"; cell: number; source: string; position: number; total: number }
  | { type: "text"; cell: number; name: "stdout" | "stderr"; text: string }
  | { type: "cell-end"; cell: number; status: CellStatus; seconds: number };

/**
 * What became of a code cell: `"expected-error"` raised as its tag `raises-exception` allows, `"skipped"` has the tag
 * `skip-execution` or no code, `"not-run"` came after the end.
 */
export type CellStatus = "ok" | "failed" | "expected-error" | "skipped" | "not-run";

/** A code cell after the run. */
export interface CellResult {
  /** The position among all cells, from 0. */
  cell: number;
  status: CellStatus;
  seconds: number;
}

/** Why a cell failed. */
export type FailureKind =
  | "error"
  | "late-error"
  | "timeout"
  | "total-timeout"
  | "kernel-died"
  | "input"
  | "interrupted";

/** A cell that failed. */
export interface CellFailure {
  kind: FailureKind;
  /** The position among all cells, from 0. */
  cell: number;
  source: string;
  /** The line of the source that failed, from 1, where the kernel says it. */
  line?: number | undefined;
  /** The number that the kernel gave the cell, as in `In [3]`. */
  count?: number | undefined;
  /** The error's name: `"TypeError"`, `"CellTimeoutError"`. */
  name: string;
  message: string;
  traceback: string[];
  /** What to do, one sentence. */
  hint?: string | undefined;
}

/** What a run leaves. */
export interface ExecutionResult {
  status: "ok" | "failed" | "interrupted";
  /** The executed copy; the notebook that was given is unchanged. */
  notebook: Notebook;
  kernel: string;
  cells: CellResult[];
  /** In the order of the cells. With `allowErrors` the status is `"ok"` in spite of errors, and they are here. */
  failures: CellFailure[];
  /** The failure that ended the run or made it fail. */
  failure?: CellFailure | undefined;
  /** Sentences about what was odd but no failure. */
  warnings: string[];
  seconds: number;
}
