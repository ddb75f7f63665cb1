/** @file An engine in the calling thread, for tests and for work so small that a thread would cost more. */
import { Engine } from "./engine";
import { type CallName, dispatch, type EngineHost } from "./machine-calls";
import { MachineError } from "./machine-error";

/** An engine without a thread. A call that is under way ends before anything else happens. */
export class LocalHost implements EngineHost {
  #engine: Engine | undefined = new Engine();

  async call(name: CallName, given: readonly unknown[], moved: readonly ArrayBuffer[]): Promise<unknown> {
    if (this.#engine === undefined) throw new MachineError("closed", "The machine is closed.", { state: "lost" });
    // Moved as between threads, so that memory that was given away cannot be used by mistake.
    const own = structuredClone(given, { transfer: [...moved] });
    return dispatch(this.#engine, { name, given: own });
  }

  async end(): Promise<void> {
    const engine = this.#engine;
    this.#engine = undefined;
    await engine?.close();
  }
}
