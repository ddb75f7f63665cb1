/** @file Interrupting a cell wherever it is: in a loop, in a loop after an await, or in a loop of awaits. */
import { Session } from "node:inspector";
import { join } from "node:path";
import { promiseHooks } from "node:v8";
import { Worker } from "node:worker_threads";
import { clearAsyncStack } from "./async-stack";
import { type CellTracker, cellContext } from "./cell";
import { ANSWERED, CLEAR_HOOK, COMPILING, MARK_HOOK, SIGNALS } from "./interrupt-signals";

/**
 * Ends the running cell on SIGINT or on an `interrupt_request`.
 *
 * Three things come together. Code that runs when the cell starts is stopped by `vm`'s own `breakOnSigint`. Code that
 * keeps the main thread busy later is stopped from the other thread, through the inspector. And from then on each
 * promise continuation of the interrupted cell is stopped before it begins, so that no loop of it goes on.
 */
export class Interrupter {
  readonly #signals = new Int32Array(new SharedArrayBuffer(4 * SIGNALS));
  readonly #tracker: CellTracker;
  #inspector: Session | undefined;

  constructor(tracker: CellTracker) {
    this.#tracker = tracker;
  }

  /** Starts to listen; replaces whoever listened to SIGINT so far. */
  listen(): void {
    // A listener of Node's own and the other thread's cannot both have the signal: removing one later would restore
    // the default, which ends the process.
    process.removeAllListeners("SIGINT");
    refuseSigintListeners();
    Object.defineProperty(globalThis, Symbol.for(MARK_HOOK), { value: () => this.#mark() });
    Object.defineProperty(globalThis, Symbol.for(CLEAR_HOOK), { value: clearAsyncStack });
    const options = { workerData: this.#signals, execArgv: [], stdin: false };
    const worker = new Worker(join(__dirname, "interrupt-worker.js"), options);
    worker.on("message", () => {
      this.interrupt();
      Atomics.add(this.#signals, ANSWERED, 1);
      Atomics.notify(this.#signals, ANSWERED);
    });
    worker.on("error", () => {});
    worker.unref();
  }

  /** Ends the running cell, if there is one. */
  interrupt(): void {
    const cell = this.#tracker.running();
    if (cell === undefined) return;
    this.#hunt();
    cell.interrupt();
  }

  /** Sees to it that nothing of the cells that were interrupted goes on. */
  stopLeftovers(): void {
    this.#hunt();
  }

  /** Runs `work`, which must not be stopped half-way. */
  uninterruptible<Result>(work: () => Result): Result {
    Atomics.store(this.#signals, COMPILING, 1);
    try {
      return work();
    } finally {
      Atomics.store(this.#signals, COMPILING, 0);
    }
  }

  #mark(): void {
    // Only marked: whatever is promised now is dropped together with the code that is stopped. The message from the
    // other thread, which is waiting already, tells the kernel.
    const cell = this.#tracker.running();
    if (cell !== undefined) cell.interrupted = true;
    this.#hunt();
  }

  #hunt(): void {
    if (this.#inspector !== undefined) return;
    const inspector = new Session();
    inspector.connect();
    this.#inspector = inspector;
    promiseHooks.createHook({
      before: () => {
        if (cellContext.getStore()?.interrupted !== true) return;
        clearAsyncStack();
        inspector.post("Runtime.terminateExecution", () => {});
      },
    });
  }
}

/** SIGINT ends a cell, not the process: libraries that wait for it to clean up are not asked. */
function refuseSigintListeners(): void {
  for (const name of ["on", "addListener", "once", "prependListener", "prependOnceListener"] as const) {
    const original = process[name] as (event: string, listener: unknown) => NodeJS.Process;
    const value = (event: string, listener: unknown): NodeJS.Process =>
      event === "SIGINT" ? process : original.call(process, event, listener);
    Object.defineProperty(process, name, { value, writable: true, configurable: true });
  }
}
