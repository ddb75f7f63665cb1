/** @file The kernels that the doctor finds, and the proof that one of them works: a cell that it ran. */
import { isAbsolute, join } from "node:path";
import { projectKernelspecs } from "../kernel/kernelspecs";
import { findKernelspec, kernelNames } from "../notebook/client/kernelspec";
import { startKernel } from "../notebook/client/start-kernel";

/** A kernel that can be started. */
export interface KernelFound {
  name: string;
  displayName: string;
  /** Its kernel.json, or `"the project"`. */
  origin: string;
  /** The files that its command line names, which must exist for it to start. */
  files: readonly string[];
}

/** How long the kernel may take for its first cell, on a machine that does much else. */
const CELL_SECONDS = 60;

/** The project's kernels, then those that Jupyter would find; one of the project hides another of the same name. */
export function findKernels(root: string): KernelFound[] {
  const project = projectKernelspecs(root);
  const own = Object.entries(project).map(
    ([name, spec]): KernelFound => ({
      name,
      displayName: spec.display_name,
      origin: "the project",
      files: spec.argv.filter((part) => isAbsolute(part)),
    }),
  );
  const others = kernelNames({ from: root }).filter((name) => !Object.hasOwn(project, name));
  return [...own, ...others.map((name): KernelFound => ({ name, displayName: name, origin: "Jupyter", files: [] }))];
}

/** Starts the project's kernel in notebooks/, runs `console.log(6 * 7)`, stops it; gives what the cell printed. */
export async function tryKernel(root: string, name: string): Promise<string> {
  const found = findKernelspec(name, { project: projectKernelspecs(root), from: root });
  const kernel = await startKernel(found, { cwd: join(root, "notebooks") });
  let printed = "";
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(
        () => reject(new Error(`The first cell did not end in ${CELL_SECONDS} s.`)),
        CELL_SECONDS * 1000,
      );
      void kernel.ended.then(() => reject(new Error("The kernel died in its first cell.")));
      kernel.execute("console.log(6 * 7)", ({ header, content }) => {
        if (header.msg_type === "stream") printed += String(content.text);
        if (header.msg_type === "status" && content.execution_state === "idle") resolve();
      });
    });
  } finally {
    clearTimeout(timer);
    await kernel.shutdown();
    kernel.close();
  }
  return printed;
}
