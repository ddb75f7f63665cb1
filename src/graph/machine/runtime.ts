/** @file onnxruntime-node, loaded when it is needed, silent, and with a plain word where a platform has no binary. */
import { messageOf } from "../../core/errors";
import { MachineError } from "./machine-error";

/** The module `onnxruntime-node`. */
export type Runtime = typeof import("onnxruntime-node");

/** Loads onnxruntime-node. Throws a {@link MachineError} `"runtime-missing"` where that cannot be. */
export async function loadRuntime(load: () => Promise<Runtime> = importRuntime): Promise<Runtime> {
  let runtime: Runtime;
  try {
    runtime = await load();
  } catch (error) {
    const platform = `${process.platform}-${process.arch}`;
    const reason = messageOf(error).split("\n")[0] ?? "";
    throw new MachineError("runtime-missing", `onnxruntime-node cannot be loaded on ${platform}: ${reason}`, {
      cause: error,
      hint:
        'Use the engine "tensorflow" instead. onnxruntime-node has binaries for Linux with glibc 2.28 or later, for ' +
        "Windows, and for Macs with Apple silicon; on those, run `npm install` again.",
    });
  }
  // The runtime's log goes to the process's stderr, which a notebook shows. What it says comes as an error too.
  runtime.env.logLevel = "fatal";
  return runtime;
}

/** The version of the runtime that is loaded. */
export function runtimeVersion(runtime: Runtime): string {
  return runtime.env.versions.node ?? "unknown";
}

function importRuntime(): Promise<Runtime> {
  return import("onnxruntime-node");
}
