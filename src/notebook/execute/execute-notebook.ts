/** @file Running a notebook from its first cell to its last in a kernel of its own. */
import { dirname } from "node:path";
import type { Kernel } from "../client/kernel";
import { KernelError } from "../client/kernel-error";
import { type FoundKernelspec, findKernelspec } from "../client/kernelspec";
import { isRecord } from "../client/messages";
import { startKernel } from "../client/start-kernel";
import type { Notebook } from "../format/types";
import { NotebookError } from "../notebook-error";
import { copyForRun } from "./copy-notebook";
import type { ExecuteOptions, ExecutionResult } from "./execution";
import { NotebookRun } from "./notebook-run";

/**
 * Runs a notebook and returns the executed copy, also when a cell failed.
 *
 * Throws only when no cell could run: a {@link NotebookError} when the notebook names no kernel, a {@link KernelError}
 * when the kernel is unknown or does not start. Python: `nbclient.NotebookClient(nb).execute()`.
 *
 * @example
 * ```ts
 * const result = await executeNotebook(await readNotebook("notebooks/02-datasets.ipynb"), { timeout: 600 });
 * if (result.failure !== undefined) console.error(result.failure.message);
 * ```
 */
export async function executeNotebook(notebook: Notebook, options: ExecuteOptions = {}): Promise<ExecutionResult> {
  const begin = performance.now();
  const found = kernelOf(notebook, options);
  const copy = copyForRun(notebook);
  const run = new NotebookRun(copy, options, begin);
  let kernel: Kernel | undefined;
  if (run.hasWork) {
    options.onEvent?.({ type: "kernel-start", kernel: found.name });
    kernel = await start(found, options, begin);
    if (kernel === undefined) return run.result(found.name);
    options.onEvent?.({ type: "kernel-ready", kernel: found.name, seconds: (performance.now() - begin) / 1000 });
    try {
      await run.runCells(kernel);
      keepLanguage(copy, kernel, options);
    } finally {
      await end(kernel, options);
    }
  }
  return run.result(found.name);
}

function kernelOf(notebook: Notebook, options: ExecuteOptions): FoundKernelspec {
  const name = options.kernel ?? notebook.metadata.kernelspec?.name;
  if (name === undefined) {
    throw new NotebookError("kernel-missing", "The notebook names no kernel.", {
      notebook: options.path,
      field: "metadata.kernelspec.name",
      hint: "Choose one with --kernel NAME.",
    });
  }
  return findKernelspec(name, { project: options.kernelspecs, from: options.cwd });
}

async function start(found: FoundKernelspec, options: ExecuteOptions, begin: number): Promise<Kernel | undefined> {
  const left =
    options.totalTimeout === undefined ? undefined : options.totalTimeout - (performance.now() - begin) / 1000;
  const startupTimeout = left === undefined ? options.startupTimeout : Math.min(left, options.startupTimeout ?? left);
  try {
    return await startKernel(found, {
      cwd: options.cwd ?? (options.path === undefined ? process.cwd() : dirname(options.path)),
      env: options.env,
      startupTimeout,
      memoryLimit: options.memoryLimit,
      abort: options.abort,
    });
  } catch (error) {
    if (options.abort?.aborted === true && !(error instanceof KernelError)) return undefined;
    throw error;
  }
}

/** Kernels get time to leave by themselves, unless somebody is waiting for the prompt. */
async function end(kernel: Kernel, options: ExecuteOptions): Promise<void> {
  await kernel.shutdown(options.abort?.aborted === true ? 0.5 : undefined);
  kernel.close();
}

/** What the kernel says of its language, unless another kernel than the notebook's was asked for. */
function keepLanguage(notebook: Notebook, kernel: Kernel, options: ExecuteOptions): void {
  const info = kernel.info.language_info;
  const isOwn = options.kernel === undefined || options.kernel === notebook.metadata.kernelspec?.name;
  if (isOwn && isRecord(info) && typeof info.name === "string") {
    notebook.metadata.language_info = { ...info, name: info.name };
  }
}
