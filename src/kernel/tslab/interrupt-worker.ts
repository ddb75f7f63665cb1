/**
 * @file The thread that hears SIGINT while a cell keeps the main thread busy.
 *
 * Node delivers signals to the main thread's event loop, which a loop in a cell never reaches. A script that runs with
 * `breakOnSigint` hears them at once, in any thread; so this thread sleeps in such a script.
 */
import { Session } from "node:inspector";
import { Script } from "node:vm";
import { parentPort, workerData } from "node:worker_threads";
import { ANSWERED, CLEAR_HOOK, COMPILING, MARK_HOOK } from "./interrupt-signals";

/** How long the main thread may take to answer before it is stopped where it is, in milliseconds. */
const GRACE = 300;
const SECOND_GRACE = 100;

const signals = workerData as Int32Array;
const sleep = new Script("Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)");
const watch = new Script("globalThis.listen()");

function pass(): void {
  const seen = Atomics.load(signals, ANSWERED);
  const answered = (patience: number): boolean => Atomics.wait(signals, ANSWERED, seen, patience) !== "timed-out";
  parentPort?.postMessage("interrupt");
  // The type checker is not broken off: its state would be lost, and it comes to an end by itself.
  while (!answered(GRACE)) if (Atomics.load(signals, COMPILING) === 0) break;
  if (Atomics.load(signals, ANSWERED) !== seen) return;
  const main = new Session();
  main.connectToMainThread();
  const call = (hook: string): void =>
    main.post("Runtime.evaluate", { expression: `globalThis[Symbol.for("${hook}")]()` });
  // A loop of awaits comes by a promise, and is stopped there. Anything else is stopped where it is.
  call(MARK_HOOK);
  if (!answered(SECOND_GRACE)) {
    call(CLEAR_HOOK);
    main.post("Runtime.terminateExecution");
    answered(GRACE);
  }
  main.disconnect();
}

let missed = false;

Object.assign(globalThis, {
  listen(): never {
    for (;;) {
      if (!missed) {
        try {
          sleep.runInThisContext({ breakOnSigint: true });
        } catch {
          // SIGINT has come.
        }
      }
      missed = false;
      pass();
    }
  },
});

for (;;) {
  try {
    // While the inner script is not sleeping, this outer one keeps the signal from ending the process.
    watch.runInThisContext({ breakOnSigint: true });
  } catch {
    missed = true;
  }
}
