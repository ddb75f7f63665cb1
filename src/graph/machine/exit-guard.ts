/** @file Holding the process's end back while native arithmetic is under way in a thread. */

/** The longest time for which the end of the process is held back, in milliseconds. */
const PATIENCE = 60_000;

const guarded = new Set<Int32Array>();
let listening = false;

/** A flag in memory that threads share: 1 while its thread computes, else 0. The end of the process waits for 0. */
export function newBusyFlag(): Int32Array {
  const busy = new Int32Array(new SharedArrayBuffer(4));
  guarded.add(busy);
  if (!listening) {
    listening = true;
    process.on("exit", waitForAll);
  }
  return busy;
}

/** Sets the flag, before its thread is given work. */
export function setBusy(busy: Int32Array): void {
  Atomics.store(busy, 0, 1);
}

/** Clears the flag, in the thread, when the work is done. */
export function clearBusy(busy: Int32Array): void {
  Atomics.store(busy, 0, 0);
  Atomics.notify(busy, 0);
}

/** Forgets a flag whose thread has ended. */
export function dropBusyFlag(busy: Int32Array): void {
  guarded.delete(busy);
}

function waitForAll(): void {
  // Node stops its threads when the process ends. The runtime's binding, stopped on its way back from a run, throws
  // where nobody can catch it, and the whole process aborts. So the run comes to its end first.
  for (const busy of guarded) Atomics.wait(busy, 0, 1, PATIENCE);
}
