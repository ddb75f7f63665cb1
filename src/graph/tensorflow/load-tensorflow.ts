/** @file TensorFlow.js for this machine: on TensorFlow's native library where it loads, else in JavaScript. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { argumentRangeError, CadernoError, messageOf } from "../../core/errors";
import {
  findNativeLibrary,
  type LibraryPlaces,
  type NativeLibrary,
  QUIET_ADDON,
  TFJS_NODE_PACKAGE,
} from "./native-library";
import { type ProbeOptions, probeLibrary, QUIET_ENVIRONMENT } from "./probe-library";
import { restoreUtilFunctions, spendDeprecationWarnings } from "./restore-util";

type TfModule = typeof import("@tensorflow/tfjs");

/** Options of {@link loadTensorFlow}. */
export interface LoadTensorFlowOptions {
  /**
   * `"auto"`: the native library where it loads; `"required"`: that or an error; `"never"`: JavaScript.
   * @default "auto"
   */
  native?: "auto" | "required" | "never";
  /** Where the native library is looked for; for tests. */
  places?: LibraryPlaces & ProbeOptions;
}

/** TensorFlow.js, and on what it computes. */
export interface LoadedTensorFlow {
  /** The whole of `@tensorflow/tfjs`, with `backend` as its backend. */
  tf: TfModule;
  /** `"tensorflow-native"`: TensorFlow's C library; `"cpu"`: JavaScript, some hundred times slower. */
  backend: "tensorflow-native" | "cpu";
  /** Of TensorFlow's C library, or of `@tensorflow/tfjs`. */
  version: string;
  /** Whether it computes on a GPU. */
  gpu: "yes" | "no";
  /** Why it is this backend, one line. */
  reason: string;
}

/**
 * Loads TensorFlow.js on the best backend that works here, and makes it the backend of the process.
 *
 * A native library is first tried in a process of its own, once as long as its files stay the same, so that a broken one
 * is a `reason` and no crash. Nothing is printed. On Node 23 and later what the package misses of Node is put back.
 * `TF_CPP_MIN_LOG_LEVEL=0` in the environment brings TensorFlow's own messages back.
 *
 * Python: `import tensorflow as tf`.
 *
 * @throws RangeError for another `native`.
 * @throws CadernoError `tensorflow-native` where `native` is `"required"` and the library is absent or does not load.
 *
 * @example
 * ```ts
 * const { tf, backend } = await loadTensorFlow({ native: "never" });
 * tf.matMul([[1, 2]], [[3], [4]]).arraySync(); // [ [ 11 ] ]
 * backend; // "cpu"
 * ```
 */
export async function loadTensorFlow(options: LoadTensorFlowOptions = {}): Promise<LoadedTensorFlow> {
  const native = options.native ?? "auto";
  if (!["auto", "required", "never"].includes(native)) {
    throw argumentRangeError({
      function: "loadTensorFlow",
      parameter: "native",
      rule: 'be "auto", "required" or "never"',
      value: native,
    });
  }
  if (native === "never") return loadJavaScript("the native library was not asked for");
  const outcome = await loadNative(options.places ?? {});
  if (outcome.state === "loaded") return outcome.loaded;
  if (native === "auto") return loadJavaScript(outcome.reason);
  throw new CadernoError("tensorflow-native", `TensorFlow's native library cannot be used: ${outcome.reason}.`, {
    hint: "`npm run setup` installs it; `npm run doctor` says what this machine has.",
  });
}

async function loadNative(
  places: LibraryPlaces & ProbeOptions,
): Promise<{ state: "loaded"; loaded: LoadedTensorFlow } | { state: "failed"; reason: string }> {
  const search = findNativeLibrary(places);
  if (search.state === "none") return { state: "failed", reason: search.reason };
  const verdict = await probeLibrary(search.library, places);
  if (verdict.state === "fails") {
    return { state: "failed", reason: `the native library does not load: ${verdict.reason}` };
  }
  try {
    return { state: "loaded", loaded: await startNative(search.library) };
  } catch (error) {
    return { state: "failed", reason: `the native library does not load: ${messageOf(error).split("\n")[0]}` };
  }
}

interface NativeBinding {
  TF_Version: string;
  isUsingGpuDevice(): boolean;
}

interface KernelBackendModule {
  NodeJSKernelBackend: new (binding: NativeBinding, packageName: string) => import("@tensorflow/tfjs").KernelBackend;
}

/**
 * Does what the package's own main file does, with the addon from where it is: that file looks in the package's folder
 * only, which `npm ci` empties.
 */
async function startNative({ addon, packageFolder }: NativeLibrary): Promise<LoadedTensorFlow> {
  restoreUtilFunctions();
  spendDeprecationWarnings();
  for (const [name, value] of Object.entries(QUIET_ENVIRONMENT)) process.env[name] ??= value;
  const load = createRequire(join(packageFolder, "dist", "index.js"));
  const tf = load("@tensorflow/tfjs") as TfModule;
  const binding = loadQuietly(addon, load);
  if (tf.findBackendFactory("tensorflow") === null) {
    load("./register_all_kernels");
    const { NodeJSKernelBackend } = load("./nodejs_kernel_backend") as KernelBackendModule;
    tf.registerBackend("tensorflow", () => new NodeJSKernelBackend(binding, TFJS_NODE_PACKAGE), 3);
  }
  if (!(await tf.setBackend("tensorflow"))) throw new Error("its backend does not start");
  const gpu = binding.isUsingGpuDevice() ? "yes" : "no";
  const device = gpu === "yes" ? "on a GPU" : "on the CPU";
  const version = String(binding.TF_Version);
  return {
    tf,
    backend: "tensorflow-native",
    version,
    gpu,
    reason: `TensorFlow ${version}'s native library, ${device}`,
  };
}

/** TensorFlow's largest library prints two lines on being loaded, whatever its variables say. */
function loadQuietly(addon: string, load: NodeJS.Require): NativeBinding {
  const path = join(dirname(addon), QUIET_ADDON);
  if (!existsSync(path) || process.env.TF_CPP_MIN_LOG_LEVEL === "0") return load(addon) as NativeBinding;
  const quiet = load(path) as { off(): void; on(): void };
  quiet.off();
  try {
    return load(addon) as NativeBinding;
  } finally {
    quiet.on();
  }
}

async function loadJavaScript(why: string): Promise<LoadedTensorFlow> {
  const tf = createRequire(__filename)("@tensorflow/tfjs") as TfModule;
  await tf.setBackend("cpu");
  // The backend's first operation would print four lines of advice for another package; it keeps that in this field.
  const backend = tf.findBackend("cpu") as { firstUse?: boolean };
  if (backend.firstUse === true) backend.firstUse = false;
  return { tf, backend: "cpu", version: tf.version.tfjs, gpu: "no", reason: `computes in JavaScript: ${why}` };
}
