/** @file The error of a machine: which program, which input, and what has become of the state. */
import { CadernoError, type CadernoErrorOptions, messageOf } from "../../core/errors";

/**
 * What went wrong: `"program-missing"`, `"program-invalid"`, `"state-missing"`, `"state-lost"` (an earlier failure left it
 * half updated), `"feed-mismatch"`, `"run-failed"`, `"not-finite"` (gradients that are NaN or infinite, which
 * no step may use), `"out-of-memory"`, `"worker-died"`, `"aborted"`, `"closed"`, `"runtime-missing"`.
 */
export type MachineErrorCode =
  | "program-missing"
  | "program-invalid"
  | "state-missing"
  | "state-lost"
  | "feed-mismatch"
  | "run-failed"
  | "not-finite"
  | "out-of-memory"
  | "worker-died"
  | "aborted"
  | "closed"
  | "runtime-missing";

/** What has become of the named state when an error is reported. */
export type StateAfter = "unchanged" | "updated" | "lost";

/** How a message ends when the state is `"lost"`. */
export const HALF_UPDATED = " State that it updates in place may be half updated.";

/** Where in a machine it went wrong. */
export interface MachineErrorOptions extends CadernoErrorOptions {
  /** @default "unchanged" */
  state?: StateAfter | undefined;
  program?: string | undefined;
  input?: string | undefined;
  node?: string | undefined;
}

/** An error as it travels between threads. */
export interface MachineErrorNote {
  readonly code: MachineErrorCode;
  readonly message: string;
  readonly hint: string | undefined;
  readonly state: StateAfter;
  readonly program: string | undefined;
  readonly input: string | undefined;
  readonly node: string | undefined;
}

/**
 * A program that could not be loaded or run.
 *
 * `state` says whether the parameters are as they were (`"unchanged"`), hold the result of the whole step (`"updated"`,
 * after an interrupt), or may be half updated (`"lost"`): then they must be set again.
 */
export class MachineError extends CadernoError {
  declare readonly code: MachineErrorCode;
  /** What has become of the named state. */
  readonly state: StateAfter;
  /** The program, where one was run. */
  readonly program: string | undefined;
  /** The input or state whose value does not fit. */
  readonly input: string | undefined;
  /** The node that failed. */
  readonly node: string | undefined;

  constructor(code: MachineErrorCode, message: string, options: MachineErrorOptions = {}) {
    super(code, message, options);
    this.state = options.state ?? "unchanged";
    this.program = options.program;
    this.input = options.input;
    this.node = options.node;
  }
}

/** An error's parts, for a message to another thread. Whatever is not a MachineError becomes a `"run-failed"`. */
export function noteOf(thrown: unknown): MachineErrorNote {
  const error = thrown instanceof MachineError ? thrown : new MachineError("run-failed", messageOf(thrown));
  const { code, message, hint, state, program, input, node } = error;
  return { code, message, hint, state, program, input, node };
}

/** The error that a note tells of. */
export function errorOf(note: MachineErrorNote): MachineError {
  return new MachineError(note.code, note.message, note);
}
