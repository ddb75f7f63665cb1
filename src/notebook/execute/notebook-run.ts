/** @file The cells of one notebook, run one after the other, and what became of each. */
import type { Kernel } from "../client/kernel";
import type { CodeCell, Notebook } from "../format/types";
import { type CellLimit, type RequestOutcome, runCode } from "./cell-request";
import { hasTag } from "./cell-tags";
import { copyCodeCell } from "./copy-notebook";
import { Displays } from "./displays";
import type { CellFailure, CellResult, CellStatus, ExecuteOptions, ExecutionResult } from "./execution";
import { errorOfReply, failureOfEnd, failureOfError, failureOfStop, outputOfFailure } from "./failures";
import { emptyCell, LiveCell, type RunContext } from "./live-cell";
import { WidgetStates } from "./widget-states";

const OUTPUT_BYTES = 20_000_000;
const OUTPUTS = 2_000;
const GRACE_SECONDS = 5;
const LATE_SECONDS = 0.1;
/** A bare tslab refuses requests for 200 ms after an error. */
const REFUSED_WAIT_MS = 250;
const REFUSED_ATTEMPTS = 3;

/** One run of one notebook, in place. */
export class NotebookRun {
  readonly #notebook: Notebook;
  readonly #options: ExecuteOptions;
  readonly #begin: number;
  readonly #codeCells: readonly [number, CodeCell][];
  readonly #context: RunContext;
  readonly #results = new Map<number, CellResult>();
  readonly #failures: CellFailure[] = [];
  readonly #warnings: string[] = [];
  readonly #live: LiveCell[] = [];
  #isOver = false;

