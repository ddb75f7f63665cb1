/** @file A Python that has PyTorch and transformers, for the benches that run beside them. */
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { environmentProgram } from "../src/cli/lab-jupyter";
import { isProgram } from "../src/cli/lab-program";

/** What is said where there is none. */
export const NO_TORCH: string =
  "PyTorch is not there to compare with: `npm run interop:setup` installs it into .venv, or name a Python by --python.\n";

/** The Python that was named, or that of .venv; undefined where it has no PyTorch or no transformers. */
export function findTorch(named: string | undefined): string | undefined {
  const python = named ?? environmentProgram(join(resolve(__dirname, ".."), ".venv"), "python");
  if (!isProgram(python)) return undefined;
  const { status } = spawnSync(python, ["-c", "import torch, transformers"], { stdio: "ignore" });
  return status === 0 ? python : undefined;
}
