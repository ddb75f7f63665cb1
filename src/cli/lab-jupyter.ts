/** @file Which JupyterLab this machine has: the project's own, the active environment's, or the one on the PATH. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { findOnPath, isProgram, runProgram } from "./lab-program";

/** A JupyterLab that answers. */
export interface JupyterLab {
  /** The program to start. */
  command: string;
  /** The environment that it belongs to, as a message names it: `"the project's .venv"`. */
  where: string;
  /** Its version: `"4.6.6"`. */
  version: string;
  /** Whether it has the extension that draws Plotly figures: `"no"` means that only their text shows. */
  plotly: "yes" | "no" | "unknown";
}

/** Where {@link findJupyterLab} looks. */
export interface JupyterLabSearch {
  /** The project's root, whose `.venv` comes first. */
  root: string;
  /** @default process.env */
  env?: NodeJS.ProcessEnv;
}

/** The oldest JupyterLab whose pages the Plotly extension and our tests know. */
const OLDEST_MAJOR = 4;

interface Candidate {
  command: string;
  where: string;
  /** The environment's folder, where it is known. */
  prefix?: string;
}

/**
 * The first JupyterLab, 4 or later, that answers `--version`: `.venv`, `VIRTUAL_ENV`, `CONDA_PREFIX`, then the `PATH`.
 *
 * A program that is there and does not answer (a version manager's empty shim, an environment that was moved) is passed over.
 */
export async function findJupyterLab(search: JupyterLabSearch): Promise<JupyterLab | undefined> {
  for (const candidate of candidates(search.root, search.env ?? process.env)) {
    const answer = await runProgram(candidate.command, ["--version"], {
      timeoutMs: 60_000,
      ...(search.env === undefined ? {} : { env: search.env }),
    });
    const version = /^(\d+)\.\d+\.\d+\S*/m.exec(answer.stdout);
    if (answer.state !== "ok" || version === null || Number(version[1]) < OLDEST_MAJOR) continue;
    const { command, where, prefix } = candidate;
    return { command, where, version: version[0], plotly: plotlyIn(prefix) };
  }
  return undefined;
}

/** A program of a Python environment: `bin/NAME`, on Windows `Scripts/NAME.exe`. */
export function environmentProgram(prefix: string, name: string): string {
  return process.platform === "win32" ? join(prefix, "Scripts", `${name}.exe`) : join(prefix, "bin", name);
}

function candidates(root: string, env: NodeJS.ProcessEnv): Candidate[] {
  const prefixes: [string, string | undefined][] = [
    ["the project's .venv", join(root, ".venv")],
    ["the active virtual environment", env.VIRTUAL_ENV],
    ["the active conda environment", env.CONDA_PREFIX],
  ];
  const found: Candidate[] = [];
  for (const [where, prefix] of prefixes) {
    if (prefix === undefined || prefix === "") continue;
    const command = environmentProgram(prefix, "jupyter-lab");
    if (isProgram(command)) found.push({ command, where, prefix });
  }
  const command = findOnPath("jupyter-lab", env);
  if (command !== undefined && !found.some((candidate) => candidate.command === command)) {
    found.push({ command, where: "the PATH" });
  }
  return found;
}

function plotlyIn(prefix: string | undefined): JupyterLab["plotly"] {
  if (prefix === undefined) return "unknown";
  return existsSync(join(prefix, "share", "jupyter", "labextensions", "jupyterlab-plotly", "package.json"))
    ? "yes"
    : "no";
}
