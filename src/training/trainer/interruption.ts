/** @file Ctrl-C while a training runs: it ends after the update that is under way. */

/** A signal that follows the user's own and Ctrl-C, until it is let go. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** Stops listening. */
  release(): void;
}

/** Listens to Ctrl-C. A second one ends the program as ever. */
export function listenForInterrupt(given?: AbortSignal): Interruption {
  const controller = new AbortController();
  const stop = (): void => controller.abort(new Error("It was interrupted (Ctrl-C)."));
  process.once("SIGINT", stop);
  return {
    signal: given === undefined ? controller.signal : AbortSignal.any([controller.signal, given]),
    release: () => process.removeListener("SIGINT", stop),
  };
}
