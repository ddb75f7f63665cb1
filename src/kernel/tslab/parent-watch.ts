/** @file A kernel does not outlive the program that started it. */

const LOOK_EVERY_MS = 2_000;

/**
 * Ends the process when its parent has, as ipykernel does: a Jupyter server that is killed cannot shut its kernels down.
 *
 * Jupyter says in `JPY_PARENT_PID` that it is the parent. An orphan gets another parent, which is how it knows.
 */
export function endWithParent(env: NodeJS.ProcessEnv = process.env): void {
  if (env.JPY_PARENT_PID === undefined || process.platform === "win32") return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(1);
  }, LOOK_EVERY_MS).unref();
}
