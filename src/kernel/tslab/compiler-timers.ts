/** @file tslab's one timer: kept for what a cell asks for, where files that change between cells would set a second one. */

/** The part of TypeScript's `System` by which its watching program waits before it compiles again. */
interface TimerSystem {
  setTimeout(callback: (...values: unknown[]) => void, ...rest: unknown[]): unknown;
  clearTimeout(timer: unknown): void;
}

/**
 * Repairs a compiler whose folder changes while it waits.
 *
 * tslab has room for one timer, which it runs itself when a cell comes. A file that appears where an import had failed, or a
 * new folder beside node_modules, sets another one between two cells, and tslab throws on it at every cell from then on. Those
 * need no running: the compiler looks for what became invalid whenever it compiles.
 */
export class CompilerTimers {
  readonly #held = new WeakSet<object>();
  #depth = 0;

  /** Runs what a cell asks of the compiler. */
  atWork<Result>(work: () => Result): Result {
    this.#depth++;
    try {
      return work();
    } finally {
      this.#depth--;
    }
  }

  /** Gives the system of a watching program timers of its own. */
  repair(system: unknown): void {
    if (!isTimerSystem(system)) return;
    const { setTimeout, clearTimeout } = system;
    system.setTimeout = (callback, ...rest) => {
      if (this.#depth > 0) return setTimeout.call(system, callback, ...rest);
      const timer = {};
      this.#held.add(timer);
      return timer;
    };
    system.clearTimeout = (timer) => {
      if (typeof timer === "object" && timer !== null && this.#held.delete(timer)) return;
      clearTimeout.call(system, timer);
    };
  }
}

function isTimerSystem(system: unknown): system is TimerSystem {
  return (
    typeof system === "object" &&
    system !== null &&
    "setTimeout" in system &&
    typeof system.setTimeout === "function" &&
    "clearTimeout" in system &&
    typeof system.clearTimeout === "function"
  );
}