  /** `begin` is `performance.now()` at the start of it all, from which the total time counts. */
  constructor(notebook: Notebook, options: ExecuteOptions, begin: number) {
    this.#notebook = notebook;
    this.#options = options;
    this.#begin = begin;
    this.#codeCells = [...notebook.cells.entries()].filter(
      (entry): entry is [number, CodeCell] => entry[1].cell_type === "code",
    );
    const limits = { bytes: options.maxOutputBytes ?? OUTPUT_BYTES, count: options.maxOutputs ?? OUTPUTS };
    const displays = new Displays();
    this.#context = {
      displays,
      limits,
      widgets: new WidgetStates(displays, limits),
      timings: options.timings ?? true,
      onText: (cell, name, text) => options.onEvent?.({ type: "text", cell, name, text }),
      onLateError: (live, error) => {
        if (hasTag(live.cell, "raises-exception")) return;
        this.#fail(failureOfError(live.index, live.cell, error, "late-error"));
      },
    };
    for (const [index, cell] of this.#codeCells) {
      const isSkipped = cell.source.trim() === "" || hasTag(cell, "skip-execution");
      this.#results.set(index, { cell: index, status: isSkipped ? "skipped" : "not-run", seconds: 0 });
    }
  }

  /** Whether any cell is to be run. */
  get hasWork(): boolean {
    return this.#waiting().length > 0;
  }

  /** Runs the cells until the last, or until one fails. */
  async runCells(kernel: Kernel): Promise<void> {
    const cells = this.#waiting();
    for (const [index, [cell, code]] of cells.entries()) {
      if (this.#isOver || this.#options.abort?.aborted === true) break;
      const event = {
        type: "cell-start",
        cell,
        source: code.source,
        position: index + 1,
        total: cells.length,
      } as const;
      this.#options.onEvent?.(event);
      const begin = performance.now();
      const status = await this.#runCell(kernel, cell, code);
      const seconds = (performance.now() - begin) / 1000;
      this.#results.set(cell, { cell, status, seconds });
      this.#options.onEvent?.({ type: "cell-end", cell, status, seconds });
    }
    await this.#listenLate(kernel);
    for (const live of this.#live) live.settle();
    const { count, first } = kernel.rejections;
    if (count > 0) this.#warnings.push(`${count} messages of the kernel were ignored; the first was ${first}.`);
  }

  /** The result, once the kernel has ended. */
  result(kernel: string): ExecutionResult {
    for (const [index, cell] of this.#waiting()) {
      const isKept = this.#options.keepOldOutputs === true || index < (this.#options.fromCell ?? 0);
      if (!isKept) emptyCell(cell);
    }
    const widgets = this.#context.widgets.metadata();
    if (widgets !== undefined) this.#notebook.metadata.widgets = widgets;
    const failures = this.#failures.sort((left, right) => left.cell - right.cell);
    const failure = this.#isOver ? failures[0] : undefined;
    const isInterrupted = this.#options.abort?.aborted === true;
    return {
      status: isInterrupted ? "interrupted" : failure === undefined ? "ok" : "failed",
      notebook: this.#notebook,
      kernel,
      cells: [...this.#results.values()],
      failures,
      ...(failure && { failure }),
      warnings: this.#warnings,
      seconds: (performance.now() - this.#begin) / 1000,
    };
  }

  #waiting(): [number, CodeCell][] {
    return this.#codeCells.filter(([index]) => this.#results.get(index)?.status === "not-run");
  }

  async #runCell(kernel: Kernel, index: number, cell: CodeCell): Promise<CellStatus> {
    // Cells before `fromCell` run for what they define; what they leave goes into a copy that nobody keeps.
    const isReplay = index < (this.#options.fromCell ?? 0);
    const live = new LiveCell(index, isReplay ? copyCodeCell(cell) : cell, this.#context);
    this.#live.push(live);
    const limit = this.#limit();
    let outcome = await this.#request(kernel, live, limit);
    for (let attempt = 1; attempt < REFUSED_ATTEMPTS && isRefused(outcome); attempt++) {
      await pause(REFUSED_WAIT_MS);
      outcome = await this.#request(kernel, live, limit);
    }
    live.finish();
    const failure = failureOf(live, outcome, limit);
    if (failure === undefined) return "ok";
    if (failure.kind === "error" && hasTag(cell, "raises-exception")) return "expected-error";
    this.#fail(failure, failure.kind !== "error" && (outcome.end !== undefined || failure.kind !== "timeout"));
    return "failed";
  }

  #request(kernel: Kernel, live: LiveCell, limit: CellLimit | undefined): Promise<RequestOutcome> {
    return runCode(kernel, live.cell.source, {
      limit,
      graceSeconds: this.#options.interruptGrace ?? GRACE_SECONDS,
      abort: this.#options.abort,
      listener: (message) => live.hear(message),
    });
  }

  /** The limit that a cell which starts now meets first. */
  #limit(): CellLimit | undefined {
    const { timeout, totalTimeout } = this.#options;
    const left = totalTimeout === undefined ? undefined : totalTimeout - (performance.now() - this.#begin) / 1000;
    if (totalTimeout !== undefined && left !== undefined && left < (timeout ?? Number.POSITIVE_INFINITY)) {
      return { reason: "total-timeout", waitSeconds: Math.max(0, left), saidSeconds: totalTimeout };
    }
    return timeout === undefined ? undefined : { reason: "timeout", waitSeconds: timeout, saidSeconds: timeout };
  }

  /** Errors that come after their cell, and a kernel that ends after its last cell. */
  async #listenLate(kernel: Kernel): Promise<void> {
    const last = this.#live.at(-1);
    if (last === undefined || this.#isOver || this.#options.abort?.aborted === true) return;
    const seconds = this.#options.lateSeconds ?? LATE_SECONDS;
    const end = await Promise.race([kernel.ended, pause(seconds * 1000)]);
    if (end === undefined) return;
    const failure = failureOfEnd(last.index, last.cell.source, end, undefined);
    last.addError(outputOfFailure(failure));
    this.#fail(failure, true);
    this.#results.set(last.index, { cell: last.index, seconds: 0, ...this.#results.get(last.index), status: "failed" });
  }

  /** Notes a failure; it ends the run when it is `final`, or unless errors are allowed. */
  #fail(failure: CellFailure, isFinal = false): void {
    this.#failures.push(failure);
    if (isFinal || this.#options.allowErrors !== true) this.#isOver = true;
    const known = this.#results.get(failure.cell);
    if (known !== undefined && known.status !== "not-run")
      this.#results.set(failure.cell, { ...known, status: "failed" });
  }
}

function isRefused(outcome: RequestOutcome): boolean {
  const status = outcome.reply?.content.status;
  return outcome.end === undefined && outcome.stopped === undefined && (status === "abort" || status === "aborted");
}

/** What went wrong with a cell, also written into its outputs where the kernel has not done so. */
function failureOf(live: LiveCell, outcome: RequestOutcome, limit: CellLimit | undefined): CellFailure | undefined {
  const { index, cell } = live;
  const { stopped, end, reply } = outcome;
  const seconds = limit?.saidSeconds ?? 0;
  if (stopped !== undefined || end !== undefined) {
    const failure =
      end !== undefined
        ? failureOfEnd(index, cell.source, end, stopped && { reason: stopped, seconds })
        : failureOfStop(index, cell.source, stopped ?? "interrupted", seconds);
    live.addError(outputOfFailure(failure));
    return failure;
  }
  if (live.error === undefined && reply?.content.status === "ok") return undefined;
  if (live.error === undefined) live.addError(errorOfReply(reply?.content ?? {}, cell));
  return live.error && failureOfError(index, cell, live.error, "error");
}

function pause(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));
}
