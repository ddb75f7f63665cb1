/** @file Calling a function for each row or batch, in order, with errors that say where. */
import { messageOf } from "../../core/errors";
import { Progress } from "../../core/progress";
import { DatasetError } from "../dataset-error";
import { BLOCK_ROWS, readBatch, readRows, readValues } from "../read-values";
import { columnOf, type Table } from "../table";
import type { FunctionCall } from "./function-options";

/** Takes what the function returned for the rows from `start` up to but without `end`. */
type Accept = (result: unknown, start: number, end: number) => void;

/** How many calls of an asynchronous function run at once: as many rows as in Python, and fewer batches. */
const ROWS_AT_ONCE = 1000;
const BATCHES_AT_ONCE = 16;
/** After this many milliseconds without a pause, others get their turn: a kernel that is asked to stop, a server's clients. */
const PATIENCE = 50;

/** Calls the function over all rows and hands each result on, in order. The first failure ends it. */
export async function callOverRows(table: Table, call: FunctionCall, end: number, accept: Accept): Promise<void> {
  const progress = new Progress({ label: call.desc, total: end, unit: "rows" });
  const queue = new CallQueue(call, accept);
  const step = call.batched ? call.batchSize : BLOCK_ROWS;
  let rested = performance.now();
  try {
    for (let start = 0; start < end; start += step) {
      const stop = Math.min(end, start + step);
      if (call.batched) await queue.add(batchInputs(table, call, start, stop), start, stop);
      else await callRows(table, call, start, stop, queue);
      progress.to(stop);
      if (performance.now() - rested > PATIENCE) {
        await new Promise(setImmediate);
        rested = performance.now();
      }
    }
    await queue.drain();
  } finally {
    // Also after a failure: what is printed next must not stand in the progress line.
    progress.finish();
  }
}

async function callRows(table: Table, call: FunctionCall, start: number, end: number, queue: CallQueue): Promise<void> {
  const { inputColumns, kwargs, withIndices } = call;
  const rows = inputColumns === undefined ? readRows(table, start, end) : undefined;
  const lists = inputColumns?.map((name) => readValues(columnOf(table, name), table.indices, start, end)) ?? [];
  for (let row = start; row < end; row++) {
    const inputs: unknown[] = rows === undefined ? lists.map((list) => list[row - start]) : [rows[row - start]];
    if (withIndices) inputs.push(row);
    if (kwargs.length > 0) inputs.push(...kwargs);
    const wait = queue.add(inputs, row, row + 1);
    if (wait !== undefined) await wait;
  }
}

function batchInputs(table: Table, call: FunctionCall, start: number, end: number): unknown[] {
  const { inputColumns, kwargs, withIndices } = call;
  const inputs: unknown[] = inputColumns?.map((name) =>
    readValues(columnOf(table, name), table.indices, start, end),
  ) ?? [readBatch(table, start, end)];
  if (withIndices) inputs.push(Array.from({ length: end - start }, (_, row) => start + row));
  return [...inputs, ...kwargs];
}

interface Settled {
  value?: unknown;
  error?: unknown;
  failed: boolean;
}

/** Calls, and the promises of those that are not done. Results are handed on in the order of the calls. */
class CallQueue {
  readonly #call: FunctionCall;
  readonly #accept: Accept;
  readonly #most: number;
  #waiting: { start: number; end: number; settled: Promise<Settled> }[] = [];

  constructor(call: FunctionCall, accept: Accept) {
    this.#call = call;
    this.#accept = accept;
    this.#most = call.batched ? BATCHES_AT_ONCE : ROWS_AT_ONCE;
  }

  /** Calls the function; a promise where the next call must wait. */
  add(inputs: readonly unknown[], start: number, end: number): Promise<void> | undefined {
    let result: unknown;
    try {
      result = this.#call.fn(...inputs);
    } catch (error) {
      // Calls that are still running come first in the order, and so does their error.
      return this.drain().then(() => {
        throw this.#failure(error, start, end);
      });
    }
    if (this.#waiting.length === 0 && !isPromise(result)) {
      this.#accept(result, start, end);
      return undefined;
    }
    const settled = Promise.resolve(result).then(
      (value): Settled => ({ value, failed: false }),
      (error: unknown): Settled => ({ error, failed: true }),
    );
    this.#waiting.push({ start, end, settled });
    return this.#waiting.length >= this.#most ? this.drain() : undefined;
  }

  /** Waits for all calls that are running. */
  async drain(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { start, end, settled } of waiting) {
      const { value, error, failed } = await settled;
      if (failed) throw this.#failure(error, start, end);
      this.#accept(value, start, end);
    }
  }

  #failure(error: unknown, start: number, end: number): DatasetError {
    const { caller, batched } = this.#call;
    const where = batched ? `rows ${start} to ${end - 1}` : `row ${start}`;
    return new DatasetError("function-failed", `${caller}: the function failed at ${where}: ${messageOf(error)}`, {
      row: start,
      cause: error,
      hint: `Look at \`dataset.at(${start})\`${batched ? " and the rows after it" : ""}. The dataset is as it was, and nothing was kept.`,
    });
  }
}

/** Whether something is to be waited for. */
export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return value !== null && typeof value === "object" && "then" in value && typeof value.then === "function";
}
