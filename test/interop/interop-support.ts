/** What the tests of this folder share: where the real programs are, and what is left when they have ended. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { BROWSERS } from "../../src/cli/doctor-extras";
import { environmentProgram } from "../../src/cli/lab-jupyter";
import { findOnPath } from "../../src/cli/lab-program";

export const root: string = resolve(__dirname, "../..");

/** A program of .venv. */
export function venvProgram(name: string): string {
  return environmentProgram(join(root, ".venv"), name);
}

/** Why tests that need these programs of .venv must skip, or false. */
export function skipWithout(...programs: string[]): string | false {
  const missing = programs.filter((name) => !existsSync(venvProgram(name)));
  return missing.length === 0 ? false : `.venv has no ${missing.join(", ")}: npm run interop:setup`;
}

/** A Chromium, or undefined. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && existsSync(named)) return named;
  return BROWSERS.map((name) => findOnPath(name)).find((path) => path !== undefined);
}

/** The environment variable by which {@link processesMarked} knows the processes that a test started. */
export const MARK = "CADERNO_INTEROP_MARK";

/** The command lines of the processes that inherited this mark; on Linux, elsewhere none are seen. */
export function processesMarked(mark: string): string[] {
  if (!existsSync("/proc/self/environ")) return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => readIfThere(`/proc/${pid}/environ`).split("\0").includes(`${MARK}=${mark}`))
    .map((pid) => `${pid} ${readIfThere(`/proc/${pid}/cmdline`).replaceAll("\0", " ")}`);
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
