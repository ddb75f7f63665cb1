/** @file Trying TensorFlow's native library in a process of its own, so that what crashes there crashes nothing here. */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeFileAtomic } from "../../core/atomic-write";
import { messageOf } from "../../core/errors";
import { type NativeLibrary, nativeLibraryFolder } from "./native-library";

/** What a try of a library showed. */
export type ProbeVerdict =
  | { state: "works"; version: string; gpu: "yes" | "no" }
  /** One sentence without its full stop. */
  | { state: "fails"; reason: string };

/** How {@link probeLibrary} tries. */
export interface ProbeOptions {
  /** Where verdicts are kept. @default probes.json beside the folder that `npm run setup` fills */
  verdicts?: string;
  /** Milliseconds until the try is given up. @default 120_000 */
  timeoutMs?: number;
}

/** The variables that keep TensorFlow from printing, and from taking all of a GPU's memory at once. */
export const QUIET_ENVIRONMENT: Readonly<Record<string, string>> = {
  TF_CPP_MIN_LOG_LEVEL: "2",
  TF_FORCE_GPU_ALLOW_GROWTH: "true",
};

const KEPT_VERDICTS = 50;

/** Loads the library as `loadTensorFlow` does, multiplies once, and says what it is. */
const SCRIPT = `
  const [addon, folder, name] = process.argv.slice(1);
  require("util").isNullOrUndefined ??= (value) => value === null || value === undefined;
  const load = require("module").createRequire(folder + "/dist/index.js");
  const tf = load("@tensorflow/tfjs");
  const { NodeJSKernelBackend } = load("./nodejs_kernel_backend");
  load("./register_all_kernels");
  const binding = require(addon);
  const backend = new NodeJSKernelBackend(binding, name);
  tf.registerBackend("tensorflow", () => backend);
  tf.setBackend("tensorflow");
  const [product] = tf.matMul([[6]], [[7]]).dataSync();
  if (product !== 42) throw new Error("it computes 6 * 7 = " + product);
  const gpu = backend.isUsingGpuDevice ? "yes" : "no";
  console.log("verdict " + JSON.stringify({ version: String(binding.TF_Version), gpu }));`;

/**
 * Says whether a library loads and computes here, by doing it in another process.
 *
 * The verdict is kept as long as the library's files keep their sizes and times and Node its version; a try that ran
 * out of time is not kept. A wrong architecture, a missing symbol of the C library, a truncated file or an instruction that
 * this processor lacks are reasons, never errors.
 */
export async function probeLibrary(library: NativeLibrary, options: ProbeOptions = {}): Promise<ProbeVerdict> {
  const verdictFile = options.verdicts ?? join(dirname(nativeLibraryFolder()), "probes.json");
  const key = fingerprint(library);
  const known = readVerdicts(verdictFile);
  const before = known[key];
  if (before !== undefined) return before;
  const { verdict, lasting } = await tryLibrary(library, options.timeoutMs ?? 120_000);
  if (lasting) {
    const newest = Object.entries({ ...known, [key]: verdict }).slice(-KEPT_VERDICTS);
    // A cache that cannot be written costs another try next time, and nothing else.
    await writeFileAtomic(verdictFile, JSON.stringify(Object.fromEntries(newest), null, 1)).catch(() => undefined);
  }
  return verdict;
}

/** Node, and the library's files with their sizes and times. */
function fingerprint(library: NativeLibrary): string {
  const files = [library.addon, ...library.files].map((path) => {
    const file = statSync(path, { throwIfNoEntry: false });
    return `${path} ${file?.size} ${file?.mtimeMs}`;
  });
  return createHash("sha256")
    .update([process.version, process.arch, ...files].join("\n"))
    .digest("hex");
}

function readVerdicts(path: string): Record<string, ProbeVerdict> {
  try {
    const value = JSON.parse(readFileSync(path, "utf8")) as Record<string, ProbeVerdict> | null;
    const entries = Object.entries(value ?? {}).filter(([, verdict]) =>
      verdict?.state === "works"
        ? typeof verdict.version === "string" && typeof verdict.gpu === "string"
        : verdict?.state === "fails" && typeof verdict.reason === "string",
    );
    return Object.fromEntries(entries);
  } catch {
    return {};
  }
}

function tryLibrary(
  { addon, packageFolder }: NativeLibrary,
  timeout: number,
): Promise<{ verdict: ProbeVerdict; lasting: boolean }> {
  const name = packageFolder.endsWith("tfjs-node") ? "@tensorflow/tfjs-node" : "@tensorflow/tfjs-node-gpu";
  // NODE_OPTIONS may hold a kernel's preload, which has no business in the trial.
  const env = { ...QUIET_ENVIRONMENT, ...process.env, NODE_OPTIONS: "" };
  return new Promise((resolve) => {
    const settings = { env, timeout, killSignal: "SIGKILL", maxBuffer: 1_000_000, windowsHide: true } as const;
    try {
      execFile(process.execPath, ["-e", SCRIPT, addon, packageFolder, name], settings, (error, stdout, stderr) => {
        const said = /^verdict (\{.*\})$/m.exec(stdout)?.[1];
        if (error === null && said !== undefined) {
          resolve({ verdict: { state: "works", ...JSON.parse(said) }, lasting: true });
          return;
        }
        const isKilled = error?.killed === true;
        const reason = isKilled ? `it did not answer in ${timeout / 1000} s` : failure(stderr, error?.signal);
        resolve({ verdict: { state: "fails", reason }, lasting: !isKilled && typeof error?.code !== "string" });
      });
    } catch (error) {
      resolve({ verdict: { state: "fails", reason: messageOf(error) }, lasting: false });
    }
  });
}

/** The line of a crashed Node that says why. */
function failure(stderr: string, signal: NodeJS.Signals | null | undefined): string {
  if (signal === "SIGILL") return "it uses instructions that this processor lacks (SIGILL)";
  if (signal !== null && signal !== undefined) return `it ended the process that tried it (${signal})`;
  const lines = stderr.split("\n").map((line) => line.trim());
  const line = lines.find((text) => /^(?:\w*Error)\b.*: /.test(text)) ?? lines.filter(Boolean).at(-1);
  return (line ?? "it does not load")
    .replace(/^(?:Uncaught )?\w*Error\b[^:]*: /, "")
    .replace(/\.$/, "")
    .slice(0, 300);
}
