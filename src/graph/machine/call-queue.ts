/** @file The calls that wait for an engine, which takes one at a time; those that have not begun can be dropped. */
import type { CallName, EngineHost } from "./machine-calls";
import { MachineError } from "./machine-error";

/** A call before it is made. */
export interface QueuedCall {
  readonly name: CallName;
  readonly given: readonly unknown[];
  /** Memory that changes its owner. */
  readonly moved?: readonly ArrayBuffer[];
  readonly signal?: AbortSignal | undefined;
  readonly program?: string;
}

interface Entry extends QueuedCall {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** First come, first served. */
export class CallQueue {
  readonly #host: EngineHost;
  readonly #waiting: Entry[] = [];
  #active: Entry | undefined;

  constructor(host: EngineHost) {
    this.#host = host;
  }

  /** Makes a call when its turn comes. After an abort it rejects: at once if it has not begun, else when it is done. */
  add(call: QueuedCall): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const { signal, program } = call;
      const drop = (): void => {
        const place = this.#waiting.indexOf(entry);
        if (place < 0) return;
        this.#waiting.splice(place, 1);
        entry.reject(aborted(program, "unchanged", signal));
      };
      const entry: Entry = {
        ...call,
        resolve: (value) => {
          signal?.removeEventListener("abort", drop);
          if (signal?.aborted === true) reject(aborted(program, "updated", signal));
          else resolve(value);
        },
        reject: (error) => {
          signal?.removeEventListener("abort", drop);
          reject(error);
        },
      };
      if (signal?.aborted === true) {
        reject(aborted(program, "unchanged", signal));
        return;
      }
      signal?.addEventListener("abort", drop);
      this.#waiting.push(entry);
      this.#next();
    });
  }

  /** Rejects every call, also the one that is under way. */
  rejectAll(error: MachineError): void {
    this.#active?.reject(error);
    for (const entry of this.#waiting.splice(0)) entry.reject(error);
  }

  #next(): void {
    if (this.#active !== undefined) return;
    const entry = this.#waiting.shift();
    if (entry === undefined) return;
    this.#active = entry;
    const done = (): void => {
      this.#active = undefined;
      this.#next();
    };
    this.#host.call(entry.name, entry.given, entry.moved ?? []).then(
      (value) => {
        entry.resolve(value);
        done();
      },
      (error: unknown) => {
        entry.reject(error);
        done();
      },
    );
  }
}

/** The error of a call whose signal fired: dropped before it began, or reported when it was done. */
export function aborted(
  program: string | undefined,
  state: "unchanged" | "updated",
  signal: AbortSignal | undefined,
): MachineError {
  const what = program === undefined ? "The run" : `The run of \`${program}\``;
  const when =
    state === "updated" ? "It was finished first, so the state is that after the step." : "It had not begun.";
  return new MachineError("aborted", `${what} was interrupted. ${when}`, { program, state, cause: signal?.reason });
}
