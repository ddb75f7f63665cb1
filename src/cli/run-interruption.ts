/** @file What ends `caderno run` from outside: Ctrl-C, a signal, or a reader of its output who has left. */
import { CadernoError } from "../core/errors";
import { EXIT_CODES } from "./run-record";
import type { RunScreen } from "./run-screen";

/** The interruption of one run. */
export interface Interruption {
  /** Aborted when the run is to end. */
  signal: AbortSignal;
  /** The exit code that says why, or undefined while nothing has happened. */
  exitCode(): number | undefined;
  /** Leaves signals to the system again. */
  stop(): void;
}

const SIGNALS = {
  SIGINT: EXIT_CODES.interrupted,
  SIGTERM: EXIT_CODES.terminated,
  SIGHUP: EXIT_CODES.terminated,
} as const;

/** The first signal ends the cells and keeps what is done; the second ends at once. */
export function listenForInterruption(screen: RunScreen): Interruption {
  const controller = new AbortController();
  let exitCode: number | undefined;
  const end = (code: number): void => {
    exitCode = code;
    controller.abort(new CadernoError("interrupted", "The run was interrupted."));
  };
  const handlers = Object.entries(SIGNALS).map(([signal, code]) => {
    const handler = (): void => {
      // The guardian notices that we are gone, and ends the kernels.
      if (exitCode !== undefined) process.exit(code);
      if (signal === "SIGINT") screen.print("Stopping; once more to stop at once.");
      end(code);
    };
    process.on(signal, handler);
    return () => process.off(signal, handler);
  });
  const onReaderLeft = (): void => end(EXIT_CODES.readerLeft);
  process.stdout.on("error", onReaderLeft);
  return {
    signal: controller.signal,
    exitCode: () => exitCode,
    stop: () => {
      for (const off of handlers) off();
      // What is written after the reader has left goes on failing, and must go on being nobody's error.
      if (exitCode !== EXIT_CODES.readerLeft) process.stdout.off("error", onReaderLeft);
    },
  };
}
