/** @file TensorFlow's libraries as the npm package itself downloads them, from the host that it names. */
import { cp, rename, rm } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { CadernoError } from "../core/errors";
import { runProgram } from "./lab-program";
import { NAPI_VERSION } from "./setup-addon";

/** What {@link downloadByPackage} needs to know. */
export interface PackageDownloadOptions {
  /** The folder of `@tensorflow/tfjs-node-gpu`. */
  packageFolder: string;
  /** For which device the library is. */
  device: "cpu" | "gpu";
  /** @default process.env */
  env?: NodeJS.ProcessEnv;
  /** @default 1_800_000 */
  timeoutMs?: number;
}

/** The host that the package downloads from, which its own variables move. */
export function downloadHost(env: NodeJS.ProcessEnv = process.env): string {
  const { TFJS_NODE_CDN_STORAGE: chosen, CDN_STORAGE: other, TFJS_NODE_BASE_URI: base } = env;
  return base || chosen || other || "https://storage.googleapis.com/";
}

/** Whether a host answers at all within the time; any answer counts. */
export async function answers(url: string, timeoutMs: number): Promise<"yes" | "no"> {
  try {
    const answer = await fetch(url, { method: "HEAD", redirect: "manual", signal: AbortSignal.timeout(timeoutMs) });
    await answer.body?.cancel();
    return "yes";
  } catch {
    return "no";
  }
}

/**
 * Runs the package's own install script on a copy of the package in `staging`, and leaves `lib/` and `deps/` there.
 *
 * Gives the addon's path below `staging`. The package in node_modules is not touched.
 */
export async function downloadByPackage(staging: string, options: PackageDownloadOptions): Promise<string> {
  const { packageFolder, device } = options;
  const copy = join(staging, "package");
  const modules = dirname(dirname(packageFolder));
  await cp(packageFolder, copy, { recursive: true });
  const env = options.env ?? process.env;
  const result = await runProgram(process.execPath, [join("scripts", "install.js"), device, "download"], {
    cwd: copy,
    env: { ...env, NODE_PATH: modules, PATH: `${join(modules, ".bin")}${delimiter}${env.PATH ?? ""}` },
    timeoutMs: options.timeoutMs ?? 1_800_000,
  });
  try {
    if (result.state !== "ok") throw new Error(result.stderr);
    await rename(join(copy, "lib"), join(staging, "lib"));
    await rename(join(copy, "deps"), join(staging, "deps"));
    await rm(join(staging, "deps", "include"), { recursive: true, force: true });
    await rm(copy, { recursive: true, force: true });
  } catch (error) {
    const lines = `${result.stdout}\n${result.stderr}`.split("\n").map((line) => line.trim());
    const last = lines.find((line) => /^(?:\w*Error|ERR!)\b|failed with/.test(line)) ?? "it left no library";
    throw new CadernoError("setup-download", `The package's own download failed: ${last}.`, { cause: error });
  }
  return `lib/napi-v${NAPI_VERSION}/tfjs_binding.node`;
}
