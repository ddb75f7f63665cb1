/** @file What became of one notebook of `caderno run`, for the screen, for machines, and as an exit code. */
import type { CellFailure, CellResult } from "../notebook/execute/execution";
import type { Notebook } from "../notebook/format/types";
import type { RunTarget } from "./run-targets";

/** The exit codes of `caderno run`, besides 0. */
export const EXIT_CODES = {
  /** A cell failed. */
  failed: 1,
  /** The command line is wrong. */
  usage: 2,
  /** A notebook cannot be read or written, or does not take the parameters. */
  unreadable: 3,
  /** A kernel is unknown, did not start, or died. */
  kernel: 4,
  /** A cell or a notebook ran too long. */
  timeout: 124,
  /** Ctrl-C. */
  interrupted: 130,
  /** Who read the output has left, as `head` does; a shell has the same for SIGPIPE. */
  readerLeft: 141,
  /** SIGTERM. */
  terminated: 143,
} as const;

/** One notebook after the run. `"unchanged"` was done already, as `--resume` found. */
export interface RunRecord {
  target: RunTarget;
  status: "ok" | "failed" | "interrupted" | "unchanged";
  seconds: number;
  kernel?: string | undefined;
  cells: CellResult[];
  failures: CellFailure[];
  failure?: CellFailure | undefined;
  warnings: string[];
  /** The executed copy, for the report. */
  notebook?: Notebook | undefined;
  /** Where the executed copy was written. */
  written?: string | undefined;
  /** What kept the notebook from running or its copy from being written. */
  error?: { code: string; message: string; hint: string | undefined; exitCode: number } | undefined;
}

/** The exit code for one notebook. */
export function exitCodeOf(record: RunRecord): number {
  if (record.error !== undefined) return record.error.exitCode;
  if (record.status === "interrupted") return EXIT_CODES.interrupted;
  const kind = record.failure?.kind;
  if (kind === undefined) return 0;
  if (kind === "timeout" || kind === "total-timeout") return EXIT_CODES.timeout;
  return kind === "kernel-died" ? EXIT_CODES.kernel : EXIT_CODES.failed;
}

/** The record as `--json` prints it. Cells count from 0, as in the file. */
export function recordAsJson(record: RunRecord): object {
  const count = (status: CellResult["status"]): number => record.cells.filter((cell) => cell.status === status).length;
  return {
    path: record.target.path,
    status: record.status,
    seconds: rounded(record.seconds),
    kernel: record.kernel ?? null,
    out: record.written ?? null,
    cells: {
      code: record.cells.length,
      ok: count("ok"),
      expectedErrors: count("expected-error"),
      failed: count("failed"),
      skipped: count("skipped"),
      notRun: count("not-run"),
    },
    failures: record.failures.map((failure) => ({
      kind: failure.kind,
      cell: failure.cell,
      line: failure.line ?? null,
      name: failure.name,
      message: failure.message,
      hint: failure.hint ?? null,
      traceback: failure.traceback,
      source: failure.source,
    })),
    warnings: record.warnings,
    error:
      record.error === undefined
        ? null
        : { code: record.error.code, message: record.error.message, hint: record.error.hint ?? null },
    exitCode: exitCodeOf(record),
  };
}

function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
