/** @file Calls one after another on the main thread: between two of them the event loop turns, so that bars move and interrupts arrive. */
import { setImmediate } from "node:timers/promises";
import { aborted } from "../machine/call-queue";
import { MachineError } from "../machine/machine-error";
import type { LoadedTensorFlow } from "./load-tensorflow";

/** The turns of one session. TensorFlow computes in the calling thread, so that a turn that has begun cannot be interrupted. */
export class Turns {
  readonly #loaded: LoadedTensorFlow;
  readonly #backend: string;
  #last: Promise<unknown> = Promise.resolve();
  #state: "open" | "closed" = "open";

  constructor(loaded: LoadedTensorFlow) {
    this.#loaded = loaded;
    this.#backend = loaded.tf.getBackend();
  }

  /**
   * Does `work` when all earlier work is done.
   *
   * @throws MachineError `aborted` where the signal fired before, `closed` where the session was closed.
   */
  take<T>(program: string, work: () => T, signal?: AbortSignal): Promise<T> {
    const turn = async (): Promise<T> => {
      await setImmediate();
      const { tf } = this.#loaded;
      // The backend is the whole process's: another session may compute on another one.
      while (tf.getBackend() !== this.#backend) await tf.setBackend(this.#backend);
      if (this.#state === "closed") {
        throw new MachineError("closed", "The session is closed.", { state: "lost", hint: "Open a new one." });
      }
      if (signal?.aborted === true) throw aborted(program, "unchanged", signal);
      return work();
    };
    const result = this.#last.then(turn, turn);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Refuses all work from now on, and with `"now"` the work that waits too. Done when nothing runs any more. */
  async close(when: "now" | "when-done"): Promise<void> {
    if (when === "when-done") await this.#last;
    this.#state = "closed";
    await this.#last;
  }
}
