/** @file What a runner and the guardian of its kernels say to each other. */

/** A command line, where it runs, and what it may take. */
export interface KernelCommand {
  argv: readonly string[];
  cwd: string;
  env: Readonly<Record<string, string>>;
  /** Removed when the kernel has ended, however it ended. */
  folder: string;
  /** Bytes that the kernel and its children may hold in memory; more, and it is killed. Infinity is sent as null. */
  memoryLimit: number | null;
}

/** From the runner to the guardian. */
export type GuardianRequest =
  | { type: "start"; id: number; command: KernelCommand }
  | { type: "signal"; id: number; signal: NodeJS.Signals }
  | { type: "limit"; bytes: number };

/** From the guardian to the runner. */
export type GuardianReport =
  | { type: "started"; id: number; pid: number }
  | { type: "refused"; id: number; message: string }
  | { type: "ended"; id: number; end: KernelEnd };

/** How a kernel's process ended. */
export interface KernelEnd {
  /** The exit code, null when a signal ended the process. */
  exitCode: number | null;
  signal: string | null;
  /** The tail of what the process wrote to stdout and stderr. */
  lastWords: string;
  /** There when the guardian killed the kernel for the memory that it held. */
  memory?: { bytes: number; limit: number } | undefined;
}

/** The environment variable that marks every process of one kernel, its value unique to the kernel. */
export const KERNEL_MARK = "CADERNO_KERNEL_MARK";
