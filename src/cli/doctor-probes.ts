/** @file What the doctor's checks ask of the machine, as an interface, so that a test can be any machine. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { availableParallelism, freemem, totalmem } from "node:os";
import type { KernelFound } from "./doctor-kernels";
import type { JupyterLab } from "./lab-jupyter";
import { findOnPath, type ProgramResult, runProgram } from "./lab-program";
import type { PythonSearch } from "./lab-python";

/** TensorFlow's native library as a try showed it. */
export type TensorFlowFound =
  | { state: "none"; reason: string }
  | { state: "fails"; reason: string }
  | { state: "works"; version: string; gpu: "yes" | "no"; origin: "setup" | "package" };

/** The machine, as far as the checks look at it. */
export interface Probes {
  /** The project's root. */
  readonly root: string;
  readonly nodeVersion: string;
  readonly env: NodeJS.ProcessEnv;
  /** The size of a file in bytes, or undefined where there is none. */
  fileSize(path: string): number | undefined;
  readText(path: string): string | undefined;
  /** The files below a folder whose names end so, as paths from it. */
  filesBelow(folder: string, ending: string): readonly string[];
  /** The names in a folder; none where it does not exist. */
  list(folder: string): readonly string[];
  onPath(name: string): string | undefined;
  /** Runs a program in the project's root. */
  run(command: string, args: readonly string[], timeoutMs: number): Promise<ProgramResult>;
  /** Runs JavaScript in a Node of its own, so that what crashes there crashes there. */
  runNode(script: string, timeoutMs: number): Promise<ProgramResult>;
  kernels(): Promise<readonly KernelFound[]>;
  /** Starts the project's kernel, runs a cell, stops it; gives what the cell printed. */
  tryKernel(name: string): Promise<string>;
  jupyterLab(): Promise<JupyterLab | undefined>;
  python(): Promise<PythonSearch>;
  tensorFlow(): Promise<TensorFlowFound>;
  fetchStatus(url: string, timeoutMs: number): Promise<number>;
  memory(): { free: number; total: number };
  /** Free bytes on the project's disk. */
  diskFree(): Promise<number>;
  cores(): number;
}

/** This machine. */
export function machineProbes(root: string): Probes {
  return {
    root,
    nodeVersion: process.versions.node,
    env: process.env,
    fileSize: (path) => {
      const file = statSync(path, { throwIfNoEntry: false });
      return file?.isFile() ? file.size : undefined;
    },
    readText: (path) => (existsSync(path) ? readFileSync(path, "utf8") : undefined),
    filesBelow: (folder, ending) =>
      existsSync(folder)
        ? readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(ending))
        : [],
    list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
    onPath: (name) => findOnPath(name),
    run: (command, args, timeoutMs) => runProgram(command, args, { cwd: root, timeoutMs }),
    runNode: (script, timeoutMs) => runProgram(process.execPath, ["-e", script], { cwd: root, timeoutMs }),
    kernels: async () => (await import("./doctor-kernels.js")).findKernels(root),
    tryKernel: async (name) => (await import("./doctor-kernels.js")).tryKernel(root, name),
    jupyterLab: async () => (await import("./lab-jupyter.js")).findJupyterLab({ root }),
    python: async () => (await import("./lab-python.js")).findPythonTool(),
    tensorFlow: tryTensorFlow,
    fetchStatus: async (url, timeoutMs) => {
      const answer = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
      await answer.body?.cancel();
      return answer.status;
    },
    memory: () => ({ free: freemem(), total: totalmem() }),
    diskFree: async () => {
      const disk = await statfs(root);
      return disk.bavail * disk.bsize;
    },
    cores: () => availableParallelism(),
  };
}

async function tryTensorFlow(): Promise<TensorFlowFound> {
  const { findNativeLibrary } = await import("../graph/tensorflow/native-library.js");
  const { probeLibrary } = await import("../graph/tensorflow/probe-library.js");
  const search = findNativeLibrary();
  if (search.state === "none") return search;
  const verdict = await probeLibrary(search.library);
  return verdict.state === "fails" ? verdict : { ...verdict, origin: search.library.origin };
}
