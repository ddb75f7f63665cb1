/** @file Running JupyterLab in the foreground: its terminal, its signals, its exit code, and nothing left behind. */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { constants } from "node:os";
import { CadernoError } from "../core/errors";
import { processesMarked } from "../notebook/client/process-memory";

/** What {@link runInForeground} runs. */
export interface ForegroundOptions {
  command: string;
  args: readonly string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  /**
   * Milliseconds that the program has to end after a signal, before it is killed.
   * @default 15000
   */
  graceMs?: number;
}

/** The signals that end a foreground program. */
const ENDING: readonly NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"];

/** The environment variable that marks every process below one JupyterLab, its value unique to it. */
const MARK = "CADERNO_LAB_MARK";

/**
 * Runs a program on our terminal until it ends, and gives its exit code (128 and the signal's number where a signal
 * ended it). The signals that would end us go to the program instead; we end when it has. When it was killed, so that it
 * could not end its own kernels, they are killed here; on Linux, since other systems do not tell which they are.
 */
export function runInForeground(options: ForegroundOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    const mark = randomUUID();
    const env = { ...options.env, [MARK]: mark };
    const child = spawn(options.command, options.args, { cwd: options.cwd, env, stdio: "inherit" });
    let killing: NodeJS.Timeout | undefined;
    const forward = (signal: NodeJS.Signals): void => {
      // Ctrl-C reaches the whole terminal group. A second SIGINT from us would answer Jupyter's "shut down?" unasked.
      if (signal === "SIGINT" && process.stdin.isTTY) return;
      child.kill(signal);
      killing ??= setTimeout(() => child.kill("SIGKILL"), options.graceMs ?? 15_000);
    };
    const atExit = (): void => {
      child.kill("SIGTERM");
    };
    const release = (): void => {
      for (const signal of ENDING) process.off(signal, forward);
      process.off("exit", atExit);
      clearTimeout(killing);
    };
    for (const signal of ENDING) process.on(signal, forward);
    process.on("exit", atExit);
    child.once("error", (error) => {
      release();
      reject(new CadernoError("lab-start", `${options.command} did not start: ${error.message}`, { cause: error }));
    });
    child.once("exit", (code, signal) => {
      release();
      if (signal !== null) for (const pid of processesMarked(MARK, mark)) kill(pid);
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}
