/** @file Starting repaired tslab for a test, from a build that is not older than its source. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { projectKernelspecs } from "../../../src/kernel/kernelspecs";
import { KernelDriver } from "../kernel-driver";

export const ROOT: string = join(__dirname, "..", "..", "..");

/** A running kernel of the kind `tslab`; `folder` is where its notebook would lie. */
export async function startTslab(folder: string = ROOT): Promise<KernelDriver> {
  checkBuild(join("kernel", "tslab"));
  checkBuild("core");
  const argv = projectKernelspecs(ROOT).tslab?.argv ?? [];
  return KernelDriver.start({ argv, cwd: folder });
}

/** The kernel is a process of its own and runs what was built. */
function checkBuild(folder: string): void {
  for (const name of readdirSync(join(ROOT, "src", folder))) {
    if (!name.endsWith(".ts")) continue;
    const built = join(ROOT, "dist", folder, name.replace(/\.ts$/, ".js"));
    if (!existsSync(built)) throw new Error("The kernel is not built. Run `npm run build` before this test.");
    // tsc leaves a file alone whose output would be the same, so only the newest of all files tells.
    if (statSync(join(ROOT, "src", folder, name)).mtimeMs > newest(join(ROOT, "dist"))) {
      throw new Error(`src/${folder}/${name} is newer than the build. Run \`npm run build\` before this test.`);
    }
  }
}

function newest(folder: string): number {
  return Math.max(statSync(join(folder, ".tsbuildinfo")).mtimeMs);
}
