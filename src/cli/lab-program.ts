/** @file Asking another program something: run it, wait for a bounded time, keep a bounded part of what it says. */
import { spawn } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** How a program ended. */
export interface ProgramResult {
  /** `"missing"`: there is no such program; `"timeout"`: it was killed after `timeoutMs`. */
  state: "ok" | "failed" | "missing" | "timeout";
  /** What it wrote, cut to the last 100,000 characters. */
  stdout: string;
  stderr: string;
}

/** How {@link runProgram} runs a program. */
export interface RunProgramOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /**
   * Milliseconds until it is killed.
   * @default 15000
   */
  timeoutMs?: number;
  /** Called with each piece of output, of either stream, as it comes. */
  onOutput?: (text: string) => void;
}

const KEPT = 100_000;

/**
 * Runs a program without a shell and never throws: what went wrong is in the result's `state`.
 *
 * Python: `subprocess.run(argv, capture_output=True, timeout=15)`.
 *
 * @example
 * ```ts
 * const { stdout } = await runProgram(process.execPath, ["-p", "6 * 7"]);
 * stdout; // "42\n"
 * ```
 */
export function runProgram(
  command: string,
  args: readonly string[],
  options: RunProgramOptions = {},
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const result: ProgramResult = { state: "failed", stdout: "", stderr: "" };
    const child = spawn(command, args, {
      stdio: ["ignore", "pipe", "pipe"],
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(options.env === undefined ? {} : { env: options.env }),
    });
    const timer = setTimeout(() => {
      result.state = "timeout";
      child.kill("SIGKILL");
    }, options.timeoutMs ?? 15_000);
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream].setEncoding("utf8").on("data", (text: string) => {
        result[stream] = (result[stream] + text).slice(-KEPT);
        options.onOutput?.(text);
      });
    }
    child.once("error", (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      result.stderr += error.message;
      resolve({ ...result, state: error.code === "ENOENT" ? "missing" : "failed" });
    });
    child.once("close", (code) => {
      clearTimeout(timer);
      if (result.state !== "timeout") result.state = code === 0 ? "ok" : "failed";
      resolve(result);
    });
  });
}

/** Where `env.PATH` has a program of this name, or undefined. On Windows `.exe`, `.cmd` and `.bat` are tried. */
export function findOnPath(name: string, env: NodeJS.ProcessEnv = process.env): string | undefined {
  const folders = (env.PATH ?? env.Path ?? "").split(delimiter).filter((folder) => folder !== "");
  const endings = process.platform === "win32" ? [".exe", ".cmd", ".bat"] : [""];
  for (const folder of folders) {
    for (const ending of endings) {
      const path = join(folder, name + ending);
      if (isProgram(path)) return path;
    }
  }
  return undefined;
}

/** Whether a path is a file that may be run. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
