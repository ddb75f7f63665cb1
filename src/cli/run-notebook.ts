/** @file One notebook of `caderno run`: read, given its parameters, executed, written. */
import { CadernoError, messageOf } from "../core/errors";
import type { ExecuteOptions, ExecutionEvent, ExecutionResult } from "../notebook/execute/execution";
import type { CodeCell, Notebook } from "../notebook/format/types";
import type { RunOptions } from "./run-options";
import { EXIT_CODES, type RunRecord } from "./run-record";
import type { RunTarget } from "./run-targets";

/** What all notebooks of one command share. */
export interface RunContext {
  options: RunOptions;
  /** Values to inject, by name. */
  parameters: Readonly<Record<string, unknown>>;
  kernelspecs: ExecuteOptions["kernelspecs"];
  abort: AbortSignal;
  onEvent(target: RunTarget, event: ExecutionEvent): void;
}

/** Runs one notebook and says what became of it. Never rejects for what a notebook or a kernel does. */
export async function runNotebook(target: RunTarget, context: RunContext): Promise<RunRecord> {
  const begin = performance.now();
  const record: RunRecord = { target, status: "failed", seconds: 0, cells: [], failures: [], warnings: [] };
  try {
    const notebook = await prepare(target, context);
    record.notebook = notebook;
    if (context.options.resume && (await isDone(target, notebook))) {
      record.status = "unchanged";
      record.written = target.out;
      record.notebook = (await read(target.out ?? "")) ?? notebook;
      return record;
    }
    const result = await execute(target, notebook, context);
    Object.assign(record, fieldsOf(result));
    await write(record, context.options);
  } catch (error) {
    record.error = describeError(error);
    record.status = "failed";
  } finally {
    record.seconds = (performance.now() - begin) / 1000;
  }
  return record;
}

async function prepare(target: RunTarget, context: RunContext): Promise<Notebook> {
  const { readNotebook } = await import("../notebook/format/read-notebook.js");
  const notebook = await readNotebook(target.path);
  if (Object.keys(context.parameters).length === 0) return notebook;
  const { injectParameters } = await import("../notebook/parameters/inject-parameters.js");
  return injectParameters(notebook, context.parameters, target.path);
}

async function execute(target: RunTarget, notebook: Notebook, context: RunContext): Promise<ExecutionResult> {
  const { executeNotebook } = await import("../notebook/execute/execute-notebook.js");
  const { options } = context;
  const fromCell = options.fromCell === undefined ? 0 : options.fromCell - 1;
  if (fromCell >= notebook.cells.length && fromCell > 0) {
    throw new CadernoError(
      "cell-missing",
      `${target.path} has no cell ${fromCell + 1}, only ${notebook.cells.length}.`,
      {
        hint: "--from-cell counts all cells from 1, also those of prose.",
      },
    );
  }
  if (fromCell > 0) await restoreOutputs(target, notebook, fromCell);
  return executeNotebook(notebook, {
    path: target.path,
    kernel: options.kernel,
    kernelspecs: context.kernelspecs,
    timeout: options.timeout,
    totalTimeout: options.totalTimeout,
    allowErrors: options.allowErrors,
    timings: options.timings,
    memoryLimit: options.memoryLimit,
    keepOldOutputs: options.inPlace,
    fromCell,
    abort: context.abort,
    onEvent: (event) => context.onEvent(target, event),
  });
}

function fieldsOf(result: ExecutionResult): Partial<RunRecord> {
  const { status, notebook, kernel, cells, failures, failure, warnings } = result;
  return { status, notebook, kernel, cells, failures, failure, warnings };
}

/** An interrupted run leaves the notebook itself alone; a copy shows how far it came. */
async function write(record: RunRecord, options: RunOptions): Promise<void> {
  const { out } = record.target;
  if (out === undefined || record.notebook === undefined) return;
  if (options.inPlace && record.status === "interrupted") return;
  const { writeNotebook } = await import("../notebook/format/write-notebook.js");
  await writeNotebook(out, record.notebook);
  record.written = out;
}

/** The cells before `fromCell` keep what the last run left of them, which is in the copy when there is one. */
async function restoreOutputs(target: RunTarget, notebook: Notebook, fromCell: number): Promise<void> {
  const copy = target.out === undefined || target.out === target.path ? undefined : await read(target.out);
  for (const [index, cell] of notebook.cells.slice(0, fromCell).entries()) {
    const before = copy?.cells[index];
    if (cell.cell_type !== "code" || before?.cell_type !== "code" || before.source !== cell.source) continue;
    cell.outputs = before.outputs;
    cell.execution_count = before.execution_count;
    if (before.metadata.execution !== undefined) cell.metadata.execution = before.metadata.execution;
  }
}

/** Whether the copy shows a whole run, without failures, of just these cells. */
async function isDone(target: RunTarget, notebook: Notebook): Promise<boolean> {
  const copy = target.out === undefined ? undefined : await read(target.out);
  if (copy === undefined || copy.cells.length !== notebook.cells.length) return false;
  return notebook.cells.every((cell, index) => {
    const done = copy.cells[index];
    if (done?.cell_type !== cell.cell_type || done.source !== cell.source) return false;
    return done.cell_type !== "code" || isRun(done);
  });
}

function isRun(cell: CodeCell): boolean {
  const tags = cell.metadata.tags ?? [];
  if (cell.source.trim() === "" || tags.includes("skip-execution")) return true;
  const hasFailed = cell.outputs.some((output) => output.output_type === "error") && !tags.includes("raises-exception");
  return cell.execution_count !== null && !hasFailed;
}

/** The notebook in a file that an earlier run may have left, or undefined. */
async function read(path: string): Promise<Notebook | undefined> {
  const { readNotebook } = await import("../notebook/format/read-notebook.js");
  return readNotebook(path).catch(() => undefined);
}

function describeError(error: unknown): NonNullable<RunRecord["error"]> {
  const isOurs = error instanceof CadernoError;
  const code = isOurs ? error.code : "unexpected";
  // KernelError is told by its code, so that reading a notebook does not load the kernel client.
  const exitCode = /^kernel-/.test(code) ? EXIT_CODES.kernel : EXIT_CODES.unreadable;
  const message = isOurs
    ? error.message
    : error instanceof Error
      ? (error.stack ?? messageOf(error))
      : messageOf(error);
  return { code, message, hint: isOurs ? error.hint : undefined, exitCode };
}
