/** @file The kernels that this project brings along, as Jupyter describes kernels. */
import { join } from "node:path";
import { findProjectRoot } from "../core/project-root";

/** A kernel as a `kernel.json` says it. */
export interface ProjectKernelspec {
  /** The command; `{connection_file}` stands for the file that names ports and key. */
  argv: string[];
  display_name: string;
  language: string;
  interrupt_mode?: "signal" | "message";
  env?: Record<string, string>;
  metadata?: Record<string, unknown>;
}

/**
 * The kernels of this project by name: `tslab`, which is tslab with our repairs.
 *
 * `root` is the folder of the installed package `caderno`; all paths come out absolute, so that the specs work from any
 * folder. The package must be built.
 *
 * @example
 * ```ts
 * projectKernelspecs()["tslab"]?.display_name; // "TypeScript (tslab)"
 * ```
 */
export function projectKernelspecs(root: string = findProjectRoot(__dirname)): Record<string, ProjectKernelspec> {
  const preload = join(root, "dist", "kernel", "tslab", "preload.js");
  const bin = join(require.resolve("tslab/package.json", { paths: [root] }), "..", "bin", "tslab");
  return {
    tslab: {
      argv: [process.execPath, "-r", preload, bin, "kernel", "--config-path", "{connection_file}"],
      display_name: "TypeScript (tslab)",
      language: "typescript",
      interrupt_mode: "signal",
      metadata: { debugger: false },
    },
  };
}
