/** @file The project's kernels, written where only the JupyterLab that we start looks. */
import { mkdir, readdir, rm } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { writeFileAtomic } from "../core/atomic-write";

/** A kernelspec as kernel.json holds it. */
export interface LabKernelspec {
  argv: readonly string[];
  display_name: string;
  language: string;
  interrupt_mode?: "signal" | "message" | undefined;
  env?: Readonly<Record<string, string>> | undefined;
}

/**
 * Writes one `kernels/NAME/kernel.json` a kernel under `folder` and removes those of earlier versions.
 *
 * `folder` is then an entry for {@link withJupyterPath}. Nothing outside it changes, so no other JupyterLab of the user
 * sees these kernels.
 */
export async function writeKernelspecs(
  folder: string,
  kernelspecs: Readonly<Record<string, LabKernelspec>>,
): Promise<void> {
  const kernels = join(folder, "kernels");
  await mkdir(kernels, { recursive: true });
  for (const [name, spec] of Object.entries(kernelspecs)) {
    await writeFileAtomic(join(kernels, name, "kernel.json"), `${JSON.stringify(spec, null, 2)}\n`);
  }
  for (const name of await readdir(kernels)) {
    if (!Object.hasOwn(kernelspecs, name)) await rm(join(kernels, name), { recursive: true, force: true });
  }
}

/** An environment in which Jupyter looks into `folder` first, and then wherever it looked before. */
export function withJupyterPath(env: NodeJS.ProcessEnv, folder: string): NodeJS.ProcessEnv {
  const before = env.JUPYTER_PATH ?? "";
  return { ...env, JUPYTER_PATH: before === "" ? folder : `${folder}${delimiter}${before}` };
}
